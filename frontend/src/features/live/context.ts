import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Call, LivePart, LiveView, LogChange, LogLine } from "../../bridge";
import type { Written } from "../../state/outbox";
import type { EventLine } from "../session/EventText";

/** What stands over the screen. */
export type Sheet =
	| { sheet: "vitals" | "dose"; line?: LogLine }
	| { sheet: "correct" | "strike" | "move"; line: LogLine }
	/** `line` is the entry the event goes with; null for none. `from` comes back when it closes. */
	| { sheet: "adverse"; line: LogLine | null; from?: Sheet }
	/** What became known of an event that is recorded. */
	| { sheet: "added"; line: EventLine; from?: Sheet }
	/** `because` is the emergency in the log that brought it up; absent where it was asked for. */
	| { sheet: "plan"; because?: LogLine }
	/** A call to be made, or one that was made and is written anew. */
	| { sheet: "call"; call: Omit<Call, "reached">; line?: LogLine }
	| { sheet: "words" | "talk" | "leave" };

/** What every part of the live screen stands on. */
export interface Live {
	view: LiveView;
	/** Whose log is written now. */
	part: LivePart;
	/** Writes another client's log, by place. */
	choose: (part: number) => void;
	/** Writes an entry: it is shown at once and sent in its order. */
	record: (written: Written) => void;
	/** Writes a ready word of now, with words of its own. */
	observe: (kind: string, text?: string) => void;
	/** Writes an entry a form waits for. Throws a Fault when it is refused; one that the disk does not take now waits on the screen. */
	submit: (written: Written) => Promise<void>;
	/** Shows what an act has changed that went to Go by itself. */
	change: (change: LogChange) => void;
	/** Asks for the whole session again. */
	reload: () => Promise<void>;
	/** Says why an act failed that has no place of its own for it. */
	fail: (reason: unknown) => void;
	/** The label of a ready word. */
	labelOf: (kind: string) => string;
	/** The mark whose words are being written, by id; empty for none. */
	words: string;
	writeWords: (entry: string) => void;
	sheet: Sheet | undefined;
	open: (sheet: Sheet) => void;
	close: () => void;
	/** Closes this sheet, and no other that has come in its place; what it came from is shown again. */
	leave: (sheet: Sheet) => void;
}

export const LiveContext = createContext<Live | undefined>(undefined);

/** The live session a component stands in. */
export function useLive(): Live {
	const live = useContext(LiveContext);
	if (!live) throw new Error("outside of a live session");
	return live;
}
