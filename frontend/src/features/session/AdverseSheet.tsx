import "./adverse.css";
import { Fault, type LogLine, readiness, type SessionView, sessions } from "../../bridge";
import { clock, isDate, localDate, zoned } from "../../lib/time";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { useLoad } from "../../state/load";
import { sessionInstant } from "../../state/sessionclock";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { Field, TextField } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { TimeField } from "../../ui/TimeField";
import { callsSince } from "./calls";
import { Select } from "./Select";
import { Sheet } from "./Sheet";

const yesNo = [
	{ value: "yes", label: "Yes" },
	{ value: "no", label: "No" },
] as const;

/** What went wrong, what was done, who was called and how it ended. */
export function AdverseSheet({
	session,
	participant,
	log,
	about,
	onSaved,
	onClose,
}: {
	session: SessionView["session"];
	participant: string;
	/** Whose calls are offered. */
	log: readonly LogLine[];
	/** The entry of an emergency it goes with; null for none. */
	about: LogLine | null;
	onSaved: (view: SessionView) => void;
	onClose: () => void;
}) {
	const { zone } = session;
	const at = about?.entry.at || session.actual_end || sessionInstant();
	const { data: vocabulary } = useLoad("vocabulary", sessions.Vocabulary);
	const draft = useDraft(`adverse:${about?.entry.id ?? participant}`, {
		id: newId(),
		day: localDate(new Date(at), zone),
		time: clock(at, zone),
		what: about ? [about.label, about.text].filter(Boolean).join(": ") : "",
		serious: (about ? "yes" : "") as "" | "yes" | "no",
		grade: "",
		action: "",
		called: "",
		ending: "",
		outcome: "",
	});
	const typed = draft.value;
	if (!typed || !vocabulary) return null;
	const when = isDate(typed.day) && typed.time ? zoned(typed.day, typed.time, zone) : at;
	const calls = callsSince(log, when);

	const save = async () => {
		const { day, time, serious, ...rest } = typed;
		if (!serious)
			throw new Fault("invalid", "Nothing was saved yet; check what is marked.", {
				serious: "Answer this: a serious event suspends the clearance.",
			});
		const view = await readiness.RecordAdverseEvent(session.id, {
			...rest,
			participant_id: participant,
			at: isDate(day) && time ? zoned(day, time, zone) : "",
			serious: serious === "yes",
			created_at: "",
			additions: [],
		});
		await draft.discard();
		onSaved(view);
	};

	return (
		<Sheet
			label="Adverse event"
			act="Record event"
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<Field id="adverse-what" label="What happened" error={errors.what} required>
						{(control) => (
							<TextArea
								{...control}
								value={typed.what}
								onValue={(what) => draft.change({ what })}
							/>
						)}
					</Field>
					<Segmented
						name="adverse-serious"
						label="Serious: emergency level, rescue medicine or transfer"
						hint="A serious one suspends the clearance until a new one is recorded."
						required
						options={yesNo}
						value={typed.serious}
						error={errors.serious}
						onValue={(serious) => draft.change({ serious })}
					/>
					<div class="adverse-when">
						<DateField
							id="adverse-day"
							label="Day"
							leaning="past"
							zone={zone}
							now={now.value}
							value={typed.day}
							onValue={(day) => draft.change({ day })}
						/>
						<TimeField
							id="adverse-time"
							label="Time"
							value={typed.time}
							error={errors.at}
							onValue={(time) => draft.change({ time })}
						/>
					</div>
					{(
						[
							["action", "What was done"],
							["called", "Who was called, and when"],
						] as const
					).map(([key, label]) => (
						<TextField
							key={key}
							id={`adverse-${key}`}
							label={label}
							value={typed[key]}
							error={errors[key]}
							onValue={(text) => draft.change({ [key]: text })}
						/>
					))}
					{calls && !typed.called.includes(calls) && (
						<p class="small muted">
							In the log: {calls}.{" "}
							<Button
								kind="quiet"
								onClick={() =>
									draft.change({ called: [typed.called.trim(), calls].filter(Boolean).join("; ") })
								}
							>
								Take these calls over
							</Button>
						</p>
					)}
					<div class="adverse-kinds">
						<Select
							id="adverse-grade"
							label="Grade"
							none="Not graded"
							options={vocabulary.adverse_grades}
							value={typed.grade}
							error={errors.grade}
							onValue={(grade) => draft.change({ grade })}
						/>
						<Select
							id="adverse-ending"
							label="How it ended"
							none="Not known yet"
							options={vocabulary.adverse_endings}
							value={typed.ending}
							error={errors.ending}
							onValue={(ending) => draft.change({ ending })}
						/>
					</div>
					<TextField
						id="adverse-outcome"
						label="How it ended, in words"
						hint="What becomes known later is added to the event."
						value={typed.outcome}
						error={errors.outcome}
						onValue={(outcome) => draft.change({ outcome })}
					/>
				</>
			)}
		</Sheet>
	);
}
