import { describe, expect, it } from "vitest";
import type { CourseChart } from "../../bridge";
import { course, notices, onDay, series, spread } from "./coursefixture";
import { apart, boxOf } from "./courselabels";
import { layOut, type Shown } from "./courselayout";
import { walk } from "./coursewalk";

const all = (chart: CourseChart): Shown => ({
	measures: chart.series.map((s) => s.key),
	notices: true,
});

const gad = (days: readonly number[]) =>
	series(
		"gad-7",
		days.map((n, i) => [n, (i * 5) % 22]),
		{ max: 21 },
	);
const years = spread(60, 4 * 365);

const charts: Record<string, CourseChart> = {
	"nothing but a planned session": { ...course(1), now: onDay(-3) },
	"one form and no session": course(0, { series: [series("phq-9", [[0, 14]])], now: onDay(0) }),
	"200 sessions, 400 forms": course(200, {
		series: [
			series(
				"phq-9",
				spread(200, 1390).map((n, i) => [n, (i * 7) % 28]),
			),
			gad(spread(100, 1390)),
		],
		notices: notices(spread(100, 1390)),
	}),
	"two measures on one day": course(4, { series: [series("phq-9", [[3, 11]]), gad([3])] }),
	"one measure twice at one time": course(4, {
		series: [
			series("phq-9", [
				[3, 11],
				[3, 19],
				[3, 11],
			]),
		],
	}),
	"the ends of the scale": course(9, {
		series: [
			series("phq-9", [
				[0, 27],
				[5, 0],
				[9, 27],
				[40, 0],
				[60, 0],
			]),
			series(
				"pcl-5",
				[
					[1, 80],
					[50, 0],
				],
				{
					max: 80,
					bands: [],
					cutoffs: [
						{ from: 31, words: "suggests PTSD by the lowest published cut-off (31)", source: "" },
						{ from: 33, words: "suggests PTSD by every published cut-off (31 to 33)", source: "" },
					],
				},
			),
		],
		notices: notices([2, 3, 44]),
	}),
	"four years": course(209, {
		series: [
			series(
				"phq-9",
				years.map((n, i) => [n, 27 - (i % 28)]),
			),
			gad(years),
		],
		notices: notices(years),
	}),
	"over for long": { ...course(12, { series: [gad([0, 40, 80])] }), now: onDay(2000) },
	"every measure there is": course(9, {
		series: spread(14, 13).map((n) => series(`measure ${n}`, [[n, n]])),
		notices: notices([1]),
	}),
};

describe.each(Object.entries(charts))("%s", (_, chart) => {
	it.each([
		[240, 1],
		[288, 1],
		[604, 1],
		[604, 2],
		[1100, 1.25],
	])("keeps inside %i px with text of %d and clear of itself", (width, u) => {
		const p = layOut(chart, all(chart), width, u);
		const boxes = p.labels.map((label) => ({ text: label.text, box: boxOf(label, u) }));
		const outside = boxes.filter(
			({ box }) =>
				box.left < -0.01 || box.right > width + 0.01 || box.top < 0 || box.bottom > p.height,
		);
		expect(outside).toEqual([]);
		const over = boxes.flatMap((a, i) =>
			boxes
				.slice(i + 1)
				.filter((b) => !apart(a.box, b.box))
				.map((b) => `${a.text} over ${b.text}`),
		);
		expect(over).toEqual([]);
		const astray = p.marks.filter((m) => {
			const lane = p.lanes[m.lane - 1] ?? { top: p.rail, bottom: p.rail };
			return !(m.x >= p.left && m.x <= p.right && m.y >= lane.top && m.y <= lane.bottom);
		});
		expect(astray).toEqual([]);
		const wide = p.windows.filter((w) => !(w.x >= p.left && w.x + w.width <= p.right + 3));
		expect(wide).toEqual([]);
		for (const s of chart.series) {
			const last = p.marks.findLast((m) => m.key === `${s.key} ${s.points.at(-1)?.response_id}`);
			expect(
				p.labels.some(
					(l) =>
						l.look === "score" && l.text === String(s.points.at(-1)?.value) && near(l.x, last?.x),
				),
				`the last score of ${s.title}`,
			).toBe(true);
		}
	});

	it("is walked by keys, all of it", () => {
		const { marks } = layOut(chart, all(chart), 604, 1);
		const first = marks[0];
		if (!first) return;
		const reached = new Set([first]);
		for (const m of reached)
			for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
				const to = walk(marks, m, key);
				if (to) reached.add(to);
			}
		expect(reached.size).toBe(marks.length);

		let at = first;
		const stops = new Set([at.id]);
		for (let next = walk(marks, at, "ArrowRight"); next && next !== at; ) {
			expect(next.time).toBeGreaterThanOrEqual(at.time);
			at = next;
			stops.add(at.id);
			next = walk(marks, at, "ArrowRight");
		}
		expect(stops.size).toBe(new Set(marks.map((m) => m.id)).size);
		expect(walk(marks, at, "Home")).toBe(first);
		expect(walk(marks, first, "End")?.time).toBe(at.time);
	});
});

const near = (a: number, b = Number.NaN) => Math.abs(a - b) < 40;

describe("time", () => {
	it("is even, however the forms lie", () => {
		const chart = course(0, {
			series: [
				series("phq-9", [
					[0, 1],
					[1, 2],
					[101, 3],
				]),
			],
		});
		const [a, b, c] = layOut(chart, all(chart), 604, 1).marks.map((m) => m.x);
		expect(((c ?? 0) - (b ?? 0)) / ((b ?? 0) - (a ?? 0))).toBeCloseTo(100, 6);
	});
	it("ends with what was last when the course is long over, and names its year", () => {
		const p = layOut(
			charts["over for long"] as CourseChart,
			{ measures: [], notices: false },
			604,
			1,
		);
		expect(p.today).toBeUndefined();
		expect(p.labels.some((l) => l.text === "Today")).toBe(false);
		expect(p.labels.some((l) => l.text.endsWith("2026"))).toBe(true);
	});
	it("shows today on every axis", () => {
		const chart = course(6, { notices: notices([1, 20]) });
		const p = layOut(chart, all(chart), 604, 1);
		expect(p.labels.filter((l) => l.text === "Today")).toHaveLength(2);
		expect(p.axes).toHaveLength(2);
	});
});

it("names every dose when there is room, and what each was", () => {
	const p = layOut(course(9), { measures: [], notices: false }, 604, 1);
	expect(p.labels.filter((l) => l.text === "150 mg")).toHaveLength(3);
	expect(p.labels.map((l) => l.text)).toEqual(
		expect.arrayContaining(["Dosing 1", "Dosing 2", "Dosing 3"]),
	);
});

it("leaves out what is not chosen, and keeps the time", () => {
	const chart = charts["the ends of the scale"] as CourseChart;
	const some = layOut(chart, { measures: ["pcl-5"], notices: false }, 604, 1);
	expect(some.lanes.map((l) => l.key)).toEqual(["pcl-5"]);
	const every = layOut(chart, all(chart), 604, 1);
	const ofSessions = (p: typeof some) => p.marks.filter((m) => m.lane === 0).map((m) => m.time);
	expect(ofSessions(some)).toEqual(ofSessions(every));
});
