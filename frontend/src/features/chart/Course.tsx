import { scaleUtc } from "d3-scale";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChartView, CourseMark } from "../../bridge";
import { useCommands } from "../../state/keys";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";

const height = 172;
const lane = 92;
const windowFoot = 132;
const margin = { left: 12, right: 28 };
const day = 24 * 3_600_000;

/** Sessions, doses and integration windows on one axis of time; T swaps in the same as a table. */
export function Course({ chart }: { chart: ChartView }) {
	const [asTable, setAsTable] = useState(false);
	const toggle = () => setAsTable(!asTable);
	useCommands([
		{
			id: "course-table",
			label: asTable ? "Show the course as a chart" : "Show the course as a table",
			keys: ["T"],
			scope: "this chart",
			run: toggle,
		},
	]);
	return (
		<section aria-labelledby="course-title" class="course-section">
			<h2 id="course-title">Course</h2>
			{chart.course.length === 0 ? (
				<p class="muted">The course begins with the first session.</p>
			) : (
				<>
					<p class="small muted">
						{chart.windows.length > 0 ? "Shaded bands are integration windows." : "No dose yet."}
					</p>
					{asTable ? <CourseTable chart={chart} /> : <CoursePicture chart={chart} />}
					<Button kind="quiet" keys="T" onClick={toggle}>
						{asTable ? "Show as chart" : "Show as table"}
					</Button>
				</>
			)}
		</section>
	);
}

