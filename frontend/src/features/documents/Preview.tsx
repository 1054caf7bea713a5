import "./documents.css";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { documents, type Fault, toFault } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { back, type Route } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusIsFree } from "../../ui/focus";
import { PageView } from "./PageView";
import { type Page, readPdf } from "./pdf";

/** A document as it would be exported, and the export itself. */
export function Preview({ of }: { of: Extract<Route, { screen: "document" }> }) {
	const { kind, client = "", session = "", participant = "", event = "" } = of;
	const { data, fault } = useLoad([kind, client, participant, event].join(" "), async () => {
		const document = await documents.Make({
			kind,
			client_id: client,
			session_id: session,
			participant_id: participant,
			event_id: event,
		});
		return { document, pages: await readPdf(document.url) };
	});
	const [exported, setExported] = useState<{ path: string; sentence: string }>();
	const [failed, setFailed] = useState<Fault>();
	const exportButton = useRef<HTMLButtonElement>(null);
	const busy = useRef(false);

	useLayoutEffect(() => {
		if (data && focusIsFree()) exportButton.current?.focus();
	}, [data]);

	const attempt = async (act: () => Promise<void>) => {
		if (busy.current) return;
		busy.current = true;
		try {
			await act();
			setFailed(undefined);
		} catch (reason) {
			setFailed(toFault(reason));
		} finally {
			busy.current = false;
		}
	};
	const write = () =>
		attempt(async () => {
			if (!data) return;
			const written = await documents.Export(data.document.token);
			if (written.path) setExported(written);
		});
	const reveal = (path: string) => attempt(() => documents.Reveal(path));

	useCommands([
		{
			id: "export",
			label: "Export PDF",
			keys: ["Ctrl S"],
			scope: "this document",
			run: () => void write(),
		},
		{ id: "close-preview", label: "Back", keys: ["Esc"], scope: "this document", run: back },
		{
			id: "next-page",
			label: "Next page",
			keys: ["PageDown"],
			scope: "this document",
			keysOnly: true,
			run: () => turn(1),
		},
		{
			id: "page-before",
			label: "Page before",
			keys: ["PageUp"],
			scope: "this document",
			keysOnly: true,
			run: () => turn(-1),
		},
	]);

	return (
		<div class="preview">
			<div class="preview-facts" data-region>
				<Button kind="quiet" icon="chevron-left" keys="Esc" onClick={back}>
					Back
				</Button>
				<h1 tabIndex={-1}>{data?.document.title ?? "Document"}</h1>
				{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
				{data && (
					<>
						<p>{data.document.contents}</p>
						<p class="small muted">{data.document.left_out}</p>
						{data.document.unprintable.length > 0 && (
							<p class="preview-unprintable small">
								Could not be printed:{" "}
								{data.document.unprintable.map((c) => `${c.char} (${c.code})`).join(", ")}. The page
								shows a mark in its place.
							</p>
						)}
						<Button
							kind="primary"
							icon="file-down"
							keys="Ctrl S"
							buttonRef={exportButton}
							onClick={() => void write()}
						>
							Export PDF
						</Button>
						<div role="status">
							{exported && (
								<>
									<p>{exported.sentence}</p>
									<Button kind="quiet" icon="folder" onClick={() => void reveal(exported.path)}>
										Show in folder
									</Button>
								</>
							)}
						</div>
						{failed && <ErrorLine text={failed.message} reference={failed.ref} />}
					</>
				)}
			</div>
			<div class="preview-pages">
				{data ? <Pages pages={data.pages} /> : !fault && <Loading rows={8} />}
			</div>
		</div>
	);
}

function Pages({ pages }: { pages: readonly Page[] }) {
	return pages.map((p, i) => (
		<PageView key={`page-${i + 1}`} page={p} number={i + 1} of={pages.length} />
	));
}

/** Brings the top of the next or previous page into view. */
function turn(step: 1 | -1): void {
	const tops = [...document.querySelectorAll(".pdf-page")].map((p) => ({
		page: p,
		top: p.getBoundingClientRect().top,
	}));
	const edge = 40;
	const to = step === 1 ? tops.find((p) => p.top > edge + 1) : tops.findLast((p) => p.top < -1);
	to?.page.scrollIntoView({ block: "start" });
}
