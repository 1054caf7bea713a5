import { useState } from "preact/hooks";
import { type LogChange, type LogLine, sessions } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useLoad } from "../../state/load";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { say } from "../../ui/Toast";
import { LogText } from "./LogText";
import { Sheet } from "./Sheet";

/** Gives an entry written in the wrong chart to the client it belongs to. */
export function MoveSheet({
	session,
	line,
	onMoved,
	onClose,
}: {
	session: string;
	line: LogLine;
	/** Takes what changed in the logs of this session. */
	onMoved: (changes: LogChange[]) => void;
	onClose: () => void;
}) {
	const { data: targets, fault } = useLoad(line.entry.id, () =>
		sessions.MoveTargets(session, line.entry.id),
	);
	const [id] = useState(newId);
	const [to, setTo] = useState("");
	const [reason, setReason] = useState("");
	if (!targets) return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : null;
	const only = targets.length === 1 ? targets[0]?.participant_id : "";
	const chosen = to || only || "";

	return (
		<Sheet
			label="Move to another client"
			act="Move"
			onClose={onClose}
			onSave={async () => {
				const changes = await sessions.MoveEntry(session, {
					id,
					entry_id: line.entry.id,
					from: line.entry.participant_id,
					to: chosen,
					reason,
					at: "",
				});
				const target = targets.find((t) => t.participant_id === chosen);
				if (target) say(`Moved to ${target.name}, ${target.title}`);
				onMoved(changes);
			}}
		>
			{(errors) => (
				<>
					<p>
						{line.time_text} <LogText line={line} />
					</p>
					{targets.length === 0 ? (
						<p class="muted">
							There is nowhere it could go: no other client had a dosing session around this time,
							or the note is signed. Strike it through instead.
						</p>
					) : (
						<>
							<Segmented
								name="move-to"
								label="Whose it is"
								options={targets.map((t) => ({
									value: t.participant_id,
									label: [t.name, t.title, t.outside_text].filter(Boolean).join(", "),
								}))}
								value={chosen}
								error={errors.to}
								onValue={setTo}
							/>
							<TextField
								id="move-reason"
								label="How it came to be here"
								required
								hint="It goes there with its time and its corrections. Neither chart names the other; the audit trail of both tells it."
								value={reason}
								error={errors.reason}
								onValue={setReason}
							/>
						</>
					)}
				</>
			)}
		</Sheet>
	);
}
