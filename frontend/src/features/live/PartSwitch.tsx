import type { LivePart } from "../../bridge";
import { plusText } from "../../lib/entry";
import { clock, minutesSince } from "../../lib/time";
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
					<Waits of={p} shown={p === part} zone={view.zone} />
					<Kbd keys={partKeys[i] ?? ""} />
				</button>
			))}
		</div>
	);
}

/** What asks for the therapist with a client, whoever's log is shown, and how long ago the other's dose was. */
function Waits({ of: { state }, shown, zone }: { of: LivePart; shown: boolean; zone: string }) {
	const { hold, check, totals } = state;
	const now = sessionNow.value;
	const waits = [
		hold && (hold.level === "emergency" ? "Emergency limit" : "Hold"),
		check && Date.parse(check.due) <= now && `Check due ${clock(check.due, zone)}`,
	].filter(Boolean);
	return (
		<>
			{waits.length > 0 && <span class="part-waits"> {waits.join(", ")}</span>}
			{!shown && totals.first_at && (
				<span class="part-since"> {plusText(minutesSince(totals.first_at, now))}</span>
			)}
		</>
	);
}
