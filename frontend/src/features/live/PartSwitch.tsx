import type { LiveState } from "../../bridge";
import { sessionNow } from "../../state/sessionclock";
import { Kbd } from "../../ui/Kbd";
import { useLive } from "./context";
import { shownName } from "./names";

/** The key that writes each client's log. */
export const partKeys = ["F2", "F3"];

/** Whose log is written, where two clients share a session: the one that is written stands out. */
export function PartSwitch() {
	const { view, part, choose } = useLive();
	return (
		<div class="part-switch" role="group" aria-label="Whose log is written">
			<h1 class="sr">{view.parts.map((p) => shownName(view, p)).join(" and ")}</h1>
			{view.parts.map((p, i) => (
				<button
					key={p.participant_id}
					type="button"
					aria-pressed={p === part}
					aria-keyshortcuts={partKeys[i]}
					onClick={() => choose(i)}
				>
					{shownName(view, p)}
					<Waits state={p.state} />
					<Kbd keys={partKeys[i] ?? ""} />
				</button>
			))}
		</div>
	);
}

/** What asks for the therapist with a client, whoever's log is shown. */
function Waits({ state: { hold, check } }: { state: LiveState }) {
	const word = hold
		? hold.level === "emergency"
			? "Emergency limit"
			: "Hold"
		: check && Date.parse(check.due) <= sessionNow.value && "Check due";
	return word ? <span class="part-waits">{word}</span> : null;
}
