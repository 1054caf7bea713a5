import "./course.css";
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { type CourseChart, measures } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { onReset } from "../../state/vault";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { CourseChooser } from "./CourseChooser";
import { CoursePicture } from "./CoursePicture";
import { CourseTable } from "./CourseTable";
import { type Shown, shownSeries } from "./courselayout";

/** What was chosen for the client whose chart was open last: a form that was looked at leads back to it. */
let chosen: { client: string; shown: Shown } | undefined;
onReset(() => {
	chosen = undefined;
});

/** At first the first two measures, and all the client notices. */
const usual = (chart: CourseChart): Shown => ({
	measures: chart.series.slice(0, 2).map((s) => s.key),
	notices: chart.notices.length > 0,
});

interface Props {
	client: string;
	/** When the chart was read: it is asked again with it. */
	at: string;
	/** What stands right under the heading. */
	under?: ComponentChildren;
}

/** Sessions, doses, windows and measures on one axis of time; T swaps in the same as a table. */
export function Course({ client, at, under }: Props) {
	const { data, fault } = useLoad(`${client} ${at}`, () => measures.Course(client));
	const chart = useKept(data);
	return (
		<section aria-labelledby="course-title" class="course-section">
			<h2 id="course-title">Course</h2>
			{under}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{chart ? <Seen key={client} client={client} chart={chart} /> : !fault && <Loading rows={3} />}
		</section>
	);
}

const empty = (chart: CourseChart) =>
	chart.sessions.length + chart.series.length + chart.notices.length === 0;

/** What is there to see, chosen and drawn or as a table. */
function Seen({ client, chart }: { client: string; chart: CourseChart }) {
	const [asTable, setAsTable] = useState(false);
	const [mine, setMine] = useState(chosen?.client === client ? chosen.shown : undefined);
	const shown = mine ?? usual(chart);
	const first = useRef<HTMLInputElement>(null);
	const toggle = () => setAsTable(!asTable);
	const choice = chart.series.length + (chart.notices.length > 0 ? 1 : 0) > 1;
	useCommands([
		{
			id: "course-table",
			label: asTable ? "Show the course as a chart" : "Show the course as a table",
			keys: ["T"],
			scope: "this chart",
			run: toggle,
		},
		...(choice
			? [
					{
						id: "course-measures",
						label: "Choose what the course shows",
						keys: ["V"],
						scope: "this chart",
						run: () => first.current?.focus(),
					},
				]
			: []),
	]);
	if (empty(chart)) return <p class="muted">The course begins with the first session.</p>;
	const show = (next: Shown) => {
		chosen = { client, shown: next };
		setMine(next);
	};
	return (
		<>
			<p class="small muted">
				{chart.windows.length > 0 ? "Shaded bands are integration windows." : "No dose yet."}
			</p>
			{shownSeries(chart, shown)
				.filter((s) => s.claims.length > 0)
				.map((s) => (
					<p key={s.key} class="small course-claim">
						{s.claims.join(" ")}
					</p>
				))}
			{choice && <CourseChooser chart={chart} shown={shown} onShown={show} first={first} />}
			{asTable ? (
				<CourseTable chart={chart} shown={shown} />
			) : (
				<CoursePicture chart={chart} shown={shown} />
			)}
			<Button kind="quiet" keys="T" onClick={toggle}>
				{asTable ? "Show as chart" : "Show as table"}
			</Button>
		</>
	);
}
