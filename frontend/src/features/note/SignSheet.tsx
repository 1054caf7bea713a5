import { useEffect, useState } from "preact/hooks";
import {
	type Fault,
	type Note,
	type NoteView,
	notes,
	type RenderedSection,
	toFault,
} from "../../bridge";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { Rendered } from "./Rendered";

interface Props {
	/** As it is on disk. */
	note: Note;
	heading: string;
	missing: readonly string[];
	onSigned: (view: NoteView) => void;
	onClose: () => void;
}

/** Shows the note once more as it will stand, says what is missing, and signs. */
export function SignSheet({ note, heading, missing, onSigned, onClose }: Props) {
	const [sections, setSections] = useState<readonly RenderedSection[]>();
	const [fault, setFault] = useState<Fault>();
	const ready = sections !== undefined && missing.length === 0;

	useEffect(() => {
		if (note.version === 0) return setSections([]);
		notes.Rendered(note.id).then(setSections, (reason) => setFault(toFault(reason)));
	}, []);

	const sign = async () => {
		if (!ready) return;
		try {
			onSigned(await notes.Sign(note.id, note.version));
		} catch (reason) {
			setFault(toFault(reason));
		}
	};

	useCommands([
		{
			id: "sign-now",
			label: "Sign and lock",
			keys: ["Ctrl Enter"],
			scope: "this sheet",
			overDialogs: true,
			run: () => void sign(),
		},
	]);

	return (
		<Dialog label={`Sign ${heading}`} onClose={onClose}>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard */}
			<div class="sign-text" tabIndex={0} role="region" aria-label="The note as it will be signed">
				<Rendered sections={sections ?? []} />
			</div>
			{missing.length > 0 ? (
				<p class="sign-missing">Still missing: {missing.join("; ")}.</p>
			) : (
				<p class="muted">
					After you sign, the note and the session's log are locked. Later changes are added as
					dated addenda.
				</p>
			)}
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			<div class="actions">
				<Button
					kind="primary"
					icon="signature"
					keys="Ctrl Enter"
					disabled={!ready}
					onClick={() => void sign()}
				>
					Sign and lock
				</Button>
				<Button keys="Esc" onClick={onClose}>
					Keep writing
				</Button>
			</div>
		</Dialog>
	);
}
