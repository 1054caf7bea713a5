import { expect, it } from "vitest";
import { onPaper, readScore, shownDay, shownScore, wrongDay } from "./typed";

const zone = "America/Los_Angeles";
// The evening of 11 March there; already the 12th in UTC.
const now = new Date("2026-03-12T03:00:00.000Z");

it.each([
	["2026-03-11", undefined],
	["2006-06-01", undefined],
	["2026-03-12", "This day lies in the future."],
	["2005-03-11", "This day is more than 20 years ago. Check the date."],
	["", "Enter the date that is on the paper."],
	["someday", "This date was not understood. Write it like 14 Mar 2026."],
])("the day %s of a paper", (day, wrong) => {
	expect(wrongDay(day, zone, now)).toBe(wrong);
});

it("a paper is of noon of its day, and never of a time to come", () => {
	expect(onPaper("2026-03-10", zone, now)).toBe("2026-03-10T19:00:00.000Z");
	const morning = new Date("2026-03-11T15:00:00.000Z");
	expect(onPaper("2026-03-11", zone, morning)).toBe(morning.toISOString());
});

it.each([
	["0", { score: 0 }],
	[" 27 ", { score: 27 }],
	["28", { wrong: "A whole number from 0 to 27." }],
	["-1", { wrong: "A whole number from 0 to 27." }],
	["5.5", { wrong: "A whole number from 0 to 27." }],
	["1e1", { wrong: "A whole number from 0 to 27." }],
	["", { wrong: "Enter the score, from 0 to 27." }],
])("the score %s", (text, read) => {
	expect(readScore(text, { min: 0, max: 27 })).toEqual(read);
});

it.each([
	// Power was lost after the form had 14 and before the text had more than "1".
	["1", 14, "14"],
	["14", undefined, ""],
	["260", undefined, "260"],
	["260", 26, "260"],
	["", undefined, ""],
	[undefined, 0, "0"],
	[undefined, undefined, ""],
])("of the text %s and the score %s the field shows %s", (text, score, shown) => {
	expect(shownScore(text, score, { min: 0, max: 27 })).toBe(shown);
});

it.each([
	["2026-03-01", "2026-03-10"],
	["31 feb", "31 feb"],
	["", ""],
	[undefined, "2026-03-10"],
])("of the text %s and the day of the form the field shows %s", (text, shown) => {
	expect(shownDay(text, "2026-03-10T19:00:00.000Z", zone, now)).toBe(shown);
});
