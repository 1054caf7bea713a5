import { scaleLinear, scaleUtc } from "d3-scale";
import type { ChartPoint, ChartSeries, ChartSession, CourseChart } from "../../bridge";
import { zoned } from "../../lib/time";
import { type Label, Labels, textWidth, wrapped } from "./courselabels";

/*
 * Where everything of the course's picture lies, worked out without the page: from one CourseChart, what
 * is shown of it, the width in px, and how large the text is. All numbers are px.
 */

/** What is shown: keys of measures, and whether what the client notices is. */
export interface Shown {
	measures: readonly string[];
	notices: boolean;
}

/** A point one can walk to and open. */
export interface Mark {
	key: string;
	/** What it opens: a session's or a form's id. Several marks of one form are one stop of the walk. */
	id: string;
	kind: "session" | "form";
	time: number;
	x: number;
	y: number;
	r: number;
	/** 0 for sessions, then measures and notices from above. */
	lane: number;
	look: "session" | "dose" | "planned" | "planned dose" | "score" | "notice";
	words: string;
}

export interface Band {
	y: number;
	height: number;
}

/** One measure, or one thing the client notices. */
export interface Lane {
	key: string;
	notice: boolean;
	top: number;
	bottom: number;
	/** "x,y x,y" for a polyline. */
	line: string;
	/** The same points for a path of round dots of that radius. */
	dots: string;
	r: number;
	/** Every other severity band. */
	fills: readonly Band[];
	/** Where a band begins. */
	grid: readonly number[];
	cutoffs: readonly number[];
}

export interface Picture {
	width: number;
	height: number;
	left: number;
	right: number;
	rail: number;
	foot: number;
	windows: readonly { key: string; x: number; width: number }[];
	lanes: readonly Lane[];
	/** One below the measures; another below the notices, where they are shown. */
	axes: readonly number[];
	ticks: readonly number[];
	/** Missing when the course was over long ago. */
	today: number | undefined;
	marks: readonly Mark[];
	labels: readonly Label[];
}

const day = 24 * 3_600_000;
const shortest = 21 * day;

/** Heights of a measure's plot by how many there are. */
const plotHeight = (measures: number) => (measures < 2 ? 140 : measures === 2 ? 108 : 84);

export const shownSeries = (chart: CourseChart, shown: Shown): ChartSeries[] =>
	chart.series.filter((s) => shown.measures.includes(s.key));

