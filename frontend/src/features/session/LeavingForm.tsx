import type { ComponentChildren } from "preact";
import type { LeavingPart, LeavingView } from "../../bridge";
import { clock } from "../../lib/time";
import { singleKeys } from "../../state/keys";
import { Field, TextField } from "../../ui/Field";
import { Kbd } from "../../ui/Kbd";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";

type Leaving = LeavingPart["leaving"];

const endings = [
	{ value: "discharged", label: "Discharged" },
	{ value: "transferred", label: "Transferred" },
	{ value: "left_against_advice", label: "Left against advice" },
] as const;
const noDose = { value: "no_dose", label: "No dose was given" } as const;
const yesNo = [
	{ value: "yes", label: "Yes" },
	{ value: "no", label: "No" },
] as const;
const minute = 60_000;

interface Props {
	view: LeavingView;
	part: LeavingPart;
	leaving: Leaving;
	/** When the client leaves, as it stands on the screen. */
	at: string;
	errors: Readonly<Record<string, string>>;
	onChange: (change: Partial<Leaving>) => void;
	/** The field of the time. */
	children: ComponentChildren;
}

/** What is asked of one client: the ending, the checklist with a reason beside each No, and who takes them home. */
export function LeavingForm({ view, part, leaving, at, errors, onChange, children }: Props) {
	const { ending } = leaving;
	const discharged = ending === "discharged";
	const early = discharged && part.not_before !== "" && at < part.not_before;
	const check = (index: number, change: Partial<Leaving["checks"][number]>) =>
		onChange({ checks: leaving.checks.map((c, i) => (i === index ? { ...c, ...change } : c)) });
	const words = (key: "early_reason" | "destination" | "note", label: string, required = false) => (
		<Field id={`leaving-${key}`} label={label} error={errors[key]} required={required}>
			{(control) => (
				<TextArea {...control} value={leaving[key]} onValue={(v) => onChange({ [key]: v })} />
			)}
		</Field>
	);

	return (
		<>
			<Segmented
				name="leaving-ending"
				label="How it ended"
				options={part.given === 0 ? [noDose, ...endings] : endings}
				value={ending as (typeof endings)[number]["value"]}
				error={errors.ending}
				onValue={(value) => onChange({ ending: value })}
			/>
			{children}
			{discharged && part.not_before !== "" && (
				<p class={early ? "leaving-early" : "small muted"} role="status">
					{early
						? `Not before ${clock(part.not_before, view.zone)}, ${view.minutes} minutes after the last dose: ${lengthText(part.not_before, at)} early.`
						: `The last dose was more than ${view.minutes} minutes ago, since ${clock(part.not_before, view.zone)}.`}
				</p>
			)}
			{early && words("early_reason", "Why before that", true)}
			{ending !== "no_dose" && leaving.checks.length > 0 && (
				<section aria-label="Before leaving">
					{singleKeys.value && (
						<p class="small faint">
							<Kbd keys="Y" /> and <Kbd keys="N" /> answer the question in focus and move on.
						</p>
					)}
					<ul class="leaving-checks">
						{leaving.checks.map((c, i) => (
							<li key={c.key} data-question="yes">
								<span aria-hidden="true">{c.label}</span>
								<Segmented
									name={`leaving-check-${i}`}
									label={c.label}
									quiet
									options={yesNo}
									value={c.met as "yes" | "no" | ""}
									error={errors[`checks.${i}`]}
									onValue={(met) => check(i, { met })}
								/>
								{c.key === "vitals" && part.baseline_text && (
									<p class="small muted">
										At arrival {part.baseline_text}.
										{part.latest_text && ` Latest ${part.latest_text}.`}
									</p>
								)}
								{c.met === "no" && (
									<TextField
										id={`leaving-reason-${i}`}
										label={discharged ? "Why they leave all the same" : "In words"}
										required={discharged}
										value={c.reason}
										error={errors[`checks.${i}.reason`]}
										onValue={(reason) => check(i, { reason })}
									/>
								)}
							</li>
						))}
					</ul>
				</section>
			)}
			{ending === "transferred" && words("destination", "Where to, and by whom", true)}
			{ending !== "no_dose" && (
				<div class="fields pairs">
					{(["name", "phone"] as const).map((key) => (
						<TextField
							key={key}
							id={`leaving-escort-${key}`}
							label={escort(view.place, key)}
							required={discharged && key === "name"}
							value={leaving.escort[key]}
							error={errors[`escort.${key}`]}
							onValue={(v) => onChange({ escort: { ...leaving.escort, [key]: v } })}
						/>
					))}
				</div>
			)}
			{ending === "left_against_advice"
				? words("note", "What was advised, and what they said", true)
				: ending === "no_dose" && !part.not_given
					? words("note", "Why no dose was given", true)
					: words("note", "Note")}
		</>
	);
}

function escort(place: string, key: "name" | "phone"): string {
	if (key === "phone") return "Their phone";
	return place === "virtual" ? "Who stays with the client" : "Who takes the client home";
}

/** "38 min", "1 h 20 min" */
function lengthText(until: string, from: string): string {
	const minutes = Math.ceil((Date.parse(until) - Date.parse(from)) / minute);
	const hours = Math.floor(minutes / 60);
	return hours === 0 ? `${minutes} min` : `${hours} h${minutes % 60 ? ` ${minutes % 60} min` : ""}`;
}
