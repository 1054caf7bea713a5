import { useState } from "preact/hooks";
import { type FormView, measures } from "../../bridge";
import { TextField } from "../../ui/Field";
import { Sheet } from "../session/Sheet";

/** Takes a form out of every score, with the reason. */
export function StrikeForm({
	view,
	onStruck,
	onClose,
}: {
	view: FormView;
	onStruck: (view: FormView) => void;
	onClose: () => void;
}) {
	const [reason, setReason] = useState("");
	return (
		<Sheet
			label="Strike this form"
			act="Strike"
			onClose={onClose}
			onSave={async () => onStruck(await measures.Strike(view.response.id, reason))}
		>
			{(errors) => (
				<>
					<p>
						{view.instrument.title}, {view.row.date_text}
					</p>
					<TextField
						id="strike-form-reason"
						label="Why it does not count"
						required
						hint="It stays in the chart to be read, marked as struck, and enters no score and no picture."
						value={reason}
						error={errors.reason}
						onValue={setReason}
					/>
				</>
			)}
		</Sheet>
	);
}
