import { clock, elapsed } from "../../lib/time";
import { sessionNow } from "../../state/sessionclock";
import { useLive } from "./context";

/** The session's clock: since the first dose, before it since the session began. */
export function SinceDose() {
	const { view, part } = useLive();
	const dose = part.state.totals.first_at;
	const [words, event, since] = dose
		? ["Since dose", "Dose", dose]
		: ["Since arrival", "Begun", view.started_at];
	return (
		<>
			<p class="live-over">{words}</p>
			<p class="live-clock" role="timer" aria-label={words}>
				{elapsed(since, sessionNow.value)}
			</p>
			<p class="muted">
				{event} at {clock(since, view.zone)}, now{" "}
				{clock(new Date(sessionNow.value).toISOString(), view.zone)}
			</p>
			{view.may_doze && (
				<p class="live-doze small faint">
					This computer may fall asleep by itself. Switch sleep off in the system's settings.
				</p>
			)}
		</>
	);
}
