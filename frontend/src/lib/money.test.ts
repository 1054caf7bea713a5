import { describe, expect, it } from "vitest";
import { centsText, readCents } from "./money";

describe("dollars", () => {
	it.each([
		["150", 15_000],
		["150.00", 15_000],
		[" $1,250.50 ", 125_050],
		["1250.05", 125_005],
		["0", 0],
		["0.10", 10],
		["1,000,000.00", 100_000_000],
		["9999999.99", 999_999_999],
		["", null],
		["free", null],
		["-5", null],
		["1.5", null],
		["1.500", null],
		["1,25", null],
		["12,50.00", null],
		["1,2500", null],
		["12345678", null],
		["€5", null],
	])("%j", (typed, cents) => expect(readCents(typed)).toBe(cents));
	it("come back as they were", () => {
		for (const cents of [0, 1, 10, 99, 100, 125_050, 100_000_000])
			expect(readCents(centsText(cents))).toBe(cents);
	});
});
