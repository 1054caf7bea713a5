import "./ready.css";
import type { PartView } from "../../bridge";
import { Button } from "../../ui/Button";
import { LiftWords } from "../prepare/LiftWords";
import { type EventLine, EventText } from "./EventText";

/** Of a planned dosing session: what stands in the way, in one line for each client; of who is ready, all that was lifted and is known. */
export function ReadyLines({ parts }: { parts: readonly PartView[] }) {
	return (
		<>
			{parts.map(
				(p) =>
					p.readiness && (
						<section key={p.participant_id} class="ready" aria-label={`Readiness, ${p.name}`}>
							<p class={p.readiness.blocked ? "ways" : "muted"}>
								{parts.length > 1 && `${p.name}: `}
								{p.readiness.summary}
							</p>
							{!p.readiness.blocked && <Checks part={p} />}
						</section>
					),
			)}
		</>
	);
}

const shown = [
	{ state: "blocks", words: "Stood in the way" },
	{ state: "lifted", words: "Lifted" },
	{ state: "warns", words: "Known" },
];

const toSay = (part: PartView) =>
	part.readiness?.checks.filter((c) => shown.some((s) => s.state === c.state)) ?? [];

function Checks({ part }: { part: PartView }) {
	return (
		<ul>
			{toSay(part).map((c) => (
				<li key={c.key}>
					<span class="faint">{shown.find((s) => s.state === c.state)?.words}</span>
					<span>
						{c.text}
						{c.lift && <LiftWords lift={c.lift} />}
					</span>
				</li>
			))}
		</ul>
	);
}

/** What was lifted and what was known when the session began; all that stood in the way of one recorded as it happened. */
export function StartReadiness({ part }: { part: PartView }) {
	const checks = toSay(part);
	if (checks.length === 0 && !part.deviation) return null;
	return (
		<section class="start" aria-labelledby="start-title">
			<h2 id="start-title">At the start</h2>
			{part.deviation && <p class="start-deviation">Recorded as it happened: {part.deviation}</p>}
			<Checks part={part} />
		</section>
	);
}

/** What went wrong in a session, in time order, each with the way to add to it. */
export function AdverseEvents({
	part,
	onAdd,
	onReport,
}: {
	part: PartView;
	onAdd: (line: EventLine) => void;
	onReport: (line: EventLine) => void;
}) {
	if (part.events.length === 0) return null;
	return (
		<section class="start" aria-labelledby="adverse-title">
			<h2 id="adverse-title">Adverse events</h2>
			<ul>
				{part.events.map((line) => (
					<li key={line.event.id}>
						<span class="faint">{line.time_text}</span>
						<div>
							<EventText line={line} />
							<Button
								kind="quiet"
								class="adverse-add"
								keys={line === part.events.at(-1) ? "L" : undefined}
								onClick={() => onAdd(line)}
							>
								Add what became known
							</Button>
							<Button
								kind="quiet"
								class="adverse-add"
								keys={line === part.events.at(-1) ? "I" : undefined}
								onClick={() => onReport(line)}
							>
								Incident report
							</Button>
						</div>
					</li>
				))}
			</ul>
		</section>
	);
}
