import { plusText } from "../../lib/entry";
import { singleKeys } from "../../state/keys";
import { Button } from "../../ui/Button";
import { type EventLine, EventText } from "../session/EventText";
import { plusMinutes } from "./provisional";

/** An adverse event in the log: Enter on its row, or its button, adds what became known. */
export function EventRow({
	line,
	firstAt,
	fresh,
	newest,
	onAdd,
}: {
	line: EventLine;
	/** Of the first dose; empty before it. */
	firstAt: string;
	/** The newest row, for a few seconds. */
	fresh: boolean;
	/** The one the key for adverse events leads to. */
	newest: boolean;
	onAdd: () => void;
}) {
	return (
		<li
			data-row
			data-event={line.event.id}
			tabIndex={-1}
			class={fresh ? "fresh" : ""}
			onKeyDown={(e) => {
				if (e.key !== "Enter" || e.target !== e.currentTarget) return;
				e.preventDefault();
				onAdd();
			}}
		>
			<span class="log-time">{line.time_text}</span>
			<span class="log-plus small">{firstAt && plusText(plusMinutes(firstAt, line.event.at))}</span>
			<div class="log-text">
				<EventText line={line} />
				<span class="log-event">
					<Button
						kind="quiet"
						keys={newest ? "A" : undefined}
						tabIndex={singleKeys.value ? -1 : 0}
						onClick={onAdd}
					>
						Add what became known
					</Button>
				</span>
			</div>
		</li>
	);
}
