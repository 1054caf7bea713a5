import type { EmergencyCard } from "../../bridge";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { CardView } from "../prepare/CardView";

/** A client's emergency card outside any session, over the whole window. */
export function RiskCard({ card, onClose }: { card: EmergencyCard; onClose: () => void }) {
	return (
		<Dialog label="Emergency card" kind="whole" onClose={onClose}>
			<div class="emergency">
				<CardView card={card} />
				<div class="actions">
					<Button kind="primary" keys="Esc" onClick={onClose}>
						Close
					</Button>
				</div>
			</div>
		</Dialog>
	);
}
