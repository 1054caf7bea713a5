import type { Ref } from "preact";
import { useRef, useState } from "preact/hooks";
import { type Fault, type LogChange, sessions, toFault } from "../../bridge";
import { readEntry } from "../../lib/entry";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { ErrorLine } from "../../ui/ErrorLine";
import { Kbd } from "../../ui/Kbd";
import { NotSaved } from "../../ui/NotSaved";
import { TextArea } from "../../ui/TextArea";
import { newEntry } from "./entries";

/**
 * Where observations are written. Enter stamps the time the typing began; Esc leaves, and what is
 * unfinished stays, also across a lock.
 */
export function EntryField({
	session,
	participant,
	fieldRef,
	onSaved,
}: {
	session: string;
	participant: string;
	fieldRef: Ref<HTMLTextAreaElement>;
	onSaved: (change: LogChange, entry: string) => void;
}) {
	const empty = { text: "", began: "", id: "" };
	const draft = useDraft(`observation:${participant}`, empty);
	const [fault, setFault] = useState<Fault>();
	const busy = useRef(false);
	const typed = draft.value ?? empty;
	const latest = useRef(typed);
	latest.current = typed;

	const write = (text: string) => {
		const begun = text.trim() !== "";
		draft.change({
			text,
			began: begun ? typed.began || new Date().toISOString() : "",
			id: begun ? typed.id || newId() : "",
		});
	};

	const record = async () => {
		if (busy.current || typed.text.trim() === "") return;
		busy.current = true;
		try {
			const { text, at } = readEntry(typed.text, typed.began);
			const change = await sessions.RecordObservation(session, {
				entry: { ...newEntry(participant, at), id: typed.id },
				kind: "",
				text,
				client_words: false,
			});
			setFault(undefined);
			// What was typed while the entry went to disk begins the next one.
			const rest = latest.current.text.slice(typed.text.length);
			draft.change(rest ? { text: rest, began: new Date().toISOString(), id: newId() } : empty);
			if (!rest) await draft.discard();
			onSaved(change, typed.id);
		} catch (reason) {
			setFault(toFault(reason));
		} finally {
			busy.current = false;
		}
	};

	const error = fault && (fault.fields.text ?? fault.fields.at ?? fault.message);
	return (
		<div class="entry">
			<div class="entry-box">
				<TextArea
					id="entry"
					class="entry-input"
					areaRef={fieldRef}
					aria-label="Write an observation"
					aria-describedby={error ? "entry-error" : "entry-hint"}
					aria-invalid={error ? true : undefined}
					placeholder="Write what is seen or said"
					value={typed.text}
					onValue={write}
					onKeyDown={(e) => {
						if (e.isComposing) return;
						if (e.key === "Escape") {
							e.preventDefault();
							e.currentTarget.blur();
							document.getElementById("main")?.focus();
						} else if (e.key === "Enter" && !e.shiftKey && !e.ctrlKey && !e.metaKey) {
							e.preventDefault();
							void record();
						}
					}}
				/>
				<Kbd keys="O" />
			</div>
			{fault?.code === "not_saved" ? (
				<NotSaved reason={fault.message} onRetry={() => void record()} />
			) : error ? (
				<ErrorLine id="entry-error" text={error} reference={fault.ref} />
			) : draft.fault ? (
				<NotSaved reason={draft.fault.message} onRetry={draft.retry} />
			) : (
				<p class="small faint" id="entry-hint">
					Enter writes it down. Begin with “ for the client's words, with -5 for five minutes ago.
				</p>
			)}
		</div>
	);
}
