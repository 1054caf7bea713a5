import { describe, expect, it } from "vitest";
import {
	clock,
	clockSeconds,
	dayWords,
	elapsed,
	greeting,
	longDate,
	minutesSince,
	minutesUntil,
	readTime,
	whenWords,
	zoned,
} from "./time";

const la = "America/Los_Angeles";
const now = new Date("2026-03-12T16:00:00Z"); // Thursday, 09:00 in Los Angeles

describe("words for times", () => {
	it("tells the time where the session was", () => {
		expect(clock("2026-03-11T20:04:00Z", la)).toBe("13:04");
		expect(clock("2026-03-11T07:04:00Z", la)).toBe("00:04");
		expect(clockSeconds("2026-03-11T20:04:09.000Z", la)).toBe("13:04:09");
	});
	it.each([
		["2026-03-12T07:00:00Z", "today"],
		["2026-03-12T06:59:00Z", "yesterday"],
		["2026-03-13T08:00:00Z", "tomorrow"],
		["2026-03-10T17:30:00Z", "Tuesday"],
		["2026-03-05T17:30:00Z", "5 March"],
		["2025-03-05T17:30:00Z", "5 March 2025"],
		["2026-03-14T17:30:00Z", "14 March"],
	])("%s is %s", (iso, words) => {
		expect(dayWords(iso, la, now)).toBe(words);
	});
	it("joins day and time", () => {
		expect(whenWords("2026-03-11T20:04:00Z", la, now)).toBe("yesterday at 13:04");
	});
	it("writes a calendar date out", () => {
		expect(longDate("1984-05-03")).toBe("3 May 1984");
	});
	it.each([
		[3, "Good evening."],
		[4, "Good morning."],
		[12, "Good afternoon."],
		[18, "Good evening."],
	])("greets at %d", (h, words) => {
		expect(greeting(h)).toBe(words);
	});
});

describe("wall clock to instant", () => {
	it.each([
		["2026-03-12", "09:00", "2026-03-12T16:00:00.000Z"],
		["2026-01-12", "09:00", "2026-01-12T17:00:00.000Z"],
		["2026-03-08", "01:59", "2026-03-08T09:59:00.000Z"],
		["2026-03-08", "02:30", "2026-03-08T10:30:00.000Z"], // skipped: reads as 03:30
		["2026-03-08", "03:00", "2026-03-08T10:00:00.000Z"],
		["2026-11-01", "01:30", "2026-11-01T08:30:00.000Z"], // repeated: the first
		["2026-11-01", "02:00", "2026-11-01T10:00:00.000Z"],
	])("%s %s", (date, time, iso) => {
		expect(zoned(date, time, la)).toBe(iso);
	});
	it("knows zones east of Greenwich", () => {
		expect(zoned("2026-07-01", "00:15", "Asia/Kolkata")).toBe("2026-06-30T18:45:00.000Z");
	});
});

describe("typed times", () => {
	it.each([
		["9", "09:00"],
		["905", "09:05"],
		["9:05", "09:05"],
		["2130", "21:30"],
		["9.05 pm", "21:05"],
		["12am", "00:00"],
		["24:00", null],
		["9:60", null],
		["13 pm", null],
		["noon-ish", null],
		["", null],
	])("%s", (text, want) => {
		expect(readTime(text)).toBe(want);
	});
});

describe("elapsed time", () => {
	const dose = "2026-03-12T13:12:00.400Z";
	it.each([
		["2026-03-12T13:54:18.000Z", "0:42:18"],
		["2026-03-12T13:12:00.400Z", "0:00:00"],
		["2026-03-12T14:12:00.000Z", "1:00:00"],
		["2026-03-13T01:12:09.999Z", "12:00:09"],
		["2026-03-12T13:11:00.000Z", "0:00:00"], // the clock was set back
	])("since the dose, at %s", (at, want) => {
		expect(elapsed(dose, Date.parse(at))).toBe(want);
	});
	it("counts whole minutes", () => {
		expect(minutesSince(dose, Date.parse("2026-03-12T13:39:59.000Z"))).toBe(27);
		expect(minutesSince(dose, Date.parse("2026-03-12T13:00:00.000Z"))).toBe(0);
	});

	it("counts the minutes until a check, begun ones too", () => {
		const due = "2026-03-12T13:12:00.500Z";
		expect(minutesUntil(due, Date.parse("2026-03-12T13:02:00.000Z"))).toBe(10);
		expect(minutesUntil(due, Date.parse("2026-03-12T13:02:58.000Z"))).toBe(10);
		expect(minutesUntil(due, Date.parse("2026-03-12T13:03:00.000Z"))).toBe(9);
		expect(minutesUntil(due, Date.parse("2026-03-12T13:11:59.000Z"))).toBe(1);
	});
});
