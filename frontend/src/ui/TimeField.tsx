import { useState } from "preact/hooks";
import { readTime } from "../lib/time";
import { TextField } from "./Field";

interface Props {
	id: string;
	label: string;
	/** "13:04", or empty. */
	value: string;
	onValue: (time: string) => void;
	hint?: string;
	error?: string | undefined;
	required?: boolean;
}

/** A time of day as text: "9", "905", "9:05", "9.05 pm"; on leaving it is written out as "09:05". */
export function TimeField({ value, onValue, error, ...rest }: Props) {
	const [text, setText] = useState(value);
	const [seen, setSeen] = useState(value);
	const [left, setLeft] = useState(false);
	if (value !== seen) {
		setSeen(value);
		if (value !== (readTime(text) ?? "")) setText(value);
	}
	const unclear = left && text.trim() !== "" && readTime(text) === null;
	return (
		<TextField
			{...rest}
			value={text}
			placeholder="13:04"
			error={unclear ? "This time was not understood. Write it like 13:04." : error}
			onValue={(t) => {
				setText(t);
				setLeft(false);
				onValue(readTime(t) ?? "");
			}}
			onBlur={() => {
				setLeft(true);
				setText(readTime(text) ?? text);
			}}
		/>
	);
}
