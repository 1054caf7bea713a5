import { useRef, useState } from "preact/hooks";
import { type Fault, type Note, type NoteView, notes, toFault } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { NotSaved } from "../../ui/NotSaved";
import { TextArea } from "../../ui/TextArea";

/** Words added to a signed note; what is unfinished is kept as a draft. */
export function AddendumForm({ note, onAdded }: { note: Note; onAdded: (view: NoteView) => void }) {
	const draft = useDraft(`addendum:${note.id}`, { id: newId(), text: "" });
	const [fault, setFault] = useState<Fault>();
	const busy = useRef(false);
	const typed = draft.value;

	const add = async () => {
		if (!typed || busy.current) return;
		busy.current = true;
		try {
			const view = await notes.AddAddendum({
				id: typed.id,
				note_id: note.id,
				at: "",
				zone: "",
				text: typed.text,
				signed_name: "",
			});
			draft.change({ id: newId(), text: "" });
			await draft.discard();
			setFault(undefined);
			onAdded(view);
		} catch (reason) {
			setFault(toFault(reason));
		} finally {
			busy.current = false;
		}
	};

	useCommands([
		{
			id: "add-addendum",
			label: "Add addendum",
			keys: ["Ctrl Enter"],
			scope: "this note",
			run: () => void add(),
		},
	]);

	if (!typed) return null;
	return (
		<form
			class="addendum-form"
			onSubmit={(e) => {
				e.preventDefault();
				void add();
			}}
		>
			<Field
				id="addendum"
				label="Addendum"
				hint="It is signed with your name and the time, and does not change afterwards."
				error={fault && (fault.fields.text ?? fault.message)}
			>
				{(control) => (
					<TextArea
						{...control}
						markdown
						value={typed.text}
						onValue={(text) => draft.change({ text })}
					/>
				)}
			</Field>
			{!fault && draft.fault && <NotSaved reason={draft.fault.message} onRetry={draft.retry} />}
			<div class="actions">
				<Button type="submit" keys="Ctrl Enter">
					Add addendum
				</Button>
			</div>
		</form>
	);
}
