import { memo } from "preact/compat";
import { useState } from "preact/hooks";
import type { LogLine } from "../../bridge";
import { plusText } from "../../lib/entry";
import { clock } from "../../lib/time";
import { singleKeys } from "../../state/keys";
import { entryOf, outbox, type Unsaved } from "../../state/outbox";
import { Button } from "../../ui/Button";
import { ErrorLine } from "../../ui/ErrorLine";
import { LogText } from "../session/LogText";
import { RowWords } from "./RowWords";

/** What can be done with a row; the same object as long as the log is shown. */
export interface RowActs {
	edit: (line: LogLine) => void;
	takeBack: (line: LogLine) => void;
	move: (line: LogLine) => void;
	event: (line: LogLine) => void;
	plan: (line: LogLine) => void;
	/** Closes the field for the words of a mark; `text` is what was written into it. */
	words: (line: LogLine, text: string) => void;
}

/**
 * One row of the log. Hundreds of them stand there while the next is written, so a row is drawn
 * again only when it changed, and has its buttons only while it is looked at.
 */
export const LiveRow = memo(function LiveRow({
	line,
	zone,
	unsaved,
	fresh,
	writing,
	acts,
}: {
	line: LogLine;
	zone: string;
	/** Why and how long the entry is not on disk; undefined once it is. */
	unsaved?: Unsaved | undefined;
	/** The newest, for a few seconds. */
	fresh: boolean;
	/** Words for this mark are being written. */
	writing: boolean;
	/** Absent once the note is signed. */
	acts: RowActs | undefined;
}) {
	const [near, setNear] = useState(false);
	const { entry } = line;
	const struck = entry.struck_at !== "";
	const text = <LogText line={line} />;
	// Where the keys of the row are off, Tab comes to its buttons.
	const tab = singleKeys.value ? -1 : 0;
	return (
		<li
			data-row
			data-entry={entry.id}
			aria-busy={unsaved ? true : undefined}
			tabIndex={-1}
			class={`${struck ? "struck" : ""} ${fresh ? "fresh" : ""} ${line.type}`}
			onMouseEnter={() => setNear(true)}
			onMouseLeave={() => setNear(false)}
			onFocusCapture={() => setNear(true)}
			onBlurCapture={(e) => {
				if (!e.currentTarget.contains(e.relatedTarget as Node | null)) setNear(false);
			}}
		>
			<span class="log-time">{line.time_text}</span>
			<span class="log-plus small">{line.t_plus == null ? "" : plusText(line.t_plus)}</span>
			<div class="log-text">
				{struck ? <s>{text}</s> : text}
				{writing && acts && <RowWords line={line} onDone={(words) => acts.words(line, words)} />}
				{line.late_text && <span class="log-mark small">{line.late_text}</span>}
				{line.moved_text && <span class="log-mark small">{line.moved_text}</span>}
				{struck && (
					<span class="log-mark small">
						Struck at {clock(entry.struck_at, zone)}: {entry.struck_reason}
					</span>
				)}
				{line.offers_plan && !struck && acts && (
					<span class="log-event">
						<Button kind="quiet" keys="F1" tabIndex={tab} onClick={() => acts.plan(line)}>
							Emergency plan
						</Button>
					</span>
				)}
				{line.asks_event && !struck && acts && (
					<span class="log-event">
						<Button kind="quiet" keys="A" tabIndex={tab} onClick={() => acts.event(line)}>
							Record the adverse event
						</Button>
					</span>
				)}
				{unsaved && unsaved.state !== "sending" && <NotSaved unsaved={unsaved} />}
			</div>
			{near && acts && !struck && !unsaved && !writing && (
				<span class="log-acts">
					<Button kind="quiet" keys="E" tabIndex={tab} onClick={() => acts.edit(line)}>
						Edit
					</Button>
					<Button kind="quiet" keys="U" tabIndex={tab} onClick={() => acts.takeBack(line)}>
						Take back
					</Button>
					<Button kind="quiet" keys="X" tabIndex={tab} onClick={() => acts.move(line)}>
						Move
					</Button>
				</span>
			)}
		</li>
	);
});

/** An entry that is on the screen and not on disk. */
function NotSaved({ unsaved }: { unsaved: Unsaved }) {
	const { id } = entryOf(unsaved.written);
	const { fault } = unsaved;
	const fields = Object.values(fault?.fields ?? {}).join(" ");
	if (unsaved.state === "held") return <span class="log-unsaved small">Not saved</span>;
	return (
		<span class="log-unsaved small">
			<ErrorLine text={`Not saved. ${fields || fault?.message || ""}`} reference={fault?.ref} />
			<span class="actions">
				<Button kind="quiet" onClick={() => outbox.retry(id)}>
					Try again
				</Button>
				<Button kind="quiet" onClick={() => outbox.drop(id)}>
					Take away
				</Button>
			</span>
		</span>
	);
}
