import * as chrono from "chrono-node";
import { daysBetween, localDate } from "./time";

const day = 24 * 3_600_000;

const months = [
	"january",
	"february",
	"march",
	"april",
	"may",
	"june",
	"july",
	"august",
	"september",
	"october",
	"november",
	"december",
];

/** What a date field made of its text: a calendar date, nothing yet, or not understood. */
export type DateReading = { date: string } | "empty" | "unclear";

/** Which way a date without a year points: a birth date back, an appointment forward. */
export type Leaning = "past" | "future";

/**
 * Reads a date as a person types it: "tomorrow", "+7", "-3", "14 mar", "1405", "3.5.1984",
 * "2026-03-14". Four digits are day and month; a day-month pair is never read month first unless
 * the day could not be one.
 */
export function readDate(text: string, now: Date, zone: string, leaning: Leaning): DateReading {
	const t = text.trim().toLowerCase();
	if (t === "") return "empty";
	const today = localDate(now, zone);

	const relative = /^([+-])\s*(\d{1,4})$/.exec(t);
	if (relative) return { date: addDays(today, Number(`${relative[1]}${relative[2]}`)) };

	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(t);
	if (iso) return calendar(Number(iso[1]), Number(iso[2]), Number(iso[3]));

	const digits =
		/^(\d{2})(\d{2})(\d{4})?$/.exec(t) ?? /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}))?\.?$/.exec(t);
	if (digits) {
		let [d, m] = [Number(digits[1]), Number(digits[2])];
		if (m > 12 && d <= 12) [d, m] = [m, d];
		return digits[3] ? calendar(Number(digits[3]), m, d) : nearest(today, m, d, leaning);
	}

	const named =
		/^(\d{1,2})(?:st|nd|rd|th|\.)?\s*([a-z]{3,9})\.?,?\s*(\d{4})?$/.exec(t) ??
		/^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})?$/.exec(t);
	if (named) {
		const [d, name] = /^\d/.test(named[1] ?? "") ? [named[1], named[2]] : [named[2], named[1]];
		const m = months.findIndex((month) => month.startsWith(name ?? "?")) + 1;
		if (m > 0)
			return named[3]
				? calendar(Number(named[3]), m, Number(d))
				: nearest(today, m, Number(d), leaning);
	}

	// chrono reads on a wall clock of its own; noon keeps the calendar day whatever the offset.
	const [found] = chrono.en.GB.parse(t, new Date(`${today}T12:00:00`), {
		forwardDate: leaning === "future",
	});
	if (found?.text !== t) return "unclear";
	const [y, m, d] = (["year", "month", "day"] as const).map((c) => found.start.get(c) ?? 0);
	return calendar(y ?? 0, m ?? 0, d ?? 0);
}

function calendar(y: number, m: number, d: number): DateReading {
	const at = new Date(Date.UTC(y, m - 1, d));
	const real = at.getUTCFullYear() === y && at.getUTCMonth() === m - 1 && at.getUTCDate() === d;
	return real && y >= 1900 && y < 2200 ? { date: at.toISOString().slice(0, 10) } : "unclear";
}

function nearest(today: string, m: number, d: number, leaning: Leaning): DateReading {
	const year = Number(today.slice(0, 4));
	// Eight years hold every 29 February.
	for (let step = 0; step <= 8; step++) {
		const r = calendar(leaning === "past" ? year - step : year + step, m, d);
		if (typeof r !== "object") continue;
		if (leaning === "past" ? r.date <= today : r.date >= today) return r;
	}
	return "unclear";
}

function addDays(date: string, n: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + n * day).toISOString().slice(0, 10);
}

/** Says back what was understood: "Saturday 14 March 2026, in 2 days". */
export function dateEcho(date: string, now: Date, zone: string): string {
	const words = new Intl.DateTimeFormat("en-GB", {
		weekday: "long",
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone: "UTC",
	})
		.format(new Date(`${date}T00:00:00Z`))
		.replace(",", "");
	const days = daysBetween(
		new Date(`${localDate(now, zone)}T00:00:00Z`),
		new Date(`${date}T00:00:00Z`),
		"UTC",
	);
	if (days === 0) return `${words}, today`;
	if (days === 1) return `${words}, tomorrow`;
	if (days === -1) return `${words}, yesterday`;
	if (days > 0 && days <= 60) return `${words}, in ${days} days`;
	return words;
}
