import type { ScreeningAnswer } from "../../bridge";
import { isMac, matches } from "../../lib/keys";
import { ErrorLine } from "../../ui/ErrorLine";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";

export const answers = [
	{ value: "no", label: "No" },
	{ value: "yes", label: "Yes" },
	{ value: "unknown", label: "Unknown" },
] as const;

export const detailId = (key: string): string => `detail-${key}`;

/** The item of the question an element belongs to. */
export const questionAt = (el: Element | null): string | undefined =>
	el?.closest<HTMLElement>("[data-question]")?.dataset.question;

/** Goes to the question so many further from the focused one; from elsewhere to the first not answered. */
export function focusQuestion(form: HTMLFormElement | null, by: number): void {
	const all = [...(form?.querySelectorAll<HTMLElement>("[data-question]") ?? [])];
	const at = all.findIndex((q) => q.contains(document.activeElement));
	const next =
		at < 0
			? (all.find((q) => !q.querySelector("input:checked")) ?? all[0])
			: all[Math.max(0, Math.min(all.length - 1, at + by))];
	const radios = next?.querySelectorAll<HTMLInputElement>("input[type=radio]");
	const to = [...(radios ?? [])].find((r) => r.checked) ?? radios?.[0];
	to?.focus();
	next?.scrollIntoView({ block: "nearest" });
}

interface Props {
	asked: ScreeningAnswer;
	/** What is otherwise than in the round before. */
	change: string | undefined;
	/** The flag it raises, and where that stands. */
	flag: string | undefined;
	error: string | undefined;
	onAnswer: (part: Partial<ScreeningAnswer>) => void;
	/** Enter in the words: on to the next question. */
	onNext: () => void;
}

/** One question of the screening. A yes or an unknown opens its words. */
export function Question({ asked, change, flag, error, onAnswer, onNext }: Props) {
	const key = asked.item_key;
	const raised = asked.answer === "yes" || asked.answer === "unknown";
	return (
		<div class="question" data-question={key}>
			<Segmented
				name={`answer-${key}`}
				label={asked.question}
				options={answers}
				value={asked.answer as (typeof answers)[number]["value"]}
				hint={change}
				error={raised ? undefined : error}
				onValue={(answer) =>
					onAnswer({ answer, ...(answer === "no" && { ask_prescriber: false }) })
				}
			/>
			{raised && (
				<div class="question-words">
					<TextArea
						id={detailId(key)}
						aria-label={`Details: ${asked.question}`}
						aria-invalid={error ? true : undefined}
						aria-describedby={error ? `${detailId(key)}-error` : undefined}
						placeholder="What, and since when"
						value={asked.detail}
						onValue={(detail) => onAnswer({ detail })}
						onKeyDown={(e) => {
							if (e.isComposing || !matches(e, "Enter", isMac)) return;
							e.preventDefault();
							onNext();
						}}
					/>
					{error && <ErrorLine id={`${detailId(key)}-error`} text={error} />}
					<label class="check">
						<input
							type="checkbox"
							checked={asked.ask_prescriber}
							onChange={(e) => onAnswer({ ask_prescriber: e.currentTarget.checked })}
						/>
						Put to the prescriber
					</label>
					{flag && <p class="small muted">{flag}</p>}
				</div>
			)}
		</div>
	);
}