/** Lays the picture out in `width` px; `u` is 1 at the usual text size. */
export function layOut(chart: CourseChart, shown: Shown, width: number, u: number): Picture {
	const measures = shownSeries(chart, shown);
	const notices = shown.notices ? chart.notices : [];
	const span = spanOf(chart);
	const narrow = width < 480 * u;

	// To the right of the plot: a column of numbers, then one of names.
	const names = [
		...measures.flatMap((s) => [...s.bands.map((b) => b.label), ...s.cutoffs.map((c) => c.words)]),
		...notices.flatMap((s) => [s.title, highWords(s)]),
	];
	const room = Math.min(140 * u, Math.max(0, ...names.map((n) => textWidth(n, u))));
	const numbers = 26 * u;
	const left = 2 * u;
	const right = width - numbers - (narrow || room === 0 ? 0 : room + 8 * u);
	const nameX = right + numbers + 4 * u;
	const numberX = right + numbers - 4 * u;

	const x = scaleLinear()
		.domain([span.from, span.to])
		.range([left + 16 * u, right - 14 * u]);
	const at = (iso: string) => x(Date.parse(iso));
	const labels = new Labels(width, u);
	const marks: Mark[] = [];

	// The sessions.
	const rail = 50 * u;
	const crowded = chart.sessions.length > (right - left) / (14 * u);
	for (const s of chart.sessions) marks.push(sessionMark(s, at(s.at), rail, crowded ? 0.6 * u : u));
	nameSessions(chart.sessions, at, rail, labels, u, right);

	// A lane for each measure.
	const lanes: Lane[] = [];
	let y = rail + 34 * u;
	for (const s of measures) {
		const top = y + 34 * u;
		const bottom = top + plotHeight(measures.length) * u;
		labels.must({ text: s.title, x: left, y: y + 13 * u, anchor: "start", look: "strong" });
		const lane = lanes.length + 1;
		const up = scaleLinear().domain([s.min, s.max]).range([bottom, top]);
		const points = marksOf(s, at, up, lane, "score", u);
		marks.push(...points);
		lanes.push({
			key: s.key,
			notice: false,
			top,
			bottom,
			...drawn(points),
			fills: bandsOf(s, up).filter((_, i) => i % 2 === 1),
			grid: startsOf(s).map(up),
			cutoffs: s.cutoffs.map((c) => up(c.from)),
		});
		score(s.points, points, labels, { top: top - 22 * u, bottom }, u);
		nameBands(s, up, labels, { numberX, nameX, room, narrow }, u);
		if (narrow)
			labels.put({ ...beside(s.title, left, u), text: lastWords(s), y: y + 13 * u, look: "quiet" });
		y = bottom + 16 * u;
	}

	const axes = [measures.length > 0 ? y - 16 * u : rail + 44 * u];
	y = (axes[0] ?? 0) + 40 * u;
	if (notices.length > 0) {
		labels.must({
			text: "Client notices",
			x: left,
			y: y + 13 * u,
			anchor: "start",
			look: "strong",
		});
		y += 26 * u;
		for (const s of notices) {
			const head = narrow ? 20 * u : 4 * u;
			const bottom = y + head + 24 * u;
			const top = y + head;
			const up = scaleLinear().domain([s.min, s.max]).range([bottom, top]);
			const points = marksOf(s, at, up, lanes.length + 1, "notice", u);
			marks.push(...points);
			lanes.push({
				key: s.key,
				notice: true,
				top,
				bottom,
				...drawn(points),
				fills: [],
				grid: [bottom],
				cutoffs: [],
			});
			nameNotice(s, labels, { left, numberX, nameX, room, narrow, top, bottom }, u);
			y = bottom + 10 * u;
		}
		axes.push(y - 10 * u);
		y += 30 * u;
	}

	const today = span.today === undefined ? undefined : x(span.today);
	const ticks = tickTimes(span, chart, right - left, u);
	for (const axis of axes) {
		const base = axis + 22 * u;
		if (today !== undefined)
			labels.put({ text: "Today", x: today, y: base, anchor: "middle", look: "strong" });
		for (const t of ticks)
			labels.put({ text: t.text, x: x(t.time), y: base, anchor: "middle", look: "quiet" }, 10 * u);
	}

	return {
		width,
		height: y - 8 * u,
		left,
		right,
		rail,
		foot: axes.at(-1) ?? rail,
		windows: chart.windows.map((w) => ({
			key: w.session_id,
			x: at(w.opens_at),
			width: Math.max(2, at(w.closes_at) - at(w.opens_at)),
		})),
		lanes,
		axes,
		ticks: ticks.map((t) => x(t.time)),
		today,
		marks: marks.toSorted((a, b) => a.time - b.time || a.lane - b.lane),
		labels: labels.all,
	};
}

interface Span {
	from: number;
	to: number;
	today: number | undefined;
}

/** The time the axis covers; today is on it unless the course ended long before. */
function spanOf(chart: CourseChart): Span {
	const times = [
		...chart.sessions.map((s) => Date.parse(s.at)),
		...chart.windows.map((w) => Date.parse(w.closes_at)),
		...[...chart.series, ...chart.notices].flatMap((s) => s.points.map((p) => Date.parse(p.at))),
	];
	const now = Date.parse(chart.now);
	let from = now;
	let last = Number.NEGATIVE_INFINITY;
	for (const t of times) {
		from = Math.min(from, t);
		last = Math.max(last, t);
	}
	if (times.length === 0) last = now;
	const near = now - last <= Math.max(30 * day, (last - from) / 3);
	return {
		from,
		to: Math.max(last, near ? now : last, from + shortest),
		today: near ? now : undefined,
	};
}

function tickTimes(
	span: Span,
	chart: CourseChart,
	width: number,
	u: number,
): { time: number; text: string }[] {
	const count = Math.max(2, Math.min(7, Math.floor(width / (105 * u))));
	const days = scaleUtc().domain([span.from, span.to]).ticks(count);
	const years = days.some((d) => d.getUTCMonth() === 0 && d.getUTCDate() === 1);
	const thisYear = new Date(chart.now).getUTCFullYear();
	let first = true;
	return days
		.map((d) => ({
			day: d,
			time: Date.parse(zoned(d.toISOString().slice(0, 10), "00:00", chart.zone)),
		}))
		.filter((t) => t.time >= span.from && t.time <= span.to)
		.map(({ day, time }) => {
			const withYear = first && !years && day.getUTCFullYear() !== thisYear;
			first = false;
			return { time, text: tickText(day, withYear) };
		});
}

