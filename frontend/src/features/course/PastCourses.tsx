import type { CourseView } from "../../bridge";
import { useCommands } from "../../state/keys";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";

/** The courses that are complete, with their closing summaries. */
export function PastCourses({ client, past }: { client: string; past: CourseView["past"] }) {
	const closing = () => go({ screen: "document", kind: "closing_summary", client });
	useCommands(
		past.length > 0
			? [
					{
						id: "closing-summary",
						label: "Closing summary",
						keys: ["S"],
						scope: "this chart",
						run: closing,
					},
				]
			: [],
	);
	if (past.length === 0) return null;
	return (
		<>
			<details class="past-courses">
				<summary>Earlier courses</summary>
				{past.map((c) => (
					<section key={c.id} aria-labelledby={`past-${c.id}`}>
						<h3 id={`past-${c.id}`}>{c.heading}</h3>
						<p class="small muted">{c.text}.</p>
						{c.goal && <p class="plan-goal">{c.goal}</p>}
						{c.reviews.map((r) => (
							<p key={r.title}>
								<span class="small muted">{r.title}</span>
								<br />
								{r.text}
							</p>
						))}
						<p class="closing">{c.closing}</p>
					</section>
				))}
			</details>
			<Button kind="quiet" icon="file-down" keys="S" onClick={closing}>
				Closing summary
			</Button>
		</>
	);
}
