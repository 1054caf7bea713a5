import { useState } from "preact/hooks";
import { Field, TextField } from "../../ui/Field";
import { onceRendered } from "../../ui/focus";

interface Props {
	id: string;
	label: string;
	/** What is usual; a person may type another. */
	options: readonly string[];
	value: string;
	onValue: (value: string) => void;
	hint?: string | undefined;
	error?: string | undefined;
}

const other = "\u0000other";

/** A text that is mostly one of a few: the platform's own select, and a field for any other. */
export function Suggested({ id, label, options, value, onValue, hint, error }: Props) {
	const [typing, setTyping] = useState(false);
	if (options.length === 0)
		return (
			<TextField
				id={id}
				label={label}
				required
				hint={hint}
				error={error}
				value={value}
				onValue={onValue}
			/>
		);
	const free = typing || (value !== "" && !options.includes(value));
	const typed = `${id}-typed`;
	const choose = (chosen: string) => {
		setTyping(chosen === other);
		onValue(chosen === other ? "" : chosen);
		if (chosen === other) onceRendered(() => document.getElementById(typed)?.focus());
	};
	return (
		<>
			<Field
				id={id}
				label={label}
				required
				hint={free ? undefined : hint}
				error={free ? undefined : error}
			>
				{(control) => (
					<select
						{...control}
						class="input"
						value={free ? other : value}
						onChange={(e) => choose(e.currentTarget.value)}
					>
						{value === "" && !free && <option value="">Choose</option>}
						{options.map((o) => (
							<option key={o} value={o}>
								{o}
							</option>
						))}
						<option value={other}>Another</option>
					</select>
				)}
			</Field>
			{free && (
				<TextField
					id={typed}
					label={`${label}, in your words`}
					required
					hint={hint}
					error={error}
					value={value}
					onValue={onValue}
				/>
			)}
		</>
	);
}
