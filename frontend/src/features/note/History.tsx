import { useState } from "preact/hooks";
import { type Note, notes } from "../../bridge";
import { clock, dayWords } from "../../lib/time";
import { now } from "../../state/clock";
import { useLoad } from "../../state/load";
import { zone } from "../../state/practice";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/bits";
import { Dialog } from "../../ui/Dialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { compare } from "./compare";

/** Earlier states of a note, each compared with what is on the screen. */
export function History({ note, onClose }: { note: Note; onClose: () => void }) {
	const { data, fault } = useLoad(note.id, () => notes.Revisions(note.id));
	const [chosen, setChosen] = useState(0);
	const revision = data?.[chosen];
	const changes = revision ? compare(revision, note) : [];
	return (
		<Dialog label="History" onClose={onClose}>
			{fault && <ErrorLine text={fault.message} reference={fault.ref} />}
			{!data && !fault && <Loading />}
			{data?.length === 0 && (
				<p class="muted">No earlier state is kept yet. One is kept every two minutes of writing.</p>
			)}
			{data && revision && (
				<>
					<label class="history-choice">
						<span class="name">Compare with</span>
						<select
							class="input"
							value={String(chosen)}
							onChange={(e) => setChosen(Number(e.currentTarget.value))}
						>
							{data.map((r, i) => (
								<option key={r.number} value={String(i)}>
									{`${dayWords(r.kept_at, zone(), now.value)} at ${clock(r.kept_at, zone())}`}
								</option>
							))}
						</select>
					</label>
					{changes.length === 0 && <p class="muted">Nothing has changed since.</p>}
					{changes.map((c) => (
						<section class="history-section" key={c.title}>
							<h3>{c.title}</h3>
							<p class="note-text">
								{c.runs.map((r, i) =>
									r.only === "now" ? (
										<ins key={i}>{r.text}</ins>
									) : r.only === "then" ? (
										<del key={i}>{r.text}</del>
									) : (
										<span key={i}>{r.text}</span>
									),
								)}
							</p>
						</section>
					))}
				</>
			)}
			<div class="actions">
				<Button keys="Esc" onClick={onClose}>
					Close
				</Button>
			</div>
		</Dialog>
	);
}
