import type { LogLine } from "../../bridge";
import { clock } from "../../lib/time";
import { entryOf, type Unsaved } from "../../state/outbox";

/** Whole minutes from the first dose, as Go counts them. */
export const plusMinutes = (firstAt: string, at: string): number =>
	Math.floor((Date.parse(at) - Date.parse(firstAt)) / 60_000);

const opening = /^["“„«]\s*/;

/** A row for an entry that is not on disk yet, in words as near to Go's as the page can say. */
export function provisional(
	{ written }: Unsaved,
	zone: string,
	firstAt: string,
	labelOf: (kind: string) => string,
): LogLine {
	const entry = entryOf(written);
	const line: LogLine = {
		type: "observation",
		entry,
		time_text: clock(entry.at, zone),
		...(firstAt && { t_plus: plusMinutes(firstAt, entry.at) }),
		label: "",
		text: "",
		client_words: false,
		late: false,
		late_text: "",
		moved_text: "",
		can_undo: false,
		emergency: false,
		offers_plan: false,
		asks_event: false,
		ways: [],
	};
	if ("vitals" in written) {
		const { systolic_mmhg, diastolic_mmhg, heart_rate_bpm, spo2_percent } = written.vitals;
		const values = [
			systolic_mmhg && `${systolic_mmhg}/${diastolic_mmhg} mmHg`,
			heart_rate_bpm && `pulse ${heart_rate_bpm}`,
			spo2_percent && `SpO2 ${spo2_percent}`,
		];
		return {
			...line,
			type: "vitals",
			text: values.filter(Boolean).join(", "),
			vitals: written.vitals,
		};
	}
	if ("dose" in written) {
		const { not_given, taken_ug } = written.dose;
		const text = not_given ? "" : `${taken_ug / 1000} mg`;
		return { ...line, type: "dose", label: "Dose", text, dose: written.dose };
	}
	const { kind, text, call } = "words" in written ? written.words : written.observation;
	return {
		...line,
		label: call ? "Call" : labelOf(kind),
		text: text.replace(opening, ""),
		client_words: opening.test(text),
	};
}
