import "./vitals.css";
import { preparations } from "../../bridge";
import { clock, minutesUntil } from "../../lib/time";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { sessionNow } from "../../state/sessionclock";
import { Button } from "../../ui/Button";
import { useLive } from "./context";

const scope = "this session";

/** What stands because a reading is beyond a limit, and what can be done. It suggests, never acts. */
export function HoldCard() {
	const { part } = useLive();
	const { hold } = part.state;
	return hold && !part.locked ? <Held key={part.participant_id} hold={hold} /> : null;
}

type Hold = NonNullable<ReturnType<typeof useLive>["part"]["state"]["hold"]>;

function Held({ hold }: { hold: Hold }) {
	const { view, part, open, observe } = useLive();
	const { data: card } = useLoad(`card ${part.participant_id}`, () =>
		preparations.EmergencyCard(view.session_id, part.participant_id),
	);
	const prescriber = card?.numbers.find((n) => n.label === "Prescriber");
	const { check } = part.state;
	const offers = (act: string) => hold.acts.some((a) => a === act);
	const { again } = hold;
	const waits = check?.step === again && Date.parse(check.due) > sessionNow.value;

	const step = () => observe(again);
	const call = () =>
		open({
			sheet: "call",
			call: {
				callee: "prescriber",
				name: prescriber?.who ?? "",
				number: prescriber?.number ?? "",
			},
		});
	const talk = () => open({ sheet: "talk" });
	useCommands([
		{
			id: "measure-again",
			label: hold.again_label,
			keys: ["R"],
			scope,
			run: step,
		},
		{ id: "call-prescriber", label: "Call the prescriber", keys: ["P"], scope, run: call },
		...(offers("talk")
			? [{ id: "talk-instead", label: "Go on as a talk session", keys: ["T"], scope, run: talk }]
			: []),
	]);

	return (
		<section class="hold-card bright" data-theme="session" aria-labelledby="hold-title">
			<div role="alert">
				<h2 id="hold-title">{hold.level === "emergency" ? "Emergency limit" : "Hold"}</h2>
				{hold.findings.map((f) => (
					<p key={f.field} class="finding">
						{`${f.text}. `}
					</p>
				))}
			</div>
			<p class="muted">
				{waits
					? `${again === "rest" ? "Resting. Measure again" : "Measure again"} at ${clock(check.due, view.zone)}, in ${minutesUntil(check.due, sessionNow.value)} min.`
					: hold.text}
			</p>
			<div class="actions">
				{offers("plan") && (
					<Button kind="danger" icon="phone" keys="F1" onClick={() => open({ sheet: "plan" })}>
						Emergency plan
					</Button>
				)}
				{!waits && (
					<Button keys="R" onClick={step}>
						{hold.again_label}
					</Button>
				)}
				<Button keys="V" onClick={() => open({ sheet: "vitals" })}>
					Measure now
				</Button>
				<Button keys="P" onClick={call}>
					Call the prescriber
				</Button>
				{offers("talk") && (
					<Button keys="T" onClick={talk}>
						Go on as a talk session
					</Button>
				)}
			</div>
		</section>
	);
}
