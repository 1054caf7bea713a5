import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { LogLine } from "../../bridge";
import { type Command, useCommands } from "../../state/keys";
import { go } from "../../state/route";
import { undoLast } from "../../ui/Toast";
import type { Live } from "./context";
import { eventSheet } from "./eventSheet";
import { shownName } from "./names";
import { partKeys } from "./PartSwitch";
import { edit, newestOf, takeBack } from "./useRowActs";

const scope = "this session";

/** The keys of the live screen that belong to no part of it. */
export function useLiveCommands(
	live: Live | undefined,
	field: RefObject<HTMLTextAreaElement | null>,
	nextMarks: () => void,
): void {
	const onRow = useRowFocus();
	useCommands(
		live
			? [...screen(live), ...(live.part.locked ? [] : writing(live, field, nextMarks, onRow))]
			: [],
	);
}

/** What works also once the note is signed. */
function screen(live: Live): Command[] {
	const { view, part, choose, open } = live;
	const note = () => go({ screen: "note", participant: part.participant_id });
	return [
		{
			id: "emergency-card",
			label: "Emergency plan",
			keys: ["F1"],
			scope,
			overDialogs: true,
			run: () => open({ sheet: "plan" }),
		},
		{
			id: "emergency-plan",
			label: "Emergency plan",
			keys: ["E"],
			scope,
			keysOnly: true,
			run: () => open({ sheet: "plan" }),
		},
		{
			id: "adverse-event",
			label: "Adverse event",
			keys: ["A"],
			scope,
			run: () =>
				open(
					eventSheet(
						part,
						document.activeElement?.closest<HTMLElement>("[data-entry]")?.dataset.entry,
					),
				),
		},
		{
			id: "end-session",
			label: "End session",
			keys: ["Ctrl E"],
			scope,
			run: () => open({ sheet: "leave" }),
		},
		{
			id: "write-note",
			label: "Write or open the note",
			keys: ["Ctrl Enter", "W"],
			scope,
			run: note,
		},
		{
			id: "session-record",
			label: "The session's record: times, events, preparation",
			keys: ["H"],
			scope,
			run: () => go({ screen: "session", id: view.session_id, record: true }),
		},
		{
			id: "preview-pdf",
			label: "Session summary",
			keys: ["Ctrl P"],
			scope,
			run: () =>
				go({
					screen: "document",
					kind: "session_summary",
					session: view.session_id,
					participant: part.participant_id,
				}),
		},
		...(view.parts.length > 1
			? view.parts.map((p, i) => ({
					id: `part-${i + 1}`,
					label: `Write about ${shownName(view, p)}`,
					keys: [partKeys[i] ?? ""],
					scope,
					run: () => choose(i),
				}))
			: []),
	];
}

/** What writes into the log. */
function writing(
	live: Live,
	field: RefObject<HTMLTextAreaElement | null>,
	nextMarks: () => void,
	onRow: boolean,
): Command[] {
	const { view, part, open } = live;
	const standing = part.log.filter((l) => !l.entry.struck_at);
	const focused = () => {
		const id = document.activeElement?.closest<HTMLElement>("[data-entry]")?.dataset.entry;
		return standing.find((l) => l.entry.id === id);
	};
	const withFocused = (act: (line: LogLine) => void) => () => {
		const line = focused();
		if (line) act(line);
	};
	return [
		{
			id: "observe",
			label: "Write an observation",
			keys: ["O", "Enter"],
			scope,
			notInFields: true,
			run: () =>
				writeOrPress(
					field.current,
					withFocused((line) => edit(live, line)),
				),
		},
		{
			id: "words",
			label: "Choose a word",
			keys: ["M"],
			scope,
			run: () => open({ sheet: "words" }),
		},
		{
			id: "vitals",
			label: "Enter vitals",
			keys: ["V"],
			scope,
			run: () => open({ sheet: "vitals" }),
		},
		{ id: "dose", label: "Record dose", keys: ["D"], scope, run: () => open({ sheet: "dose" }) },
		...(view.mark_sets.length > 1
			? [{ id: "next-marks", label: "Next set of marks", keys: ["S"], scope, run: nextMarks }]
			: []),
		{
			id: "take-back",
			label: "Take back the focused or last entry",
			keys: ["U", "Ctrl Z"],
			scope,
			notInFields: true,
			run: () => {
				// An event has the focus: it stays as it was recorded.
				if (document.activeElement?.closest("[data-event]")) return;
				const line = focused();
				if (!line && undoLast()) return;
				const last = line ?? newestOf(part.log);
				if (last) void takeBack(live, last);
			},
		},
		// Only while a row has the focus: the same key is the emergency plan's otherwise.
		...(onRow
			? [
					{
						id: "edit-entry",
						label: "Edit the focused entry",
						keys: ["E"],
						scope,
						keysOnly: true,
						run: withFocused((line) => edit(live, line)),
					},
					{
						id: "move-entry",
						label: "Move the focused entry to another client",
						keys: ["X"],
						scope,
						keysOnly: true,
						run: withFocused((line) => open({ sheet: "move", line })),
					},
				]
			: []),
	];
}

/** Enter opens the field from anywhere but a control, which keeps its own Enter, and a row, which it edits. */
function writeOrPress(field: HTMLTextAreaElement | null, editRow: () => void): void {
	const at = document.activeElement;
	if (at instanceof HTMLButtonElement || at instanceof HTMLInputElement) at.click();
	else if (at?.closest("[data-entry]")) editRow();
	else field?.focus();
}

/** Whether a row of the log has the focus. */
function useRowFocus(): boolean {
	const [on, setOn] = useState(false);
	useEffect(() => {
		const look = () => setOn(document.activeElement?.closest("[data-entry]") != null);
		document.addEventListener("focusin", look);
		document.addEventListener("focusout", look);
		return () => {
			document.removeEventListener("focusin", look);
			document.removeEventListener("focusout", look);
		};
	}, []);
	return on;
}
