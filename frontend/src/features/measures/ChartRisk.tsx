import "./risk.css";
import type { RisksView } from "../../bridge";
import { useCommands } from "../../state/keys";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { RiskSheet, riskKey } from "./RiskSheet";

interface Props {
	client: string;
	risk: RisksView;
	/** Whether it asks at once; where the safety plan is written, the banner alone stands. */
	asks: boolean;
	onReviewed: () => void;
}

/** First in a chart while a form speaks of a risk nobody has reviewed: what it said, and the question itself. */
export function ChartRisk({ client, risk, asks, onReviewed }: Props) {
	const first = risk.waiting[0];
	const review = () => first && go({ screen: "form", id: first.response_id });
	useCommands(
		first && !asks
			? [
					{
						id: "review-risk",
						label: "Review the risk",
						keys: ["Ctrl J"],
						scope: "this chart",
						run: review,
					},
				]
			: [],
	);
	if (!first) return null;
	return (
		<>
			<div class="risk-banner" role="alert">
				<div>
					{risk.waiting.map((l) => (
						<p key={riskKey(l)}>{l.text}</p>
					))}
					<p>Nobody has reviewed the risk yet.</p>
				</div>
				{!asks && (
					<Button keys="Ctrl J" onClick={review}>
						Review the risk
					</Button>
				)}
			</div>
			{asks && (
				<RiskSheet
					key={riskKey(first)}
					client={client}
					line={first}
					plan={risk.safety_plan}
					onReviewed={onReviewed}
				/>
			)}
		</>
	);
}
