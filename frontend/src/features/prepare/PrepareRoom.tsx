import "./prepare.css";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Fault, type Readiness, readiness, sessions, toFault } from "../../bridge";
import { now } from "../../state/clock";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { go } from "../../state/route";
import { flush } from "../../state/vault";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { NotSaved } from "../../ui/NotSaved";
import { answer, checkAtFocus, goOn } from "./answering";
import type { Check } from "./CheckActs";
import { EmergencySheet } from "./EmergencySheet";
import { LiftSheet } from "./LiftSheet";
import { PartRoom, unfilledForm } from "./PartRoom";

/** What stands in the way of a dosing session, the questions of the day, and the beginning itself. */
export function PrepareRoom({ id }: { id: string }) {
	const { data: session, fault: unread } = useLoad(id, () => sessions.Get(id));
	const asked = useLoad(`${id} ${now.value.getTime()}`, () => readiness.Get(id));
	const ready = useKept(asked.data);
	const [fault, setFault] = useState<Fault>();
	const [emergency, setEmergency] = useState("");
	const [lifting, setLifting] = useState<{ participant: string; check: Check }>();
	const lifted = useRef<{ participant: string; key: string } | undefined>(undefined);
	// Once the list says so, the focus leaves what was lifted.
	useLayoutEffect(() => {
		const last = lifted.current;
		if (!last || ready?.some((r) => blocks(r, last))) return;
		lifted.current = undefined;
		goOn(last.participant, last.key);
	}, [ready]);

	const blocked = !ready || ready.some((r) => r.blocked);
	/** The first form that speaks of a risk nobody has reviewed. */
	const risk = ready?.flatMap((r) => r.checks).find((c) => c.state === "blocks" && c.form)?.form;
	/** The first client of whom a questionnaire is not filled in. */
	const unfilled = ready?.find((r) => r.checks.some(unfilledForm))?.client_id;
	const planned = session?.state === "planned" && session.session.kind === "dosing";
	const begin = async () => {
		try {
			const unsaved = await flush();
			if (unsaved) throw unsaved;
			await sessions.Begin(id);
			go({ screen: "live", id });
		} catch (reason) {
			setFault(toFault(reason));
			await asked.reload();
		}
	};
	const showCard = () => setEmergency(session?.parts[0]?.participant_id ?? "");
	const lift = (participant: string, key: string) => {
		const check = ready
			?.find((r) => r.participant_id === participant)
			?.checks.find((c) => c.key === key && c.state === "blocks");
		if (check) setLifting({ participant, check });
	};

	useCommands([
		...(planned
			? [
					{
						id: "begin-session",
						label: "Begin session",
						keys: ["Ctrl Enter"],
						scope: "this room",
						run: () => {
							if (!blocked) void begin();
						},
					},
					{
						id: "answer-yes",
						label: "Answer yes",
						keys: ["Y"],
						scope: "this room",
						keysOnly: true,
						run: () => answer("yes"),
					},
					{
						id: "answer-no",
						label: "Answer no",
						keys: ["N"],
						scope: "this room",
						keysOnly: true,
						run: () => answer("no"),
					},
					{
						id: "lift-check",
						label: "Lift what stands in the way",
						keys: ["L"],
						scope: "this room",
						keysOnly: true,
						run: () => {
							const at = checkAtFocus();
							if (at) lift(at.participant, at.key);
						},
					},
				]
			: []),
		...(risk
			? [
					{
						id: "review-form-risk",
						label: "Review the risk",
						keys: ["R"],
						scope: "this room",
						run: () => go({ screen: "form", id: risk }),
					},
				]
			: []),
		...(unfilled
			? [
					{
						id: "to-measures",
						label: "Fill in the questionnaires",
						keys: ["M"],
						scope: "this room",
						run: () => go({ screen: "client", id: unfilled, part: "measures" }),
					},
				]
			: []),
		{
			id: "emergency-card",
			label: "Emergency card",
			keys: ["F1"],
			scope: "this room",
			overDialogs: true,
			run: showCard,
		},
		{
			id: "emergency-card-too",
			label: "Emergency card",
			keys: ["E"],
			scope: "this room",
			keysOnly: true,
			run: showCard,
		},
		{
			id: "open-session",
			label: "The session",
			keys: ["S"],
			scope: "this room",
			run: () => go({ screen: "session", id }),
		},
	]);

	const failed = unread ?? asked.fault;
	if (!session || !ready)
		return (
			<div class="page">
				{failed ? <ErrorLine text={failed.message} reference={failed.ref} /> : <Loading rows={6} />}
			</div>
		);

	return (
		<div class="page prepare">
			<header class="session-head">
				<div>
					<p class="crumb small faint">
						<button type="button" onClick={() => go({ screen: "session", id })}>
							{session.title}
						</button>
					</p>
					<h1 tabIndex={-1}>Prepare room</h1>
					<p class="facts muted">
						<span>{session.parts.map((p) => p.name).join(" and ")}</span>
						<span>{session.time_text}</span>
						<span>{session.session.place === "virtual" ? "Virtual" : "In the office"}</span>
					</p>
				</div>
				<div class="actions">
					<Button icon="phone" keys="F1" onClick={showCard}>
						Emergency card
					</Button>
					{planned ? (
						<Button
							kind="primary"
							keys="Ctrl Enter"
							disabled={blocked}
							aria-describedby="prepare-summary"
							onClick={() => void begin()}
						>
							Begin session
						</Button>
					) : (
						<Button kind="primary" keys="S" onClick={() => go({ screen: "session", id })}>
							Open session
						</Button>
					)}
				</div>
			</header>
			{fault && <Trouble fault={fault} onRetry={() => void begin()} />}
			<div id="prepare-summary" role="status" class="prepare-summary">
				{ready.map((r, i) => (
					<p key={r.participant_id} class={r.blocked ? "prepare-blocked" : "muted"}>
						{session.parts.length > 1 && `${session.parts[i]?.name}: `}
						{r.summary}
						{/[.]$/.test(r.summary) ? "" : "."}
					</p>
				))}
			</div>
			{session.parts.map((part) => (
				<PartRoom
					key={part.participant_id}
					session={session.session}
					part={part}
					named={session.parts.length > 1}
					checks={ready.find((r) => r.participant_id === part.participant_id)?.checks ?? []}
					risk={risk}
					unfilled={unfilled}
					onSaved={asked.reload}
					onLift={(key) => lift(part.participant_id, key)}
				/>
			))}
			{emergency && (
				<EmergencySheet
					session={id}
					parts={session.parts}
					first={emergency}
					onClose={() => setEmergency("")}
				/>
			)}
			{lifting && (
				<LiftSheet
					session={session.session}
					participant={lifting.participant}
					check={lifting.check}
					onSaved={async () => {
						lifted.current = { participant: lifting.participant, key: lifting.check.key };
						setLifting(undefined);
						await asked.reload();
					}}
					onClose={() => setLifting(undefined)}
				/>
			)}
		</div>
	);
}

const blocks = (r: Readiness, { participant, key }: { participant: string; key: string }) =>
	r.participant_id === participant && r.checks.some((c) => c.key === key && c.state === "blocks");

function Trouble({ fault, onRetry }: { fault: Fault; onRetry: () => void }) {
	return fault.code === "not_saved" ? (
		<NotSaved reason={fault.message} onRetry={onRetry} />
	) : (
		<ErrorLine text={fault.message} reference={fault.ref} />
	);
}
