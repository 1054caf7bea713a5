import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { LogLine } from "../../bridge";
import { useCommands } from "../../state/keys";
import { entryOf, outbox, type Unsaved } from "../../state/outbox";
import { Button } from "../../ui/Button";
import { Rows } from "../../ui/Rows";
import type { EventLine } from "../session/EventText";
import { useLive } from "./context";
import { EventRow } from "./EventRow";
import { LiveRow } from "./LiveRow";
import { shownName } from "./names";
import { provisional } from "./provisional";
import { useRowActs } from "./useRowActs";

/** How long the newest entry stands out, in milliseconds. */
const freshFor = 4000;

/** The log, newest at the foot, where it stays unless it is scrolled. */
export function LiveLog() {
	const { view, part, labelOf, words, open } = useLive();
	const acts = useRowActs();
	const { events, totals } = part.state;
	const entries = withUnsaved(part.log, outbox.unsaved.value, part.participant_id, (u) =>
		provisional(u, view.zone, totals.first_at, labelOf),
	);
	const rows = withEvents(entries, events);
	const fresh = useFresh(rows);
	const foot = useFoot(rows, fresh);
	const asks = entries.some(({ line }) => line.asks_event && !line.entry.struck_at);

	return (
		<div class="live-log">
			<div
				class="live-scroll"
				ref={foot.box}
				onScroll={foot.scrolled}
				role="region"
				aria-label={`Log, ${shownName(view, part)}`}
			>
				{rows.length === 0 && <p class="muted live-empty">Nothing is written yet.</p>}
				<Rows label="Entries" class="log-rows live-rows">
					{rows.map((row) =>
						"event" in row ? (
							<EventRow
								key={idOf(row)}
								line={row.event}
								firstAt={totals.first_at}
								fresh={idOf(row) === fresh}
								newest={row.event === events.at(-1) && !asks}
								onAdd={() => open({ sheet: "added", line: row.event })}
							/>
						) : (
							<LiveRow
								key={idOf(row)}
								line={row.line}
								zone={view.zone}
								unsaved={row.unsaved}
								fresh={idOf(row) === fresh}
								writing={idOf(row) === words}
								acts={part.locked ? undefined : acts}
							/>
						),
					)}
				</Rows>
			</div>
			{foot.away && (
				<Button class="live-newer" keys="End" onClick={foot.go}>
					Newest entries
				</Button>
			)}
			{part.locked && (
				<p class="small muted">
					The note is signed, and the log is locked with it. Later words are addenda to the note.
				</p>
			)}
		</div>
	);
}

interface EntryLine {
	line: LogLine;
	unsaved?: Unsaved;
}
type Row = EntryLine | { event: EventLine };

const idOf = (row: Row): string => ("event" in row ? row.event.event.id : row.line.entry.id);
const atOf = (row: Row): string => ("event" in row ? row.event.event.at : row.line.entry.at);

/** The log with what went wrong, each at its time. */
function withEvents(entries: readonly EntryLine[], events: readonly EventLine[]): readonly Row[] {
	if (events.length === 0) return entries;
	const rows: Row[] = [...entries];
	for (const event of events)
		rows.splice(rows.findLastIndex((r) => atOf(r) <= event.event.at) + 1, 0, { event });
	return rows;
}

/** The log with what is not on disk yet, in time order. */
function withUnsaved(
	log: readonly LogLine[],
	unsaved: readonly Unsaved[],
	participant: string,
	say: (u: Unsaved) => LogLine,
): EntryLine[] {
	const rows: EntryLine[] = log.map((line) => ({ line }));
	for (const u of unsaved) {
		const entry = entryOf(u.written);
		if (entry.participant_id !== participant) continue;
		const row = { line: say(u), unsaved: u };
		const at = rows.findLastIndex((r) => r.line.entry.id === entry.id);
		if (at >= 0) rows[at] = row;
		else rows.splice(rows.findLastIndex((r) => r.line.entry.at <= entry.at) + 1, 0, row);
	}
	return rows;
}

/** The entry that came last, for a few seconds; none of those that were there before. */
function useFresh(rows: readonly Row[]): string {
	const known = useRef<Set<string>>(undefined);
	const [fresh, setFresh] = useState("");
	useLayoutEffect(() => {
		const before = known.current;
		known.current = new Set(rows.map(idOf));
		const came = before && rows.findLast((r) => !before.has(idOf(r)));
		if (came) setFresh(idOf(came));
	}, [rows.length]);
	useEffect(() => {
		if (!fresh) return;
		const timer = setTimeout(() => setFresh(""), freshFor);
		return () => clearTimeout(timer);
	}, [fresh]);
	return fresh;
}

/**
 * Keeps the foot of the log in view. A new entry brings it back; one of an earlier time is shown
 * where it stands for as long as it stands out. What was corrected is shown and leaves the rest.
 */
function useFoot(rows: readonly Row[], fresh: string) {
	const box = useRef<HTMLDivElement>(null);
	const pinned = useRef(true);
	const size = useRef("");
	const [away, setAway] = useState(false);

	const go = () => {
		const el = box.current;
		if (!el) return;
		pinned.current = true;
		setAway(false);
		el.scrollTop = el.scrollHeight;
		size.current = sizeOf(el);
	};
	useLayoutEffect(() => {
		if (pinned.current) go();
	}, [rows.length]);
	useLayoutEffect(() => {
		const came = rows.find((r) => idOf(r) === fresh);
		if (!came) return;
		const back = pinned.current || "event" in came || !came.line.entry.corrects_id;
		if (came === rows.at(-1)) {
			if (back) go();
			return;
		}
		pinned.current = false;
		const row = box.current?.querySelector(`[data-entry="${fresh}"], [data-event="${fresh}"]`);
		row?.scrollIntoView({ block: "nearest" });
		return back ? go : undefined;
	}, [fresh]);
	useLayoutEffect(() => {
		const el = box.current;
		if (!el) return;
		// The foot moves with whatever stands below the log.
		const resized = new ResizeObserver(() => pinned.current && go());
		for (const x of [el, ...el.children]) resized.observe(x);
		return () => resized.disconnect();
	}, []);

	useCommands(
		away
			? [{ id: "log-end", label: "Newest entries", keys: ["End"], scope: "this session", run: go }]
			: [],
	);
	return {
		box,
		away,
		go,
		scrolled: () => {
			const el = box.current;
			if (!el) return;
			// Not scrolled by anybody: the window or what stands below the log has another size.
			if (pinned.current && size.current !== sizeOf(el)) return go();
			pinned.current = el.scrollHeight - el.scrollTop - el.clientHeight < 24;
			setAway(!pinned.current);
		},
	};
}

const sizeOf = (el: HTMLElement): string => `${el.clientHeight} ${el.scrollHeight}`;
