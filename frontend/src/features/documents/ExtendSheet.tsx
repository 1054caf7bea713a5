import type { RequestRow, RequestsView } from "../../bridge";
import { requests } from "../../bridge";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { DateField } from "../../ui/DateField";
import { Field } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { Sheet } from "../session/Sheet";

interface Props {
	row: RequestRow;
	view: RequestsView;
	onSaved: (view: RequestsView, id: string) => Promise<void>;
	onClose: () => void;
}

/** Where an unfinished reason for putting a request off is kept. */
export const extensionOf = (id: string): string => `extend:${id}`;

/** Puts a request off, once: when who asks was told in writing, and why. */
export function ExtendSheet({ row, view, onSaved, onClose }: Props) {
	const { id, version } = row.request;
	const draft = useDraft(extensionOf(id), { told: view.today, why: "" });
	const typed = draft.value;
	if (!typed) return null;

	const save = async () => {
		const next = await requests.Extend(id, version, typed.told, typed.why);
		await draft.discard();
		await onSaved(next, id);
	};
	return (
		<Sheet
			label="Put a request off"
			act="Put it off"
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<p class="muted">
						{row.term_text}. It can be put off once. Who asked is told in writing, with the reason
						and the new day, before it was due.
					</p>
					<DateField
						id="told-on"
						label="Told in writing on"
						leaning="past"
						zone={view.zone}
						now={now.value}
						required
						value={typed.told}
						error={errors.extended_on}
						onValue={(told) => draft.change({ told })}
					/>
					<Field id="extend-why" label="Why it takes longer" error={errors.extended_why} required>
						{(control) => (
							<TextArea {...control} value={typed.why} onValue={(why) => draft.change({ why })} />
						)}
					</Field>
				</>
			)}
		</Sheet>
	);
}
