import "./plan.css";
import { useEffect, useState } from "preact/hooks";
import { type EmergencyCard, type Fault, type Observation, toFault } from "../../bridge";
import { useCommands } from "../../state/keys";
import { callsOf, cardOf, recordCall, refreshCard } from "../../state/plancards";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { Segmented } from "../../ui/Segmented";
import { CardView } from "../prepare/CardView";
import { calledLine } from "../session/calls";
import { PlanCalls } from "./PlanCalls";
import { PlanLine } from "./PlanLine";

interface Props {
	session: string;
	zone: string;
	parts: readonly { participant_id: string; name: string }[];
	/** Whose card is shown first. */
	first: string;
	/** What in the log brought the plan up; absent where it was asked for. */
	because?: string | undefined;
	/** Opens the adverse event; absent where it cannot be recorded. */
	onEvent?: (() => void) | undefined;
	onClose: () => void;
}

/** Whether a call went to a number of the card. */
const wentTo =
	({ callee, number }: EmergencyCard["numbers"][number]) =>
	({ call }: Observation): boolean =>
		call?.callee === callee && call?.number === number;

/** How long the digits wait when the plan came up by itself: the next one may be meant for a mark. */
const guard = 600;

/**
 * The emergency plan over the whole window. It stands on the card in the page's memory, so that it
 * opens at once, and writes calls and lines into the log. It suggests and never acts.
 */
export function EmergencyPlan({ session, zone, parts, first, because, onEvent, onClose }: Props) {
	const [participant, setParticipant] = useState(first);
	const [fault, setFault] = useState<Fault>();
	const [ready, setReady] = useState(!because);
	useEffect(() => {
		if (!because) return;
		setParticipant(first);
		setReady(false);
		const timer = setTimeout(() => setReady(true), guard);
		return () => clearTimeout(timer);
	}, [because, first]);
	useEffect(() => {
		refreshCard(session, participant).catch((reason) => setFault(toFault(reason)));
	}, [session, participant]);

	const card = cardOf(participant);
	const calls = callsOf(participant);
	const callees = card?.numbers.filter((n) => n.callee) ?? [];
	const call = (i: number) => {
		const to = callees[i];
		if (to)
			recordCall(session, participant, {
				callee: to.callee,
				name: to.callee === "emergency_services" ? "" : to.who,
				number: to.number,
			});
	};
	useCommands([
		...(ready ? callees : []).map((n, i) => ({
			id: `plan-call-${i + 1}`,
			label: `Call made: ${n.label}`,
			keys: [String(i + 1)],
			scope: "the emergency plan",
			overDialogs: true,
			run: () => call(i),
		})),
		...(onEvent
			? [
					{
						id: "adverse-event",
						label: "Adverse event",
						keys: ["A"],
						scope: "the emergency plan",
						overDialogs: true,
						run: onEvent,
					},
				]
			: []),
	]);

	return (
		<Dialog label="Emergency plan" kind="whole" bright fromTitle onClose={onClose}>
			<div class="emergency plan-over">
				{because && (
					<p class="emergency-missing" role="alert">
						{because}
					</p>
				)}
				{parts.length > 1 && (
					<Segmented
						name="plan-part"
						label="Whose plan"
						quiet
						options={parts.map((p) => ({ value: p.participant_id, label: p.name }))}
						value={participant}
						onValue={setParticipant}
					/>
				)}
				{fault && !card && <ErrorLine text={fault.message} reference={fault.ref} />}
				{card ? (
					<CardView
						card={card}
						answer={(n) => calledLine(calls.filter(wentTo(n)), zone)}
						act={(n) =>
							n.callee && (
								<Button
									{...(ready && { keys: String(callees.indexOf(n) + 1) })}
									onClick={() => call(callees.indexOf(n))}
								>
									Call made<span class="unseen">: {n.label}</span>
								</Button>
							)
						}
					>
						<div class="plan-written">
							<PlanCalls session={session} calls={calls} zone={zone} />
							<PlanLine key={participant} session={session} participant={participant} />
						</div>
					</CardView>
				) : (
					!fault && <Loading rows={6} />
				)}
				<div class="actions">
					<Button kind="primary" keys="Esc" onClick={onClose}>
						Close
					</Button>
					{onEvent && (
						<Button keys="A" onClick={onEvent}>
							Adverse event
						</Button>
					)}
				</div>
			</div>
		</Dialog>
	);
}
