import { type CoursePlan, type CourseView, courses, Fault } from "../../bridge";
import { readNumber } from "../../lib/entry";
import { newId } from "../../lib/uuid";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";
import { zone } from "../../state/practice";
import { DateField } from "../../ui/DateField";
import { Field, TextField } from "../../ui/Field";
import { TextArea } from "../../ui/TextArea";
import { Select } from "../session/Select";
import { Sheet } from "../session/Sheet";

const numbers = [
	["preparations", "Preparations", undefined],
	["dosings", "Dosing sessions", undefined],
	["cadence_days", "From one dosing to the next", "days"],
	["integrations", "Integrations after each", "the first inside the window"],
	["later_integration_days", "To each later integration", "days"],
	["maintenance_weeks", "Maintenance every", "weeks; 0 for none"],
] as const;

type Numbers = Record<(typeof numbers)[number][0], string>;

interface Typed extends Numbers {
	id: string;
	template: string;
	templateName: string;
	goal: string;
	reviews: string;
	window: string;
	stage: string;
	started: string;
}

/** Begins a course from a template, or changes the plan of the one that runs. */
export function CourseSheet({
	client,
	view,
	onSaved,
	onClose,
}: {
	client: string;
	view: CourseView;
	onSaved: (view: CourseView) => void;
	onClose: () => void;
}) {
	const { running } = view;
	const draft = useDraft<Typed>(`course:${running?.id ?? client}`, typedOf(view));
	const typed = draft.value;
	if (!typed) return null;

	const save = async () => {
		const saved = await courses.Save({
			id: typed.id,
			client_id: client,
			goal: typed.goal,
			template_name: typed.templateName,
			plan: planOf(typed),
			window_hours: numberOf(typed.window, "window_hours"),
			first_stage_hours: numberOf(typed.stage, "first_stage_hours"),
			started_on: typed.started,
			version: running?.version ?? 0,
		});
		await draft.discard();
		onSaved(saved);
	};

	return (
		<Sheet
			label={running ? "Change the plan" : "Start a course"}
			act={running ? "Keep the plan" : "Start the course"}
			submit="Ctrl Enter"
			draft={draft}
			onClose={onClose}
			onSave={save}
		>
			{(errors) => (
				<>
					{!running && (
						<Select
							id="course-template"
							label="From which template"
							none="None"
							options={view.templates.map((t) => ({ id: t.key, label: t.name }))}
							value={typed.template}
							onValue={(key) => {
								const chosen = view.templates.find((t) => t.key === key);
								draft.change({
									template: key,
									templateName: chosen?.name ?? "",
									...(chosen && typedPlan(chosen.plan)),
								});
							}}
						/>
					)}
					<Field id="course-goal" label="Goal" error={errors.goal}>
						{(control) => (
							<TextArea
								{...control}
								value={typed.goal}
								onValue={(goal) => draft.change({ goal })}
							/>
						)}
					</Field>
					<div class="course-pairs">
						{numbers.map(([key, label, hint]) => (
							<TextField
								key={key}
								id={`course-${key}`}
								label={label}
								hint={hint}
								value={typed[key]}
								error={errors[`plan.${key}`]}
								onValue={(text) => draft.change({ [key]: text })}
							/>
						))}
						<TextField
							id="course-reviews"
							label="Reviews after dosing"
							hint="such as 2, 6"
							value={typed.reviews}
							error={errors["plan.review_after"]}
							onValue={(reviews) => draft.change({ reviews })}
						/>
						<DateField
							id="course-started"
							label="Begins"
							leaning="past"
							zone={zone()}
							now={now.value}
							value={typed.started}
							error={errors.started_on ?? errors.started_at}
							onValue={(started) => draft.change({ started })}
						/>
						<TextField
							id="course-window"
							label="Integration window"
							hint="hours; empty: as in Settings"
							value={typed.window}
							error={errors.window_hours}
							onValue={(window) => draft.change({ window })}
						/>
						<TextField
							id="course-stage"
							label="Its first stage"
							hint="hours"
							value={typed.stage}
							error={errors.first_stage_hours}
							onValue={(stage) => draft.change({ stage })}
						/>
					</div>
				</>
			)}
		</Sheet>
	);
}

const wrong = (field: string, why: string) =>
	new Fault("invalid", "Nothing was saved yet; check what is marked.", { [field]: why });

/** A whole number, 0 where the field is empty. */
function numberOf(text: string, field: string): number {
	const n = text.trim() === "" ? 0 : readNumber(text, 0);
	if (n === null) throw wrong(field, "Write a number.");
	return n;
}

function planOf(typed: Typed): CoursePlan {
	const after = typed.reviews.split(/[\s,;]+/).filter(Boolean);
	const plan = Object.fromEntries(
		numbers.map(([key]) => [key, numberOf(typed[key], `plan.${key}`)]),
	) as Record<keyof Numbers, number>;
	return { ...plan, review_after: after.map((n) => numberOf(n, "plan.review_after")) };
}

function typedPlan(plan: CoursePlan): Numbers & Pick<Typed, "reviews"> {
	const texts = Object.fromEntries(numbers.map(([key]) => [key, String(plan[key])])) as Numbers;
	return { ...texts, reviews: plan.review_after.join(", ") };
}

function typedOf({ running, templates, started_on }: CourseView): Typed {
	const first = templates[0];
	const plan = running?.plan ?? first?.plan;
	return {
		id: running?.id ?? newId(),
		template: running ? "" : (first?.key ?? ""),
		templateName: running?.template_name ?? first?.name ?? "",
		goal: running?.goal ?? "",
		...(plan
			? typedPlan(plan)
			: {
					preparations: "",
					dosings: "",
					cadence_days: "",
					integrations: "",
					later_integration_days: "",
					maintenance_weeks: "",
					reviews: "",
				}),
		window: running?.window_hours ? String(running.window_hours) : "",
		stage: running?.first_stage_hours ? String(running.first_stage_hours) : "",
		started: started_on,
	};
}
