import type { ToSignRow } from "../../bridge";
import { useCommands } from "../../state/keys";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Rows } from "../../ui/Rows";

/** Notes that wait for a signature, oldest first. */
export function ToSign({ rows }: { rows: readonly ToSignRow[] }) {
	const review = (row: ToSignRow | undefined) =>
		row && go({ screen: "note", participant: row.participant_id });

	useCommands([
		{
			id: "review",
			label: "Review the note to sign",
			keys: ["S"],
			scope: "this screen",
			run: () => {
				const focused = document.activeElement?.getAttribute("data-note");
				review(rows.find((r) => r.participant_id === focused) ?? rows[0]);
			},
		},
	]);

	return (
		<section aria-labelledby="to-sign-title">
			<h2 id="to-sign-title">To sign</h2>
			<Rows label="Notes to sign" class="list">
				{rows.map((r) => (
					<li key={r.participant_id}>
						<div>
							<p class="name">{r.title}</p>
							<p class={`small ${r.overdue ? "overdue" : "muted"}`}>
								{r.age_text}
								{r.missing.length > 0 && `. Missing: ${r.missing.join("; ")}`}
							</p>
						</div>
						<Button
							data-row
							data-note={r.participant_id}
							aria-label={`${r.act}, ${r.title}`}
							onClick={() => review(r)}
						>
							{r.act}
						</Button>
					</li>
				))}
			</Rows>
		</section>
	);
}
