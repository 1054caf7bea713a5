import type { Practice } from "../../bridge";
import { settings } from "../../bridge";
import { useDraft } from "../../state/draft";
import { Button } from "../../ui/Button";
import { Field, TextField } from "../../ui/Field";
import { NotSaved } from "../../ui/NotSaved";
import { TextArea } from "../../ui/TextArea";
import { Outcome } from "./Outcome";
import { useSaving } from "./useSaving";

const fields: [keyof Practice, label: string, hint?: string][] = [
	["therapist_name", "Your name"],
	["credential", "Credential"],
	["license", "License"],
	["practice_name", "Practice name"],
	["address", "Address"],
	["phone", "Phone"],
	["email", "Email"],
	["npi", "NPI", "Ten digits, if you have one"],
	["ein", "EIN", "Nine digits, such as 12-3456789, if you have one"],
	["zone", "Time zone", "Such as America/Los_Angeles"],
];

/** What stands at the head of every document. */
export function PracticePart({
	practice,
	onChanged,
}: {
	practice: Practice;
	onChanged: () => Promise<void>;
}) {
	const draft = useDraft<Practice>("settings:practice", practice);
	const { busy, fault, done, run } = useSaving();
	// The form stands from the start, so that what is below it does not move; it waits for the draft.
	const value = draft.value ?? practice;
	return (
		<section aria-labelledby="practice-title">
			<h2 id="practice-title">Practice</h2>
			<form
				inert={draft.value === undefined}
				onSubmit={(e) => {
					e.preventDefault();
					void run(async () => {
						await settings.SavePractice(value);
						await draft.discard();
						await onChanged();
						return "Kept.";
					});
				}}
			>
				<div class="fields pairs">
					{fields.map(([key, label, hint]) => {
						const field = {
							id: `practice-${key.replace("_", "-")}`,
							label,
							hint,
							error: fault?.fields[key],
						};
						const onValue = (v: string) => draft.change({ [key]: v });
						return key === "address" ? (
							<Field key={key} {...field}>
								{(control) => <TextArea {...control} value={value[key]} onValue={onValue} />}
							</Field>
						) : (
							<TextField key={key} {...field} value={value[key]} onValue={onValue} />
						);
					})}
				</div>
				{!fault && draft.fault && <NotSaved reason={draft.fault.message} onRetry={draft.retry} />}
				<div class="actions">
					<Button type="submit" disabled={busy}>
						Keep practice details
					</Button>
					<Outcome done={done} fault={fault} />
				</div>
			</form>
		</section>
	);
}
