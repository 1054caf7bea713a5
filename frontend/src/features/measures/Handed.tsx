import "./handed.css";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type HandedForm, measures, toFault } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { onFlush } from "../../state/vault";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { PassphraseForm } from "../gate/PassphraseForm";
import { HandedQuestion } from "./HandedQuestion";
import { HandedAnswers } from "./handedAnswers";

/**
 * What the client sees whom a form was handed to: its questions one at a time, and no name, score or
 * warning. Go lets nothing else in until the passphrase takes the computer back.
 */
export function Handed() {
	const { data: form, fault } = useLoad("handed", measures.Handed);
	useLayoutEffect(swallowRepeats, []);
	if (form) return <InHand form={form} />;
	return <Frame>{fault && <ErrorLine text={fault.message} reference={fault.ref} />}</Frame>;
}

/** The client's step, and the way back for the therapist below it or in its place. */
function Frame({ children }: { children: ComponentChildren }) {
	const [taking, setTaking] = useState(false);
	const take = () => {
		const field = document.getElementById("passphrase");
		if (field) field.focus();
		else setTaking(true);
	};
	useCommands(
		taking
			? [{ id: "to-form", label: "Back", keys: ["Esc"], scope, run: () => setTaking(false) }]
			: [{ id: "take-back-form", label: takeLabel, keys: ["Ctrl B"], scope, run: take }],
	);
	return (
		<main class="handed" id="main" data-region tabIndex={-1}>
			{taking ? (
				<div class="handed-column narrow">
					<h1>For the therapist</h1>
					<PassphraseForm act="Take back" open={measures.TakeBack}>
						<Button keys="Esc" onClick={() => setTaking(false)}>
							Back
						</Button>
					</PassphraseForm>
				</div>
			) : (
				<>
					{children}
					<footer class="handed-foot">
						<Button kind="quiet" keys="Ctrl B" onClick={take}>
							{takeLabel}
						</Button>
					</footer>
				</>
			)}
		</main>
	);
}

export const scope = "this screen";
const takeLabel = "For the therapist: take back";

/** A key that is held answers, and goes on, once. */
function swallowRepeats(): () => void {
	const swallow = (e: KeyboardEvent) => {
		if (!e.repeat || (e.key !== "Enter" && e.key !== "Backspace")) return;
		if (e.target instanceof HTMLInputElement && e.target.id === "passphrase") return;
		e.preventDefault();
		e.stopPropagation();
	};
	addEventListener("keydown", swallow, true);
	return () => removeEventListener("keydown", swallow, true);
}

/** The way through the form: a beginning, the questions, an end. */
function InHand({ form }: { form: HandedForm }) {
	const { items } = form;
	const [values, setValues] = useState(form.values);
	const [unsaved, setUnsaved] = useState(false);
	const [done, setDone] = useState(form.done);
	const [failed, setFailed] = useState<string>();
	const [answers] = useState(() => new HandedAnswers(measures.HandedAnswer, setUnsaved));
	// A form that was begun goes on at its first open question; -1 is the beginning.
	const [at, setAt] = useState(() => {
		const open = items.findIndex((i) => !(i.link_id in form.values));
		return Object.keys(form.values).length === 0 ? -1 : open < 0 ? items.length : open;
	});
	useLayoutEffect(() => {
		const withdraw = onFlush(() => answers.flush());
		return () => {
			withdraw();
			answers.stop();
		};
	}, []);

	const item = items[at];
	const give = (value: number | null) => {
		if (!item) return;
		const { [item.link_id]: _, ...rest } = values;
		setValues(value === null ? rest : { ...rest, [item.link_id]: value });
		answers.give(item.link_id, value);
	};
	const finish = async () => {
		try {
			await answers.flush();
			await measures.HandedDone();
			setDone(true);
		} catch (reason) {
			setFailed(toFault(reason).message);
		}
	};

	if (done)
		return (
			<Frame>
				<ThankYou />
			</Frame>
		);
	if (at < 0)
		return (
			<Frame>
				<Step key="begin" title="These questions are for you." next="Begin" onNext={() => setAt(0)}>
					<p>
						Take your time. There are no right or wrong answers, and you may leave any of them out.
					</p>
					<p>Your answers are saved as you give them. Your therapist will look at them with you.</p>
				</Step>
			</Frame>
		);
	if (!item)
		return (
			<Frame>
				<Step
					key="end"
					title="That was the last question."
					next="Finish"
					onNext={() => void finish()}
					onBack={() => setAt(items.length - 1)}
				>
					<p>{openText(items.filter((i) => !(i.link_id in values)).length)}</p>
					{failed && (
						<ErrorLine text={`${failed} Please tell your therapist, or press Finish once more.`} />
					)}
				</Step>
			</Frame>
		);
	return (
		<Frame>
			<HandedQuestion
				key={item.link_id}
				form={form}
				item={item}
				position={`Question ${at + 1} of ${items.length}`}
				value={values[item.link_id]}
				onValue={give}
				onNext={() => setAt(at + 1)}
				onBack={() => setAt(at - 1)}
			>
				<p class="handed-unsaved" role="status">
					{unsaved &&
						"Your last answer is not saved yet. It is tried again by itself; you can go on."}
				</p>
			</HandedQuestion>
		</Frame>
	);
}

/** What was left out, without a judgement. */
function openText(open: number): string {
	if (open === 0) return "You have answered all of them.";
	const left = open === 1 ? "You left 1 question open." : `You left ${open} questions open.`;
	return `${left} That is all right; Back leads to the questions.`;
}

interface StepProps {
	title: string;
	next: string;
	onNext: () => void;
	onBack?: () => void;
	children: ComponentChildren;
}

/** A step that asks nothing. */
function Step({ title, next, onNext, onBack, children }: StepProps) {
	const head = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => head.current?.focus(), []);
	useStepKeys(next, onNext, onBack);
	return (
		<div class="handed-column">
			<h1 ref={head} tabIndex={-1}>
				{title}
			</h1>
			{children}
			<StepActs next={next} onNext={onNext} onBack={onBack} />
		</div>
	);
}

/** Enter goes on and Backspace goes back, wherever the focus is; on a button, Enter presses that. */
export function useStepKeys(next: string, onNext: () => void, onBack?: () => void): void {
	const enter = () => {
		const at = document.activeElement;
		if (at instanceof HTMLButtonElement) at.click();
		else onNext();
	};
	useCommands([
		{ id: "handed-next", label: next, keys: ["Enter"], scope, keysOnly: true, run: enter },
		...(onBack
			? [
					{
						id: "handed-back",
						label: "Back",
						keys: ["Backspace"],
						scope,
						keysOnly: true,
						run: onBack,
					},
				]
			: []),
	]);
}

export function StepActs({ next, onNext, onBack }: Pick<StepProps, "next" | "onNext" | "onBack">) {
	return (
		<div class="handed-acts">
			{onBack && (
				<Button keys="Backspace" onClick={onBack}>
					Back
				</Button>
			)}
			<Button kind="primary" keys="Enter" onClick={onNext}>
				{next}
			</Button>
		</div>
	);
}

function ThankYou() {
	const head = useRef<HTMLHeadingElement>(null);
	// Not the passphrase: an Enter pressed once more is no try.
	useLayoutEffect(() => head.current?.focus(), []);
	return (
		<div class="handed-column">
			<h1 ref={head} tabIndex={-1}>
				Thank you.
			</h1>
			<p>Please give the computer back to your therapist.</p>
			<PassphraseForm act="Take back" open={measures.TakeBack} unfocused />
		</div>
	);
}
