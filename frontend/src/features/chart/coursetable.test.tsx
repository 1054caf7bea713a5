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

/** Where the points of the picture are drawn, and what those say that are walked to first. */
function drawn(shown: Shown) {
	const { container } = render(<CoursePicture chart={chart} shown={shown} />);
	const number = (el: Element, name: string) => Number(el.getAttribute(name)).toFixed(1);
	const one = [...container.querySelectorAll(".mark[role]")].map((el) => ({
		place: `${number(el, "cx")},${number(el, "cy")}`,
		words: el.getAttribute("aria-label"),
	}));
	const many = [...container.querySelectorAll(".dots")].flatMap((el) =>
		[...(el.getAttribute("d") ?? "").matchAll(/M([\d.,]+)h0/g)].map((m) => m[1]),
	);
	return { one, many, windows: container.querySelectorAll("rect.window").length };
}

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
	const picture = drawn(shown);
	const rows = told(shown);
	const windows = rows.filter((r) => r.of.startsWith("Integration window"));
	const said = rows.filter((r) => !windows.includes(r));
	const { lanes, marks } = layOut(chart, shown, 240, 1);

	// As many, in the same order, each with the same name, date, value and meaning.
	expect(said).toHaveLength(marks.length);
	said.forEach((row, i) => {
		const words = marks[i]?.words ?? "";
		expect(words.startsWith(`${row.of}, ${row.date}`), `${row.of}: ${words}`).toBe(true);
		expect(words).toContain(row.value);
		if (!row.meaning.startsWith("from ")) expect(words).toContain(row.meaning);
	});
	expect(windows.map((r) => [r.of, r.date, r.meaning])).toEqual(
		chart.windows.map((w) => [w.title, w.date_text, w.text]),
	);
	expect(picture.windows).toBe(chart.windows.length);

	// Each lies where its value is on the scale of its lane, and is drawn there.
	const scales = new Map([...chart.series, ...chart.notices].map((s) => [s.title, s]));
	said.forEach((row, i) => {
		const scale = scales.get(row.of);
		const lane = lanes[(marks[i]?.lane ?? 0) - 1];
		if (!scale || !lane) return;
		const share = (Number(row.value) - scale.min) / (scale.max - scale.min);
		expect(marks[i]?.y).toBeCloseTo(lane.bottom - share * (lane.bottom - lane.top), 6);
	});
	const places = marks.map((m) => ({
		place: `${m.x.toFixed(1)},${m.y.toFixed(1)}`,
		words: m.words,
		notice: m.look === "notice",
	}));
	const last = marks.at(-1);
	const single = places.filter((m, i) => !m.notice || marks[i]?.id === last?.id);
	expect(picture.one).toEqual(single.map(({ place, words }) => ({ place, words })));
	expect([...picture.many].sort()).toEqual(
		places
			.filter((m) => m.notice)
			.map((m) => m.place)
			.sort(),
	);
});

it("is one stop for the Tab key", () => {
	const { container } = render(
		<CoursePicture chart={chart} shown={{ measures: ["phq-9"], notices: true }} />,
	);
	expect(container.querySelectorAll("[tabindex='0']")).toHaveLength(1);
});
