import { expect, it } from "vitest";
import { atTime } from "./entries";

it.each([
	["2026-03-12T10:05:20.000Z", "10:05", "2026-03-12T10:05:20.000Z"],
	["2026-03-12T10:05:20.000Z", "09:05", "2026-03-12T09:05:00.000Z"],
	["2026-03-12T10:05:20.000Z", "11:00", "2026-03-12T11:00:00.000Z"],
	// After midnight an evening's time is of the day before.
	["2026-03-12T00:10:20.000Z", "23:50", "2026-03-11T23:50:00.000Z"],
])("%s at %s", (at, time, want) => {
	expect(atTime(at, time, "UTC")).toBe(want);
});
