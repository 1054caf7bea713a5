import { describe, expect, it } from "vitest";
import { mgText, plusText, readEntry, readMg, readNumber } from "./entry";

const began = "2026-03-11T13:04:09.120Z";

describe("a typed line", () => {
	it.each([
		["Tearful, quiet", "Tearful, quiet", began],
		["-5 asked for a hand", "asked for a hand", "2026-03-11T12:59:09.120Z"],
		["−15 “So wide.”", "“So wide.”", "2026-03-11T12:49:09.120Z"],
		["-90 arrived", "arrived", "2026-03-11T11:34:09.120Z"],
		["-5", "-5", began],
		["- a dash", "- a dash", began],
		["5 breaths", "5 breaths", began],
		["-5mg less", "-5mg less", began],
	])("%j", (typed, text, at) => {
		expect(readEntry(typed, began)).toEqual({ text, at });
	});
});

describe("amounts", () => {
	it.each([
		["200", 200_000],
		["62.5", 62_500],
		["62,5 mg", 62_500],
		["0.125", 125],
		["", null],
		["two", null],
		["-5", null],
		["1.2345", null],
	])("%j mg", (typed, ug) => {
		expect(readMg(typed)).toBe(ug);
	});
	it("come back as they were", () => {
		for (const ug of [200_000, 62_500, 125]) expect(readMg(mgText(ug))).toBe(ug);
		expect(mgText(0)).toBe("");
	});
});

describe("readings", () => {
	it.each([
		["128", 0, 128],
		["128.5", 0, null],
		["36.8", 1, 368],
		["36,8", 1, 368],
		["37", 1, 370],
		["x", 0, null],
	] as const)("%j", (typed, decimals, n) => {
		expect(readNumber(typed, decimals)).toBe(n);
	});
});

it("tells minutes from the dose", () => {
	expect([plusText(26), plusText(0), plusText(-10)]).toEqual(["+26 m", "+0 m", "−10 m"]);
});
