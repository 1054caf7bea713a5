import "./adverse.css";
import type { PartView } from "../../bridge";

export type EventLine = PartView["events"][number];

/** What went wrong, and what became known of it, in the session and beside a note. */
export function EventText({ line }: { line: EventLine }) {
	const { event } = line;
	return (
		<>
			<span class={`adverse-title ${event.serious ? "serious" : ""}`}>{line.title}</span>
			<span class="adverse-more">{event.what}</span>
			{[
				["Action", event.action],
				["Called", event.called],
				["Outcome", line.outcome_text],
			].map(
				([label, text]) =>
					text && (
						<span key={label} class="adverse-more muted">
							{label}: {text}
						</span>
					),
			)}
			{line.late_text && <span class="adverse-more faint">{line.late_text}</span>}
			{line.added.map((x) => (
				<span key={x.id} class="adverse-more">
					<span class="faint">{x.when_text}: </span>
					{x.text}
				</span>
			))}
			{line.suspended_text && (
				<span class="adverse-more adverse-title serious">{line.suspended_text}</span>
			)}
		</>
	);
}
