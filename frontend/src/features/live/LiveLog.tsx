import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { LogLine } from "../../bridge";
import { useCommands } from "../../state/keys";
import { entryOf, outbox, type Unsaved } from "../../state/outbox";
import { Button } from "../../ui/Button";
import { Rows } from "../../ui/Rows";
import { useLive } from "./context";
import { LiveRow } from "./LiveRow";
import { shownName } from "./names";
import { provisional } from "./provisional";
import { useRowActs } from "./useRowActs";

/** How long the newest entry stands out, in milliseconds. */
const freshFor = 4000;

/** The log, newest at the foot, where it stays unless it is scrolled. */
export function LiveLog() {
	const { view, part, labelOf, words } = useLive();
	const acts = useRowActs();
	const rows = withUnsaved(part.log, outbox.unsaved.value, part.participant_id, (u) =>
		provisional(u, view.zone, part.state.totals.first_at, labelOf),
	);
	const fresh = useFresh(rows);
	const foot = useFoot(rows.length);

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
					{rows.map(({ line, unsaved }) => (
						<LiveRow
							key={line.entry.id}
							line={line}
							zone={view.zone}
							unsaved={unsaved}
							fresh={line.entry.id === fresh}
							writing={line.entry.id === words}
							acts={part.locked ? undefined : acts}
						/>
					))}
				</Rows>
			</div>
			{foot.newer > 0 && (
				<Button class="live-newer" keys="End" onClick={foot.go}>
					{foot.newer === 1 ? "1 newer entry" : `${foot.newer} newer entries`}
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

interface Row {
	line: LogLine;
	unsaved?: Unsaved;
}

/** The log with what is not on disk yet, in time order. */
function withUnsaved(
	log: readonly LogLine[],
	unsaved: readonly Unsaved[],
	participant: string,
	say: (u: Unsaved) => LogLine,
): Row[] {
	const rows: Row[] = log.map((line) => ({ line }));
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
		known.current = new Set(rows.map((r) => r.line.entry.id));
		const came = before && rows.findLast((r) => !before.has(r.line.entry.id));
		if (came) setFresh(came.line.entry.id);
	}, [rows.length]);
	useEffect(() => {
		if (!fresh) return;
		const timer = setTimeout(() => setFresh(""), freshFor);
		return () => clearTimeout(timer);
	}, [fresh]);
	return fresh;
}

/** Keeps the foot of the log in view, and counts what came since it was scrolled away from. */
function useFoot(count: number) {
	const box = useRef<HTMLDivElement>(null);
	const pinned = useRef(true);
	const seen = useRef(count);
	const size = useRef("");
	const [newer, setNewer] = useState(0);

	const go = () => {
		const el = box.current;
		if (!el) return;
		el.scrollTop = el.scrollHeight;
		size.current = sizeOf(el);
	};
	useLayoutEffect(() => {
		if (pinned.current) {
			seen.current = count;
			go();
		}
		setNewer(Math.max(0, count - seen.current));
	}, [count]);
	useLayoutEffect(() => {
		const el = box.current;
		if (!el) return;
		// The foot moves with whatever stands below the log.
		const resized = new ResizeObserver(() => pinned.current && go());
		for (const x of [el, ...el.children]) resized.observe(x);
		return () => resized.disconnect();
	}, []);

	useCommands(
		newer > 0
			? [{ id: "log-end", label: "Newest entries", keys: ["End"], scope: "this session", run: go }]
			: [],
	);
	return {
		box,
		newer,
		go,
		scrolled: () => {
			const el = box.current;
			if (!el) return;
			// Not scrolled by anybody: the window or what stands below the log has another size.
			if (pinned.current && size.current !== sizeOf(el)) return go();
			pinned.current = el.scrollHeight - el.scrollTop - el.clientHeight < 24;
			if (!pinned.current) return;
			seen.current = count;
			setNewer(0);
		},
	};
}

const sizeOf = (el: HTMLElement): string => `${el.clientHeight} ${el.scrollHeight}`;
