import "./partnav.css";
import { keptKey } from "../lib/kept";
import { aria, digitOf, isMac } from "../lib/keys";
import { Kbd } from "./Kbd";

interface Props {
	label: string;
	/** Each is opened by its digit, or by a letter where digits run out; the caller registers the keys. */
	parts: readonly { label: string; current: boolean; onOpen: () => void; letter?: string }[];
}

/** The parts of a screen in a row, each with its key. */
export function PartNav({ label, parts }: Props) {
	return (
		<nav class="part-nav" aria-label={label}>
			{parts.map((p, i) => {
				const keys = p.letter ?? digitOf(i);
				return (
					<button
						key={p.label}
						type="button"
						aria-current={p.current ? "page" : undefined}
						aria-keyshortcuts={keptKey.value(keys) && aria(keys, isMac)}
						onClick={p.onOpen}
					>
						{p.label}
						<Kbd keys={keys} />
					</button>
				);
			})}
		</nav>
	);
}
