import type { RecordRow } from "../../bridge";
import { go } from "../../state/route";
import { Button } from "../../ui/Button";
import { Empty, Tag } from "../../ui/bits";
import { Rows } from "../../ui/Rows";

const status: Record<string, [word: string, kind?: "window" | "accent"]> = {
	signed: ["Signed", "accent"],
	unsigned: ["Unsigned", "window"],
	no_note: ["No note yet", "window"],
	planned: ["Planned"],
	open: ["Open"],
	cancelled: ["Cancelled"],
};

/** Every session of the client, newest first. */
export function Record({ rows, onPlan }: { rows: readonly RecordRow[]; onPlan: () => void }) {
	return (
		<section class="record" aria-labelledby="record-title">
			<header class="title-row">
				<h2 id="record-title">Record</h2>
				<Button kind="quiet" icon="plus" keys="Ctrl N" onClick={onPlan}>
					Plan a session
				</Button>
			</header>
			{rows.length === 0 ? (
				<Empty text="Nothing here yet." />
			) : (
				<Rows label="Record" class="record-rows">
					{rows.map((r) => (
						<RecordLine key={r.session_id} row={r} />
					))}
				</Rows>
			)}
		</section>
	);
}

function RecordLine({ row }: { row: RecordRow }) {
	const [word, kind] = status[row.status] ?? [row.status];
	return (
		<li>
			<button
				type="button"
				data-row
				class="record-row"
				onClick={() => go({ screen: "session", id: row.session_id })}
			>
				<span class="muted">{row.date_text}</span>
				<span>
					<span class="name">{row.title}</span>
					<span class="record-line muted">{row.line}</span>
					{row.event && (
						<span class={`record-line small ${row.serious ? "record-serious" : "muted"}`}>
							{row.event}
						</span>
					)}
					{row.readiness && <span class="record-line small muted">{row.readiness}</span>}
				</span>
				{kind ? <Tag kind={kind}>{word}</Tag> : <Tag>{word}</Tag>}
			</button>
		</li>
	);
}
