import "./field.css";
import { aria, type Combo, isMac } from "../lib/keys";
import { ErrorLine } from "./ErrorLine";
import { Kbd } from "./Kbd";

interface Props<T extends string> {
	name: string;
	label: string;
	/** Keeps the label for screen readers only. */
	quiet?: boolean;
	/** `keys` is the key that chooses it, where there is one. */
	options: readonly { value: T; label: string; keys?: Combo }[];
	value: T | "";
	onValue: (value: T) => void;
	error?: string | undefined;
	hint?: string | undefined;
	/** Said in words beside the label. */
	required?: boolean;
}

/** A few choices side by side, one of them chosen: native radio buttons in a row. */
export function Segmented<T extends string>({
	name,
	label,
	quiet,
	options,
	value,
	onValue,
	error,
	hint,
	required,
}: Props<T>) {
	const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
	return (
		<fieldset class="field" aria-describedby={describedBy || undefined}>
			<legend class={quiet ? "sr" : undefined}>
				{label}
				{required && <span class="small faint"> (required)</span>}
			</legend>
			<div class="segmented">
				{options.map((o) => (
					<label key={o.value}>
						<input
							type="radio"
							name={name}
							value={o.value}
							checked={o.value === value}
							aria-keyshortcuts={o.keys && aria(o.keys, isMac)}
							onChange={() => onValue(o.value)}
						/>
						{o.label}
						{o.keys && <Kbd keys={o.keys} />}
					</label>
				))}
			</div>
			{hint && (
				<p class="small faint" id={`${name}-hint`}>
					{hint}
				</p>
			)}
			{error && <ErrorLine id={`${name}-error`} text={error} />}
		</fieldset>
	);
}
