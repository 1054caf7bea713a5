import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CourseChart } from "../../bridge";
import { go } from "../../state/route";
import { layOut, type Mark, type Picture, type Shown } from "./courselayout";
import { walk } from "./coursewalk";

const open = (m: Mark) =>
	go(m.kind === "session" ? { screen: "session", id: m.id } : { screen: "form", id: m.id });

/** How near a pointer must be to a point, in px. */
const near = 14;

/** Sessions, doses, windows and measures on one axis of time. */
export function CoursePicture({ chart, shown }: { chart: CourseChart; shown: Shown }) {
	const frame = useRef<HTMLDivElement>(null);
	const rem = useRef<HTMLSpanElement>(null);
	const [size, setSize] = useState({ width: 0, u: 1 });
	useLayoutEffect(() => {
		const [box, one] = [frame.current, rem.current];
		if (!box || !one) return;
		const fit = () => {
			const [width, u] = [Math.max(240, box.clientWidth), one.offsetWidth / 16 || 1];
			setSize((old) => (old.width === width && old.u === u ? old : { width, u }));
		};
		fit();
		const watch = new ResizeObserver(fit);
		watch.observe(box);
		watch.observe(one);
		return () => watch.disconnect();
	}, []);
	const picture = useMemo(
		() => (size.width > 0 ? layOut(chart, shown, size.width, size.u) : undefined),
		[chart, shown, size],
	);
	return (
		<div ref={frame} class="course">
			<span ref={rem} class="course-rem" />
			{picture && <Drawn picture={picture} />}
		</div>
	);
}

function Drawn({ picture }: { picture: Picture }) {
	const { marks, width, height } = picture;
	// Where the walk is, and where it was before: what has the focus is not taken away under it.
	const [at, setAt] = useState<{ key?: string; before?: string | undefined }>({});
	const [ringed, setRinged] = useState(false);
	const [pointed, setPointed] = useState<Mark>();
	const svg = useRef<SVGSVGElement>(null);

	const current = marks.find((m) => m.key === at.key) ?? marks.at(-1);
	const before = marks.find((m) => m.key === at.before);
	const wanted = useRef(false);
	useLayoutEffect(() => {
		if (!wanted.current) return;
		wanted.current = false;
		svg.current?.querySelector<SVGElement>("[tabindex='0']")?.focus();
	}, [current]);
	const toMark = (m: Mark) => {
		if (m.key !== current?.key) setAt({ key: m.key, before: current?.key });
	};
	const markOf = (target: EventTarget | null) =>
		target instanceof SVGElement ? marks[Number(target.dataset.mark ?? -1)] : undefined;
	const under = (e: MouseEvent): Mark | undefined => {
		const box = svg.current?.getBoundingClientRect();
		if (!box) return undefined;
		const away = (m: Mark) => Math.hypot(m.x - (e.clientX - box.left), m.y - (e.clientY - box.top));
		const nearest = marks.reduce<Mark | undefined>(
			(best, m) => (!best || away(m) < away(best) ? m : best),
			undefined,
		);
		return nearest && away(nearest) <= Math.max(near, nearest.r + 4) ? nearest : undefined;
	};

	const still = useMemo(() => <Still picture={picture} />, [picture]);
	// What the client notices is drawn lane by lane; only the form the walk is at has its points one by one.
	const walked = useMemo(
		() =>
			marks.map(
				(m, i) =>
					(m.look !== "notice" || m.id === current?.id || m.id === before?.id) && (
						<circle
							key={m.key}
							class={`mark ${m.look}`}
							cx={m.x}
							cy={m.y}
							r={m.r}
							role="link"
							tabindex={m === current ? 0 : -1}
							aria-label={m.words}
							data-mark={i}
						/>
					),
			),
		[marks, current, before],
	);
	const said = ringed ? current : pointed;
	return (
		<>
			<svg
				ref={svg}
				class={pointed ? "pointed" : undefined}
				width={width}
				height={height}
				role="group"
				aria-label="Course on a line of time"
				aria-describedby="course-said"
				onFocusIn={(e) => {
					const mark = markOf(e.target);
					if (mark) toMark(mark);
					setRinged((e.target as Element).matches(":focus-visible"));
				}}
				onFocusOut={() => setRinged(false)}
				onKeyDown={(e) => {
					const mark = markOf(e.target);
					if (!mark || e.ctrlKey || e.altKey || e.metaKey || e.shiftKey) return;
					if (e.key === "Enter") {
						e.preventDefault();
						open(mark);
						return;
					}
					const to = walk(marks, mark, e.key);
					if (!to) return;
					e.preventDefault();
					wanted.current = to !== mark;
					toMark(to);
				}}
				onClick={(e) => {
					const mark = under(e);
					if (mark) open(mark);
				}}
				onPointerMove={(e) => setPointed(under(e))}
				onPointerLeave={() => setPointed(undefined)}
			>
				{still}
				{walked}
				<Doses marks={marks} />
				{ringed && current && (
					<Unsaid>
						<circle class="ring" cx={current.x} cy={current.y} r={current.r + 5} />
					</Unsaid>
				)}
			</svg>
			<p id="course-said" class="small muted course-said">
				{said?.words ?? "Arrow keys walk the points, Enter opens one."}
			</p>
		</>
	);
}

