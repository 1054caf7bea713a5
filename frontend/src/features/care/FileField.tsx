import "./files.css";
import { useState } from "preact/hooks";
import { type AttachmentRow, attachments, type Fault, toFault } from "../../bridge";
import type { Combo } from "../../lib/keys";
import { newId } from "../../lib/uuid";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Select } from "../session/Select";

interface Props {
	id: string;
	label: string;
	client: string;
	/** What a file added here is. */
	kind: "clearance" | "consent";
	files: readonly AttachmentRow[];
	value: string;
	error?: string | undefined;
	keys: Combo;
	onValue: (id: string) => void;
	/** A file was added and is chosen. */
	onAdded: (file: AttachmentRow) => void;
}

/** One of the client's files, or a new one added on the spot. */
export function FileField({
	id,
	label,
	client,
	kind,
	files,
	value,
	error,
	keys,
	onValue,
	onAdded,
}: Props) {
	const [fault, setFault] = useState<Fault>();
	const [busy, setBusy] = useState(false);
	const add = async () => {
		if (busy) return;
		setBusy(true);
		try {
			const row = await attachments.Choose({ ...noFile, id: newId(), client_id: client, kind });
			setFault(undefined);
			// An empty id: the dialog was cancelled.
			if (row.file.id) onAdded(row);
		} catch (reason) {
			setFault(toFault(reason));
		} finally {
			setBusy(false);
		}
	};
	useCommands([
		{
			id: `${id}-add`,
			label: "Add a file",
			keys: [keys],
			scope: "this form",
			run: () => void add(),
		},
	]);
	return (
		<div class="file-field">
			<Select
				id={id}
				label={label}
				none="None"
				options={files.map((f) => ({ id: f.file.id, label: `${f.file.title}, ${f.size_text}` }))}
				value={value}
				error={error}
				onValue={onValue}
			/>
			<Button icon="paperclip" keys={keys} onClick={() => void add()}>
				Add a file
			</Button>
			{busy && <Loading rows={1} />}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
		</div>
	);
}

/** What a file is before it was chosen. */
export const noFile = {
	id: "",
	client_id: "",
	kind: "other",
	title: "",
	media_type: "",
	bytes: 0,
	sha256: "",
	created_at: "",
};
