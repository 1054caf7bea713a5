import { useState } from "preact/hooks";
import { Fault, type LogLine, type SessionView, type VitalSigns } from "../../bridge";
import { readNumber } from "../../lib/entry";
import { clock } from "../../lib/time";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import type { Written } from "../../state/outbox";
import { sessionInstant } from "../../state/sessionclock";
import { TextField } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TimeField } from "../../ui/TimeField";
import { Begun } from "./Begun";
import { atTime, atTyped, newEntry, resumed, type Timed } from "./entries";
import { decimals, Findings, selectAll, spaceMovesOn, useJudged, type Value } from "./judged";
import { Sheet } from "./Sheet";

const main = [
	["systolic_mmhg", "Systolic", "mmHg"],
	["diastolic_mmhg", "Diastolic", "mmHg"],
	["heart_rate_bpm", "Heart rate", "per minute"],
	["spo2_percent", "SpO2", "%"],
] as const;
const more = [
	["respiratory_rate_per_min", "Respiratory rate", "per minute"],
	["temperature_decicelsius", "Temperature", "°C"],
] as const;
const positions = [
	{ value: "seated", label: "Seated" },
	{ value: "lying", label: "Lying" },
	{ value: "standing", label: "Standing" },
] as const;

type Typed = Record<Value, string> & Timed & { position: string; id: string };

interface Props {
	session: SessionView["session"];
	participant: string;
	/** The reading to correct. */
	line?: LogLine | undefined;
	/** Writes it down; throws a Fault when it is not taken. */
	record: (written: Written) => Promise<void>;
	onClose: () => void;
}

/**
 * Four values in a row; Tab or Space moves on. What is typed is judged at once, and measuring again is
 * offered as an entry of its own. The reading carries the time the sheet was last opened.
 */
export function VitalsSheet({ session, participant, line, record, onClose }: Props) {
	const at = line?.entry.at ?? sessionInstant();
	const draft = useDraft<Typed>(
		`vitals:${participant}:${line?.entry.id ?? "new"}`,
		typedOf(line?.vitals, at, session.zone),
		resumed(session.zone),
	);
	const [left, setLeft] = useState<ReadonlySet<Value>>(new Set());
	const [sent, setSent] = useState<Typed>();
	const [again, setAgain] = useState(false);
	const typed = draft.value;
	const when = typed ? atTime(typed.at, typed.time, session.zone) : at;
	const judged = useJudged(participant, when, typed ? textsOf(typed) : {});
	if (!typed) return null;
	// A correction is of the past.
	const offered = line ? "" : (judged?.again_word ?? "");

	const save = async () => {
		setSent(typed);
		const entry = newEntry(participant, atTyped(typed.at, typed.time, session.zone), line);
		await record({
			vitals: {
				...readValues(typed),
				entry: { ...entry, id: typed.id },
				position: typed.position,
				taken_by: line?.vitals?.taken_by ?? "",
				note: line?.vitals?.note ?? "",
			},
		});
		await draft.discard();
		onClose();
		if (again && offered)
			await record({
				observation: {
					entry: newEntry(participant, sessionInstant()),
					kind: offered,
					text: "",
					client_words: false,
				},
			});
	};

	/** What cannot be is said once the field is left: half a number is no mistake. */
	const refused = (key: Value) =>
		left.has(key) && typed[key].trim() !== "" ? judged?.refused[key] : undefined;

	/** A value that was refused is so until it is within its range; anything else until it is changed. */
	const stands = (field: string) => {
		if (sent === typed) return true;
		if (field in textsOf(typed))
			return judged?.refused[field] !== undefined || !reads(typed, field as Value);
		const key = (field === "at" ? "time" : field) as keyof Typed;
		return sent?.[key] === typed[key];
	};

	const field = ([key, label, unit]: (typeof main | typeof more)[number], error?: string) => (
		<TextField
			key={key}
			id={`vitals-${key}`}
			label={label}
			hint={unit}
			maxlength={5}
			value={typed[key]}
			error={error ?? refused(key)}
			onValue={(v) => draft.change({ [key]: v })}
			onBlur={() => setLeft((before) => new Set(before).add(key))}
			onFocus={selectAll}
			onKeyDown={spaceMovesOn}
		/>
	);

	return (
		<Sheet
			label={line ? "Correct vitals" : "Vitals"}
			act="Save reading"
			draft={draft}
			onClose={onClose}
			onSave={save}
			stands={stands}
		>
			{(errors) => (
				<>
					<Begun typed={typed} zone={session.zone} />
					<div class="four">
						{main.map((m) => field(m, errors[m[0]]))}
						<TimeField
							id="vitals-time"
							label="Time"
							from={{ at: typed.at, zone: session.zone }}
							value={typed.time}
							error={errors.at}
							onValue={(time) => draft.change({ time })}
						/>
					</div>
					<Findings judged={judged} />
					{offered && (
						<div>
							<p class="small muted">{judged?.offer_text}</p>
							<label class="check">
								<input
									type="checkbox"
									checked={again}
									onChange={(e) => setAgain(e.currentTarget.checked)}
								/>
								{judged?.again_label}
							</label>
						</div>
					)}
					<details open={line !== undefined || typed.begun !== ""}>
						<summary>More</summary>
						<div class="four">{more.map((m) => field(m, errors[m[0]]))}</div>
						<Segmented
							name="position"
							label="Position"
							options={positions}
							value={typed.position as (typeof positions)[number]["value"] | ""}
							error={errors.position}
							onValue={(position) => draft.change({ position })}
						/>
					</details>
				</>
			)}
		</Sheet>
	);
}

const textsOf = (typed: Typed) =>
	Object.fromEntries([...main, ...more].map(([key]) => [key, typed[key]]));

const reads = (typed: Typed, key: Value) =>
	typed[key].trim() === "" || readNumber(typed[key], decimals(key)) !== null;

function typedOf(vitals: VitalSigns | undefined, at: string, zone: string): Typed {
	const text = (key: Value) => {
		const n = vitals?.[key];
		return n == null ? "" : String(decimals(key) === 1 ? n / 10 : n);
	};
	return {
		id: newId(),
		at,
		time: clock(at, zone),
		begun: "",
		position: vitals?.position ?? "",
		systolic_mmhg: text("systolic_mmhg"),
		diastolic_mmhg: text("diastolic_mmhg"),
		heart_rate_bpm: text("heart_rate_bpm"),
		spo2_percent: text("spo2_percent"),
		respiratory_rate_per_min: text("respiratory_rate_per_min"),
		temperature_decicelsius: text("temperature_decicelsius"),
	};
}

function readValues(typed: Typed): Partial<Record<Value, number>> {
	const values: Partial<Record<Value, number>> = {};
	const wrong: Record<string, string> = {};
	for (const [key] of [...main, ...more]) {
		if (typed[key].trim() === "") continue;
		const n = readNumber(typed[key], decimals(key));
		if (n === null) wrong[key] = "Write a number, such as 120.";
		else values[key] = n;
	}
	if (Object.keys(wrong).length > 0)
		throw new Fault("invalid", "Nothing was saved yet; check what is marked.", wrong);
	return values;
}
