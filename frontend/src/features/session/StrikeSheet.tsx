import { useState } from "preact/hooks";
import { type LogChange, type LogLine, sessions } from "../../bridge";
import { TextField } from "../../ui/Field";
import { LogText } from "./LogText";
import { Sheet } from "./Sheet";

/** Strikes an entry through, with the reason. */
export function StrikeSheet({
	session,
	line,
	onSaved,
	onClose,
}: {
	session: string;
	line: LogLine;
	onSaved: (change: LogChange) => void;
	onClose: () => void;
}) {
	const [reason, setReason] = useState("");
	return (
		<Sheet
			label="Strike through"
			act="Strike through"
			onClose={onClose}
			onSave={async () => onSaved(await sessions.TakeBack(session, line.entry.id, reason))}
		>
			{(errors) => (
				<>
					<p>
						{line.time_text} <LogText line={line} />
					</p>
					<TextField
						id="strike-reason"
						label="Why"
						required
						hint="It stays in the log, struck through, with the time and this reason."
						value={reason}
						error={errors.reason}
						onValue={setReason}
					/>
				</>
			)}
		</Sheet>
	);
}
