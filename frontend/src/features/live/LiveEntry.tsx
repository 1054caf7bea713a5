import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { LivePart } from "../../bridge";
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

const empty = { text: "", began: "", id: "" };

/**
 * Where observations are written. Enter stamps the time the typing began; Esc leaves, and what is
 * unfinished stays, also across a cover, a lock and a crash. Each client has one; the one that is `shown`
 * is also `field`.
 */
export function LiveEntry({
	part,
	shown,
	field,
}: {
	part: LivePart;
	shown: boolean;
	field: RefObject<HTMLTextAreaElement | null>;
}) {
	const live = useLive();
	const { view, submit, fail } = live;
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
	const own = useRef<HTMLTextAreaElement>(null);
	useLayoutEffect(() => {
		if (shown) field.current = own.current;
	}, [shown]);
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
		<div class="live-entry" data-region={shown} hidden={!shown}>
			<div class="live-box">
				<Icon name="pencil" />
				<TextArea
					id={shown ? "entry" : undefined}
					class="entry-input"
					areaRef={own}
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
