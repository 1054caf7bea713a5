import { useRef } from "preact/hooks";
import { type LogLine, sessions, toFault } from "../../bridge";
import { entryOf, outbox } from "../../state/outbox";
import { say } from "../../ui/Toast";
import { newEntry } from "../session/entries";
import { type Live, useLive } from "./context";
import type { RowActs } from "./LiveRow";
import { shownName } from "./names";

/** What can be done with a row; always the same object, doing what is right by now. */
export function useRowActs(): RowActs {
	const latest = useRef<Live>(useLive());
	latest.current = useLive();
	const acts = useRef<RowActs>({
		edit: (line) => edit(latest.current, line),
		takeBack: (line) => void takeBack(latest.current, line),
		move: (line) => latest.current.open({ sheet: "move", line }),
		plan: (line) => latest.current.open({ sheet: "plan", because: line }),
		event: (line) => latest.current.open({ sheet: "adverse", line }),
		words: (line, text) => addWords(latest.current, line, text),
	});
	return acts.current;
}

/** The entry that was written last and stands. */
export function newestOf(log: readonly LogLine[]): LogLine | undefined {
	let newest: LogLine | undefined;
	// By the session's own clock; the ids follow the computer's, which may have been set.
	const order = ({ entry }: LogLine) => `${entry.recorded_at} ${entry.id}`;
	for (const line of log)
		if (!line.entry.struck_at && (!newest || order(line) > order(newest))) newest = line;
	return newest;
}

/** Opens the sheet that corrects an entry. */
export function edit({ open }: Live, line: LogLine): void {
	if (line.type === "dose") open({ sheet: "dose", line });
	else if (line.type === "vitals") open({ sheet: "vitals", line });
	else if (line.observation?.call) open({ sheet: "call", call: line.observation.call, line });
	else open({ sheet: "correct", line });
}

/** Takes an entry back: one that was never written is taken away, one too old to be undone is struck through. */
export async function takeBack(live: Live, line: LogLine): Promise<void> {
	const { id, participant_id } = line.entry;
	const whose = live.view.parts.find((p) => p.participant_id === participant_id);
	const told = () => {
		if (whose && live.view.parts.length > 1)
			say(`${shownName(live.view, whose)}: ${line.label || "Entry"} taken back`);
	};
	const unsaved = outbox.unsaved.value.find((u) => entryOf(u.written).id === id);
	if (unsaved) {
		// One on its way is on disk in a moment, and can then be taken back.
		if (unsaved.state === "sending") return;
		outbox.drop(id);
		told();
		return;
	}
	try {
		live.change(await sessions.TakeBack(live.view.session_id, id, ""));
		told();
	} catch (reason) {
		const fault = toFault(reason);
		if (fault.fields.reason) live.open({ sheet: "strike", line });
		else live.fail(fault);
	}
}

/** Gives a mark its words. */
function addWords({ part, record, writeWords }: Live, line: LogLine, text: string): void {
	writeWords("");
	if (!text) return;
	const kind = line.observation?.kind ?? "";
	record({
		words: {
			entry: newEntry(part.participant_id, line.entry.at, line),
			kind,
			// A mark in the practice's own words goes on after them.
			text: kind ? text : `${line.text}: ${text}`,
			client_words: false,
		},
	});
}
