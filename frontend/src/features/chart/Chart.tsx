import "./chart.css";
import { useState } from "preact/hooks";
import { type ChartView, clients } from "../../bridge";
import { now } from "../../state/clock";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { type ChartPart, go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading, Tag } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { ClearancePart } from "../care/ClearancePart";
import { ConsentPart } from "../care/ConsentPart";
import { FilesPart } from "../care/FilesPart";
import { PreparationPart } from "../care/PreparationPart";
import { PrivateDoor } from "../care/PrivateDoor";
import { ScreeningPart } from "../care/ScreeningPart";
import { ClientForm } from "../clients/ClientForm";
import { stageLabel } from "../clients/stages";
import { CheckInSheet } from "../course/CheckInSheet";
import { PlanSection, type PlanSheet } from "../course/PlanSection";
import { ChartRisk } from "../measures/ChartRisk";
import { MeasuresPart } from "../measures/MeasuresPart";
import { RiskLine } from "../measures/RiskLine";
import { ChartDocuments } from "./ChartDocuments";
import { ChartNav } from "./ChartNav";
import { Course } from "./Course";
import { Glance } from "./Glance";
import { Record } from "./Record";

interface Props {
	id: string;
	editing: boolean;
	part: ChartPart | undefined;
	/** The form for a new one is open in the part. */
	adding: boolean;
}

/** Parts whose form for a new one the chart's own act opens at once. */
const withForm: readonly string[] = ["clearance", "consent"];

/** One client's chart: who they are, the part of it that is open, and what matters at a glance. */
export function Chart({ id, editing, part, adding }: Props) {
	const { data, fault, reload } = useLoad(`${id} ${now.value.getTime()}`, () => clients.Chart(id));
	const chart = useKept(data);

	const [sheet, setSheet] = useState<PlanSheet>();
	const [checkIn, setCheckIn] = useState(false);

	// While a client reads and signs, what the therapist watches is not beside it.
	const signing = part === "consent" && adding;
	const nextKey = part ? "Ctrl Shift Enter" : "Ctrl Enter";

	const plan = () => go({ screen: "plan", client: id });
	const open = (which: PlanSheet) => {
		if (part) go({ screen: "client", id });
		setSheet(which);
	};
	const next = () => {
		const step = chart?.next;
		if (!step) return;
		if (step.act === "write_note") go({ screen: "note", participant: step.participant_id });
		else if (step.act === "open_session") go({ screen: "session", id: step.session_id });
		else if (step.act === "prepare") go({ screen: "prepare", id: step.session_id });
		else if (step.act === "open_part")
			go({
				screen: "client",
				id,
				part: step.part as ChartPart,
				...(withForm.includes(step.part) && { item: "new" }),
			});
		else if (step.act === "review") open("review");
		else if (step.act === "complete") open("end");
		else if (step.kind)
			go({
				screen: "plan",
				client: id,
				ahead: {
					kind: step.kind,
					follows: step.follows_id,
					date: step.plan_on,
					hint: step.hint,
				},
			});
		else plan();
	};

	useCommands(
		signing
			? []
			: [
					{
						id: "next-step",
						label: chart?.next.label ?? "Next step",
						// A part of the chart has a main act of its own.
						keys: [nextKey],
						scope: "this chart",
						run: next,
					},
					{
						id: "new-entry",
						label: "Plan a session",
						keys: ["Ctrl N"],
						scope: "this chart",
						run: plan,
					},
					{
						id: "check-in",
						label: "Write check-in",
						keys: ["C"],
						scope: "this chart",
						run: () => setCheckIn(true),
					},
					{
						id: "edit-details",
						label: "Edit details",
						keys: ["Ctrl E"],
						scope: "this chart",
						run: () => go({ screen: "client", id, editing: true }),
					},
				],
	);

	if (!chart)
		return (
			<div class="page">
				{fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : <Loading rows={5} />}
			</div>
		);

	if (editing)
		return (
			<ClientForm
				client={chart.client}
				onSaved={() => {
					void reload();
					go({ screen: "client", id });
				}}
				onClose={() => go({ screen: "client", id })}
			/>
		);

	const asked = part !== undefined && chart.next.part === part;
	return (
		<div class="page chart">
			{!signing && (
				<ChartRisk
					client={id}
					risk={chart.risk}
					asks={part !== "preparation"}
					onReviewed={() => void reload()}
				/>
			)}
			{signing ? (
				<h1 tabIndex={-1}>{chart.name}</h1>
			) : (
				<header class="chart-head">
					<div>
						<p class="crumb small faint">
							<button type="button" onClick={() => go({ screen: "clients" })}>
								Clients
							</button>
							<span aria-hidden="true">/</span>
							{stageLabel(chart.client.stage)}
						</p>
						<h1 tabIndex={-1}>{chart.name}</h1>
						<p class="facts muted">
							{[chart.client.pronouns, chart.age_text, chart.course_text]
								.filter(Boolean)
								.map((fact) => (
									<span key={fact}>{fact}</span>
								))}
							{chart.left_text && <Tag kind="window">{chart.left_text}</Tag>}
						</p>
					</div>
					<div class="actions">
						<Button keys="C" onClick={() => setCheckIn(true)}>
							Check-in
						</Button>
						{!asked && (
							<Button kind={part ? "plain" : "primary"} keys={nextKey} onClick={next}>
								{chart.next.label}
							</Button>
						)}
					</div>
				</header>
			)}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{!signing && <ChartNav client={id} part={part} />}
			<div class={signing ? "" : `chart-columns ${part ? "of-part" : ""}`}>
				<div class="chart-main">
					<Part
						chart={chart}
						part={part}
						asked={asked}
						adding={adding}
						sheet={sheet}
						onSheet={setSheet}
						onPlan={plan}
						onChanged={reload}
					/>
				</div>
				{!signing && <Glance client={chart.client} at={chart.now} onChanged={reload} />}
			</div>
			{checkIn && (
				<CheckInSheet
					client={id}
					onSaved={() => {
						setCheckIn(false);
						void reload();
					}}
					onClose={() => setCheckIn(false)}
				/>
			)}
		</div>
	);
}

interface PartProps {
	chart: ChartView;
	part: ChartPart | undefined;
	asked: boolean;
	adding: boolean;
	sheet: PlanSheet | undefined;
	onSheet: (sheet: PlanSheet | undefined) => void;
	onPlan: () => void;
	onChanged: () => Promise<void>;
}

function Part({ chart, part, asked, adding, sheet, onSheet, onPlan, onChanged }: PartProps) {
	const shown = { client: chart.client, asked, adding, onChanged };
	switch (part) {
		case "screening":
			return <ScreeningPart {...shown} />;
		case "clearance":
			return <ClearancePart {...shown} />;
		case "consent":
			return <ConsentPart {...shown} />;
		case "preparation":
			return <PreparationPart {...shown} />;
		case "measures":
			return <MeasuresPart {...shown} />;
		case "files":
			return <FilesPart {...shown} />;
		case "documents":
			return <ChartDocuments client={chart.client} onChanged={onChanged} />;
		case "private":
			return <PrivateDoor {...shown} />;
		default:
			return (
				<>
					<Course
						client={chart.client.id}
						at={chart.now}
						under={<RiskLine lines={chart.risk.reviewed} />}
					/>
					<PlanSection
						client={chart.client.id}
						sheet={sheet}
						onSheet={onSheet}
						onChanged={onChanged}
					/>
					<Record rows={chart.record} onPlan={onPlan} />
				</>
			);
	}
}
