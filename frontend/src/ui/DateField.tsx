import { useState } from "preact/hooks";
import { dateEcho, type Leaning, readDate } from "../lib/dates";
import { isDate, longDate } from "../lib/time";
import { TextField } from "./Field";

interface Props {
	id: string;
	label: string;
	/** "2026-03-14", empty, or text that was not understood: it is passed on, so that it is refused and never lost. */
	value: string;
	onValue: (date: string) => void;
	/** Which way a date without a year points. */
	leaning: Leaning;
	zone: string;
	now: Date;
	error?: string | undefined;
	required?: boolean;
}

/** A date as text: "tomorrow", "+7", "14 mar", "1405"; it says back what it understood. */
export function DateField({ value, onValue, leaning, zone, now, error, ...rest }: Props) {
	const [text, setText] = useState(written(value));
	const [left, setLeft] = useState(false);
	// A value set from outside replaces the text; one that came from the text does not.
	const reading = readDate(text, now, zone, leaning);
	const understood = typeof reading === "object" ? reading.date : "";
	const carried = reading === "unclear" ? text : understood;
	const [seen, setSeen] = useState(value);
	if (value !== seen) {
		setSeen(value);
		if (value !== carried) setText(written(value));
	}
	const unclear = reading === "unclear" && left;
	return (
		<TextField
			{...rest}
			value={text}
			placeholder={leaning === "past" ? "3 May 1984" : "tomorrow, +7, 14 mar"}
			hint={understood ? dateEcho(understood, now, zone) : undefined}
			error={unclear ? "This date was not understood. Write it like 14 Mar 2026." : error}
			onValue={(t) => {
				setText(t);
				setLeft(false);
				const r = readDate(t, now, zone, leaning);
				const date = r === "unclear" ? t : typeof r === "object" ? r.date : "";
				if (date !== value) onValue(date);
			}}
			onBlur={() => setLeft(true)}
		/>
	);
}

const written = (value: string): string => (isDate(value) ? longDate(value) : value);