function CourseTable({ chart }: { chart: ChartView }) {
	// Every session with a dose opened one window, in the same order.
	const dosed = chart.course.filter((m) => m.dose_text);
	const windowOf = (mark: CourseMark) => chart.windows[dosed.indexOf(mark)]?.text;
	return (
		<div class="table-scroll">
			<table>
				<caption class="sr">Course</caption>
				<thead>
					<tr>
						<th scope="col">Date</th>
						<th scope="col">Session</th>
						<th scope="col">Dose</th>
						<th scope="col">Integration window</th>
					</tr>
				</thead>
				<tbody>
					{chart.course.map((m) => (
						<tr key={m.session_id}>
							<td>{m.date_text}</td>
							<td>
								{m.title}
								{m.state === "planned" && ", planned"}
							</td>
							<td>{m.dose_text || "None"}</td>
							<td>{windowOf(m) || "None"}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function CoursePicture({ chart }: { chart: ChartView }) {
	const frame = useRef<HTMLDivElement>(null);
	const [width, setWidth] = useState(600);
	useLayoutEffect(() => {
		const el = frame.current;
		if (!el) return;
		const fit = () => setWidth(Math.max(260, el.clientWidth));
		fit();
		const watch = new ResizeObserver(fit);
		watch.observe(el);
		return () => watch.disconnect();
	}, []);

	const times = [
		...chart.course.map((m) => Date.parse(m.at)),
		...chart.windows.map((w) => Date.parse(w.closes_at)),
		Date.parse(chart.now),
	];
	const from = Math.min(...times) - 3 * day;
	const to = Math.max(...times, from + 21 * day) + 2 * day;
	const x = scaleUtc()
		.domain([from, to])
		.range([margin.left, width - margin.right]);
	const at = (iso: string) => x(new Date(iso));
	const labels = spreadLabels(chart.course, at, width);
	const today = at(chart.now);

	return (
		<div ref={frame} class="course">
			<svg width={width} height={height} role="group" aria-label="Course on a line of time">
				<defs>
					<linearGradient id="window-band">
						<stop class="band-near" offset="0" />
						<stop class="band-far" offset="1" />
					</linearGradient>
				</defs>
				{chart.windows.map((w) => (
					<rect
						key={w.opens_at}
						x={at(w.opens_at)}
						y={lane}
						width={Math.max(3, at(w.closes_at) - at(w.opens_at))}
						height={windowFoot - lane}
						fill="url(#window-band)"
					/>
				))}
				<line class="rail" x1={margin.left} x2={width - margin.right} y1={lane} y2={lane} />
				<line
					class="axis"
					x1={margin.left}
					x2={width - margin.right}
					y1={windowFoot}
					y2={windowFoot}
				/>
				{x.ticks(Math.max(2, Math.min(6, Math.floor(width / 150)))).map((t) => (
					<g key={t.getTime()}>
						<line class="axis" x1={x(t)} x2={x(t)} y1={windowFoot} y2={windowFoot + 6} />
						{Math.abs(x(t) - today) > 56 && (
							<text x={x(t)} y={windowFoot + 24} text-anchor={anchor(x(t), width)}>
								{tick(t)}
							</text>
						)}
					</g>
				))}
				<line class="now" x1={today} x2={today} y1={lane} y2={windowFoot + 6} />
				<text class="strong" x={today} y={windowFoot + 24} text-anchor="middle">
					Today
				</text>
				{labels.map(({ mark, lines, y }) => (
					<g key={`label-${mark.session_id}`}>
						{lines.map((text, i) => (
							<text
								key={text}
								class={mark.dose_text && i === 1 ? "strong" : undefined}
								x={at(mark.at)}
								y={y + i * 18}
								text-anchor="middle"
							>
								{text}
							</text>
						))}
					</g>
				))}
				<Points marks={chart.course} at={at} />
				{/* Above every other mark, so that a session soon after a dose does not cover it. */}
				{chart.course
					.filter((m) => m.dose_text)
					.map((m) => (
						<circle key={m.session_id} class="dose" cx={at(m.at)} cy={lane} r="9" />
					))}
			</svg>
		</div>
	);
}

/** The points are one tab stop; the arrows walk them, and each says itself. */
function Points({ marks, at }: { marks: readonly CourseMark[]; at: (iso: string) => number }) {
	const [current, setCurrent] = useState(marks.length - 1);
	const points = useRef<(SVGGElement | null)[]>([]);
	const step: { [key: string]: number } = {
		ArrowLeft: -1,
		ArrowUp: -1,
		ArrowRight: 1,
		ArrowDown: 1,
	};
	return marks.map((m, i) => (
		<g
			key={m.session_id}
			ref={(el) => {
				points.current[i] = el;
			}}
			class={`mark ${m.state}`}
			role="link"
			tabIndex={i === Math.min(current, marks.length - 1) ? 0 : -1}
			aria-label={[m.date_text, m.title, m.dose_text, m.state === "planned" ? "planned" : ""]
				.filter(Boolean)
				.join(", ")}
			onFocus={() => setCurrent(i)}
			onClick={() => go({ screen: "session", id: m.session_id })}
			onKeyDown={(e) => {
				if (e.key === "Enter") return go({ screen: "session", id: m.session_id });
				const to =
					e.key === "Home"
						? 0
						: e.key === "End"
							? marks.length - 1
							: i + (step[e.key] ?? Number.NaN);
				if (Number.isNaN(to)) return;
				e.preventDefault();
				points.current[Math.max(0, Math.min(marks.length - 1, to))]?.focus();
			}}
		>
			<circle class="hit" cx={at(m.at)} cy={lane} r="12" />
			<circle class="dot" cx={at(m.at)} cy={lane} r="4.5" />
		</g>
	));
}

/** A label near an edge keeps inside it. */
const anchor = (x: number, width: number): "start" | "middle" | "end" =>
	x < 40 ? "start" : x > width - 40 ? "end" : "middle";

const tick = (t: Date): string =>
	new Intl.DateTimeFormat("en-GB", {
		...(t.getUTCDate() === 1 ? { month: "long" } : { day: "numeric", month: "short" }),
		timeZone: "UTC",
	}).format(t);

interface Label {
	mark: CourseMark;
	lines: string[];
	y: number;
}

/**
 * Doses are named above the line and what led to them below, newest first while there is room. What
 * follows a dose needs no name there; every session says itself when focused, and in the table.
 */
function spreadLabels(
	marks: readonly CourseMark[],
	at: (iso: string) => number,
	width: number,
): Label[] {
	const labels: Label[] = [];
	const taken = { above: [] as number[], below: [] as number[] };
	const room = 84;
	const free = (side: number[], x: number) =>
		x > 36 && x < width - 36 && side.every((other) => Math.abs(other - x) >= room);
	for (const mark of marks.toReversed()) {
		const x = at(mark.at);
		if (mark.kind === "integration" || mark.kind === "check_in") continue;
		const side = mark.dose_text ? taken.above : taken.below;
		if (!free(side, x)) continue;
		side.push(x);
		labels.push(
			mark.dose_text
				? { mark, lines: [mark.title, mark.dose_text], y: lane - 42 }
				: { mark, lines: [mark.title], y: lane + 26 },
		);
	}
	return labels;
}
