import type { DayCheck, DayView } from "../../bridge";
import { singleKeys } from "../../state/keys";
import { Field, TextField } from "../../ui/Field";
import { Kbd } from "../../ui/Kbd";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { BaselineFields } from "./BaselineFields";
import { type Check, CheckActs } from "./CheckActs";

const yesNo = [
	{ value: "yes", label: "Yes" },
	{ value: "no", label: "No" },
] as const;
const touch = [
	{ value: "agreed", label: "Agreed" },
	{ value: "none", label: "No touch" },
] as const;

type Answered =
	| "identity"
	| "fasted"
	| "medicines"
	| "ride"
	| "suicidal_thoughts"
	| "intoxicated"
	| "able_to_consent";
type Noted = "fasting_note" | "medicines_note" | "suicidal_note";

interface Props {
	view: DayView;
	check: DayCheck;
	zone: string;
	checks: readonly Check[];
	errors: Readonly<Record<string, string>>;
	onChange: (part: Partial<DayCheck>) => void;
	onLift: (key: string) => void;
}

/** What is asked of one participant on the day, answered with Y and N. */
export function DayQuestions({ view, check, zone, checks, errors, onChange, onLift }: Props) {
	const id = (key: string) => `day-${check.participant_id}-${key}`;
	return (
		<div class="day-questions">
			{singleKeys.value && (
				<p class="small faint">
					<Kbd keys="Y" /> and <Kbd keys="N" /> answer the question in focus and move on.
				</p>
			)}
			<ul>
				{view.questions.map((q) => {
					const answer = check[q.key as Answered];
					const found = checks.find(
						(c) => c.key === `day_${q.key}` || c.key.startsWith(`day_${q.key}:`),
					);
					const bad = answer !== "" && answer !== q.wanted;
					const note = q.note as Noted | "";
					return (
						<li
							key={q.key}
							class="day-question"
							data-question={q.wanted}
							data-check={found?.state === "blocks" ? found.key : undefined}
						>
							<span aria-hidden="true">{q.text}</span>
							<Segmented
								name={id(q.key)}
								label={q.text}
								quiet
								options={yesNo}
								value={answer as "yes" | "no" | ""}
								error={errors[q.key]}
								onValue={(v) => onChange({ [q.key]: v })}
							/>
							<CheckActs check={found} worded={bad} onLift={onLift} />
							{note && (bad || check[note]) && (
								<Field id={id(note)} label="In words" error={errors[note]}>
									{(control) => (
										<TextArea
											{...control}
											value={check[note]}
											onValue={(v) => onChange({ [note]: v })}
										/>
									)}
								</Field>
							)}
							{q.key === "ride" && (
								<div class="fields pairs">
									{(["name", "phone"] as const).map((key) => (
										<TextField
											key={key}
											id={id(`ride-${key}`)}
											label={key === "name" ? "Who drives" : "Phone of who drives"}
											value={check.ride_home[key]}
											error={errors[`ride_home.${key}`]}
											onValue={(v) => onChange({ ride_home: { ...check.ride_home, [key]: v } })}
										/>
									))}
								</div>
							)}
						</li>
					);
				})}
			</ul>
			<BaselineFields
				participant={check.participant_id}
				zone={zone}
				baseline={check.baseline}
				errors={errors}
				onChange={(baseline) => onChange({ baseline })}
			/>
			<Segmented
				name={id("touch")}
				label="Touch, asked again today"
				hint={view.touch_text}
				options={touch}
				value={check.touch as (typeof touch)[number]["value"]}
				error={errors.touch}
				onValue={(v) => onChange({ touch: v })}
			/>
			<Field
				id={id("intention")}
				label="Intention for today"
				hint="In the client’s own words"
				error={errors.intention}
			>
				{(control) => (
					<TextArea
						{...control}
						value={check.intention}
						onValue={(v) => onChange({ intention: v })}
					/>
				)}
			</Field>
		</div>
	);
}
