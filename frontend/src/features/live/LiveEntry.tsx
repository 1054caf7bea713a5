import type { Ref } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { readEntry } from "../../lib/entry";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { entryOf, outbox } from "../../state/outbox";
import { sessionInstant } from "../../state/sessionclock";
import { Icon } from "../../ui/Icon";
import { Kbd } from "../../ui/Kbd";
import { NotSaved } from "../../ui/NotSaved";
import { TextArea } from "../../ui/TextArea";
import { newEntry } from "../session/entries";
import { useLive } from "./context";
import { shownName } from "./names";
import { edit, newestOf } from "./useRowActs";

/** Whether one client's field had the focus as it made room for the other's. */
let handedOver = false;

const empty = { text: "", began: "", id: "" };

/**
 * Where observations are written. Enter stamps the time the typing began; Esc leaves, and what is
 * unfinished stays, also across a cover, a lock and a crash.
 */
export function LiveEntry({ field }: { field: Ref<HTMLTextAreaElement> }) {
	const live = useLive();
	const { view, part, submit, fail } = live;
	const draft = useDraft(`observation:${part.participant_id}`, empty);
	const typed = draft.value ?? empty;
	const latest = useRef({ typed, draft });
	latest.current = { typed, draft };
	// The draft outlasts a crash until the entry itself does.
	const sent = useRef(new Set<string>());
	useEffect(
		() =>
			outbox.onSaved((_, written) => {
				const { typed, draft } = latest.current;
				if (sent.current.delete(entryOf(written).id) && typed.text === "")
					draft.discard().catch(() => {});
			}),
		[],
	);
	// Who goes on typing after F2 or F3 writes words, not marks.
	useLayoutEffect(() => {
		if (handedOver) document.getElementById("entry")?.focus();
		return () => {
			handedOver = document.activeElement?.id === "entry";
			queueMicrotask(() => {
				handedOver = false;
			});
		};
	}, []);
	const several = view.parts.length > 1;

	const write = (text: string) => {
		const begun = text.trim() !== "";
		draft.change({
			text,
			began: begun ? typed.began || sessionInstant() : "",
			id: begun ? typed.id || newId() : "",
		});
	};
	const record = () => {
		if (typed.text.trim() === "") return;
		const { text, at } = readEntry(typed.text, typed.began);
		const entry = { ...newEntry(part.participant_id, at), id: typed.id };
		draft.change(empty);
		sent.current.add(entry.id);
		submit({ observation: { entry, kind: "", text, client_words: false } }).catch((reason) => {
			fail(reason);
			// Back to where it can be put right, unless the next is being written there.
			if (!latest.current.typed.text) draft.change(typed);
		});
	};
	const editLast = () => {
		const newest = newestOf(part.log);
		if (newest) edit(live, newest);
	};

	return (
		<div class="live-entry" data-region>
			<div class="live-box">
				<Icon name="pencil" />
				<TextArea
					id="entry"
					class="entry-input"
					areaRef={field}
					aria-label={several ? `Write about ${shownName(view, part)}` : "Write an observation"}
					placeholder={
						several
							? `${shownName(view, part)}: write what you see`
							: "Write what you see, or begin with “ for their words"
					}
					value={typed.text}
					// Words typed before the unfinished ones are there would take their place.
					readOnly={draft.value === undefined}
					onValue={write}
					onKeyDown={(e) => {
						if (e.isComposing) return;
						if (e.key === "Escape") {
							e.preventDefault();
							e.currentTarget.blur();
							document.getElementById("main")?.focus();
						} else if (e.key === "ArrowUp" && typed.text === "") {
							e.preventDefault();
							editLast();
						} else if (e.key === "Enter" && !e.shiftKey && !e.ctrlKey && !e.metaKey) {
							e.preventDefault();
							record();
						}
					}}
				/>
				<Kbd keys="O" />
			</div>
			{draft.fault && typed.text && <NotSaved reason={draft.fault.message} onRetry={draft.retry} />}
		</div>
	);
}
