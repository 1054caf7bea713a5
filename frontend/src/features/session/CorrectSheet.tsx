import type { LogLine, SessionView } from "../../bridge";
import { clock } from "../../lib/time";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import type { Written } from "../../state/outbox";
import { Field } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { TimeField } from "../../ui/TimeField";
import { atTyped, newEntry } from "./entries";
import { Sheet } from "./Sheet";

/** Writes an observation anew; the entry it corrects stays, struck through. */
export function CorrectSheet({
	session,
	participant,
	line,
	record,
	onClose,
}: {
	session: SessionView["session"];
	participant: string;
	line: LogLine;
	/** Writes it down; throws a Fault when it is not taken. */
	record: (written: Written) => Promise<void>;
	onClose: () => void;
}) {
	const kind = line.observation?.kind ?? "";
	const draft = useDraft(`observation:${participant}:${line.entry.id}`, {
		id: newId(),
		text: line.client_words ? `“${line.text}”` : line.text,
		time: clock(line.entry.at, session.zone),
	});
	const typed = draft.value;
	if (!typed) return null;

	const save = async () => {
		const at = atTyped(line.entry.at, typed.time, session.zone);
		await record({
			observation: {
				entry: { ...newEntry(participant, at, line), id: typed.id },
				kind,
				text: typed.text,
				client_words: false,
			},
		});
		await draft.discard();
		onClose();
	};

	return (
		<Sheet
			label="Correct entry"
			act="Save correction"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<Field
						id="correct-text"
						label={line.label || "Words"}
						hint="A quotation mark at the start makes it the client's words."
						error={errors.text}
					>
						{(control) => (
							<TextArea
								{...control}
								value={typed.text}
								onValue={(text) => draft.change({ text })}
								onKeyDown={(e) => {
									if (e.key !== "Enter" || e.shiftKey || e.isComposing) return;
									e.preventDefault();
									e.currentTarget.form?.requestSubmit();
								}}
							/>
						)}
					</Field>
					<TimeField
						id="correct-time"
						label="Time"
						from={{ at: line.entry.at, zone: session.zone }}
						value={typed.time}
						error={errors.at}
						onValue={(time) => draft.change({ time })}
					/>
					<p class="small faint">The entry as it was stays in the log, struck through.</p>
				</>
			)}
		</Sheet>
	);
}
