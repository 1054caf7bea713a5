import { useEffect, useRef, useState } from "preact/hooks";
import {
	type Client,
	type Fault,
	type Screening,
	type ScreeningAnswer,
	type ScreeningView,
	screening,
	toFault,
} from "../../bridge";
import { isMac, matches } from "../../lib/keys";
import { isDate } from "../../lib/time";
import { useAutosaved } from "../../state/autosaved";
import { now } from "../../state/clock";
import { singleKeys, useCommands } from "../../state/keys";
import { zone } from "../../state/practice";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { ErrorLine } from "../../ui/ErrorLine";
import { Field } from "../../ui/Field";
import { focusWrong, onceRendered } from "../../ui/focus";
import { Kbd } from "../../ui/Kbd";
import { Segmented } from "../../ui/Segmented";
import { TextArea } from "../../ui/TextArea";
import { Allergies, useAllergies } from "./Allergies";
import { detailId, focusQuestion, Question, questionAt } from "./Question";
import { SavedLine } from "./SavedLine";

const conclusions = [
	{ value: "clear", label: "Clear" },
	{ value: "needs_prescriber", label: "Needs prescriber" },
	{ value: "not_suitable", label: "Not suitable" },
] as const;

interface Props {
	client: Client;
	view: ScreeningView;
	round: Screening;
	/** A save returned this: flags, changes and questions follow the answers. */
	onView: (view: ScreeningView) => void;
	/** The chart's head and column are to be read again. */
	onChanged: () => Promise<void>;
}

