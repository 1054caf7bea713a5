import "./emergency.css";
import { useState } from "preact/hooks";
import { type EmergencyCard, preparations } from "../../bridge";
import { useCommands } from "../../state/keys";
import { useLoad } from "../../state/load";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { Segmented } from "../../ui/Segmented";

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
		go({ screen: "document", session, participant, kind: "emergency" });
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
				{card ? <Card card={card} /> : !fault && <Loading rows={6} />}
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

function Card({ card }: { card: EmergencyCard }) {
	return (
		<>
			<p class="emergency-who">
				{card.name}
				{card.born_text && <span class="muted">. {card.born_text}</span>}
			</p>
			<div class="emergency-columns">
				<div>
					<section aria-label="Where the client is" class="emergency-where">
						<p class="faint">{card.address_label}</p>
						<p class={card.address ? "" : "emergency-missing"}>{card.address || "Not known"}</p>
					</section>
					<ul aria-label="Whom to call" class="emergency-numbers">
						{card.numbers.map((n) => (
							<li key={n.label}>
								<span>
									<span class="faint">{n.label}</span>
									{n.who && <span>{n.who}</span>}
								</span>
								{n.number ? (
									<strong>{n.number}</strong>
								) : (
									!n.who && <span class="emergency-missing">Not known</span>
								)}
							</li>
						))}
					</ul>
				</div>
				<div>
					<ol aria-label="What to do" class="emergency-steps">
						{card.steps.map((step, i) => (
							<li key={`${i + 1} ${step}`}>{step}</li>
						))}
					</ol>
					<dl class="emergency-facts">
						{card.facts.map((f) => (
							<div key={f.label}>
								<dt>{f.label}</dt>
								<dd class={f.label === "Watch" ? "emergency-missing" : undefined}>
									{f.lines.join("\n")}
								</dd>
							</div>
						))}
					</dl>
				</div>
			</div>
		</>
	);
}
