import "./vitals.css";
import "./lost.css";
import type { LiveState } from "../../bridge";
import { clock, elapsed } from "../../lib/time";
import { useCommands } from "../../state/keys";
import { recordCall, recordOutcome } from "../../state/plancards";
import { sessionNow } from "../../state/sessionclock";
import { Button } from "../../ui/Button";
import { useLive } from "./context";

const scope = "this session";

/** The connection to a client at home: that it was lost, and then the plan for it. */
export function LostCard() {
	const { view, part, observe } = useLive();
	const { lost } = part.state;
	const shown = view.place === "virtual" && !part.locked;
	const kind = lost ? "connection_restored" : "connection_lost";
	const label = lost ? "Connection restored" : "Connection lost";
	const mark = () => observe(kind);
	useCommands(shown ? [{ id: "connection", label, keys: ["C"], scope, run: mark }] : []);
	if (!shown) return null;
	if (!lost)
		return (
			<p class="small">
				<Button kind="quiet" keys="C" onClick={mark}>
					{label}
				</Button>
			</p>
		);
	return (
		<section class="hold-card bright" data-theme="session" aria-labelledby="lost-title">
			<div class="lost-title">
				<h2 id="lost-title">
					<span role="alert">Connection lost</span>
				</h2>
				<span role="timer" aria-label="Since the connection was lost">
					{elapsed(lost.since, sessionNow.value)}
				</span>
				<Button kind="primary" keys="C" onClick={mark}>
					{label}
				</Button>
			</div>
			<Steps key={`${part.participant_id} ${lost.since}`} lost={lost} />
		</section>
	);
}

type Lost = NonNullable<LiveState["lost"]>;
type Step = Lost["steps"][number];

/** The calls of the plan, with when each is due; one key records the next that was not made. */
function Steps({ lost }: { lost: Lost }) {
	const { view, part } = useLive();
	const next = lost.steps.find((s) => !s.done);
	const called = lost.steps.findLast((s) => s.done && !s.reached);
	const call = ({ callee, name, number }: Step) =>
		recordCall(view.session_id, part.participant_id, { callee, name, number });
	const say = (step: Step, reached: "yes" | "no") => {
		const made = part.log.findLast(
			({ entry, observation }) =>
				observation?.call?.callee === step.callee && !entry.struck_at && entry.at >= lost.since,
		)?.observation;
		if (made) recordOutcome(view.session_id, made, reached);
	};
	useCommands([
		...(next
			? [
					{
						id: "lost-call",
						label: `Call made: ${next.text}`,
						keys: ["L"],
						scope,
						run: () => call(next),
					},
				]
			: []),
		...(called
			? [
					{
						id: "call-reached",
						label: "The last call: reached",
						keys: ["Y"],
						scope,
						run: () => say(called, "yes"),
					},
					{
						id: "call-not-reached",
						label: "The last call: not reached",
						keys: ["F"],
						scope,
						run: () => say(called, "no"),
					},
				]
			: []),
	]);
	return (
		<ol class="lost-steps" aria-label="Plan for a lost connection">
			{lost.steps.map((s) => (
				<li key={s.callee} class={s === next || s === called ? "current" : undefined}>
					<span>
						{s.text} <When step={s} zone={view.zone} />
					</span>
					{!s.done && (
						<Button {...(s === next && { keys: "L" })} onClick={() => call(s)}>
							Call made
						</Button>
					)}
					{s.done && !s.reached && (
						<span class="actions">
							<Button {...(s === called && { keys: "Y" })} onClick={() => say(s, "yes")}>
								Reached
							</Button>
							<Button {...(s === called && { keys: "F" })} onClick={() => say(s, "no")}>
								Not reached
							</Button>
						</span>
					)}
				</li>
			))}
		</ol>
	);
}

const came: Record<string, string> = { yes: ", reached", no: ", not reached" };

function When({ step, zone }: { step: Step; zone: string }) {
	if (step.done)
		return (
			<span class="muted">
				Called at {clock(step.called_at, zone)}
				{came[step.reached]}
			</span>
		);
	const left = Math.ceil((Date.parse(step.due) - sessionNow.value) / 1000);
	if (left <= 0) return <span class="due">Now</span>;
	return (
		<span class="muted" role="timer" aria-label="Due in">
			in {elapsed(new Date(sessionNow.value).toISOString(), sessionNow.value + left * 1000)}
		</span>
	);
}
