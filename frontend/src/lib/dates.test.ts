import { describe, expect, it } from "vitest";
import { dateEcho, readDate } from "./dates";

const zone = "America/Los_Angeles";
const now = new Date("2026-03-13T04:00:00Z"); // still Thursday 12 March in Los Angeles

describe("reading a date", () => {
	it.each([
		["today", "2026-03-12"],
		["tomorrow", "2026-03-13"],
		["yesterday", "2026-03-11"],
		["+7", "2026-03-19"],
		["-3", "2026-03-09"],
		["14 mar", "2026-03-14"],
		["mar 14", "2026-03-14"],
		["1405", "2026-05-14"],
		["0103", "2027-03-01"],
		["14.5.", "2026-05-14"],
		["14/05/2026", "2026-05-14"],
		["5/14/2026", "2026-05-14"],
		["3 may 2031", "2031-05-03"],
		["2026-03-14", "2026-03-14"],
		["friday", "2026-03-13"],
		["next monday", "2026-03-16"],
		["29 feb", "2028-02-29"],
	])("%s, looking ahead", (text, date) => {
		expect(readDate(text, now, zone, "future")).toEqual({ date });
	});
	it.each([
		["3 may 1984", "1984-05-03"],
		["03051984", "1984-05-03"],
		["3.5.1984", "1984-05-03"],
		["14 mar", "2025-03-14"],
	])("%s, looking back", (text, date) => {
		expect(readDate(text, now, zone, "past")).toEqual({ date });
	});
	it.each(["32 jan 2020", "3202", "31.2.2026", "soon-ish", "maybe 14 or so of something", "9999"])(
		"%s is not guessed at",
		(text) => {
			expect(readDate(text, now, zone, "future")).toBe("unclear");
		},
	);
	it("tells an empty field from a wrong one", () => {
		expect(readDate("  ", now, zone, "future")).toBe("empty");
	});
});

describe("saying it back", () => {
	it.each([
		["2026-03-12", "Thursday 12 March 2026, today"],
		["2026-03-13", "Friday 13 March 2026, tomorrow"],
		["2026-03-19", "Thursday 19 March 2026, in 7 days"],
		["1984-05-03", "Thursday 3 May 1984"],
	])("%s", (date, words) => {
		expect(dateEcho(date, now, zone)).toBe(words);
	});
});
