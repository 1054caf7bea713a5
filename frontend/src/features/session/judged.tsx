import { type JudgedReading, live, type VitalSigns } from "../../bridge";
import { readNumber } from "../../lib/entry";
import { useKept, useLoad } from "../../state/load";
import { newEntry } from "./entries";

/** The values of a reading, in whole units; temperatures in tenths. */
export type Value =
	| "systolic_mmhg"
	| "diastolic_mmhg"
	| "heart_rate_bpm"
	| "spo2_percent"
	| "respiratory_rate_per_min"
	| "temperature_decicelsius";

export const decimals = (key: Value) => (key === "temperature_decicelsius" ? 1 : 0);

export type TypedValues = Partial<Record<Value, string>>;

/** What of a reading that is being typed can be read as numbers. */
export function valuesOf(typed: TypedValues): Partial<VitalSigns> {
	const values: Partial<Record<Value, number>> = {};
	for (const [key, text] of Object.entries(typed) as [Value, string][]) {
		const n = text.trim() === "" ? null : readNumber(text, decimals(key));
		if (n !== null) values[key] = n;
	}
	return values;
}

/** What a reading that is being typed would say in the log; Go judges, nothing is written. */
export function useJudged(
	participant: string,
	at: string,
	typed: TypedValues,
): JudgedReading | undefined {
	const values = valuesOf(typed);
	const { data } = useLoad(JSON.stringify([participant, at, values]), () =>
		live.JudgeReading(participant, { ...values, entry: newEntry(participant, at) } as VitalSigns),
	);
	return useKept(data);
}

/** What is beyond a limit, said as soon as it is typed. */
export function Findings({ judged }: { judged: JudgedReading | undefined }) {
	return (
		<div role="status" class="judged">
			{judged?.findings.map((f) => (
				<p key={f.field} class={`log-finding ${f.level === "caution" ? "" : "alarming"}`}>
					{f.text}.
				</p>
			))}
		</div>
	);
}

/** A value that is there is typed over, not typed on. */
export function selectAll(e: FocusEvent): void {
	(e.currentTarget as HTMLInputElement).select();
}

/** Space moves on to the next text field, as Tab does. */
export function spaceMovesOn(e: KeyboardEvent): void {
	if (e.key !== " ") return;
	e.preventDefault();
	const from = e.currentTarget as HTMLInputElement;
	const fields = [...(from.form?.querySelectorAll<HTMLInputElement>("input[type=text]") ?? [])];
	fields.filter((f) => f.checkVisibility?.() ?? true)[fields.indexOf(from) + 1]?.focus();
}