/** Doses once more, above every other mark, so that a session soon after one does not cover it. */
function Doses({ marks }: { marks: readonly Mark[] }) {
	return (
		<Unsaid>
			{marks
				.filter((m) => m.look === "dose")
				.map((m) => (
					<circle key={m.key} class="mark dose" cx={m.x} cy={m.y} r={m.r} />
				))}
		</Unsaid>
	);
}

/** Left to the eye: the points say it. */
function Unsaid({ children }: { children: ComponentChildren }) {
	return (
		// biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
		<g class="unsaid" aria-hidden="true">
			{children}
		</g>
	);
}

/** All but the points. */
function Still({ picture: p }: { picture: Picture }) {
	const across = (y: number, look: string) => (
		<line key={`${look} ${y}`} class={look} x1={p.left} x2={p.right} y1={y} y2={y} />
	);
	return (
		<Unsaid>
			<defs>
				<linearGradient id="window-band">
					<stop class="band-near" offset="0" />
					<stop class="band-far" offset="1" />
				</linearGradient>
			</defs>
			{p.lanes.map((lane) => (
				<g key={lane.key}>
					{lane.fills.map((f) => (
						<rect
							key={f.y}
							class="band"
							x={p.left}
							y={f.y}
							width={p.right - p.left}
							height={f.height}
						/>
					))}
					{lane.grid.map((y) => across(y, "grid"))}
				</g>
			))}
			{p.windows.map((w) => (
				<rect
					key={w.key}
					class="window"
					x={w.x}
					y={p.rail}
					width={w.width}
					height={p.foot - p.rail}
					fill="url(#window-band)"
				/>
			))}
			{p.lanes.map((lane) => (
				<g key={lane.key}>
					{lane.cutoffs.map((y) => across(y, "cutoff"))}
					<polyline class={lane.notice ? "trend notice" : "trend"} points={lane.line} />
					{lane.notice && <path class="dots" d={lane.dots} stroke-width={2 * lane.r} />}
				</g>
			))}
			{across(p.rail, "rail")}
			{p.axes.map((y) => (
				<g key={y}>
					{across(y, "axis")}
					{p.ticks.map((x) => (
						<line key={x} class="axis" x1={x} x2={x} y1={y} y2={y + 6} />
					))}
				</g>
			))}
			{p.today !== undefined && (
				<line class="now" x1={p.today} x2={p.today} y1={p.rail} y2={p.foot + 6} />
			)}
			{p.labels.map((label) => (
				<text
					key={`${label.text} ${label.x} ${label.y}`}
					class={label.look}
					x={label.x}
					y={label.y}
					text-anchor={label.anchor}
				>
					{label.text}
				</text>
			))}
		</Unsaid>
	);
}
