import { useLayoutEffect, useState } from "preact/hooks";
import type { FormView } from "../../bridge";
import { useCommands } from "../../state/keys";
import { Button } from "../../ui/Button";
import { focusIsFree } from "../../ui/focus";
import { ChangeLines } from "./ChangeLines";
import { RiskReviews } from "./RiskReviews";
import { StrikeForm } from "./StrikeForm";
import { filledText } from "./words";

interface Props {
	view: FormView;
	onChanged: (view: FormView) => void;
	onLeave: () => void;
}

/** What a finished form says, and what was answered. */
export function Finished({ view, onChanged, onLeave }: Props) {
	const { instrument, response, result, cutoff, row } = view;
	const [striking, setStriking] = useState(false);
	const struck = response.struck_at !== "";
	const strike = () => setStriking(true);
	useCommands([
		...(struck
			? []
			: [
					{
						id: "strike-form",
						label: "Strike this form",
						keys: ["S"],
						scope: "this questionnaire",
						run: strike,
					},
				]),
		{
			id: "leave-form",
			label: "Back to the chart",
			keys: ["Esc"],
			scope: "this questionnaire",
			run: onLeave,
		},
	]);
	useLayoutEffect(() => {
		if (focusIsFree()) document.getElementById("form-title")?.focus();
	}, []);
	return (
		<>
			<article class="note-column" data-region>
				<h1 id="form-title" tabIndex={-1}>
					{instrument.title}
				</h1>
				<p class="note-sub muted">{filledText(row)}</p>
				{struck && <p class="form-struck">{row.struck_text}</p>}
				<div class={struck ? "form-said struck" : "form-said"}>
					{typeof result.total === "number" ? (
						<>
							<p>
								<span class="form-total">{result.total}</span>
								<span class="muted"> of {instrument.scoring.max}</span>
								{result.band && `, ${result.band}`}
							</p>
							{cutoff && (
								<p>
									{cutoff.from} or more {cutoff.words}. <span class="muted">{cutoff.source}</span>
								</p>
							)}
						</>
					) : (
						<p>{row.result_text}.</p>
					)}
					{!struck && <ChangeLines change={view.change} />}
				</div>
				<RiskReviews view={view} />
				{instrument.items.length > 0 && <Answers view={view} />}
				<Sources instrument={instrument} />
			</article>
			<footer class="note-foot" data-region>
				<p class="small muted">A finished form does not change. One that is wrong is struck.</p>
				<div class="actions">
					{!struck && (
						<Button kind="quiet" keys="S" onClick={strike}>
							Strike
						</Button>
					)}
					<Button keys="Esc" onClick={onLeave}>
						Back to the chart
					</Button>
				</div>
			</footer>
			{striking && (
				<StrikeForm
					view={view}
					onStruck={(next) => {
						setStriking(false);
						onChanged(next);
					}}
					onClose={() => setStriking(false)}
				/>
			)}
		</>
	);
}

/** What allows the words to be here, and where the scoring is published. */
function Sources({ instrument }: { instrument: FormView["instrument"] }) {
	return (
		<details class="form-sources small muted">
			<summary>Where the words and the scoring come from</summary>
			<p>{instrument.licence}</p>
			<ul>
				{instrument.sources.map((s) => (
					<li key={s}>{s}</li>
				))}
			</ul>
		</details>
	);
}

/** Each question with its answer in words; a blank is named. */
function Answers({ view: { instrument, response } }: { view: FormView }) {
	const said = new Map(instrument.choices.map((c) => [c.value, c.label]));
	const [first, last] = [instrument.choices[0], instrument.choices.at(-1)];
	return (
		<section class="form-answers" aria-labelledby="form-answers">
			<h2 id="form-answers">Answers</h2>
			<p class="muted">{instrument.lead}</p>
			<dl>
				{instrument.items.map((item, i) => {
					const value = response.values[item.link_id];
					const ends = [
						item.low && `${first?.value} ${item.low}`,
						item.high && `${last?.value} ${item.high}`,
					].filter(Boolean);
					return (
						<div key={item.link_id}>
							<dt>
								<span class="num faint">{i + 1}</span>
								<span>
									{item.text}
									{ends.length > 0 && <span class="small faint"> {ends.join(", ")}</span>}
								</span>
							</dt>
							<dd class={value === undefined ? "blank" : undefined}>
								{value === undefined ? (
									"Blank"
								) : (
									<>
										<span class="num">{value}</span> {said.get(value)}
									</>
								)}
							</dd>
						</div>
					);
				})}
			</dl>
		</section>
	);
}
