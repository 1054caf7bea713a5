import type { LivePart, LogLine } from "../../bridge";
import type { Sheet } from "./context";

/**
 * What the key for an adverse event leads to: the event an entry waits for (this one, else the
 * newest), else the event that is recorded, to add to it, else a new one.
 */
export function eventSheet(part: LivePart, about?: string, from?: Sheet): Sheet {
	const asks = (l: LogLine) => l.asks_event && !l.entry.struck_at;
	const line =
		part.log.find((l) => l.entry.id === about && asks(l)) ?? part.log.findLast(asks) ?? null;
	const recorded = part.state.events.at(-1);
	const back = from ? { from } : {};
	return !line && recorded
		? { sheet: "added", line: recorded, ...back }
		: { sheet: "adverse", line, ...back };
}
