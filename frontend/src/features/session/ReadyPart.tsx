import "./ready.css";
import type { PartView } from "../../bridge";
import { LiftWords } from "../prepare/LiftWords";

/** Of a planned dosing session: what stands in the way, in one line for each client. */
export function ReadyLines({ parts }: { parts: readonly PartView[] }) {
	return (
		<>
			{parts.map(
				(p) =>
					p.readiness && (
						<p key={p.participant_id} class={p.readiness.blocked ? "ways" : "muted"}>
							{parts.length > 1 && `${p.name}: `}
							{p.readiness.summary}
						</p>
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

/** What was lifted and what was known when the session began; all that stood in the way of one recorded as it happened. */
export function StartReadiness({ part }: { part: PartView }) {
	const checks = part.readiness?.checks.filter((c) => shown.some((s) => s.state === c.state)) ?? [];
	if (checks.length === 0 && !part.deviation) return null;
	return (
		<section class="start" aria-labelledby="start-title">
			<h2 id="start-title">At the start</h2>
			{part.deviation && <p class="start-deviation">Recorded as it happened: {part.deviation}</p>}
			<ul>
				{checks.map((c) => (
					<li key={c.key}>
						<span class="faint">{shown.find((s) => s.state === c.state)?.words}</span>
						<span>
							{c.text}
							{c.lift && <LiftWords lift={c.lift} />}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

/** What went wrong in a session, in time order. */
export function AdverseEvents({ part }: { part: PartView }) {
	if (part.events.length === 0) return null;
	return (
		<section class="start" aria-labelledby="adverse-title">
			<h2 id="adverse-title">Adverse events</h2>
			<ul>
				{part.events.map(({ event, time_text, late_text }) => (
					<li key={event.id}>
						<span class="faint">{time_text}</span>
						<span>
							{event.serious && <span class="adverse-serious">Serious. </span>}
							{event.what}
							{[
								["Action", event.action],
								["Called", event.called],
								["Outcome", event.outcome],
							].map(
								([label, text]) =>
									text && (
										<span key={label} class="start-more muted">
											{label}: {text}
										</span>
									),
							)}
							{late_text && <span class="start-more faint">{late_text}</span>}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
