import type { WindowCard as Card } from "../../bridge";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";

/** One client inside the integration window: what is left of it, and the one next thing. */
export function WindowCard({
	card,
	keyed,
	onWrite,
}: {
	card: Card;
	/** Whether the key writes the check-in of this one. */
	keyed: boolean;
	/** Writes a check-in with a client. */
	onWrite: (client: string) => void;
}) {
	const titleId = `window-${card.window.dosing_session_id}-${card.client_id}`;
	const planned = card.next_session_id;

	return (
		<li class="window-card">
			<div class="window-head">
				<button
					type="button"
					class="window-name"
					id={titleId}
					onClick={() => go({ screen: "client", id: card.client_id })}
				>
					{card.client_name}
				</button>
				<span class="window-left">{card.left_text}</span>
			</div>
			<p class="small muted">
				{card.title}, {card.opened_text}
			</p>
			<WindowBar card={card} />
			<div class="window-next">
				<span>{card.next_text}</span>
				<Button
					aria-describedby={titleId}
					data-check-in={planned ? undefined : card.client_id}
					{...(keyed && !planned && { keys: "W" })}
					onClick={() =>
						planned ? go({ screen: "session", id: planned }) : onWrite(card.client_id)
					}
				>
					{card.next_label}
				</Button>
			</div>
		</li>
	);
}

/** The window as a bar: what has passed is sunken, the rest fades towards its end. The words beside it say the same. */
function WindowBar({ card }: { card: Card }) {
	const width = 1000;
	const at = Math.min(1, Math.max(0, card.elapsed_fraction)) * width;
	const stage = card.stage_fraction * width;
	const id = `fade-${card.window.dosing_session_id}-${card.client_id}`;
	const percent = `${(card.stage_fraction * 100).toFixed(2)}%`;
	return (
		<div class="window-bar" aria-hidden="true">
			<svg viewBox={`0 0 ${width} 24`} preserveAspectRatio="none">
				<defs>
					<linearGradient id={id} gradientUnits="userSpaceOnUse" x1="0" x2={width}>
						<stop class="fade-near" offset="0.2" />
						<stop class="fade-far" offset="0.67" />
						<stop class="fade-end" offset="1" />
					</linearGradient>
				</defs>
				<rect class="bar-ground" x="0" y="7" width={width} height="10" />
				<rect x={at} y="7" width={width - at} height="10" fill={`url(#${id})`} />
				<rect class="bar-stage" x={stage - 2} y="7" width="4" height="10" />
				<rect class="bar-now" x={Math.max(0, at - 2.5)} y="2" width="5" height="20" />
			</svg>
			<svg class="bar-labels small">
				<text x="0" y="80%">
					{card.start_label}
				</text>
				<text x={percent} y="80%" text-anchor="middle">
					{card.stage_label}
				</text>
				<text x="100%" y="80%" text-anchor="end">
					{card.end_label}
				</text>
			</svg>
		</div>
	);
}