const tickFormats = new Map<string, Intl.DateTimeFormat>();
function tickText(t: Date, withYear: boolean): string {
	const monthStart = t.getUTCDate() === 1;
	if (monthStart && t.getUTCMonth() === 0) return String(t.getUTCFullYear());
	const key = `${monthStart}${withYear}`;
	let format = tickFormats.get(key);
	if (!format) {
		format = new Intl.DateTimeFormat("en-GB", {
			...(monthStart ? { month: "long" } : { day: "numeric", month: "short" }),
			...(withYear && { year: "numeric" }),
			timeZone: "UTC",
		});
		tickFormats.set(key, format);
	}
	return format.format(t);
}

function sessionMark(s: ChartSession, x: number, rail: number, u: number): Mark {
	const dosing = s.kind === "dosing";
	const look = s.dose_text
		? "dose"
		: s.state === "planned"
			? dosing
				? "planned dose"
				: "planned"
			: "session";
	return {
		key: s.session_id,
		id: s.session_id,
		kind: "session",
		time: Date.parse(s.at),
		x,
		y: rail,
		r: (look === "dose" || look === "planned dose" ? 9 : 4.5) * u,
		lane: 0,
		look,
		words: s.words,
	};
}

function marksOf(
	s: ChartSeries,
	at: (iso: string) => number,
	up: (value: number) => number,
	lane: number,
	look: "score" | "notice",
	u: number,
): Mark[] {
	const crowded = s.points.length > 50;
	const r = (look === "notice" ? (crowded ? 1.5 : 2.5) : crowded ? 2.5 : 4) * u;
	return s.points.map((p) => ({
		key: `${s.key} ${p.response_id}`,
		id: p.response_id,
		kind: "form",
		time: Date.parse(p.at),
		x: at(p.at),
		y: up(p.value),
		r,
		lane,
		look,
		words: p.words,
	}));
}

