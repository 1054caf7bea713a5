import { type CourseView, courses } from "../../bridge";
import { useDraft } from "../../state/draft";
import { Field } from "../../ui/Field";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { Sheet } from "../session/Sheet";

/** Completes the course with its closing summary. */
export function EndSheet({
	course,
	view,
	onSaved,
	onClose,
}: {
	course: NonNullable<CourseView["running"]>;
	view: CourseView;
	onSaved: (view: CourseView) => void;
	onClose: () => void;
}) {
	const draft = useDraft(`course-end:${course.id}`, { ending: "", text: "" });
	const typed = draft.value;
	if (!typed) return null;

	const save = async () => {
		const saved = await courses.Complete(course.id, course.version, typed.ending, typed.text);
		await draft.discard();
		onSaved(saved);
	};

	return (
		<Sheet
			label="Complete the course"
			act="Complete the course"
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<p class="muted">
						{view.progress.text}. Once complete, the course stays as it is, and the client's
						treatment is closed.
					</p>
					{view.unfinished.length > 0 && (
						<ul class="unfinished" aria-label="What is still open">
							{view.unfinished.map((text) => (
								<li key={text}>{text}</li>
							))}
						</ul>
					)}
					<Segmented
						name="ending"
						label="How it ended"
						options={view.endings.map((e) => ({ value: e.id, label: e.label }))}
						value={typed.ending}
						error={errors.ending}
						onValue={(ending) => draft.change({ ending })}
					/>
					<Field
						id="closing-summary"
						label="Closing summary"
						hint="Where it led, what was agreed for afterwards"
						error={errors.closing_summary}
						required
					>
						{(control) => (
							<TextArea
								{...control}
								markdown
								value={typed.text}
								onValue={(text) => draft.change({ text })}
							/>
						)}
					</Field>
				</>
			)}
		</Sheet>
	);
}
