import type { LogLine } from "../../bridge";
import { plusText } from "../../lib/entry";
import { clock } from "../../lib/time";
import { singleKeys } from "../../state/keys";
import { Button } from "../../ui/Button";
import { LogText } from "./LogText";

/** One row of the log. With the focus on it, E edits, U takes back and A records its adverse event. */
export function LogRow({
	line,
	zone,
	onEdit,
	onTakeBack,
	onMove,
	onEvent,
}: {
	line: LogLine;
	zone: string;
	/** Absent once the note is signed. */
	onEdit: (() => void) | undefined;
	onTakeBack: () => void;
	/** Absent where no other chart could take it. */
	onMove: (() => void) | undefined;
	/** Records the adverse event that goes with it. */
	onEvent: () => void;
}) {
	const { entry } = line;
	const struck = entry.struck_at !== "";
	// Where the keys of the row are off, Tab comes to its buttons.
	const tab = singleKeys.value ? -1 : 0;
	return (
		<li data-row data-entry={entry.id} class={struck ? "struck" : ""}>
			<span class="log-time">{line.time_text}</span>
			<span class="log-plus small">{line.t_plus == null ? "" : plusText(line.t_plus)}</span>
			<div class="log-text">
				{struck ? (
					<s>
						<LogText line={line} />
					</s>
				) : (
					<LogText line={line} />
				)}
				{line.late_text && <span class="log-mark small">{line.late_text}</span>}
				{line.moved_text && <span class="log-mark small">{line.moved_text}</span>}
				{struck && (
					<span class="log-mark small">
						Struck at {clock(entry.struck_at, zone)}: {entry.struck_reason}
					</span>
				)}
				{line.asks_event && (
					<span class="log-event">
						<Button kind="quiet" keys="A" tabIndex={tab} onClick={onEvent}>
							Record the adverse event
						</Button>
					</span>
				)}
			</div>
			{onEdit && !struck && (
				<span class="log-acts">
					<Button kind="quiet" keys="E" tabIndex={tab} onClick={onEdit}>
						Edit
					</Button>
					<Button kind="quiet" keys="U" tabIndex={tab} onClick={onTakeBack}>
						Take back
					</Button>
					{onMove && (
						<Button kind="quiet" keys="X" tabIndex={tab} onClick={onMove}>
							Move
						</Button>
					)}
				</span>
			)}
		</li>
	);
}
