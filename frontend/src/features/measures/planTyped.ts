import { Fault, type MeasurePlan } from "../../bridge";
import { readNumber } from "../../lib/entry";

/** When a questionnaire can be asked for, in the order of the table. */
export const occasions = [
	["baseline", "Baseline"],
	["before_dosing", "Before each dosing"],
	["in_window", "In each window"],
	["reviews", "Reviews"],
] as const;

export type Occasion = (typeof occasions)[number][0];

/** The form's own shape: what is asked when, by questionnaire; the number is text until it is kept. */
export interface Typed {
	asked: Record<string, Occasion[]>;
	days: string;
}

/** In one order, so that what is switched back is as it was. */
const inOrder = (asked: [string, Occasion[]][]): Typed["asked"] =>
	Object.fromEntries(asked.sort(([a], [b]) => (a < b ? -1 : 1)));

export const typedOf = (plan: MeasurePlan): Typed => ({
	asked: inOrder(
		plan.rows.map((row) => [row.instrument_id, occasions.map(([o]) => o).filter((o) => row[o])]),
	),
	days: String(plan.days_before),
});

/** The plan that was typed. A number that is none is refused beside its field. */
export function planOf(typed: Typed): MeasurePlan {
	const days_before = readNumber(typed.days, 0);
	if (days_before === null)
		throw new Fault("invalid", "Nothing was kept yet; check what is marked.", {
			days_before: "Write a whole number of days, 1 to 30.",
		});
	const rows = Object.entries(typed.asked).map(([instrument_id, at]) => ({
		instrument_id,
		baseline: at.includes("baseline"),
		before_dosing: at.includes("before_dosing"),
		in_window: at.includes("in_window"),
		reviews: at.includes("reviews"),
	}));
	return { rows, days_before } as MeasurePlan;
}

/** The plan with one occasion of a questionnaire switched. */
export function switched(typed: Typed, instrument: string, occasion: Occasion, on: boolean): Typed {
	const had = typed.asked[instrument] ?? [];
	const at = occasions.map(([o]) => o).filter((o) => (o === occasion ? on : had.includes(o)));
	const others = Object.entries(typed.asked).filter(([id]) => id !== instrument);
	return { ...typed, asked: inOrder(at.length > 0 ? [...others, [instrument, at]] : others) };
}
