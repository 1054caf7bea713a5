import "./documents.css";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Exported } from "../../bridge";
import { useCommands } from "../../state/keys";
import { back } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusIsFree } from "../../ui/focus";
import { WorkLine } from "../work/WorkLine";
import { Choices } from "./Choices";
import { ExportSheet } from "./ExportSheet";
import { PageView } from "./PageView";
import { unprintable } from "./parts";
import type { Page } from "./pdf";
import { type DocumentRoute, useDocument } from "./useDocument";
import { Written } from "./Written";

/** A document as it would leave, the choices it is made by beside it, and the way out. */
export function Preview({ of }: { of: DocumentRoute }) {
	const { made, fault, making, choice, choose, again } = useDocument(of);
	const view = made?.view;
	const [leaving, setLeaving] = useState(false);
	const [exported, setExported] = useState<Exported>();
	const exportButton = useRef<HTMLButtonElement>(null);

	useLayoutEffect(() => {
		if (made && focusIsFree()) exportButton.current?.focus({ preventScroll: true });
	}, [made]);

	// What leaves is what was chosen: while it is still being drawn, the sheet waits.
	const leave = () => setLeaving(true);
	useCommands([
		...(view && !fault
			? [
					{
						id: "export",
						label: "Export or print",
						keys: ["Ctrl S"],
						scope: "this document",
						run: leave,
					},
				]
			: fault
				? [
						{
							id: "make-again",
							label: "Make it again",
							keys: ["Ctrl Enter"],
							scope: "this document",
							run: again,
						},
					]
				: []),
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
				<div class="preview-choices">
					<Button kind="quiet" icon="chevron-left" keys="Esc" onClick={back}>
						Back
					</Button>
					<h1 tabIndex={-1}>{view?.title ?? "Document"}</h1>
					{view && <Choices view={view} choice={choice} onChoose={choose} />}
					{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
					{fault && (
						<Button keys="Ctrl Enter" onClick={again}>
							Make it again
						</Button>
					)}
				</div>
				{view && (
					<div class="preview-leave">
						<div class="preview-said small" aria-live="polite" aria-busy={making}>
							<p>{view.contents}</p>
							<p class="muted">{view.left_out}</p>
						</div>
						{view.notices.map((n) => (
							<p key={n} class="preview-notice small">
								{n}
							</p>
						))}
						{view.unprintable.length > 0 && (
							<p class="preview-notice small">{unprintable(view.unprintable)}</p>
						)}
						<Button
							kind="primary"
							icon="file-down"
							keys="Ctrl S"
							buttonRef={exportButton}
							disabled={fault !== undefined}
							onClick={leave}
						>
							Export or print
						</Button>
						{exported && <Written of={exported} />}
					</div>
				)}
			</div>
			<div class="preview-pages" aria-busy={making}>
				<WorkLine kinds={["document"]} />
				{made ? <Pages pages={made.pdf.pages} /> : !fault && <Loading rows={8} />}
			</div>
			{leaving && made && !making && !fault && (
				<ExportSheet
					document={made.view}
					pages={made.pdf.pages}
					onClose={() => setLeaving(false)}
					onDone={(written) => {
						setLeaving(false);
						setExported(written);
					}}
				/>
			)}
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
