import { useEffect, useRef, useState } from "preact/hooks";
import { type Note, type NoteView, notes, toFault } from "../../bridge";
import { Autosave } from "../../lib/autosave";
import { type Loaded, useLoad } from "../../state/load";
import { onFlush, onReset } from "../../state/vault";

/** How the text stands to the disk. */
export interface Saving {
	/** When it was last written, RFC 3339; empty before the first time. */
	at: string;
	/** What is on disk; 0 before the first time. */
	version: number;
	running: boolean;
	error: string | undefined;
}

/** Text that could not be saved when its screen was left, until it is opened again. */
const unsaved = new Map<string, Note>();
onReset(() => unsaved.clear());

export interface OpenNote {
	loaded: Loaded<NoteView>;
	/** What is on the screen; undefined until it was read. */
	note: Note | undefined;
	missing: readonly string[];
	saving: Saving;
	change: (part: Partial<Note>) => void;
	/** Puts everything on disk now; rejects when it cannot. */
	flush: () => Promise<void>;
	/** Takes the view that signing or an addendum returned. */
	take: (view: NoteView) => void;
}

/** A participant's note with its autosave. One save is on its way at a time and carries the version. */
export function useNote(participant: string): OpenNote {
	const loaded = useLoad(participant, () => notes.Open(participant));
	const [note, setNote] = useState<Note>();
	const [missing, setMissing] = useState<readonly string[]>([]);
	const [saving, setSaving] = useState<Saving>({
		at: "",
		version: 0,
		running: false,
		error: undefined,
	});
	const latest = useRef<Note | undefined>(undefined);
	const version = useRef(0);
	const [saver] = useState(
		() =>
			new Autosave<Note>(
				async (next) => {
					const saved = await notes.Save({ ...next, version: version.current });
					version.current = saved.note.version;
					setMissing(saved.missing);
					setSaving((s) => ({ ...s, at: saved.saved_at, version: saved.note.version }));
				},
				(step) =>
					setSaving((s) => ({
						...s,
						running: step === "saving",
						// What went wrong stays until a save has worked.
						error:
							step === "saved"
								? undefined
								: step === "saving"
									? s.error
									: toFault(step.failed).message,
					})),
			),
	);

	const show = (next: Note) => {
		latest.current = next;
		setNote(next);
	};
	const take = (view: NoteView) => {
		version.current = view.note.version;
		setMissing(view.missing);
		const { updated_at, version: stored } = view.note;
		setSaving({ at: updated_at, version: stored, running: false, error: undefined });
		show(view.note);
		loaded.set(view);
	};
	const change = (part: Partial<Note>) => {
		if (!latest.current) return;
		show({ ...latest.current, ...part });
		saver.change(latest.current);
	};

	useEffect(() => {
		const view = loaded.data;
		if (!view || latest.current) return;
		take(view);
		const kept = unsaved.get(participant);
		unsaved.delete(participant);
		if (kept) change(kept);
	}, [loaded.data]);

	useEffect(() => {
		const withdraw = onFlush(() => saver.flush());
		return () => {
			withdraw();
			saver.flush().catch((reason) => {
				// Nothing of a client stays in memory once the records are locked.
				if (toFault(reason).code !== "locked" && latest.current)
					unsaved.set(participant, latest.current);
			});
		};
	}, []);

	return { loaded, note, missing, saving, change, flush: () => saver.flush(), take };
}
