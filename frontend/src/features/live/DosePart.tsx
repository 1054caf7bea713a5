import "./vitals.css";
import { mgText } from "../../lib/entry";
import { Button } from "../../ui/Button";
import { useLive } from "./context";

/** What was given so far, and what the order still allows. */
export function DosePart() {
	const { part, open } = useLive();
	const { totals, not_given, order_text } = part.state;
	const given = part.log.filter((l) => l.dose && !l.dose.not_given && !l.entry.struck_at);
	return (
		<section class="live-part live-dose" aria-label="Dose">
			<p class="live-over">Dose</p>
			{not_given && <p>Not given: {not_given}</p>}
			<ul class="live-doses">
				{given.map((l) => (
					<li key={l.entry.id}>
						{mgText(l.dose?.taken_ug ?? 0)} mg {l.dose?.form.replaceAll("_", " ")} at {l.time_text}
					</li>
				))}
			</ul>
			{totals.given > 1 && <p>{mgText(totals.taken_ug)} mg in all</p>}
			{totals.given === 0 && !not_given && <p>Nothing given yet</p>}
			{order_text && <p class="small muted">{order_text}</p>}
			{!part.locked && (
				<Button
					class={not_given ? "" : "big"}
					kind={not_given ? "quiet" : "plain"}
					keys="D"
					onClick={() => open({ sheet: "dose" })}
				>
					{not_given ? "Record a dose after all" : "Record dose"}
				</Button>
			)}
		</section>
	);
}
