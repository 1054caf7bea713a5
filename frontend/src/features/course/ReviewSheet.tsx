import { type CourseView, courses } from "../../bridge";
import { useDraft } from "../../state/draft";
import { Field } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { Select } from "../session/Select";
import { Sheet } from "../session/Sheet";

/** Records what a review of the course found. */
export function ReviewSheet({
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
	const draft = useDraft(`review:${course.id}`, { after: view.reviewable[0]?.id ?? "", text: "" });
	const typed = draft.value;
	if (!typed) return null;

	const save = async () => {
		const saved = await courses.AddReview(
			course.id,
			course.version,
			Number(typed.after),
			typed.text,
		);
		await draft.discard();
		onSaved(saved);
	};

	return (
		<Sheet
			label="Record a review"
			act="Keep the review"
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					<Select
						id="review-after"
						label="After which dosing"
						none="Choose one"
						options={view.reviewable}
						value={typed.after}
						error={errors.after_dosings}
						onValue={(after) => draft.change({ after })}
						required
					/>
					<Field
						id="review-text"
						label="What it found"
						hint="What the client notices, what the measures say, how it goes on"
						error={errors.text}
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
