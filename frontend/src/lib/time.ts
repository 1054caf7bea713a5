/*
 * Times cross from Go as RFC 3339 text in UTC. Everything here turns them into words for a given
 * IANA zone; nothing reads the clock by itself, so `now` is always passed in.
 */

const hour = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = zone + JSON.stringify(options);
	let f = formats.get(key);
	if (!f) {
		f = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone });
		formats.set(key, f);
	}
	return f;
}

function part(zone: string, at: Date, options: Intl.DateTimeFormatOptions, type: string): string {
	return (
		format(zone, options)
			.formatToParts(at)
			.find((p) => p.type === type)?.value ?? ""
	);
}

/** The machine's own IANA zone. */
export const machineZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "2026-03-12" in the zone. */
export function localDate(at: Date, zone: string): string {
	const p = format(zone, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(at);
	const get = (type: string) => p.find((x) => x.type === type)?.value ?? "";
	return `${get("year").padStart(4, "0")}-${get("month")}-${get("day")}`;
}

/** "13:04" in the zone. */
export function clock(iso: string, zone: string): string {
	return format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
		new Date(iso),
	);
}

/** "13:04:09" in the zone. */
export function clockSeconds(iso: string, zone: string): string {
	return format(zone, {
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
		hourCycle: "h23",
	}).format(new Date(iso));
}

/** "12 March" */
export function dayMonth(at: Date, zone: string): string {
	return format(zone, { day: "numeric", month: "long" }).format(at);
}

/** Whether text is a calendar date such as "1984-05-03". */
export const isDate = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** A calendar date "1984-05-03" as "3 May 1984". */
export function longDate(date: string): string {
	return format("UTC", { day: "numeric", month: "long", year: "numeric" }).format(
		new Date(`${date}T00:00:00Z`),
	);
}

/** Whole calendar days from `from` to `to` in the zone; negative when `to` is earlier. */
export function daysBetween(from: Date, to: Date, zone: string): number {
	const day = (d: Date) => Date.parse(`${localDate(d, zone)}T00:00:00Z`);
	return Math.round((day(to) - day(from)) / (24 * hour));
}

/** "today", "yesterday", "tomorrow", "Tuesday" within six days back, else "11 March" (with a foreign year). */
export function dayWords(iso: string, zone: string, now: Date): string {
	const at = new Date(iso);
	const days = daysBetween(now, at, zone);
	if (days === 0) return "today";
	if (days === -1) return "yesterday";
	if (days === 1) return "tomorrow";
	if (days < 0 && days > -7) return part(zone, at, { weekday: "long" }, "weekday");
	const year = localDate(at, zone).slice(0, 4);
	return year === localDate(now, zone).slice(0, 4)
		? dayMonth(at, zone)
		: `${dayMonth(at, zone)} ${year}`;
}

/** "yesterday at 13:04" */
export function whenWords(iso: string, zone: string, now: Date): string {
	return `${dayWords(iso, zone, now)} at ${clock(iso, zone)}`;
}

function offsetAt(utc: number, zone: string): number {
	const at = new Date(utc);
	const [y, mo, d] = localDate(at, zone).split("-").map(Number) as [number, number, number];
	const [h, mi, s] = clockSeconds(at.toISOString(), zone).split(":").map(Number) as [
		number,
		number,
		number,
	];
	return Date.UTC(y, mo - 1, d, h, mi, s) - Math.floor(utc / 1000) * 1000;
}

/**
 * The instant of a wall-clock reading in a zone, as RFC 3339 UTC. A time skipped in spring reads as
 * the same distance after midnight; of a time repeated in autumn the first is meant.
 */
export function zoned(date: string, time: string, zone: string): string {
	const wall = Date.parse(`${date}T${time}:00Z`);
	const before = offsetAt(wall - 12 * hour, zone);
	const guess = wall - before;
	const utc = offsetAt(guess, zone) === before ? guess : wall - offsetAt(wall + 12 * hour, zone);
	// In the skipped hour neither reading holds: keep the offset from before the change.
	return new Date(offsetAt(utc, zone) === wall - utc ? utc : guess).toISOString();
}

const pad = (n: number): string => String(n).padStart(2, "0");

/** What a clock that was started at an instant shows at another (ms since 1970): "0:42:18". Never less than nothing. */
export function elapsed(since: string, at: number): string {
	const seconds = Math.max(0, Math.floor(at / 1000) - Math.floor(Date.parse(since) / 1000));
	return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** Whole minutes from an instant to another (ms since 1970); never less than none. */
export const minutesSince = (since: string, at: number): number =>
	Math.max(0, Math.floor((at - Date.parse(since)) / 60_000));

/** Minutes until an instant (at: ms since 1970), begun ones counted; the second that runs is not one. */
export const minutesUntil = (due: string, at: number): number =>
	Math.max(1, Math.ceil((Date.parse(due) - at - 1000) / 60_000));

/**
 * A time as typed ("9", "905", "9:05", "2130", "9.05 pm") as "HH:MM", or null. With `from`, "-20" is
 * twenty minutes before it.
 */
export function readTime(text: string, from?: { at: string; zone: string }): string | null {
	const back = from && /^\s*[-−](\d{1,3})\s*$/.exec(text);
	if (back) {
		const at = Date.parse(from.at) - Number(back[1]) * 60_000;
		return clock(new Date(at).toISOString(), from.zone);
	}
	const m = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?\s*$/i.exec(text);
	if (!m) return null;
	let h = Number(m[1]);
	const min = Number(m[2] ?? "0");
	const half = m[3]?.toLowerCase();
	if (half && (h < 1 || h > 12)) return null;
	if (half === "pm" && h < 12) h += 12;
	if (half === "am" && h === 12) h = 0;
	if (h > 23 || min > 59) return null;
	return `${pad(h)}:${pad(min)}`;
}

/** "Good morning." by the hour where the machine stands. */
export function greeting(hourOfDay: number): string {
	if (hourOfDay >= 4 && hourOfDay < 12) return "Good morning.";
	return hourOfDay >= 12 && hourOfDay < 18 ? "Good afternoon." : "Good evening.";
}
