import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { isMac, matches } from "../../lib/keys";
import { now } from "../../state/clock";
import { singleKeys, useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { focusIsFree } from "../../ui/focus";
import { Kbd } from "../../ui/Kbd";
import { answer, firstOpen, goBack, leaveBlank, type Step } from "./answering";
import { BlankSheet } from "./BlankSheet";
import type { FillingProps } from "./FormScreen";
import { HandOverAct } from "./HandOverAct";
import { dayId, PaperDay } from "./PaperDay";
import { Question } from "./Question";
import { wrongDay } from "./typed";
import { filledText } from "./words";

/** All questions, one to a row, answered by digits that move on by themselves. */
export function Filling({
	view,
	response,
	typed,
	fault,
	onChange,
	onFinish,
	onLeave,
}: FillingProps) {
	const { instrument, result } = view;
	const form = useRef<HTMLFormElement>(null);
	const [blanks, setBlanks] = useState(false);
	const [told, setTold] = useState(false);
	const links = instrument.items.map((i) => i.link_id);
	const paper = response.by === "paper";
	const { values } = response;
	// A key may come before the last one is rendered.
	const latest = useRef(values);
	latest.current = values;

	const question = (at: number) =>
		form.current?.querySelectorAll<HTMLElement>("[data-item]").item(at);
	/** Goes to a question: to its answer, else to its first choice. Past the last is the way to finish. */
	const focusAt = (at: number) => {
		const there = question(at);
		const to =
			there?.querySelector<HTMLElement>("input:checked") ??
			there?.querySelector("input") ??
			document.getElementById("form-finish");
		to?.focus({ preventScroll: true });
		(there ?? to)?.scrollIntoView({ block: "nearest" });
	};
	/** The question the focus is in; past the last on the way to finish, the first open one from nowhere. */
	const place = (): number | undefined => {
		const at = document.activeElement;
		const here = at?.closest<HTMLElement>("[data-item]")?.dataset.item;
		if (here !== undefined) return links.indexOf(here);
		if (at?.id === "form-finish") return links.length;
		return focusIsFree() || at?.id === "form-title" ? firstOpen(links, latest.current) : undefined;
	};
	const take = (step: Step | undefined) => {
		if (!step) return;
		latest.current = { ...step.values };
		onChange({ values: latest.current });
		focusAt(step.at);
	};
	const press = (value: number) => {
		const at = place();
		if (at !== undefined) take(answer(links, latest.current, at, value));
	};
	const blank = () => {
		const at = place();
		if (at !== undefined) take(leaveBlank(links, latest.current, at));
	};
	const back = () => {
		const at = place();
		if (at !== undefined) take(goBack(links, latest.current, at));
	};
	const finish = () => {
		setTold(true);
		if (paper && wrongDay(typed.day, response.zone, now.value))
			document.getElementById(dayId)?.focus();
		else if (
			Object.keys(latest.current).length > 0 &&
			firstOpen(links, latest.current) < links.length
		)
			setBlanks(true);
		else onFinish();
	};

	const scope = "this questionnaire";
	const ten = instrument.choices.some((c) => c.value === 10);
	useCommands([
		...instrument.choices
			.filter((c) => c.value < 10)
			.map((c) => ({
				id: `answer-${c.value}`,
				label: c.label ? `Answer: ${c.label}` : `Answer ${c.value}`,
				keys: [String(c.value)],
				scope,
				keysOnly: true,
				run: () => press(c.value),
			})),
		...(ten
			? [
					{
						id: "answer-ten",
						label: "Answer 10",
						keys: ["T"],
						scope,
						keysOnly: true,
						run: () => press(10),
					},
				]
			: []),
		{
			id: "leave-blank",
			label: "Leave the question blank",
			keys: ["-"],
			scope,
			keysOnly: true,
			run: blank,
		},
		{
			id: "answer-back",
			label: "Back one answer",
			keys: ["Backspace"],
			scope,
			notInFields: true,
			keysOnly: true,
			run: back,
		},
		{ id: "finish-form", label: "Finish", keys: ["Ctrl Enter"], scope, run: finish },
		{ id: "leave-form", label: "Back to the chart", keys: ["Esc"], scope, run: onLeave },
	]);

	useLayoutEffect(() => {
		// Digits answer at once, wherever the focus was before: in the sidebar, they would go nowhere.
		if (paper && Object.keys(values).length === 0) document.getElementById(dayId)?.focus();
		else focusAt(firstOpen(links, values));
	}, []);

	const count = Object.keys(values).length;
	// The last save may be behind the screen.
	const total = count === links.length && result.blank.length === 0 ? result.total : undefined;
	return (
		<>
			<article class="note-column" data-region>
				<h1 id="form-title" tabIndex={-1}>
					{instrument.title}
				</h1>
				<p class="note-sub muted">{paper ? "From paper" : filledText(view.row)}</p>
				<p class="lede form-lead">{instrument.lead}</p>
				<form
					ref={form}
					class="form-items"
					onSubmit={(e) => {
						e.preventDefault();
						// Enter in the date leads to the questions.
						if (document.activeElement?.id === dayId) focusAt(firstOpen(links, latest.current));
					}}
					onKeyDown={(e) => {
						// On paper a blank is as frequent as a digit; the arrows choose all the same.
						if (!paper || !singleKeys.value || !matches(e, "Space", isMac)) return;
						if (!(e.target as Element).matches("input[type=radio]")) return;
						e.preventDefault();
						if (!e.repeat) blank();
					}}
				>
					{paper && <PaperDay response={response} typed={typed} onChange={onChange} told={told} />}
					{singleKeys.value && <KeyLine values={instrument.choices} ten={ten} paper={paper} />}
					{instrument.items.map((item, i) => (
						<Question
							key={item.link_id}
							id={response.id}
							item={item}
							number={i + 1}
							choices={instrument.choices}
							value={values[item.link_id]}
							onAnswer={(value) => {
								latest.current = { ...latest.current, [item.link_id]: value };
								onChange({ values: latest.current });
							}}
						/>
					))}
				</form>
			</article>
			<footer class="note-foot" data-region>
				{fault ? (
					<ErrorLine text={fault.message} reference={fault.ref} />
				) : (
					<p class="small muted">
						{count} of {links.length} answered
						{typeof total === "number" &&
							`. Total ${[total, result.band].filter((x) => x !== "").join(", ")}`}
					</p>
				)}
				<div class="actions">
					<Button kind="quiet" keys="Esc" onClick={onLeave}>
						Go on later
					</Button>
					{!paper && (count === 0 || response.by === "self") && (
						<HandOverAct
							client={response.client_id}
							instrument={instrument.id}
							form={response.id}
						/>
					)}
					<Button id="form-finish" kind="primary" keys="Ctrl Enter" onClick={finish}>
						Finish
					</Button>
				</div>
			</footer>
			{blanks && (
				<BlankSheet
					instrument={instrument}
					blank={links.filter((link) => !(link in latest.current))}
					onFinish={() => {
						setBlanks(false);
						onFinish();
					}}
					onBack={() => {
						setBlanks(false);
						queueMicrotask(() => focusAt(firstOpen(links, latest.current)));
					}}
				/>
			)}
		</>
	);
}

/** Which keys answer. */
function KeyLine({
	values,
	ten,
	paper,
}: {
	values: readonly { value: number }[];
	ten: boolean;
	paper: boolean;
}) {
	const digits = values.filter((v) => v.value < 10).map((v) => String(v.value));
	return (
		<p class="form-keys small faint">
			<Kbd keys={digits[0] ?? "0"} /> to <Kbd keys={digits.at(-1) ?? "0"} />
			{ten && (
				<>
					{" "}
					and <Kbd keys="T" /> for ten
				</>
			)}{" "}
			answer and move on, <Kbd keys="Backspace" /> goes back,{" "}
			{paper && (
				<>
					<Kbd keys="Space" /> or{" "}
				</>
			)}
			<Kbd keys="-" /> leaves a question blank.
		</p>
	);
}