function drawn(points: readonly Mark[]): { line: string; dots: string; r: number } {
	const at = points.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`);
	return { line: at.join(" "), dots: at.map((p) => `M${p}h0`).join(""), r: points[0]?.r ?? 0 };
}

/**
 * Above the rail what was given, with the session's name while there is room for all of them; below it
 * what led to the doses, newest first. What follows a dose needs no name there: every session says itself
 * when focused, and in the table.
 */
function nameSessions(
	sessions: readonly ChartSession[],
	at: (iso: string) => number,
	rail: number,
	labels: Labels,
	u: number,
	right: number,
): void {
	const doses = sessions
		.filter((s) => s.dose_text || (s.kind === "dosing" && s.state === "planned"))
		.toReversed();
	const amount = (s: ChartSession): Label => ({
		text: s.dose_text || "planned",
		x: at(s.at),
		y: rail - 19 * u,
		anchor: "middle",
		look: s.dose_text ? "strong" : "quiet",
	});
	const name = (s: ChartSession): Label => ({
		text: s.title,
		x: at(s.at),
		y: rail - 36 * u,
		anchor: "middle",
		look: "quiet",
	});
	const all = doses.flatMap((s) => [amount(s), name(s)]);
	if (!labels.putAll(all, 8 * u))
		for (const s of doses) if (labels.put(amount(s), 8 * u)) labels.put(name(s), 8 * u);
	for (const s of sessions.toReversed())
		if (["consultation", "preparation", "talk"].includes(s.kind) && at(s.at) < right)
			labels.put(
				{ text: s.title, x: at(s.at), y: rail + 22 * u, anchor: "middle", look: "quiet" },
				10 * u,
			);
}

/** Where the bands begin; without bands the ends of the scale. */
const startsOf = (s: ChartSeries): number[] =>
	s.bands.length > 0 ? s.bands.map((b) => b.from) : [s.min, s.max];

function bandsOf(s: ChartSeries, up: (value: number) => number): Band[] {
	return s.bands.map((b, i) => {
		const y = up(s.bands[i + 1]?.from ?? s.max);
		return { y, height: up(b.from) - y };
	});
}

interface Columns {
	numberX: number;
	nameX: number;
	room: number;
	/** There is no room for a column of names. */
	narrow: boolean;
}

/** The numbers and names of limits and bands, as far as there is room for them. */
function nameBands(
	s: ChartSeries,
	up: (value: number) => number,
	labels: Labels,
	c: Columns,
	u: number,
): void {
	const line = 16 * u;
	const centred = 4.5 * u;
	const number = (n: number, y: number) =>
		labels.put({ text: String(n), x: c.numberX, y, anchor: "end", look: "quiet" });
	/** `first` is the baseline of the first of so many lines. */
	const name = (text: string, first: (lines: number) => number) => {
		const lines = c.narrow ? [] : wrapped(text, c.room, u);
		labels.putAll(
			lines.map((text, i) => ({
				text,
				x: c.nameX,
				y: first(lines.length) + i * line,
				anchor: "start",
				look: "quiet",
			})),
		);
	};
	const around = (y: number) => (lines: number) => y + centred - ((lines - 1) / 2) * line;

	// Of two limits close to each other the upper one is named above its line, the lower one below.
	const limits = s.cutoffs.toSorted((a, b) => a.from - b.from);
	limits.forEach((limit, i) => {
		const y = up(limit.from);
		if (limits.length === 1) {
			number(limit.from, y + centred);
			name(limit.words, around(y));
		} else if (i === 0) {
			number(limit.from, y + 13 * u);
			name(limit.words, () => y + 13 * u);
		} else {
			number(limit.from, y - 2 * u);
			name(limit.words, (lines) => y - 2 * u - (lines - 1) * line);
		}
	});
	for (const n of startsOf(s)) number(n, up(n) + centred);
	bandsOf(s, up).forEach((band, i) => {
		name(s.bands[i]?.label ?? "", around(band.y + band.height / 2));
	});
}

/** Right of a text that begins at `x`. */
const beside = (text: string, x: number, u: number) =>
	({ x: x + textWidth(text, u) + 8 * u, anchor: "start" }) as const;

/** "8, mild" */
function lastWords(s: ChartSeries): string {
	const last = s.points.at(-1);
	return last?.band ? `${last.value}, ${last.band}` : "";
}

const highWords = (s: ChartSeries) => (s.high ? `${s.max} ${s.high}` : "");

function nameNotice(
	s: ChartSeries,
	labels: Labels,
	c: Columns & { left: number; top: number; bottom: number },
	u: number,
): void {
	const last = s.points.at(-1);
	const middle = (c.top + c.bottom) / 2;
	if (last)
		labels.must({
			text: String(last.value),
			x: c.numberX,
			y: middle + (c.narrow ? 4.5 : -2.5) * u,
			anchor: "end",
			look: "strong",
		});
	if (c.narrow) {
		const y = c.top - 6 * u;
		labels.must({ text: s.title, x: c.left, y, anchor: "start", look: "name" });
		labels.put({ ...beside(s.title, c.left, u), text: highWords(s), y, look: "quiet" });
		return;
	}
	labels.must({ text: s.title, x: c.nameX, y: middle - 2.5 * u, anchor: "start", look: "name" });
	// In full or not at all: the table has it.
	const high = highWords(s);
	labels.put({
		text: textWidth(high, u) <= c.room ? high : "",
		x: c.nameX,
		y: middle + 14 * u,
		anchor: "start",
		look: "quiet",
	});
}

/** The scores at their points: the last and the first always, then the ends of the range, then the newest. */
function score(
	points: readonly ChartPoint[],
	marks: readonly Mark[],
	labels: Labels,
	within: { top: number; bottom: number },
	u: number,
): void {
	const values = points.map((p) => p.value);
	const ends = [values.length - 1, 0];
	const order = new Set([
		...ends,
		values.indexOf(Math.min(...values)),
		values.indexOf(Math.max(...values)),
		...values.map((_, i) => i).toReversed(),
	]);
	for (const i of order) {
		const m = marks[i];
		const value = values[i];
		if (!m || value === undefined) continue;
		const above = m.y - 9 * u;
		const below = m.y + 19 * u;
		const valley =
			(marks[i - 1]?.y ?? m.y + 1) < m.y &&
			(marks[i + 1]?.y ?? m.y + 1) < m.y &&
			below + 5 * u < within.bottom;
		const places = valley ? [below, above] : [above, below];
		const label = (y: number): Label => ({
			text: String(value),
			x: m.x,
			y,
			anchor: "middle",
			look: "score",
		});
		const fits = (y: number) => y - 12 * u >= within.top && y + 4 * u <= within.bottom;
		const others = marks.filter((o) => o !== m && Math.abs(o.x - m.x) < 24 * u);
		const clear = (y: number) => others.every((o) => !labels.covers(label(y), o, 2 * u));
		const free = places.find((y) => fits(y) && clear(y) && labels.free(label(y), 3 * u));
		const y = free ?? (ends.includes(i) ? places.find((y) => fits(y)) : undefined);
		if (y !== undefined) labels.put(label(y), 3 * u);
	}
}
