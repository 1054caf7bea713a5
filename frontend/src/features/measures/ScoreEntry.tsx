import { useLayoutEffect, useState } from "preact/hooks";
import { now } from "../../state/clock";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { TextField } from "../../ui/Field";
import type { FillingProps } from "./FormScreen";
import { dayId, PaperDay } from "./PaperDay";
import { readScore, wrongDay } from "./typed";

const scoreId = "form-score";

/** A questionnaire whose words are not free to use: its day and its score, worked out elsewhere. */
export function ScoreEntry({
	view,
	response,
	typed,
	fault,
	onChange,
	onFinish,
	onLeave,
}: FillingProps) {
	const { instrument } = view;
	const [told, setTold] = useState(false);
	const [seen, setSeen] = useState(false);
	const read = readScore(typed.score, instrument.scoring);
	const wrong = "wrong" in read ? read.wrong : undefined;

	const finish = () => {
		setTold(true);
		if (wrongDay(typed.day, response.zone, now.value)) document.getElementById(dayId)?.focus();
		else if (wrong) document.getElementById(scoreId)?.focus();
		else onFinish();
	};
	const scope = "this questionnaire";
	useCommands([
		{ id: "finish-form", label: "Finish", keys: ["Ctrl Enter"], scope, run: finish },
		{ id: "leave-form", label: "Back to the chart", keys: ["Esc"], scope, run: onLeave },
	]);
	useLayoutEffect(() => {
		document.getElementById(dayId)?.focus();
	}, []);

	return (
		<>
			<article class="note-column" data-region>
				<h1 id="form-title" tabIndex={-1}>
					{instrument.title}
				</h1>
				<p class="note-sub muted">
					{instrument.name}, {instrument.about}
				</p>
				<p class="form-lead">{instrument.lead}</p>
				<form
					class="form-score"
					onSubmit={(e) => {
						e.preventDefault();
						finish();
					}}
				>
					<PaperDay
						label="Date it was answered"
						response={response}
						typed={typed}
						onChange={onChange}
						told={told}
					/>
					<TextField
						id={scoreId}
						label="Score"
						required
						hint={`A whole number from ${instrument.scoring.min} to ${instrument.scoring.max}`}
						value={typed.score}
						error={told || (seen && typed.score) ? wrong : undefined}
						onBlur={() => setSeen(true)}
						onValue={(score) => {
							typed.change({ score });
							const next = readScore(score, instrument.scoring);
							// What is no score is kept as it is typed, and only there.
							onChange({ score: "score" in next ? next.score : undefined });
						}}
					/>
					<button type="submit" hidden />
				</form>
			</article>
			<footer class="note-foot" data-region>
				{fault ? (
					<ErrorLine text={fault.message} reference={fault.ref} />
				) : (
					<p class="small muted">{instrument.licence}</p>
				)}
				<div class="actions">
					<Button kind="quiet" keys="Esc" onClick={onLeave}>
						Go on later
					</Button>
					<Button id="form-finish" kind="primary" keys="Ctrl Enter" onClick={finish}>
						Finish
					</Button>
				</div>
			</footer>
		</>
	);
}
