import type { ScreeningView } from "../../bridge";
import { answers } from "./Question";

/** The complete rounds, each to be opened and read. */
export function Rounds({ rounds }: { rounds: ScreeningView["rounds"] }) {
	return (
		<section aria-labelledby="rounds-title">
			<h2 id="rounds-title">Rounds</h2>
			<ul class="round-rows">
				{rounds.map((r) => (
					<li key={r.screening.id}>
						<details>
							<summary>
								<span class="name">{r.date_text}</span>
								<span>{r.conclusion_text}</span>
								<span class="muted">{r.changes_text}</span>
							</summary>
							<Round round={r} />
						</details>
					</li>
				))}
			</ul>
		</section>
	);
}

function Round({ round }: { round: ScreeningView["rounds"][number] }) {
	const changed = new Map(round.changes.map((c) => [c.item_key, c.text]));
	return (
		<>
			<dl class="round-answers">
				{round.screening.answers.map((a) => (
					<div key={a.item_key}>
						<dt>{a.question}</dt>
						<dd>
							{answers.find((x) => x.value === a.answer)?.label}
							{a.detail && `: ${a.detail}`}
							{a.ask_prescriber && <span class="small muted">Put to the prescriber</span>}
							{changed.has(a.item_key) && (
								<span class="small muted">{changed.get(a.item_key)}</span>
							)}
						</dd>
					</div>
				))}
			</dl>
			{round.screening.notes && <p class="round-notes">{round.screening.notes}</p>}
			<p class="small muted">{round.review_text}.</p>
		</>
	);
}
