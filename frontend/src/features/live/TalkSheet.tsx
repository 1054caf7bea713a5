import { live } from "../../bridge";
import { newId } from "../../lib/uuid";
import { useDraft } from "../../state/draft";
import { sessionInstant } from "../../state/sessionclock";
import { TextField } from "../../ui/Field";
import { Sheet } from "../session/Sheet";
import { useLive } from "./context";

/** The decision to go on without a dose: it and the dose not given are written together, with one reason. */
export function TalkSheet() {
	const { view, part, change, close } = useLive();
	const participant = part.participant_id;
	const draft = useDraft(
		`talk:${participant}`,
		{ step_id: newId(), dose_id: newId(), at: sessionInstant(), reason: "" },
		// Opened again it is decided now.
		(kept, { at }) => ({ ...kept, at }),
	);
	const typed = draft.value;
	if (!typed) return null;
	return (
		<Sheet
			label="Go on as a talk session"
			act="Go on without a dose"
			draft={draft}
			onClose={close}
			onSave={async () => {
				const c = await live.GoOnAsTalk(view.session_id, { ...typed, participant_id: participant });
				await draft.discard();
				close();
				change(c);
			}}
		>
			{(errors) => (
				<>
					<p class="muted">
						The dose is recorded as not given, with this reason. It does not count toward the
						course.
					</p>
					<TextField
						id="talk-reason"
						label="Why no dose is given"
						required
						value={typed.reason}
						error={errors.reason}
						onValue={(reason) => draft.change({ reason })}
					/>
				</>
			)}
		</Sheet>
	);
}
