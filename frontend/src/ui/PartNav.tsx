import "./partnav.css";
import { keptKey } from "../lib/kept";
import { aria, digitOf, isMac } from "../lib/keys";
import { Kbd } from "./Kbd";

interface Props {
	label: string;
	/** Each is opened by its digit; the caller registers the keys. */
	parts: readonly { label: string; current: boolean; onOpen: () => void }[];
}

/** The parts of a screen in a row, each with its digit. */
export function PartNav({ label, parts }: Props) {
	const digit = (i: number) => keptKey.value(digitOf(i));
	return (
		<nav class="part-nav" aria-label={label}>
			{parts.map((p, i) => (
				<button
					key={p.label}
					type="button"
					aria-current={p.current ? "page" : undefined}
					aria-keyshortcuts={digit(i) && aria(digitOf(i), isMac)}
					onClick={p.onOpen}
				>
					{p.label}
					<Kbd keys={digitOf(i)} />
				</button>
			))}
		</nav>
	);
}
