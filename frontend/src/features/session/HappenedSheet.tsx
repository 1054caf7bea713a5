import { type SessionView, sessions } from "../../bridge";
import { clock, isDate, localDate, zoned } from "../../lib/time";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { DateField } from "../../ui/DateField";
import { Field } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { TimeField } from "../../ui/TimeField";
import { Sheet } from "./Sheet";

const day = 86_400_000;

/** Records a dosing session that could not begin here and took place all the same. */
export function HappenedSheet({
	session,
	onSaved,
	onClose,
}: {
	session: SessionView["session"];
	onSaved: (view: SessionView) => void;
	onClose: () => void;
}) {
	const { zone } = session;
	const draft = useDraft(`happened:${session.id}`, {
		date: localDate(new Date(session.planned_start), zone),
		start: clock(session.planned_start, zone),
		end: "",
		reason: "",
	});
	const typed = draft.value;
	if (!typed) return null;
	const { date, start, end, reason } = typed;

	const save = async () => {
		const from = isDate(date) && start ? zoned(date, start, zone) : "";
		let to = isDate(date) && end ? zoned(date, end, zone) : "";
		// An end before the start is one after midnight.
		if (from && to && to < from)
			to = zoned(localDate(new Date(Date.parse(from) + day), zone), end, zone);
		const view = await sessions.RecordAsHappened(session.id, from, to, reason);
		await draft.discard();
		onSaved(view);
	};

	return (
		<Sheet label="Record as it happened" act="Record" draft={draft} onClose={onClose} onSave={save}>
			{(errors) => (
				<>
					<p>For a session that could not begin here and took place all the same.</p>
					<p class="small muted">
						It is recorded as ended; doses and readings are added afterwards. What stood in the way
						and the reason stay with it, here and in its summary.
					</p>
					<DateField
						id="happened-date"
						label="Day it began"
						leaning="past"
						zone={zone}
						now={now.value}
						value={date}
						onValue={(date) => draft.change({ date })}
						required
					/>
					<div class="fields pairs">
						<TimeField
							id="happened-start"
							label="Began at"
							value={start}
							error={errors.actual_start}
							onValue={(start) => draft.change({ start })}
							required
						/>
						<TimeField
							id="happened-end"
							label="Ended at"
							value={end}
							error={errors.actual_end}
							onValue={(end) => draft.change({ end })}
							required
						/>
					</div>
					<Field id="happened-reason" label="Why it took place" error={errors.reason} required>
						{(control) => (
							<TextArea
								{...control}
								value={reason}
								onValue={(reason) => draft.change({ reason })}
							/>
						)}
					</Field>
				</>
			)}
		</Sheet>
	);
}
