import { useState } from "preact/hooks";
import type { DayCheck } from "../../bridge";
import { readNumber } from "../../lib/entry";
import { clock } from "../../lib/time";
import { TextField } from "../../ui/Field";
import { TimeField } from "../../ui/TimeField";
import { atTime } from "../session/entries";
import { Findings, spaceMovesOn, useJudged, type Value } from "../session/judged";

const values = [
	["systolic_mmhg", "Systolic", "mmHg"],
	["diastolic_mmhg", "Diastolic", "mmHg"],
	["heart_rate_bpm", "Heart rate", "per minute"],
	["spo2_percent", "SpO2", "%"],
] as const;
type Key = (typeof values)[number][0];
type Baseline = DayCheck["baseline"];

const shown = (n: number) => (n === 0 ? "" : String(n));

/** The reading before the dose, judged while it is typed; it becomes the first of the log. */
export function BaselineFields({
	participant,
	zone,
	baseline,
	errors,
	onChange,
}: {
	participant: string;
	zone: string;
	baseline: Baseline;
	errors: Readonly<Record<string, string>>;
	onChange: (baseline: Baseline) => void;
}) {
	const [typed, setTyped] = useState<Record<Key, string>>(() => ({
		systolic_mmhg: shown(baseline.systolic_mmhg),
		diastolic_mmhg: shown(baseline.diastolic_mmhg),
		heart_rate_bpm: shown(baseline.heart_rate_bpm),
		spo2_percent: shown(baseline.spo2_percent),
	}));
	const [left, setLeft] = useState<ReadonlySet<Value>>(new Set());
	const judged = useJudged(participant, baseline.at, typed);
	const id = (key: string) => `day-${participant}-baseline-${key}`;

	const type = (key: Key, text: string) => {
		setTyped({ ...typed, [key]: text });
		const n = text.trim() === "" ? 0 : readNumber(text, 0);
		if (n === null) return;
		const next = { ...baseline, [key]: n };
		const taken = values.some(([k]) => next[k] !== 0);
		onChange({ ...next, at: taken ? baseline.at || new Date().toISOString() : "" });
	};
	/** What cannot be is said once the field is left: half a number is no mistake. */
	const wrong = (key: Key) => {
		if (!left.has(key) || typed[key].trim() === "") return undefined;
		return readNumber(typed[key], 0) === null
			? "Write a number, such as 120."
			: judged?.refused[key];
	};

	return (
		<fieldset class="field baseline">
			<legend>Baseline vital signs</legend>
			<div class="four">
				{values.map(([key, label, unit]) => (
					<TextField
						key={key}
						id={id(key)}
						label={label}
						hint={unit}
						maxlength={5}
						value={typed[key]}
						error={errors[`baseline.${key}`] ?? wrong(key)}
						onValue={(text) => type(key, text)}
						onBlur={() => setLeft((before) => new Set(before).add(key))}
						onKeyDown={spaceMovesOn}
					/>
				))}
				{baseline.at && (
					<TimeField
						id={id("at")}
						label="Taken at"
						value={clock(baseline.at, zone)}
						error={errors["baseline.at"]}
						onValue={(time) => onChange({ ...baseline, at: atTime(baseline.at, time, zone) })}
					/>
				)}
			</div>
			<Findings judged={judged} />
			{judged?.offer_text && (
				<p class="small muted">
					Begin the session to rest, to measure again or to call: all of it is kept in its log.
				</p>
			)}
		</fieldset>
	);
}
