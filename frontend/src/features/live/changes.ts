import type { LiveView, LogChange, LogLine } from "../../bridge";

const before = (a: LogLine, b: LogLine) =>
	a.entry.at < b.entry.at || (a.entry.at === b.entry.at && a.entry.id < b.entry.id);

/** A log with some lines written or changed, in time order. */
function merged(log: readonly LogLine[], lines: readonly LogLine[]): LogLine[] {
	const next = [...log];
	for (const line of lines) {
		const at = next.findLastIndex((l) => l.entry.id === line.entry.id);
		if (at >= 0) next[at] = line;
		// Nearly always the newest: looked for from the end.
		else next.splice(next.findLastIndex((l) => before(l, line)) + 1, 0, line);
	}
	return next;
}

/** The session with what an act changed in one log. */
export function changed(view: LiveView, change: LogChange): LiveView {
	const parts = view.parts.map((part) => {
		if (part.participant_id !== change.participant_id) return part;
		const kept = change.gone.length
			? part.log.filter((l) => !change.gone.includes(l.entry.id))
			: part.log;
		const log = change.whole ? change.lines : merged(kept, change.lines);
		return { ...part, log, state: change.state };
	});
	return { ...view, parts };
}
