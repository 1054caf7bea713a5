import "./emergency.css";
import type { ComponentChildren } from "preact";
import type { EmergencyCard } from "../../bridge";

type CardNumber = EmergencyCard["numbers"][number];

/** An emergency card on screen: where the client is, whom to call, what to do. */
export function CardView({
	card,
	answer,
	act,
	children,
}: {
	card: EmergencyCard;
	/** What came of calling a number, said under whose it is. */
	answer?: (number: CardNumber) => string;
	/** What can be done with a number, shown beside it. */
	act?: (number: CardNumber) => ComponentChildren;
	/** What stands below the numbers. */
	children?: ComponentChildren;
}) {
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
									{answer?.(n) && <span class="emergency-called">{answer(n)}</span>}
								</span>
								{n.number ? (
									<strong>{n.number}</strong>
								) : (
									!n.who && <span class="emergency-missing">Not known</span>
								)}
								{act?.(n)}
							</li>
						))}
					</ul>
					{children}
				</div>
				<div>
					{card.steps.length > 0 && (
						<ol aria-label="What to do" class="emergency-steps">
							{card.steps.map((step, i) => (
								<li key={`${i + 1} ${step}`}>{step}</li>
							))}
						</ol>
					)}
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
