import { type CourseTemplate, Fault, library, type ShelvedTemplate } from "../../bridge";
import { readNumber } from "../../lib/entry";
import { newId } from "../../lib/uuid";
import { TextField } from "../../ui/Field";
import type { ShelfProps } from "./Library";
import { ShelfForm } from "./ShelfForm";
import { openItem, openOn, ShelfRows } from "./ShelfRows";

const numbers = [
	["preparations", "Preparations", ""],
	["dosings", "Dosing sessions", ""],
	["cadence_days", "Days from one dosing to the next", ""],
	["integrations", "Integrations after each dosing", "The first lies inside the window."],
	["later_integration_days", "Days to each later integration", ""],
	["maintenance_weeks", "Weeks between maintenance sessions", "0 for none."],
] as const;

type Count = (typeof numbers)[number][0];

/** The form's own shape: numbers are text until they are kept. */
interface Typed {
	key: string;
	name: string;
	offered: boolean;
	review_after: string;
	counts: Record<Count, string>;
}

const newTemplate = (): CourseTemplate => ({
	key: newId(),
	name: "",
	offered: true,
	plan: {
		preparations: 2,
		dosings: 6,
		cadence_days: 14,
		integrations: 2,
		later_integration_days: 7,
		review_after: [],
		maintenance_weeks: 0,
	},
});

const typedOf = ({ key, name, offered, plan }: CourseTemplate): Typed => ({
	key,
	name,
	offered,
	review_after: plan.review_after.join(", "),
	counts: Object.fromEntries(numbers.map(([k]) => [k, String(plan[k])])) as Record<Count, string>,
});

function templateOf(typed: Typed): CourseTemplate {
	const wrong: Record<string, string> = {};
	const read = (text: string, field: string): number => {
		const n = readNumber(text, 0);
		if (n === null) wrong[`plan.${field}`] = "Write a whole number.";
		return n ?? 0;
	};
	const reviews = typed.review_after.split(/[,;\s]+/).filter(Boolean);
	const plan = {
		...(Object.fromEntries(numbers.map(([k]) => [k, read(typed.counts[k], k)])) as Record<
			Count,
			number
		>),
		review_after: reviews.map((n) => read(n, "review_after")),
	};
	if (wrong["plan.review_after"]) wrong["plan.review_after"] = "Write numbers, such as 2, 6.";
	if (Object.keys(wrong).length > 0)
		throw new Fault("invalid", "Nothing was kept yet; check what is marked.", wrong);
	return { key: typed.key, name: typed.name, offered: typed.offered, plan };
}

/** The plans courses begin with. */
export function CoursesShelf({ view, onKept }: ShelfProps) {
	const item = openItem();
	const chosen = view.templates.find((t) => t.item.key === item);
	if (item === "new" || chosen) return <TemplateForm key={item} chosen={chosen} onKept={onKept} />;
	return (
		<ShelfRows
			shelf="courses"
			title="Courses"
			lead="A course begins with one of these plans and can be changed for each client. Courses that have begun keep theirs."
			add="Add a plan"
			rows={view.templates.map((t) => ({
				key: t.item.key,
				title: t.item.name,
				line: t.line,
				text: t.text,
			}))}
		/>
	);
}

function TemplateForm({
	chosen,
	onKept,
}: Pick<ShelfProps, "onKept"> & { chosen: ShelvedTemplate | undefined }) {
	return (
		<ShelfForm<Typed>
			kind="course_template"
			id={chosen?.item.key ?? "new"}
			title={chosen?.item.name ?? "New plan"}
			text={chosen?.text ?? ""}
			version={chosen?.version ?? 0}
			kept={typedOf(chosen?.item ?? newTemplate())}
			shipped={chosen?.shipped && typedOf(chosen.shipped)}
			keep={async (typed, seen) => library.KeepTemplate(templateOf(typed), seen)}
			onKept={onKept}
			onClose={() => openOn("courses")}
		>
			{({ value, change, errors }) => (
				<>
					<TextField
						id="template-name"
						label="Name"
						required
						value={value.name}
						error={errors.name}
						onValue={(name) => change({ name })}
					/>
					<div class="fields pairs">
						{numbers.map(([key, label, hint]) => (
							<TextField
								key={key}
								id={`template-${key}`}
								label={label}
								hint={hint}
								value={value.counts[key]}
								error={errors[`plan.${key}`]}
								onValue={(text) => change({ counts: { ...value.counts, [key]: text } })}
							/>
						))}
						<TextField
							id="template-review_after"
							label="Reviews after dosing sessions"
							hint="Such as 2, 6"
							value={value.review_after}
							error={errors["plan.review_after"]}
							onValue={(review_after) => change({ review_after })}
						/>
					</div>
					<label class="check">
						<input
							type="checkbox"
							checked={value.offered}
							onChange={(e) => change({ offered: e.currentTarget.checked })}
						/>
						Offered for new courses
					</label>
				</>
			)}
		</ShelfForm>
	);
}
