import "./files.css";
import { useLayoutEffect, useState } from "preact/hooks";
import { type AttachmentRow, attachments } from "../../bridge";
import { useUnfinished } from "../../state/draft";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { Button } from "../../ui/Button";
import { Empty, Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusIsFree } from "../../ui/focus";
import { Rows } from "../../ui/Rows";
import { AddFile, fileOf } from "./AddFile";
import { FileView } from "./FileView";
import type { PartProps } from "./part";

/** The files kept in one client's chart: scans, letters, clearances. */
export function FilesPart({ client }: PartProps) {
	const { data: files, fault, reload } = useLoad(client.id, () => attachments.List(client.id));
	const [open, setOpen] = useState<AttachmentRow>();
	const [adding, setAdding] = useState(false);
	const [last, setLast] = useState("");
	const listed = !open && !adding;
	useUnfinished([fileOf(client.id)], () => setAdding(true));

	useCommands(
		listed
			? [
					{
						id: "add-file",
						label: "Add a file",
						keys: ["N"],
						scope: "this chart",
						run: () => setAdding(true),
					},
				]
			: [],
	);
	// Back from a file, its row has the focus.
	useLayoutEffect(() => {
		if (listed && last && focusIsFree()) document.getElementById(`file-${last}`)?.focus();
	}, [listed, files]);

	const back = async () => {
		setOpen(undefined);
		setAdding(false);
		await reload();
	};

	if (open) return <FileView row={open} onBack={() => void back()} />;
	if (adding)
		return (
			<AddFile
				client={client.id}
				onAdded={(row) => {
					setLast(row.file.id);
					void back();
				}}
				onClose={() => void back()}
				onReopen={() => setAdding(true)}
			/>
		);
	return (
		<section aria-labelledby="part-title">
			<header class="title-row">
				<h2 id="part-title">Files</h2>
				<Button icon="paperclip" keys="N" onClick={() => setAdding(true)}>
					Add a file
				</Button>
			</header>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{!files ? (
				!fault && <Loading />
			) : files.length === 0 ? (
				<Empty text="No files yet. PDF, PNG, JPEG and HEIC can be kept here, up to 20 MB each." />
			) : (
				<Rows label="Files" class="care-rows">
					{files.map((row) => (
						<li key={row.file.id}>
							<button
								type="button"
								data-row
								id={`file-${row.file.id}`}
								class="care-row"
								onClick={() => {
									setLast(row.file.id);
									setOpen(row);
								}}
							>
								<span class="name">{row.file.title}</span>
								<span class="muted">
									{row.kind_text}. {row.size_text}
								</span>
								<span class="small faint">{row.added_text}</span>
							</button>
						</li>
					))}
				</Rows>
			)}
		</section>
	);
}
