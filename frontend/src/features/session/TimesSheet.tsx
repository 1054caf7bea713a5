import { useState } from "preact/hooks";
import { type SessionView, sessions } from "../../bridge";
import { clock, isDate, localDate, zoned } from "../../lib/time";
import { now } from "../../state/clock";
import { DateField } from "../../ui/DateField";
import { TimeField } from "../../ui/TimeField";
import { Sheet } from "./Sheet";

const day = 86_400_000;

/** Sets when a session really began and ended, for one opened late or left open. */
export function TimesSheet({
	session,
	onSaved,
	onClose,
}: {
	session: SessionView["session"];
	onSaved: (view: SessionView) => void;
	onClose: () => void;
}) {
	const { zone, actual_start, actual_end } = session;
	const [date, setDate] = useState(localDate(new Date(actual_start), zone));
	const [start, setStart] = useState(clock(actual_start, zone));
	const [end, setEnd] = useState(actual_end && clock(actual_end, zone));

	const save = async () => {
		const from = isDate(date) && start ? zoned(date, start, zone) : "";
		let to = isDate(date) && end ? zoned(date, end, zone) : "";
		// An end before the start is one after midnight.
		if (from && to && to < from)
			to = zoned(localDate(new Date(Date.parse(from) + day), zone), end, zone);
		onSaved(await sessions.CorrectTimes(session.id, from, to));
	};

	return (
		<Sheet label="Change times" act="Keep the times" onClose={onClose} onSave={save}>
			{(errors) => (
				<>
					<DateField
						id="times-date"
						label="Day it began"
						leaning="past"
						zone={zone}
						now={now.value}
						value={date}
						onValue={setDate}
						required
					/>
					<div class="fields pairs">
						<TimeField
							id="times-start"
							label="Began at"
							value={start}
							error={errors.actual_start}
							onValue={setStart}
							required
						/>
						<TimeField
							id="times-end"
							label="Ended at"
							hint={actual_end ? undefined : "Empty while it is open"}
							value={end}
							error={errors.actual_end}
							onValue={setEnd}
							required={actual_end !== ""}
						/>
					</div>
				</>
			)}
		</Sheet>
	);
}
