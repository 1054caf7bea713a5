import "./course.css";
import type { ComponentChildren } from "preact";
import type { CommitmentRow } from "../../bridge";

/** Commitments as rows; what can be done with one stands at its end. */
export function CommitmentRows({
	label,
	rows,
	named,
	children,
}: {
	label: string;
	rows: readonly CommitmentRow[];
	/** Says whose each is. */
	named?: boolean;
	children: (row: CommitmentRow) => ComponentChildren;
}) {
	return (
		<ul class="commitment-rows" aria-label={label}>
			{rows.map((row) => (
				<li key={row.commitment.id}>
					<div>
						<p class={row.state_text ? "settled" : undefined}>{row.commitment.text}</p>
						<p class="small muted">
							{[named && row.client_name, row.made_text].filter(Boolean).join(", ")}
							{row.due_text && (
								<span class={row.overdue ? "late" : undefined}>, {row.due_text}</span>
							)}
							{row.state_text && `. ${row.state_text}`}
						</p>
					</div>
					<div class="actions">{children(row)}</div>
				</li>
			))}
		</ul>
	);
}
