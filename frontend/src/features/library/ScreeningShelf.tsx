import { library, type ScreeningItem, type ShelvedQuestion } from "../../bridge";
import { newId } from "../../lib/uuid";
import { Field, TextField } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import type { ShelfProps } from "./Library";
import { ShelfForm } from "./ShelfForm";
import { openItem, openOn, ShelfRows } from "./ShelfRows";

const newQuestion = (): ScreeningItem => ({
	key: newId(),
	question: "",
	severity: "hold",
	source: "",
	reason: "",
	asked: true,
});

/** The questions of the screening and what a yes weighs. */
export function ScreeningShelf({ view, onKept }: ShelfProps) {
	const item = openItem();
	const chosen = view.questions.find((q) => q.item.key === item);
	if (item === "new" || chosen)
		return <QuestionForm key={item} view={view} onKept={onKept} chosen={chosen} />;
	return (
		<ShelfRows
			shelf="screening"
			title="Screening"
			lead="A yes or an unknown raises a flag. An open absolute or hold flag blocks the start of a dosing session. A severity that is raised weighs at once, one that is lowered from the next screening on. A question that is no longer asked leaves the answers that were given."
			add="Add a question"
			rows={view.questions.map((q) => ({
				key: q.item.key,
				title: q.item.question,
				line: q.line,
				text: q.text,
			}))}
		/>
	);
}

function QuestionForm({
	view,
	onKept,
	chosen,
}: ShelfProps & { chosen: ShelvedQuestion | undefined }) {
	const severities = view.severities.map((s) => ({ value: s.id, label: s.label }));
	return (
		<ShelfForm<ScreeningItem>
			kind="screening_item"
			id={chosen?.item.key ?? "new"}
			title={chosen ? "Question" : "New question"}
			text={chosen?.text ?? ""}
			version={chosen?.version ?? 0}
			kept={chosen?.item ?? newQuestion()}
			shipped={chosen?.shipped}
			keep={library.KeepQuestion}
			onKept={onKept}
			onClose={() => openOn("screening")}
		>
			{({ value, change, errors }) => (
				<>
					<TextField
						id="question-text"
						label="Question"
						required
						value={value.question}
						error={errors.question}
						onValue={(question) => change({ question })}
					/>
					<Segmented
						name="question-severity"
						label="Severity"
						options={severities}
						value={value.severity}
						error={errors.severity}
						onValue={(severity) => change({ severity })}
					/>
					{chosen ? (
						<p>
							<span class="name">Source of the severity. </span>
							<span class="muted">{value.source}</span>
						</p>
					) : (
						<TextField
							id="question-source"
							label="Source of the severity"
							hint="Such as your prescriber, and when you spoke"
							required
							value={value.source}
							error={errors.source}
							onValue={(source) => change({ source })}
						/>
					)}
					<label class="check">
						<input
							type="checkbox"
							checked={value.asked}
							onChange={(e) => change({ asked: e.currentTarget.checked })}
						/>
						Asked in each screening
					</label>
					{chosen && (
						<Field
							id="question-reason"
							label="Reason"
							hint="Needed, in new words, when the severity changes or the question is no longer asked. It is kept with this version."
							error={errors.reason ?? errors.source}
						>
							{(control) => (
								<TextArea
									{...control}
									value={value.reason}
									onValue={(reason) => change({ reason })}
								/>
							)}
						</Field>
					)}
				</>
			)}
		</ShelfForm>
	);
}
