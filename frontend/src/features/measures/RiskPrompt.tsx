import type { FormView } from "../../bridge";
import { RiskSheet, riskKey } from "./RiskSheet";

/** Asks about the risk a form speaks of while nobody has reviewed it; nothing for any other form. */
export function RiskPrompt({
	view,
	onReviewed,
}: {
	view: FormView;
	onReviewed: (view: FormView) => void;
}) {
	const line = view.risks.find((l) => !l.review);
	if (!line) return null;
	return (
		<RiskSheet
			key={riskKey(line)}
			client={view.response.client_id}
			line={line}
			plan={view.safety_plan}
			onReviewed={onReviewed}
		/>
	);
}
