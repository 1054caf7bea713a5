import "./vitals.css";
import type { LogLine } from "../../bridge";
import { clock, minutesSince, minutesUntil } from "../../lib/time";
import { sessionNow } from "../../state/sessionclock";
import { Button } from "../../ui/Button";
import { useLive } from "./context";

type Value = "systolic_mmhg" | "heart_rate_bpm" | "spo2_percent";

const alarming = ["hold", "emergency"];

/** The latest value of each vital sign, and when the next are due. */
export function Vitals() {
	const { part, open } = useLive();
	const readings = part.log.filter((l) => l.vitals && !l.entry.struck_at);
	const latest = readings.at(-1);
	return (
		<section class="live-part live-vitals" aria-label="Vital signs">
			{latest ? (
				<>
					<p class="live-over">Vitals at {latest.time_text}</p>
					<Readings
						readings={readings}
						latest={latest}
						baseline={part.state.baseline}
						held={part.state.hold != null}
					/>
				</>
			) : (
				<p class="live-over">No vital signs yet</p>
			)}
			<NextCheck />
			{!part.locked && (
				<Button class="big" keys="V" onClick={() => open({ sheet: "vitals" })}>
					Enter vitals
				</Button>
			)}
		</section>
	);
}

function Readings({
	readings,
	latest,
	baseline,
	held,
}: {
	readings: readonly LogLine[];
	latest: LogLine;
	baseline: string;
	held: boolean;
}) {
	const last = (value: Value) => readings.findLast((l) => l.vitals?.[value] != null);
	const pressure = last("systolic_mmhg");
	const first = readings.find((l) => l.vitals?.systolic_mmhg != null);
	/** A value older than the latest reading says when it was taken. */
	const taken = (line: LogLine) => (line === latest ? "" : ` at ${line.time_text}`);
	const shown = [pressure, last("heart_rate_bpm"), last("spo2_percent")];
	return (
		<>
			{pressure?.vitals && (
				<>
					<p class="live-pressure">
						<span class={levelOf(pressure, "systolic_mmhg")}>{pressure.vitals.systolic_mmhg}</span>/
						<span class={levelOf(pressure, "diastolic_mmhg")}>
							{pressure.vitals.diastolic_mmhg}
						</span>
					</p>
					<p class="small muted">
						mmHg{taken(pressure)}
						{pressure !== first && baseline && `, ${baseline} at arrival`}
					</p>
				</>
			)}
			<div class="live-values">
				{(
					[
						["heart_rate_bpm", "pulse", ""],
						["spo2_percent", "oxygen", "%"],
					] as const
				).map(([value, name, unit]) => {
					const line = last(value);
					return (
						line && (
							<p key={value}>
								<span class={levelOf(line, value)}>
									{line.vitals?.[value]}
									{unit}
								</span>{" "}
								<small class="small muted">
									{name}
									{taken(line)}
								</small>
							</p>
						)
					);
				})}
			</div>
			{/* A hold says its findings itself. */}
			{[...new Set(held ? [] : shown)].flatMap((line) =>
				(line?.judgement?.findings ?? []).map((f) => (
					<p
						key={line?.entry.id + f.field}
						class={`small log-finding ${alarming.includes(f.level) ? "alarming" : ""}`}
					>
						{f.text}
					</p>
				)),
			)}
		</>
	);
}

/** How a value is coloured; its finding, here or in the card of the hold, says the same in words. */
function levelOf(line: LogLine, field: Value | "diastolic_mmhg"): string {
	const finding = line.judgement?.findings.find((f) => f.field === field);
	if (!finding) return "";
	return alarming.includes(finding.level) ? "alarming" : "cautious";
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** When vital signs are due next, and how much of the time until then has passed. */
function NextCheck() {
	const { view, part } = useLive();
	const { check } = part.state;
	if (!check) return null;
	const now = sessionNow.value;
	const [from, due] = [Date.parse(check.from), Date.parse(check.due)];
	const overdue = now >= due;
	const at = clock(check.due, view.zone);
	const passed = overdue ? 1 : Math.max(0, (now - from) / Math.max(1, due - from));
	return (
		<div class="live-check">
			<p class={`small ${overdue ? "overdue" : "muted"}`}>
				{overdue
					? `Check due since ${at}, ${minutesSince(check.due, now)} min`
					: `Next check ${at}, in ${minutesUntil(check.due, now)} min`}
				<br />
				<span class="faint">{sentence(check.why)}</span>
			</p>
			<svg class="check-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
				<rect width="100" height="3" class="check-all" />
				<rect width={(passed * 100).toFixed(1)} height="3" class="check-passed" />
			</svg>
			{/* Said once, when it falls due. */}
			<p role="status" class="sr">
				{overdue ? "Vital signs are due." : ""}
			</p>
		</div>
	);
}
