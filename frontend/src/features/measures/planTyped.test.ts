import { describe, expect, it } from "vitest";
import type { MeasurePlan } from "../../bridge";
import { planOf, switched, typedOf } from "./planTyped";

const row = (instrument_id: string, baseline: boolean, reviews: boolean) => ({
	instrument_id,
	baseline,
	before_dosing: false,
	in_window: false,
	reviews,
});
const plan = {
	rows: [row("phq-9", true, true), row("gad-7", true, false)],
	days_before: 7,
} as MeasurePlan;

describe("a plan as it is typed", () => {
	it("comes back as it was", () => {
		const back = planOf(typedOf(plan));
		expect(back.days_before).toBe(7);
		expect(new Set(back.rows)).toEqual(new Set(plan.rows));
	});
	it("is as it was when what was switched is switched back", () => {
		const typed = typedOf(plan);
		let now = switched(typed, "gad-7", "baseline", false);
		expect(now.asked["gad-7"]).toBeUndefined();
		now = switched(now, "isi", "reviews", true);
		expect(now.asked.isi).toEqual(["reviews"]);
		now = switched(switched(now, "isi", "reviews", false), "gad-7", "baseline", true);
		expect(JSON.stringify(now)).toBe(JSON.stringify(typed));
	});
	it("holds the occasions in their order", () => {
		const now = switched(switched(typedOf(plan), "isi", "reviews", true), "isi", "baseline", true);
		expect(now.asked.isi).toEqual(["baseline", "reviews"]);
	});
	it("refuses days that are no number beside their field", () => {
		expect(() => planOf({ ...typedOf(plan), days: "soon" })).toThrowError(
			expect.objectContaining({ fields: { days_before: expect.any(String) } }),
		);
	});
});
