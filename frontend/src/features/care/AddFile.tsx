import { useRef, useState } from "preact/hooks";
import { type AttachmentRow, attachments, type Fault, toFault } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import { focusOnMount, focusWrong, onceRendered } from "../../ui/focus";
import { Segmented } from "../../ui/Segmented";
import { useCancel } from "../form/useCancel";
import { noFile } from "./FileField";

const kinds = [
	{ value: "clearance", label: "Clearance" },
	{ value: "consent", label: "Consent" },
	{ value: "letter", label: "Letter" },
	{ value: "other", label: "Other" },
] as const;

interface Props {
	client: string;
	onAdded: (row: AttachmentRow) => void;
	onClose: () => void;
	/** Opens this form again. */
	onReopen: () => void;
}

/** Where what is typed of a file is kept until it was chosen. */
export const fileOf = (client: string): string => `file:${client}`;

/** What a file is and what it is called, then the system's dialog to choose it. */
export function AddFile({ client, onAdded, onClose, onReopen }: Props) {
	const draft = useDraft(fileOf(client), { kind: "letter", title: "" });
	const [fault, setFault] = useState<Fault>();
	const form = useRef<HTMLFormElement>(null);
	const [busy, setBusy] = useState(false);
	const value = draft.value;

	const choose = async () => {
		if (!value || busy) return;
		setBusy(true);
		try {
			const row = await attachments.Choose({
				...noFile,
				...value,
				id: newId(),
				client_id: client,
			});
			setFault(undefined);
			// An empty id: the dialog was cancelled.
			if (!row.file.id) return;
			await draft.discard();
			onAdded(row);
		} catch (reason) {
			setFault(toFault(reason));
			onceRendered(() => focusWrong(form.current));
		} finally {
			setBusy(false);
		}
	};
	const cancel = useCancel(draft, onClose, onReopen);
	useCommands([
		{
			id: "choose-file",
			label: "Choose the file",
			keys: ["Ctrl Enter"],
			scope: "this form",
			run: () => void choose(),
		},
	]);

	if (!value) return null;
	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title">Add a file</h2>
			<form
				ref={form}
				class="care-form"
				onSubmit={(e) => {
					e.preventDefault();
					void choose();
				}}
			>
				<TextField
					id="file-title"
					label="Title"
					hint="Left empty, the file's own name."
					inputRef={focusOnMount}
					value={value.title}
					error={fault?.fields.title}
					onValue={(title) => draft.change({ title })}
				/>
				<Segmented
					name="file-kind"
					label="What it is"
					options={kinds}
					value={value.kind as (typeof kinds)[number]["value"]}
					error={fault?.fields.kind}
					onValue={(kind) => draft.change({ kind })}
				/>
				<p class="small muted">
					PDF, PNG, JPEG or HEIC, up to 20 MB. A copy is kept in the records, encrypted; the file
					itself stays where it is.
				</p>
				{busy && <Loading rows={1} />}
				{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
				<div class="actions">
					<Button kind="primary" type="submit" keys="Ctrl Enter">
						Choose the file
					</Button>
					<Button keys="Esc" onClick={cancel}>
						Cancel
					</Button>
				</div>
			</form>
		</section>
	);
}
