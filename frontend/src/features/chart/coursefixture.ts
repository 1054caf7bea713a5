import type { ChartPoint, ChartSeries, CourseChart } from "../../bridge";

/*
 * Courses for tests, made as Go makes them: words hold the title, the date, the value and the band.
 */

const day = 24 * 3_600_000;
export const begin = Date.parse("2026-01-12T15:00:00.000Z");
export const onDay = (n: number): string => new Date(begin + n * day).toISOString();
const dateText = (iso: string): string =>
	new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));

const phq = [
	{ from: 0, to: 4, label: "minimal" },
	{ from: 5, to: 9, label: "mild" },
	{ from: 10, to: 14, label: "moderate" },
	{ from: 15, to: 19, label: "moderately severe" },
	{ from: 20, to: 27, label: "severe" },
];

/** A measure with a score on each of some days. */
export function series(
	key: string,
	scores: readonly (readonly [day: number, value: number])[],
	change: Partial<ChartSeries> = {},
): ChartSeries {
	const title = change.title ?? key.toUpperCase();
	const bands = change.bands ?? phq;
	const points: ChartPoint[] = scores.map(([n, value], i) => {
		const at = onDay(n);
		const band = bands.find((b) => value >= b.from && value <= b.to)?.label ?? "";
		return {
			response_id: `${change.points ? "" : "form "}${key} ${i}`,
			at,
			date_text: dateText(at),
			value,
			band,
			meaning: change.low ? `from 0 ${change.low} to ${change.max} ${change.high}` : band,
			words: `${title}, ${dateText(at)}: ${value}${band && `, ${band}`}.`,
		};
	});
	return {
		key,
		title,
		min: 0,
		max: 27,
		better: "lower",
		low: "",
		high: "",
		bands,
		cutoffs: [],
		claims: [],
		...change,
		points,
	};
}

const noticed = [
	"Mood",
	"Anxious loops",
	"Self-compassion",
	"Sleep",
	"Emotional regulation",
	"Connection",
	"Lightness",
	"Hope",
];

/** What the client notices, on some days; the values of a day belong to one form. */
export const notices = (days: readonly number[]): ChartSeries[] =>
	noticed.map((title, item) => {
		const s = series(
			title.toLowerCase(),
			days.map((n, i) => [n, (i + item) % 11]),
			{ title, max: 10, better: "", low: "very low", high: "a great deal", bands: [] },
		);
		s.points.forEach((p, i) => {
			p.response_id = `notices ${i}`;
		});
		return s;
	});

/** Sessions a week apart, every third of them with a dose and a window. */
export function course(sessions: number, change: Partial<CourseChart> = {}): CourseChart {
	const chart: CourseChart = {
		zone: "America/Los_Angeles",
		now: onDay(sessions * 7 + 3),
		sessions: [],
		windows: [],
		series: [],
		notices: [],
		...change,
	};
	for (let i = 0; i < sessions; i++) {
		const dosing = i % 3 === 2;
		const at = onDay(i * 7);
		const title = dosing ? `Dosing ${(i + 1) / 3}` : `Preparation ${i + 1}`;
		const planned = Date.parse(at) > Date.parse(chart.now);
		chart.sessions.push({
			session_id: `session ${i}`,
			kind: dosing ? "dosing" : "preparation",
			state: planned ? "planned" : "ended",
			at,
			title,
			date_text: dateText(at),
			dose_text: dosing && !planned ? "150 mg" : "",
			words: `${title}, ${dateText(at)}${dosing && !planned ? ", 150 mg" : ""}${planned ? ", planned" : ""}.`,
		});
		if (dosing && !planned)
			chart.windows.push({
				session_id: `session ${i}`,
				opens_at: at,
				closes_at: onDay(i * 7 + 3),
				title: `Integration window of ${title.toLowerCase()}`,
				date_text: `${dateText(at)} to ${dateText(onDay(i * 7 + 3))}`,
				text: "Met by a check-in",
			});
	}
	return chart;
}

/** So many days, evenly over a time. */
export const spread = (count: number, over: number): number[] =>
	Array.from({ length: count }, (_, i) => (count === 1 ? 0 : (i * over) / (count - 1)));
