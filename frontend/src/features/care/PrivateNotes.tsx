import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import {
	type PsychotherapyNote,
	type PsychotherapyView,
	psychotherapy,
	toFault,
} from "../../bridge";
import { newId } from "../../lib/uuid";
import { useCommands } from "../../state/keys";
import { onReset } from "../../state/vault";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/bits";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rows } from "../../ui/Rows";
import { PrivateNote } from "./PrivateNote";
import { ReleaseForm } from "./ReleaseForm";

/** Text that could not be saved when its note was left, by the note's id, until it is opened again. */
export const unsaved = new Map<string, PsychotherapyNote>();
onReset(() => unsaved.clear());

interface Props {
	client: string;
	view: PsychotherapyView;
	onView: (view: PsychotherapyView) => void;
	flush: RefObject<() => Promise<void>>;
	onClose: () => void;
}

/** What is behind the door: the notes, one of them open, or the form of a release. */
export function PrivateNotes({ client, view, onView, flush, onClose }: Props) {
	const [note, setNote] = useState<PsychotherapyNote>();
	const [releasing, setReleasing] = useState(false);
	const [error, setError] = useState<string>();
	const title = useRef<HTMLHeadingElement>(null);
	const listed = !note && !releasing;

	useLayoutEffect(() => {
		if (listed) title.current?.focus();
	}, [listed]);

	const toList = async () => {
		setNote(undefined);
		setReleasing(false);
		try {
			onView(await psychotherapy.List(client));
		} catch (reason) {
			setError(toFault(reason).message);
		}
	};
	const write = () =>
		setNote({ id: newId(), client_id: client, text: "", created_at: "", updated_at: "" });

	useCommands(
		listed
			? [
					{ id: "new-private", label: "New note", keys: ["N"], scope: "this screen", run: write },
					{
						id: "release-private",
						label: "Release notes",
						keys: ["R"],
						scope: "this screen",
						run: () => setReleasing(true),
					},
					{
						id: "close-door",
						label: "Close the door",
						keys: ["X"],
						scope: "this screen",
						run: onClose,
					},
				]
			: [],
	);

	if (note)
		return <PrivateNote key={note.id} note={note} flush={flush} onBack={() => void toList()} />;
	if (releasing) return <ReleaseForm client={client} view={view} onBack={() => void toList()} />;

	const waiting = [...unsaved.values()].filter((n) => n.client_id === client);
	return (
		<section aria-labelledby="part-title">
			<header class="title-row">
				<h2 id="part-title" ref={title} tabIndex={-1}>
					Psychotherapy notes
				</h2>
				<div class="actions">
					<Button icon="plus" keys="N" onClick={write}>
						New note
					</Button>
					<Button kind="quiet" icon="lock" keys="X" onClick={onClose}>
						Close the door
					</Button>
				</div>
			</header>
			{error && <ErrorLine text={error} />}
			{view.private_notes.length === 0 && waiting.length === 0 ? (
				<Empty text="Nothing is written here yet." />
			) : (
				<Rows label="Psychotherapy notes" class="private-rows">
					{waiting.map((n) => (
						<NoteLine key={n.id} when="Not saved yet" note={n} onOpen={setNote} />
					))}
					{view.private_notes
						.filter((row) => !unsaved.has(row.note.id))
						.map((row) => (
							<NoteLine
								key={row.note.id}
								when={row.written_text}
								note={row.note}
								onOpen={setNote}
							/>
						))}
				</Rows>
			)}
			{view.private_notes.length > 0 && (
				<Button kind="quiet" icon="file-down" keys="R" onClick={() => setReleasing(true)}>
					Release notes
				</Button>
			)}
			{view.releases.length > 0 && (
				<>
					<h3 class="private-released">Released</h3>
					<ul>
						{view.releases.map((r) => (
							<li key={`${r.released_text} ${r.recipient}`} class="muted">
								{r.released_text}: {r.notes_text.toLowerCase()} to {r.recipient}, under{" "}
								{r.under_text}
							</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
}

interface LineProps {
	when: string;
	note: PsychotherapyNote;
	onOpen: (note: PsychotherapyNote) => void;
}

function NoteLine({ when, note, onOpen }: LineProps) {
	return (
		<li>
			<button type="button" data-row class="private-row" onClick={() => onOpen(note)}>
				<span class="muted">{when}</span>
				<span class="private-line">{note.text.trim().split("\n")[0]}</span>
			</button>
		</li>
	);
}
