import { Field } from "../../ui/Field";

/** One of a list of words: the platform's own select. */
export function Select({
	id,
	label,
	options,
	value,
	onValue,
	none = "Not recorded",
	error,
	required,
}: {
	id: string;
	label: string;
	options: readonly { id: string; label: string }[];
	value: string;
	onValue: (value: string) => void;
	/** What the empty choice says. */
	none?: string;
	error?: string | undefined;
	required?: boolean;
}) {
	return (
		<Field id={id} label={label} error={error} required={required}>
			{(control) => (
				<select
					{...control}
					class="input"
					value={value}
					onChange={(e) => onValue(e.currentTarget.value)}
				>
					<option value="">{none}</option>
					{options.map((o) => (
						<option key={o.id} value={o.id}>
							{o.label}
						</option>
					))}
				</select>
			)}
		</Field>
	);
}
