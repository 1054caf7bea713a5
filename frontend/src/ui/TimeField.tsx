import { useState } from "preact/hooks";
import { readTime } from "../lib/time";
import { TextField } from "./Field";

interface Props {
	id: string;
	label: string;
	/** "13:04", or empty. */
	value: string;
	onValue: (time: string) => void;
	/** Where "-20", twenty minutes back, counts from; without it that is not understood. */
	from?: { at: string; zone: string };
	hint?: string;
	error?: string | undefined;
	required?: boolean;
}

/** A time of day as text: "9", "905", "9:05", "9.05 pm"; on leaving it is written out as "09:05". */
export function TimeField({ value, onValue, error, from, ...rest }: Props) {
	const read = (typed: string) => readTime(typed, from);
	const [text, setText] = useState(value);
	const [seen, setSeen] = useState(value);
	const [left, setLeft] = useState(false);
	if (value !== seen) {
		setSeen(value);
		if (value !== (read(text) ?? "")) setText(value);
	}
	const unclear = left && text.trim() !== "" && read(text) === null;
	return (
		<TextField
			{...rest}
			value={text}
			placeholder="13:04"
			error={unclear ? "This time was not understood. Write it like 13:04." : error}
			onValue={(t) => {
				setText(t);
				setLeft(false);
				onValue(read(t) ?? "");
			}}
			onBlur={() => {
				setLeft(true);
				setText(read(text) ?? text);
			}}
		/>
	);
}
