import "./risk.css";
import type { FormView } from "../../bridge";

/** What was found and done about the risk a form spoke of; nothing where there is no review. */
export function RiskReviews({ view }: { view: FormView }) {
	const reviewed = view.risks.filter((l) => l.review);
	if (reviewed.length === 0) return null;
	return (
		<section class="risk-reviews" aria-labelledby="risk-reviews">
			<h2 id="risk-reviews">Risk reviewed</h2>
			<ul>
				{reviewed.map((l) => (
					<li key={l.review?.id}>
						<p>
							<strong>{l.review_text}</strong> <span class="small muted">{l.done_text}</span>
						</p>
						<p class="risk-plan">{l.review?.text}</p>
						<details>
							<summary>The safety plan then</summary>
							<p class="risk-plan">{l.review?.safety_plan || "None was written."}</p>
						</details>
					</li>
				))}
			</ul>
		</section>
	);
}
