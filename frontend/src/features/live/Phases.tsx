import type { LivePart } from "../../bridge";
import { clock, minutesSince } from "../../lib/time";
import { useCommands } from "../../state/keys";
import { sessionNow } from "../../state/sessionclock";
import { Button } from "../../ui/Button";
import { useLive } from "./context";

type Row = LivePart["state"]["phases"][number];

/** The parts of the session, what comes next, and before the dose the dose. */
export function Phases() {
	const { part, observe, open } = useLive();
	const { phases, totals, not_given } = part.state;
	const begin = (row: Row) => observe(`phase_${row.phase}`);
	const next = phases.find((p) => p.state === "coming");
	useCommands(
		next && !part.locked
			? [
					{
						id: "next-phase",
						label: `Next: ${next.label}`,
						keys: ["N"],
						scope: "this session",
						run: () => begin(next),
					},
				]
			: [],
	);
	return (
		<>
			<ol class="phases" aria-label="Phases">
				{phases.map((p) => (
					<li key={p.phase} aria-current={p.state === "now" ? "step" : undefined}>
						<Phase row={p} onBegin={begin} />
					</li>
				))}
			</ol>
			<div class="phase-acts">
				{totals.given === 0 && !not_given && (
					<Button class="big" keys="D" onClick={() => open({ sheet: "dose" })}>
						Record dose
					</Button>
				)}
				{next && (
					<Button class="big" keys="N" onClick={() => begin(next)}>
						Next: {next.label}
					</Button>
				)}
			</div>
		</>
	);
}

/** One phase; selecting one that does not run begins it, for the first time or again. */
function Phase({ row, onBegin }: { row: Row; onBegin: (row: Row) => void }) {
	const { view, part } = useLive();
	const at = row.at && clock(row.at, view.zone);
	const words = {
		past: at || "not marked",
		now: `${at}, ${minutesSince(row.at, sessionNow.value)} min`,
		coming: row.earliest ? `after ${at}` : `about ${at}`,
	}[row.state];
	const content = (
		<>
			<span class="phase-name">{row.label}</span>
			<span class="small">{words}</span>
		</>
	);
	if (row.state === "now" || part.locked) return <p class={`phase ${row.state}`}>{content}</p>;
	return (
		<button type="button" class={`phase ${row.state}`} onClick={() => onBegin(row)}>
			{content}
			<span class="sr">{row.at && row.state === "past" ? "Go back to it" : "Begin it now"}</span>
		</button>
	);
}
