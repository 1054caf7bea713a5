import "./chart.css";
import { clients } from "../../bridge";
import { now } from "../../state/clock";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading, Tag } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { ClientForm } from "../clients/ClientForm";
import { stageLabel } from "../clients/stages";
import { Course } from "./Course";
import { Glance } from "./Glance";
import { Record } from "./Record";

/** One client's chart: who they are, the course, the record, and what matters at a glance. */
export function Chart({ id, editing }: { id: string; editing: boolean }) {
	const { data, fault, reload } = useLoad(`${id} ${now.value.getTime()}`, () => clients.Chart(id));
	const chart = useKept(data);

	const plan = () => go({ screen: "plan", client: id });
	const next = () => {
		const step = chart?.next;
		if (!step) return;
		if (step.act === "write_note") go({ screen: "note", participant: step.participant_id });
		else if (step.act === "open_session") go({ screen: "session", id: step.session_id });
		else plan();
	};

	useCommands([
		{
			id: "next-step",
			label: chart?.next.label ?? "Next step",
			keys: ["Ctrl Enter"],
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
			id: "edit-details",
			label: "Edit details",
			keys: ["Ctrl E"],
			scope: "this chart",
			run: () => go({ screen: "client", id, editing: true }),
		},
	]);

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

	return (
		<div class="page chart">
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
					<Button icon="pencil" onClick={() => go({ screen: "client", id, editing: true })}>
						Edit details
					</Button>
					<Button kind="primary" onClick={next}>
						{chart.next.label}
					</Button>
				</div>
			</header>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			<div class="chart-columns">
				<div class="chart-main">
					<Course chart={chart} />
					<Record rows={chart.record} onPlan={plan} />
				</div>
				<Glance client={chart.client} onChanged={reload} />
			</div>
		</div>
	);
}
