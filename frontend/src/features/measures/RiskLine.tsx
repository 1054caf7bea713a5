import "./risk.css";
import type { RiskLine as Line } from "../../bridge";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";

/** What was found when a form spoke of a risk, of any day, one line each, with the way to the review. */
export function RiskLine({ lines }: { lines: readonly Line[] }) {
	const [newest, ...earlier] = lines;
	if (!newest) return null;
	return (
		<div class="risk-lines">
			<Reviewed line={newest} />
			{earlier.length > 0 && (
				<details>
					<summary class="small">Earlier, {earlier.length}</summary>
					{earlier.map((l) => (
						<Reviewed key={l.review?.id} line={l} />
					))}
				</details>
			)}
		</div>
	);
}

function Reviewed({ line }: { line: Line }) {
	return (
		<p>
			{line.review_text} {line.struck_text && <span class="muted">The form was struck. </span>}
			<Button kind="quiet" onClick={() => go({ screen: "form", id: line.response_id })}>
				The review<span class="sr">: {line.review_text}</span>
			</Button>
		</p>
	);
}
