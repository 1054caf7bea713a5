import "./files.css";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type AttachmentRow, attachments, documents, type Fault, toFault } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusOnMount } from "../../ui/focus";
import { PageView } from "../documents/PageView";
import { type Pdf, readPdf } from "../documents/pdf";

interface Shown {
	url: string;
	/** Of a PDF; none of a picture, and none of a PDF that cannot be read. */
	pdf?: Pdf;
	image: boolean;
}

/** One file of the chart, to be looked at; a copy leaves only by its own act. */
export function FileView({ row, onBack }: { row: AttachmentRow; onBack: () => void }) {
	const { file } = row;
	const { data, fault } = useLoad(file.id, async (): Promise<Shown> => {
		const { url, image } = await attachments.Preview(file.id);
		if (image) return { url, image };
		const pdf = await readPdf(url).catch(() => undefined);
		return { url, image, ...(pdf && { pdf }) };
	});
	const pdf = data?.pdf;
	useEffect(() => () => pdf?.close(), [pdf]);
	const [failed, setFailed] = useState<Fault>();
	const [copied, setCopied] = useState<{ path: string; sentence: string }>();
	const [removing, setRemoving] = useState(false);
	const title = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => title.current?.focus(), []);

	const attempt = async (act: () => Promise<void>) => {
		try {
			await act();
			setFailed(undefined);
		} catch (reason) {
			setFailed(toFault(reason));
		}
	};
	const save = () =>
		attempt(async () => {
			const written = await attachments.SaveCopy(file.id);
			if (written.path) setCopied(written);
		});
	const remove = () =>
		attempt(async () => {
			await attachments.Remove(file.id);
			onBack();
		});

	useCommands([
		{
			id: "leave-file",
			label: "Back to the files",
			keys: ["Esc"],
			scope: "this file",
			run: onBack,
		},
		{
			id: "copy-file",
			label: "Save a copy",
			keys: ["Ctrl S"],
			scope: "this file",
			run: () => void save(),
		},
		...(row.used
			? []
			: [
					{
						id: "remove-file",
						label: "Remove this file",
						keys: ["Ctrl Shift D"] as const,
						scope: "this file",
						run: () => setRemoving(true),
					},
				]),
	]);

	return (
		<section aria-labelledby="part-title">
			<Button kind="quiet" icon="chevron-left" keys="Esc" onClick={onBack}>
				Back to the files
			</Button>
			<h2 id="part-title" ref={title} tabIndex={-1}>
				{file.title}
			</h2>
			<p class="muted">
				{row.kind_text}. {row.size_text}. {row.added_text}.
				{row.used && " A clearance or a consent refers to it, so it stays."}
			</p>
			<div class="actions file-acts">
				<Button icon="file-down" keys="Ctrl S" onClick={() => void save()}>
					Save a copy
				</Button>
				{!row.used && !removing && (
					<Button kind="quiet" keys="Ctrl Shift D" onClick={() => setRemoving(true)}>
						Remove this file
					</Button>
				)}
			</div>
			{removing && (
				<div class="actions" role="group" aria-label="Remove this file">
					<p>It is erased from the records; backups made before still hold it.</p>
					<Button kind="danger" onClick={() => void remove()}>
						Remove it
					</Button>
					<Button buttonRef={focusOnMount} onClick={() => setRemoving(false)}>
						Keep it
					</Button>
				</div>
			)}
			<div role="status">
				{copied && (
					<p>
						{copied.sentence}{" "}
						<Button
							kind="quiet"
							icon="folder"
							onClick={() => void attempt(() => documents.Reveal(copied.path))}
						>
							Show in folder
						</Button>
					</p>
				)}
			</div>
			{failed && <ErrorLine text={failed.message} reference={failed.ref} />}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{data ? <Content shown={data} title={file.title} /> : !fault && <Loading rows={6} />}
		</section>
	);
}

/** The pages or the picture; what this window cannot show is said, and kept whole all the same. */
function Content({ shown, title }: { shown: Shown; title: string }) {
	const [unshown, setUnshown] = useState(false);
	if (unshown || (!shown.image && !shown.pdf?.pages))
		return (
			<p class="muted">
				This file cannot be shown here. It is kept whole; save a copy to look at it.
			</p>
		);
	return (
		<div class="file-content">
			{shown.pdf?.pages ? (
				shown.pdf?.pages.map((page, i) => (
					<PageView
						key={`page-${i + 1}`}
						page={page}
						number={i + 1}
						of={shown.pdf?.pages.length ?? 0}
					/>
				))
			) : (
				<img src={shown.url} alt={title} onError={() => setUnshown(true)} />
			)}
		</div>
	);
}
