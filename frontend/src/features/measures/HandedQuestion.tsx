import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { HandedForm } from "../../bridge";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { Kbd } from "../../ui/Kbd";
import { StepActs, scope, useStepKeys } from "./Handed";

interface Props {
	form: HandedForm;
	item: HandedForm["items"][number];
	/** "Question 3 of 9" */
	position: string;
	value: number | undefined;
	/** Takes an answer; null takes it away. */
	onValue: (value: number | null) => void;
	onNext: () => void;
	onBack: () => void;
	children: ComponentChildren;
}

/** One question in large type: its choices, or a scale of numbers between two words. */
export function HandedQuestion({
	form: { lead, choices },
	item,
	position,
	value,
	onValue,
	onNext,
	onBack,
	children,
}: Props) {
	const question = useRef<HTMLHeadingElement>(null);
	const list = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => question.current?.focus(), []);
	const scale = choices.every((c) => c.label === "");
	const choose = (i: number) => {
		const choice = choices[Math.max(0, Math.min(choices.length - 1, i))];
		if (!choice) return;
		onValue(choice.value);
		list.current?.querySelector<HTMLElement>(`[value="${choice.value}"]`)?.focus();
	};
	const leaveOut = () => {
		onValue(null);
		onNext();
	};

	/** As within a group of radio buttons, but from anywhere in the question. */
	const step = (by: 1 | -1) => {
		const now = choices.findIndex((c) => c.value === value);
		choose(now < 0 ? (by > 0 ? 0 : choices.length - 1) : now + by);
	};

	useStepKeys("Next", onNext, onBack);
	const words = (i: number) => choices[i]?.label || String(choices[i]?.value);
	useCommands([
		// Choices in words are counted, so that no key looks like points; a scale is its numbers.
		...choices.slice(0, 10).map((_, i) => ({
			id: `handed-${i}`,
			label: words(i),
			keys: [scale ? String(i) : String(i + 1)],
			scope,
			keysOnly: true,
			run: () => choose(i),
		})),
		...(choices.length > 10
			? [
					{
						id: "handed-ten",
						label: words(10),
						keys: ["T"],
						scope,
						keysOnly: true,
						run: () => choose(10),
					},
				]
			: []),
		{
			id: "handed-down",
			label: "Next answer",
			keys: ["Down", "Right"],
			scope,
			keysOnly: true,
			run: () => step(1),
		},
		{
			id: "handed-up",
			label: "Answer before",
			keys: ["Up", "Left"],
			scope,
			keysOnly: true,
			run: () => step(-1),
		},
		{
			id: "rather-not",
			label: "I’d rather not answer",
			keys: ["N"],
			scope,
			keysOnly: true,
			run: leaveOut,
		},
	]);

	return (
		<div class="handed-column">
			<p class="handed-position muted">{position}</p>
			<p class="handed-lead">{lead}</p>
			<fieldset class="handed-question">
				<legend>
					<h1 ref={question} tabIndex={-1}>
						{item.text}
					</h1>
				</legend>
				{scale && (
					<p class="handed-ends" aria-hidden="true">
						<span>{`${choices[0]?.value}: ${item.low}`}</span>
						<span>{`${choices.at(-1)?.value}: ${item.high}`}</span>
					</p>
				)}
				<div ref={list} class={scale ? "handed-scale" : "handed-choices"}>
					{choices.map((c, i) => (
						<label key={c.value}>
							<input
								type="radio"
								name={`handed-${item.link_id}`}
								value={c.value}
								checked={c.value === value}
								onChange={() => onValue(c.value)}
							/>
							<span>{words(i)}</span>
							{scale && i === 0 && <span class="sr">, {item.low}</span>}
							{scale && i === choices.length - 1 && <span class="sr">, {item.high}</span>}
							{!scale && <Kbd keys={String(i + 1)} />}
							{scale && i === 10 && <Kbd keys="T" />}
						</label>
					))}
				</div>
			</fieldset>
			{children}
			<Button kind="quiet" class="handed-not" keys="N" onClick={leaveOut}>
				I’d rather not answer
			</Button>
			<StepActs next="Next" onNext={onNext} onBack={onBack} />
		</div>
	);
}
