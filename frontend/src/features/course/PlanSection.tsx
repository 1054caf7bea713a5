import "./course.css";
import { useState } from "preact/hooks";
import { type CourseView, courses, type Fault, toFault } from "../../bridge";
import { now } from "../../state/clock";
import { useCommands } from "../../state/keys";
import { useKept, useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { CourseSheet } from "./CourseSheet";
import { EndSheet } from "./EndSheet";
import { PastCourses } from "./PastCourses";
import { ReviewSheet } from "./ReviewSheet";
import { type StepsShown, stepsAround } from "./steps";

/** A sheet of the plan. */
export type PlanSheet = "course" | "review" | "end";

interface Props {
	client: string;
	/** Which sheet is open; the chart's own act opens them too. */
	sheet: PlanSheet | undefined;
	onSheet: (sheet: PlanSheet | undefined) => void;
	onChanged: () => Promise<void>;
}

/** The course against what was done: its goal, its steps, and what can be done with it. */
export function PlanSection({ client, sheet, onSheet, onChanged }: Props) {
	const { data, fault, set } = useLoad(`${client} ${now.value.getTime()}`, () =>
		courses.Get(client),
	);
	const view = useKept(data);
	const [failed, setFailed] = useState<Fault>();
	const [whole, setWhole] = useState(false);
	const course = view?.running;
	const steps = view?.progress.steps ?? [];
	const near = stepsAround(steps);
	const more = near.shown.length < steps.length;

	const take = (next: CourseView) => {
		set(next);
		onSheet(undefined);
		void onChanged();
	};
	const maintain = async () => {
		if (!course) return;
		try {
			take(await courses.BeginMaintenance(course.id, course.version));
			setFailed(undefined);
		} catch (reason) {
			setFailed(toFault(reason));
		}
	};
	const command = (id: string, label: string, key: string, run: () => void) => ({
		id,
		label,
		keys: [key],
		scope: "this chart",
		run,
	});
	useCommands(
		!view
			? []
			: !course
				? [command("start-course", "Start a course", "P", () => onSheet("course"))]
				: [
						command("change-plan", "Change the plan", "P", () => onSheet("course")),
						...(more ? [command("all-steps", "Show all steps", "A", () => setWhole(!whole))] : []),
						...(view.reviewable.length > 0
							? [command("review-course", "Record a review", "R", () => onSheet("review"))]
							: []),
						...(view.maintain
							? [command("maintain", "Begin maintenance", "M", () => void maintain())]
							: []),
						command("end-course", "Complete the course", "F", () => onSheet("end")),
					],
	);

	if (!view) return fault ? <ErrorLine text={fault.message} reference={fault.ref} /> : null;
	return (
		<section class="plan-section" aria-labelledby="plan-title">
			<h2 id="plan-title">Plan</h2>
			{course ? (
				<>
					<p>{view.progress.text}.</p>
					{course.goal && <p class="plan-goal">{course.goal}</p>}
					<Steps {...(whole ? { from: 0, shown: steps } : near)} />
					<p class="small muted">
						{view.started_text}. Integration window {view.window_text}.
					</p>
					<div class="actions">
						<Button keys="P" onClick={() => onSheet("course")}>
							Change the plan
						</Button>
						{view.reviewable.length > 0 && (
							<Button keys="R" onClick={() => onSheet("review")}>
								Record a review
							</Button>
						)}
						{view.maintain && (
							<Button keys="M" onClick={() => void maintain()}>
								Begin maintenance
							</Button>
						)}
						<Button kind="quiet" keys="F" onClick={() => onSheet("end")}>
							Complete the course
						</Button>
						{more && (
							<Button kind="quiet" keys="A" aria-expanded={whole} onClick={() => setWhole(!whole)}>
								{whole ? "Show what is near" : `Show all ${steps.length} steps`}
							</Button>
						)}
					</div>
				</>
			) : (
				<div class="empty">
					<p class="muted">No course runs.</p>
					<Button keys="P" onClick={() => onSheet("course")}>
						Start a course
					</Button>
				</div>
			)}
			{failed && <ErrorLine text={failed.message} reference={failed.ref} />}
			<PastCourses client={client} past={view.past} />
			{sheet === "course" && (
				<CourseSheet
					client={client}
					view={view}
					onSaved={take}
					onClose={() => onSheet(undefined)}
				/>
			)}
			{sheet === "review" && course && (
				<ReviewSheet
					course={course}
					view={view}
					onSaved={take}
					onClose={() => onSheet(undefined)}
				/>
			)}
			{sheet === "end" && course && (
				<EndSheet course={course} view={view} onSaved={take} onClose={() => onSheet(undefined)} />
			)}
		</section>
	);
}

const words: Record<string, string> = {
	done: "Done",
	missed: "Missed",
	open: "Open",
	planned: "Planned",
	next: "To plan",
};

function Steps({ from, shown }: StepsShown) {
	return (
		<ol class="course-steps" start={from + 1}>
			{shown.map((s) => (
				<li key={s.key} class={`${s.state} ${s.in_window ? "in-window" : ""}`}>
					<span class="small step-state">
						{s.state === "next" && s.kind === "review" ? "To record" : words[s.state]}
					</span>
					{s.session_id ? (
						<button
							type="button"
							class="step-session"
							onClick={() => go({ screen: "session", id: s.session_id })}
						>
							{s.label}
						</button>
					) : (
						<span class="step-label">{s.label}</span>
					)}
					<span class="small step-when">{s.when_text}</span>
				</li>
			))}
		</ol>
	);
}
