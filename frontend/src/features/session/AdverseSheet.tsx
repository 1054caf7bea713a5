import { type LogLine, readiness, type SessionView } from "../../bridge";
import { clock, isDate, localDate, zoned } from "../../lib/time";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { DateField } from "../../ui/DateField";
import { Field, TextField } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { TimeField } from "../../ui/TimeField";
import { Sheet } from "./Sheet";

/** What went wrong, what was done, who was called and how it ended. */
export function AdverseSheet({
	session,
	participant,
	about,
	onSaved,
	onClose,
}: {
	session: SessionView["session"];
	participant: string;
	/** The entry of an emergency it goes with; null for none. */
	about: LogLine | null;
	onSaved: (view: SessionView) => void;
	onClose: () => void;
}) {
	const { zone } = session;
	const at = about?.entry.at || session.actual_end || new Date().toISOString();
	const draft = useDraft(`adverse:${about?.entry.id ?? participant}`, {
		id: newId(),
		day: localDate(new Date(at), zone),
		time: clock(at, zone),
		what: about ? [about.label, about.text].filter(Boolean).join(": ") : "",
		action: "",
		called: "",
		outcome: "",
		serious: about !== null,
	});
	const typed = draft.value;
	if (!typed) return null;

	const save = async () => {
		const { day, time, ...rest } = typed;
		const view = await readiness.RecordAdverseEvent(session.id, {
			...rest,
			participant_id: participant,
			at: isDate(day) && time ? zoned(day, time, zone) : "",
			grade: "",
			ending: "",
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
					<label class="check">
						<input
							type="checkbox"
							checked={typed.serious}
							onChange={(e) => draft.change({ serious: e.currentTarget.checked })}
						/>
						Serious: emergency level, rescue medicine or transfer
					</label>
					<p class="small muted">
						A serious one suspends the clearance until the prescriber gives a new one.
					</p>
					<div class="fields pairs">
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
							["outcome", "How it ended"],
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
				</>
			)}
		</Sheet>
	);
}
