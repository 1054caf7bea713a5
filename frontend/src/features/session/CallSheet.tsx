import "./adverse.css";
import { type Call, type LogLine, type SessionView, sessions } from "../../bridge";
import { clock } from "../../lib/time";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { useLoad } from "../../state/load";
import type { Written } from "../../state/outbox";
import { sessionInstant } from "../../state/sessionclock";
import { Field, TextField } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { TimeField } from "../../ui/TimeField";
import { atTyped, newEntry } from "./entries";
import { Select } from "./Select";
import { Sheet } from "./Sheet";

const outcomes = [
	{ value: "open", label: "Not known yet" },
	{ value: "yes", label: "Reached" },
	{ value: "no", label: "Not reached" },
] as const;

/** A call: to whom, when, whether it reached them and what was said. */
export function CallSheet({
	session,
	participant,
	call,
	line,
	record,
	onClose,
}: {
	session: SessionView["session"];
	participant: string;
	/** Whom it goes to, as far as that is known. */
	call: Omit<Call, "reached">;
	/** The call that is written anew; it stays in the log, struck through. */
	line?: LogLine | undefined;
	/** Writes it down; throws a Fault when it is not taken. */
	record: (written: Written) => Promise<void>;
	onClose: () => void;
}) {
	const { data: vocabulary } = useLoad("vocabulary", sessions.Vocabulary);
	const began = line?.entry.at ?? sessionInstant();
	const draft = useDraft(`call:${participant}:${line?.entry.id ?? call.callee}`, {
		id: newId(),
		began,
		time: clock(began, session.zone),
		callee: call.callee as string,
		name: call.name,
		number: call.number,
		reached: line?.observation?.call?.reached || "open",
		text: line?.text ?? "",
	});
	const typed = draft.value;
	if (!typed || !vocabulary) return null;

	const save = async () => {
		const { callee, name, number, reached, text } = typed;
		const at = atTyped(typed.began, typed.time, session.zone);
		await record({
			observation: {
				entry: { ...newEntry(participant, at, line), id: typed.id },
				kind: "call",
				text,
				client_words: false,
				call: { callee, name, number, reached: reached === "open" ? "" : reached },
			},
		});
		await draft.discard();
		onClose();
	};

	return (
		<Sheet
			label={line ? "Correct call" : "Call"}
			act={line ? "Save correction" : "Record call"}
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					{typed.number && <p class="call-number">{typed.number}</p>}
					<Segmented
						name="call-reached"
						label="Reached"
						options={outcomes}
						value={typed.reached as "open" | "yes" | "no"}
						error={errors["call.reached"]}
						onValue={(reached) => draft.change({ reached })}
					/>
					<Field id="call-text" label="What was said" error={errors.text}>
						{(control) => (
							<TextArea
								{...control}
								value={typed.text}
								onValue={(text) => draft.change({ text })}
							/>
						)}
					</Field>
					<div class="adverse-kinds">
						<Select
							id="call-callee"
							label="Who was called"
							none="Choose"
							options={vocabulary.callees}
							value={typed.callee}
							error={errors["call.callee"]}
							onValue={(callee) => draft.change({ callee })}
						/>
						<TimeField
							id="call-time"
							label="Time"
							from={{ at: typed.began, zone: session.zone }}
							value={typed.time}
							error={errors.at}
							onValue={(time) => draft.change({ time })}
						/>
						<TextField
							id="call-name"
							label="Name"
							value={typed.name}
							error={errors["call.name"]}
							onValue={(name) => draft.change({ name })}
						/>
						<TextField
							id="call-phone"
							label="Number"
							value={typed.number}
							error={errors["call.number"]}
							onValue={(number) => draft.change({ number })}
						/>
					</div>
				</>
			)}
		</Sheet>
	);
}
