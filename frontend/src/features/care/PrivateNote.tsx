import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type PsychotherapyNote, psychotherapy, toFault } from "../../bridge";
import { Autosave } from "../../lib/autosave";
import { useCommands } from "../../state/keys";
import { onFlush } from "../../state/vault";
import { Button } from "../../ui/Button";
import { focusOnMount } from "../../ui/focus";
import { TextArea } from "../../ui/TextArea";
import { SaveLine } from "../note/SaveLine";
import type { Saving } from "../note/useNote";
import { unsaved } from "./PrivateNotes";

interface Props {
	note: PsychotherapyNote;
	flush: RefObject<() => Promise<void>>;
	onBack: () => void;
}

/**
 * One psychotherapy note as it is written. It is saved as itself and nowhere else: never among the
 * drafts of forms, which lie outside the door.
 */
export function PrivateNote({ note, flush, onBack }: Props) {
	const kept = unsaved.get(note.id);
	const [text, setText] = useState((kept ?? note).text);
	const [saving, setSaving] = useState<Saving>({
		at: note.updated_at,
		version: 0,
		running: false,
		error: undefined,
	});
	/** What is on disk, as the next change must name it. */
	const stored = useRef(note);
	const [saver] = useState(
		() =>
			new Autosave<string>(
				async (next) => {
					// An emptied note keeps its last words.
					if (!next.trim()) return;
					stored.current = await psychotherapy.Save({ ...stored.current, text: next });
					setSaving((s) => ({ ...s, at: stored.current.updated_at }));
				},
				(step) =>
					setSaving((s) => ({
						...s,
						running: step === "saving",
						error:
							step === "saved"
								? undefined
								: step === "saving"
									? s.error
									: toFault(step.failed).message,
					})),
			),
	);
	const latest = useRef(text);
	const change = (next: string) => {
		latest.current = next;
		setText(next);
		saver.change(next);
	};

	useEffect(() => {
		if (kept) saver.change(kept.text);
		const save = async () => {
			try {
				await saver.flush();
				unsaved.delete(note.id);
			} catch (reason) {
				// Nothing of a client stays in memory once the records are locked.
				if (toFault(reason).code !== "locked")
					unsaved.set(note.id, { ...stored.current, text: latest.current });
				throw reason;
			}
		};
		flush.current = save;
		const withdraw = onFlush(save);
		return () => {
			withdraw();
			void save().catch(() => {});
		};
	}, []);

	const back = async () => {
		await flush.current().catch(() => {});
		onBack();
	};
	useCommands([
		{
			id: "leave-private",
			label: "All notes",
			keys: ["Esc"],
			scope: "this screen",
			run: () => void back(),
		},
	]);

	return (
		<section aria-labelledby="part-title">
			<header class="title-row">
				<h2 id="part-title">Psychotherapy note</h2>
				<Button kind="quiet" icon="chevron-left" keys="Esc" onClick={() => void back()}>
					All notes
				</Button>
			</header>
			<div class="private-state" role="status">
				{text.trim() || !stored.current.updated_at ? (
					<SaveLine saving={saving} onRetry={() => void flush.current().catch(() => {})} />
				) : (
					<p class="small faint">An empty note is not saved; the last words are kept.</p>
				)}
			</div>
			<TextArea
				id="private-text"
				class="input private-text"
				aria-labelledby="part-title"
				markdown
				areaRef={focusOnMount}
				value={text}
				onValue={change}
			/>
		</section>
	);
}
