import "./emergency.css";
import { useState } from "preact/hooks";
import { preparations } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { Segmented } from "../../ui/Segmented";
import { CardView } from "./CardView";

interface Props {
	session: string;
	parts: readonly { participant_id: string; name: string }[];
	/** Whose card is shown first. */
	first: string;
	onClose: () => void;
}

/** The emergency card over the whole window: where the client is, whom to call, what to do. */
export function EmergencySheet({ session, parts, first, onClose }: Props) {
	const [participant, setParticipant] = useState(first);
	const { data: card, fault } = useLoad(participant, () =>
		preparations.EmergencyCard(session, participant),
	);
	const print = () => {
		onClose();
		go({ screen: "document", kind: "emergency_card", session, participant });
	};
	useCommands([
		{
			id: "print-emergency-card",
			label: "Emergency card as PDF",
			keys: ["Ctrl P"],
			scope: "this card",
			overDialogs: true,
			run: print,
		},
	]);
	return (
		<Dialog label="Emergency card" kind="whole" onClose={onClose}>
			<div class="emergency">
				{parts.length > 1 && (
					<Segmented
						name="emergency-part"
						label="Whose card"
						quiet
						options={parts.map((p) => ({ value: p.participant_id, label: p.name }))}
						value={participant}
						onValue={setParticipant}
					/>
				)}
				{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
				{card ? <CardView card={card} /> : !fault && <Loading rows={6} />}
				<div class="actions">
					<Button kind="primary" keys="Esc" onClick={onClose}>
						Close
					</Button>
					<Button icon="file-down" keys="Ctrl P" onClick={print}>
						One page to print
					</Button>
				</div>
			</div>
		</Dialog>
	);
}