/** A round that is open. It saves itself; complete, it is closed. */
export function OpenRound({ client, view, round, onView, onChanged }: Props) {
	const roundOf = (v: ScreeningView): Screening => v.open ?? round;
	const saved = useAutosaved(
		`screening:${round.id}`,
		async () => view,
		async (r: Screening) => {
			// A day that is not understood yet stays on the screen alone.
			const next = await screening.Save({
				...r,
				review_on: isDate(r.review_on) ? r.review_on : "",
			});
			onView(next);
			return next;
		},
		roundOf,
	);
	const allergies = useAllergies(client, onChanged);
	const [fault, setFault] = useState<Fault>();
	const form = useRef<HTMLFormElement>(null);
	const record = saved.record;
	const answers = record?.answers ?? [];
	const latest = useRef(answers);
	latest.current = answers;

	const answer = (key: string, part: Partial<ScreeningAnswer>) => {
		latest.current = latest.current.map((a) => (a.item_key === key ? { ...a, ...part } : a));
		saved.change({ answers: latest.current });
	};

	const complete = async () => {
		try {
			await allergies.keep();
			await saved.flush();
			const now = await screening.Get(client.id);
			onView(await screening.Complete(client.id, round.id, roundOf(now).version));
			onceRendered(() => document.getElementById("part-title")?.focus());
			await onChanged();
		} catch (reason) {
			setFault(toFault(reason));
			onceRendered(() => focusWrong(form.current));
		}
	};

	/** The answer of a key: No goes on by itself, the others open their words. */
	const press = (given: ScreeningAnswer["answer"]) => {
		const key = questionAt(document.activeElement);
		if (!key) return;
		answer(key, { answer: given, ...(given === "no" && { ask_prescriber: false }) });
		if (given === "no") focusQuestion(form.current, 1);
		else onceRendered(() => document.getElementById(detailId(key))?.focus());
	};
	const put = () => {
		const asked = latest.current.find((a) => a.item_key === questionAt(document.activeElement));
		if (asked?.answer === "yes" || asked?.answer === "unknown")
			answer(asked.item_key, { ask_prescriber: !asked.ask_prescriber });
	};
	const key = (id: string, label: string, keys: string, run: () => void) => ({
		id,
		label,
		keys: [keys],
		scope: "a question of the screening",
		keysOnly: true,
		run,
	});
	useCommands([
		key("screening-no", "Answer no", "N", () => press("no")),
		key("screening-yes", "Answer yes", "Y", () => press("yes")),
		key("screening-unknown", "Answer unknown", "U", () => press("unknown")),
		key("screening-put", "Put to the prescriber", "P", put),
		key("screening-next", "Next question", "J", () => focusQuestion(form.current, 1)),
		key("screening-previous", "Previous question", "K", () => focusQuestion(form.current, -1)),
		{
			id: "complete-screening",
			label: "Complete the screening",
			keys: ["Ctrl Enter"],
			scope: "this chart",
			run: () => void complete(),
		},
	]);

	const ready = record !== undefined;
	const fresh = round.version === 1;
	useEffect(() => {
		if (ready && fresh) focusQuestion(form.current, 1);
	}, [ready]);

	if (!record) return null;
	const errors = { ...saved.fault?.fields, ...fault?.fields };
	const changed = new Map(view.changes.map((c) => [c.item_key, c.text]));
	const raised = new Map(
		view.flags.map((f) => [f.flag.ref.item_key, `${f.severity_text} flag. ${f.state_text}`]),
	);
	return (
		<section aria-labelledby="part-title">
			<div class="part-head">
				<h2 id="part-title" tabIndex={-1}>
					Screening
				</h2>
				<SavedLine of={saved} at={record.version > 1 ? (view.open?.updated_at ?? "") : ""} />
			</div>
			<p class="screening-keys small muted">
				{singleKeys.value && (
					<>
						<Kbd keys="N" /> no, <Kbd keys="Y" /> yes, <Kbd keys="U" /> unknown, <Kbd keys="P" />{" "}
						put to the prescriber, <Kbd keys="J" /> <Kbd keys="K" /> next and previous.{" "}
					</>
				)}
				{view.left_text && `${view.left_text}.`}
			</p>
			<form
				ref={form}
				class="screening-round"
				onSubmit={(e) => {
					e.preventDefault();
					void complete();
				}}
				onKeyDown={(e) => {
					// Up and down walk the questions: an answer changes only by its own key, or left and right.
					const by = matches(e, "Down", isMac) ? 1 : matches(e, "Up", isMac) ? -1 : 0;
					const at = e.target as Element;
					if (!by || !at.matches("input[type=radio]") || !questionAt(at)) return;
					e.preventDefault();
					focusQuestion(form.current, by);
				}}
			>
				<div class="questions">
					{answers.map((a) => (
						<Question
							key={a.item_key}
							asked={a}
							change={changed.get(a.item_key)}
							flag={raised.get(a.item_key)}
							error={errors[`answers.${a.item_key}`]}
							onAnswer={(part) => answer(a.item_key, part)}
							onNext={() => focusQuestion(form.current, 1)}
						/>
					))}
				</div>
				<Allergies
					of={allergies}
					error={errors.allergy_answer}
					onNext={() => document.getElementById("screening-notes")?.focus()}
				/>
				<Field id="screening-notes" label="Notes" error={errors.notes}>
					{(control) => (
						<TextArea
							{...control}
							value={record.notes}
							onValue={(notes) => saved.change({ notes })}
						/>
					)}
				</Field>
				<Segmented
					name="conclusion"
					label="Your conclusion"
					options={conclusions}
					value={record.conclusion as (typeof conclusions)[number]["value"]}
					error={errors.conclusion}
					onValue={(conclusion) => saved.change({ conclusion })}
				/>
				<DateField
					id="screening-review-on"
					label="To be repeated by"
					leaning="future"
					zone={zone()}
					now={now.value}
					value={record.review_on}
					error={errors.review_on}
					onValue={(review_on) => saved.change({ review_on })}
				/>
				{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
				<div class="actions">
					<Button kind="primary" type="submit" keys="Ctrl Enter">
						Complete the screening
					</Button>
				</div>
			</form>
		</section>
	);
}
