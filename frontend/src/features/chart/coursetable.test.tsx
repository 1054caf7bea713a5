import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { CoursePicture } from "./CoursePicture";
import { CourseTable } from "./CourseTable";
import { course, notices, series } from "./coursefixture";
import { layOut, type Shown } from "./courselayout";

vi.mock("../../bridge", () => ({}));
vi.stubGlobal(
	"ResizeObserver",
	class {
		observe() {}
		disconnect() {}
	},
);
afterEach(cleanup);

const chart = course(7, {
	series: [
		series("phq-9", [
			[0, 27],
			[14, 0],
			[14, 12],
			[40, 5],
		]),
		series("pcl-5", [[14, 80]], { max: 80, bands: [] }),
	],
	notices: notices([2, 30]),
	now: "2026-02-20T12:00:00.000Z",
});

/** The points of the picture, by what they say and where they are drawn. */
const drawn = (shown: Shown) =>
	[
		...render(<CoursePicture chart={chart} shown={shown} />).container.querySelectorAll(
			".mark[role]",
		),
	].map((el) => ({
		words: el.getAttribute("aria-label") ?? "",
		x: Number(el.getAttribute("cx")),
		y: Number(el.getAttribute("cy")),
	}));

const told = (shown: Shown) =>
	[
		...render(<CourseTable chart={chart} shown={shown} />).container.querySelectorAll("tbody tr"),
	].map((row) => {
		const [date = "", of = "", value = "", meaning = ""] = [...row.children].map(
			(cell) => cell.textContent,
		);
		return { date, of, value, meaning };
	});

it.each<Shown>([
	{ measures: ["phq-9", "pcl-5"], notices: true },
	{ measures: ["pcl-5"], notices: false },
	{ measures: [], notices: true },
])("says in the table what is drawn of %o", (shown) => {
	const points = drawn(shown);
	const rows = told(shown);
	const windows = rows.filter((r) => r.of.startsWith("Integration window"));
	const said = rows.filter((r) => !windows.includes(r));

	// As many, in the same order, each with the same name, date, value and meaning.
	expect(said).toHaveLength(points.length);
	said.forEach((row, i) => {
		const point = points[i];
		expect(point?.words.startsWith(`${row.of}, ${row.date}`), `${row.of}: ${point?.words}`).toBe(
			true,
		);
		expect(point?.words).toContain(row.value);
		if (["planned", "moderate", "mild", "severe", "minimal"].includes(row.meaning))
			expect(point?.words).toContain(row.meaning);
	});
	expect(windows.map((r) => [r.of, r.date, r.meaning])).toEqual(
		chart.windows.map((w) => [w.title, w.date_text, w.text]),
	);

	// And each is drawn where its value lies on the scale of its lane.
	const { lanes, marks } = layOut(chart, shown, 240, 1);
	const scales = new Map([...chart.series, ...chart.notices].map((s) => [s.title, s]));
	said.forEach((row, i) => {
		const scale = scales.get(row.of);
		const lane = lanes[(marks[i]?.lane ?? 0) - 1];
		if (!scale || !lane) return;
		const share = (Number(row.value) - scale.min) / (scale.max - scale.min);
		expect(points[i]?.y).toBeCloseTo(lane.bottom - share * (lane.bottom - lane.top), 6);
	});
	const windowsDrawn = document.querySelectorAll("rect.window");
	expect(windowsDrawn).toHaveLength(chart.windows.length);
});

it("is one stop for the Tab key", () => {
	const { container } = render(
		<CoursePicture chart={chart} shown={{ measures: ["phq-9"], notices: true }} />,
	);
	expect(container.querySelectorAll("[tabindex='0']")).toHaveLength(1);
});
