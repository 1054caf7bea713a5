import { useRef } from "preact/hooks";
import { Fault, type SessionView, sessions } from "../../bridge";
import { isDate, localDate, zoned } from "../../lib/time";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { useLoad } from "../../state/load";
import { zone } from "../../state/practice";
import { DateField } from "../../ui/DateField";
import { Field } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { TimeField } from "../../ui/TimeField";
import { risks } from "../note/risk";
import { Sheet } from "../session/Sheet";

interface Typed {
	session: string;
	participant: string;
	note: string;
	contact: string;
	date: string;
	time: string;
	text: string;
	risk: string;
	riskText: string;
	sign: boolean;
}

/** A contact of two minutes, written down in one sheet: how the client was reached, when, a few words. */
export function CheckInSheet({
	client,
	onSaved,
	onClose,
}: {
	client: string;
	onSaved: (view: SessionView) => void;
	onClose: () => void;
}) {
	const { data } = useLoad(client, () => sessions.NewCheckIn(client));
	const draft = useDraft<Typed>(`check-in:${client}`, empty());
	// The same when saved once more: a check-in that is stored is found by it.
	const moment = useRef("");
	const typed = draft.value;
	if (!typed || !data) return null;

	const save = async () => {
		moment.current ||= new Date().toISOString();
		const at = momentOf(typed, moment.current);
		const view = await sessions.WriteCheckIn({
			session_id: typed.session,
			participant_id: typed.participant,
			note_id: typed.note,
			client_id: client,
			dosing_session_id: data.dosing_session_id,
			contact: typed.contact,
			at,
			text: typed.text,
			risk: typed.risk,
			risk_text: typed.riskText,
			sign: typed.sign,
		});
		await draft.discard();
		onSaved(view);
	};

	return (
		<Sheet
			label={`Check-in with ${data.client_name}`}
			act="Keep the check-in"
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					{data.window_text && <p class="muted">{data.window_text}</p>}
					<Segmented
						name="contact"
						label="How reached"
						options={data.ways.map((w) => ({ value: w.id, label: w.label }))}
						value={typed.contact}
						error={errors.contact}
						hint={typed.contact === "voicemail" ? data.voicemail : undefined}
						onValue={(contact) => draft.change({ contact })}
					/>
					<Field id="check-in-text" label="In a few words" error={errors.text} required>
						{(control) => (
							<TextArea
								{...control}
								markdown
								value={typed.text}
								onValue={(text) => draft.change({ text })}
							/>
						)}
					</Field>
					<div class="course-pairs">
						<DateField
							id="check-in-date"
							label="Day"
							leaning="past"
							zone={zone()}
							now={now.value}
							value={typed.date}
							error={errors.date}
							onValue={(date) => draft.change({ date })}
						/>
						<TimeField
							id="check-in-time"
							label="Time"
							hint="Empty: now"
							value={typed.time}
							error={errors.at}
							onValue={(time) => draft.change({ time })}
						/>
					</div>
					<Segmented
						name="check-in-risk"
						label="Risk reviewed today"
						options={risks}
						value={typed.risk as (typeof risks)[number]["value"] | ""}
						error={errors.risk}
						onValue={(risk) => draft.change({ risk })}
					/>
					{typed.risk !== "" && (typed.risk !== "no_concern" || typed.riskText !== "") && (
						<Field
							id="check-in-risk-text"
							label="What was seen, and what was done"
							error={errors.risk_text}
						>
							{(control) => (
								<TextArea
									{...control}
									markdown
									value={typed.riskText}
									onValue={(riskText) => draft.change({ riskText })}
								/>
							)}
						</Field>
					)}
					<label class="check">
						<input
							type="checkbox"
							checked={typed.sign}
							onChange={(e) => draft.change({ sign: e.currentTarget.checked })}
						/>
						Sign and lock it now
					</label>
				</>
			)}
		</Sheet>
	);
}

/** When the client was reached: the time given, else now. */
function momentOf({ date, time }: Typed, present: string): string {
	const wrong = (field: string, why: string) =>
		new Fault("invalid", "Nothing was saved yet; check what is marked.", { [field]: why });
	if (!isDate(date)) throw wrong("date", "Give the day.");
	if (time) return zoned(date, time, zone());
	if (date !== localDate(new Date(present), zone()))
		throw wrong("at", "Give the time on that day.");
	return present;
}

const empty = (): Typed => ({
	session: newId(),
	participant: newId(),
	note: newId(),
	contact: "",
	date: localDate(new Date(), zone()),
	time: "",
	text: "",
	risk: "",
	riskText: "",
	sign: false,
});
