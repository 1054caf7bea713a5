import "./note.css";
import { signal } from "@preact/signals";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { aria, isMac } from "../../lib/keys";
import { quoteAt } from "../../lib/quote";
import { useCommands } from "../../state/keys";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading, Tag } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Icon } from "../../ui/Icon";
import { Kbd } from "../../ui/Kbd";
import { Commitments } from "../course/Commitments";
import { AddendumForm } from "./AddendumForm";
import { Beside } from "./Beside";
import { History } from "./History";
import { SaveLine } from "./SaveLine";
import { Sections } from "./Sections";
import { Signed } from "./Signed";
import { SignSheet } from "./SignSheet";
import { useNote } from "./useNote";

/** Whether the log stands beside notes; kept while the app runs. */
const besideShown = signal(true);

/** A note: its sections, the session beside it, and its way to a signature. */
export function NoteScreen({ participant }: { participant: string }) {
	const { loaded, note, missing, saving, change, flush, take } = useNote(participant);
	const [sheet, setSheet] = useState<"sign" | "history">();
	const finish = useRef<(() => Promise<boolean>) | undefined>(undefined);
	const lastArea = useRef<HTMLTextAreaElement | null>(null);
	const title = useRef<HTMLHeadingElement>(null);
	const justSigned = useRef(false);
	const view = loaded.data;
	const signed = Boolean(note?.signed_at);
	const reference = view?.reference;

	useLayoutEffect(() => {
		// What had the focus is gone with the draft.
		if (signed && justSigned.current) title.current?.focus();
		justSigned.current = false;
	}, [signed]);

	const save = () => flush().catch(() => {});
	const toggleBeside = () => {
		besideShown.value = !besideShown.value;
	};
	/** What needs the text on disk first; where that fails, the head says so and nothing opens. */
	const once = (act: () => void | Promise<void>) => flush().then(act, () => {});
	/** What was agreed and not added yet is added first: once signed, nothing is. */
	const review = () =>
		void once(async () => {
			if (await (finish.current?.() ?? true)) setSheet("sign");
		});
	const show = (kind: "session_summary" | "client_copy") =>
		void once(
			() => view && go({ screen: "document", kind, session: view.session_id, participant }),
		);

	useCommands([
		...(signed
			? []
			: [
					{
						id: "sign",
						label: "Sign and lock",
						keys: ["Ctrl Enter"],
						scope: "this note",
						run: review,
					},
				]),
		{
			id: "preview-pdf",
			label: "Preview PDF",
			keys: ["Ctrl P"],
			scope: "this note",
			run: () => show("session_summary"),
		},
		{
			id: "note-client-copy",
			label: "Client copy",
			keys: ["Ctrl Shift P"],
			scope: "this note",
			run: () => show("client_copy"),
		},
		{
			id: "note-history",
			label: "History",
			keys: ["Ctrl Shift H"],
			scope: "this note",
			run: () => setSheet("history"),
		},
		{
			id: "session-panel",
			label: besideShown.value ? "Hide the session" : "Show the session",
			keys: ["Ctrl \\"],
			scope: "this note",
			run: toggleBeside,
		},
	]);

	if (!view || !note)
		return (
			<div class="page">
				{loaded.fault ? (
					<ErrorLine text={loaded.fault.message} reference={loaded.fault.ref} />
				) : (
					<Loading rows={5} />
				)}
			</div>
		);

	const quote = (words: string, mark: string) => {
		const area = lastArea.current?.isConnected
			? lastArea.current
			: document.querySelector<HTMLTextAreaElement>(".note-area");
		if (area) insertQuote(area, words, mark);
	};

	return (
		<div class="note">
			<header class="note-head" data-region>
				<button
					type="button"
					class="note-back"
					onClick={() => go({ screen: "client", id: view.client_id })}
				>
					<Icon name="chevron-left" />
					{view.client_name}
				</button>
				{signed ? <Tag kind="accent">Signed</Tag> : <Tag>Draft</Tag>}
				<div class="note-state">
					{!signed && <SaveLine saving={saving} onRetry={() => void save()} />}
				</div>
				<Button
					kind="quiet"
					icon="history"
					aria-keyshortcuts={aria("Ctrl Shift H", isMac)}
					title="Ctrl Shift H"
					onClick={() => setSheet("history")}
				>
					History
				</Button>
				{reference && (
					<button
						type="button"
						class="button quiet"
						aria-expanded={besideShown.value}
						aria-keyshortcuts={aria("Ctrl \\", isMac)}
						onClick={toggleBeside}
					>
						<Icon name="panel-right" />
						Session
						<Kbd keys="Ctrl \" />
					</button>
				)}
			</header>

			<div class="note-columns">
				<article class="note-column" data-region>
					<h1 ref={title} tabIndex={-1}>
						{view.heading}
					</h1>
					<p class="note-sub muted">{view.subline}</p>
					{signed ? (
						<>
							<Signed note={note} />
							<Commitments participant={participant} client={view.client_id} signed />
							<AddendumForm note={note} onAdded={take} />
						</>
					) : (
						<Sections
							note={note}
							methods={view.methods}
							onChange={change}
							onFocus={(area) => {
								lastArea.current = area;
							}}
							onBlur={() => void save()}
						>
							<Commitments
								participant={participant}
								client={view.client_id}
								signed={false}
								finish={finish}
							/>
						</Sections>
					)}
				</article>
				{reference && besideShown.value && (
					<Beside reference={reference} onQuote={signed ? undefined : quote} />
				)}
			</div>

			<footer class="note-foot" data-region>
				<p class="small muted">
					{signed
						? "Signed and locked. Changes are added as dated addenda."
						: "After you sign, changes are added as dated addenda."}
				</p>
				<div class="actions">
					<Button kind="quiet" keys="Ctrl Shift P" onClick={() => show("client_copy")}>
						Client copy
					</Button>
					<Button icon="eye" keys="Ctrl P" onClick={() => show("session_summary")}>
						Preview PDF
					</Button>
					{!signed && (
						<Button kind="primary" keys="Ctrl Enter" onClick={review}>
							Sign and lock
						</Button>
					)}
				</div>
			</footer>

			{sheet === "history" && <History note={note} onClose={() => setSheet(undefined)} />}
			{sheet === "sign" && (
				<SignSheet
					note={{ ...note, version: saving.version }}
					heading={view.heading}
					missing={missing}
					onSigned={(next) => {
						justSigned.current = true;
						setSheet(undefined);
						take(next);
					}}
					onClose={() => setSheet(undefined)}
				/>
			)}
		</div>
	);
}

/** Through the platform's editing command, so that the quotation can be undone. */
function insertQuote(area: HTMLTextAreaElement, words: string, mark: string): void {
	const text = quoteAt(area.value, area.selectionStart, area.selectionEnd, words, mark);
	area.focus();
	if (document.execCommand?.("insertText", false, text)) return;
	area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
	area.dispatchEvent(new Event("input", { bubbles: true }));
}
