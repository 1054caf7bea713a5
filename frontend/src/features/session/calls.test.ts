import { expect, test } from "vitest";
import type { LogLine } from "../../bridge";
import { calledLine, callLine, callsSince } from "./calls";

const call = (callee: string, name: string, reached: string) => ({
	callee,
	name,
	number: "1",
	reached,
});

test("a call in few words", () => {
	for (const [want, reached, text] of [
		["Prescriber, Dr. A. Sample", "", ""],
		["Prescriber, Dr. A. Sample, reached: will call back", "yes", "will call back"],
		["Prescriber, Dr. A. Sample, not reached", "no", ""],
	] as const)
		expect(callLine({ call: call("prescriber", "Dr. A. Sample", reached), text })).toBe(want);
	expect(callLine({ text: "Quiet." })).toBe("Quiet.");
});

test("what the calls to a number came to", () => {
	const made = (minute: number, reached: string) => ({
		entry: { at: `2026-03-12T14:0${minute}:00.000Z` } as LogLine["entry"],
		call: call("prescriber", "", reached),
	});
	expect(calledLine([], "UTC")).toBe("");
	expect(calledLine([made(2, "")], "UTC")).toBe("Called 14:02");
	expect(calledLine([made(2, "no"), made(5, "yes")], "UTC")).toBe("Called 14:02, 14:05, reached");
});

test("the calls of an event: from the minute before it, those that stand", () => {
	const line = (minute: number, struck: boolean, callee: string): LogLine =>
		({
			time_text: `14:0${minute}`,
			entry: {
				at: `2026-03-12T21:0${minute}:00.000Z`,
				struck_at: struck ? "2026-03-12T21:09:00.000Z" : "",
			},
			...(callee && { observation: { call: call(callee, "", "yes"), text: "" } }),
		}) as unknown as LogLine;
	const log = [
		line(1, false, "ride"),
		line(2, false, "prescriber"),
		line(3, true, "client"),
		line(4, false, ""),
		line(5, false, "emergency_services"),
	];
	expect(callsSince(log, "2026-03-12T21:03:00.000Z")).toBe(
		"14:02 Prescriber, reached; 14:05 Emergency services, reached",
	);
	expect(callsSince([], "2026-03-12T21:03:00.000Z")).toBe("");
});
