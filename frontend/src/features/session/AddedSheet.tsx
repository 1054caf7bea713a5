import { readiness, type SessionView } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import type { EventLine } from "./EventText";
import { Sheet } from "./Sheet";

/** What became known of an adverse event after it was recorded; the event stays as it was. */
export function AddedSheet({
	session,
	line,
	onSaved,
	onClose,
	onAnother,
}: {
	session: string;
	line: EventLine;
	onSaved: (view: SessionView) => void;
	onClose: () => void;
	/** Leads to an event of its own, where this sheet came up in its place. */
	onAnother?: () => void;
}) {
	const draft = useDraft(`adverse-added:${line.event.id}`, { id: newId(), text: "" });
	const typed = draft.value;
	if (!typed) return null;

	const save = async () => {
		const view = await readiness.AddToAdverseEvent(session, {
			...typed,
			event_id: line.event.id,
			created_at: "",
		});
		await draft.discard();
		onSaved(view);
	};

	return (
		<Sheet
			label="What became known"
			act="Add to the event"
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<p>
						{line.time_text} {line.title}: {line.event.what}
					</p>
					{onAnother && (
						<div>
							<Button kind="quiet" onClick={onAnother}>
								Something else happened: record another event
							</Button>
						</div>
					)}
					<Field
						id="added-text"
						label="What became known"
						hint="It stands under the event with today’s date. The event stays as it was recorded."
						error={errors.text}
						required
					>
						{(control) => (
							<TextArea
								{...control}
								value={typed.text}
								onValue={(text) => draft.change({ text })}
							/>
						)}
					</Field>
				</>
			)}
		</Sheet>
	);
}
