import type { RequestRow, RequestsView } from "../../bridge";
import { requests } from "../../bridge";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { DateField } from "../../ui/DateField";
import { Field } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { Sheet } from "../session/Sheet";

interface Props {
	row: RequestRow;
	view: RequestsView;
	onSaved: (view: RequestsView, id: string) => Promise<void>;
	onClose: () => void;
}

/** Where an unfinished answer is kept. */
export const answerOf = (id: string): string => `answer:${id}`;

/** How a request was answered: what was released, what was denied and why. It does not change afterwards. */
export function AnswerSheet({ row, view, onSaved, onClose }: Props) {
	const { id, version } = row.request;
	const draft = useDraft(answerOf(id), {
		outcome: "",
		answeredOn: view.today,
		// What left for it was released; it can be said otherwise.
		released: row.documents.join("\n"),
		denied: "",
		why: "",
	});
	const typed = draft.value;
	if (!typed) return null;
	const released = typed.outcome === "released" || typed.outcome === "partly";
	const denied = typed.outcome === "denied" || typed.outcome === "partly";

	const save = async () => {
		const next = await requests.Answer(id, version, {
			outcome: typed.outcome,
			answered_on: typed.answeredOn,
			released_what: typed.released,
			denied_what: typed.denied,
			denied_why: typed.why,
		});
		await draft.discard();
		await onSaved(next, id);
	};
	return (
		<Sheet
			label="Answer a request for records"
			act="Close the request"
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<p class="muted">{row.asked_text}. Once answered, it stays as it is.</p>
					<Segmented
						name="outcome"
						label="How it was answered"
						required
						options={view.outcomes.map((o) => ({ value: o.id, label: o.label }))}
						value={typed.outcome}
						error={errors.outcome}
						onValue={(outcome) => draft.change({ outcome })}
					/>
					<DateField
						id="answered-on"
						label="Answered on"
						leaning="past"
						zone={view.zone}
						now={now.value}
						required
						value={typed.answeredOn}
						error={errors.answered_on}
						onValue={(answeredOn) => draft.change({ answeredOn })}
					/>
					{released && (
						<Field
							id="released-what"
							label="What was released"
							error={errors.released_what}
							required
						>
							{(control) => (
								<TextArea
									{...control}
									value={typed.released}
									onValue={(released) => draft.change({ released })}
								/>
							)}
						</Field>
					)}
					{denied && (
						<>
							<Field id="denied-what" label="What was denied" error={errors.denied_what} required>
								{(control) => (
									<TextArea
										{...control}
										value={typed.denied}
										onValue={(denied) => draft.change({ denied })}
									/>
								)}
							</Field>
							<Field
								id="denied-why"
								label="Why"
								hint="As it was told in writing, with how it can be reviewed or complained about (45 CFR 164.524(d))"
								error={errors.denied_why}
								required
							>
								{(control) => (
									<TextArea
										{...control}
										value={typed.why}
										onValue={(why) => draft.change({ why })}
									/>
								)}
							</Field>
						</>
					)}
				</>
			)}
		</Sheet>
	);
}
