import { useState } from "preact/hooks";
import type { DocumentView } from "../../bridge";
import { isDate } from "../../lib/time";
import { now } from "../../state/clock";
import { zone } from "../../state/practice";
import { DateField } from "../../ui/DateField";
import type { Choice } from "./useDocument";

/** The days a document is about. It is made anew once both are days, the last not before the first. */
export function Days({
	view,
	onChoose,
}: {
	view: DocumentView;
	onChoose: (days: Pick<Choice, "from" | "to">) => void;
}) {
	// As typed: what is half a date is nobody's choice yet.
	const [days, setDays] = useState({ from: view.from, to: view.to });
	const backwards = isDate(days.from) && isDate(days.to) && days.to < days.from;
	const change = (part: Partial<typeof days>) => {
		const next = { ...days, ...part };
		setDays(next);
		if (isDate(next.from) && isDate(next.to) && next.from <= next.to) onChoose(next);
	};
	const field = (key: "from" | "to", label: string) => (
		<DateField
			id={`document-${key}`}
			label={label}
			value={days[key]}
			leaning="past"
			zone={zone()}
			now={now.value}
			error={key === "to" && backwards ? "The last day lies before the first." : undefined}
			onValue={(day) => change({ [key]: day })}
		/>
	);
	return (
		<div class="preview-days">
			{field("from", "From")}
			{field("to", "To")}
		</div>
	);
}
