import { useEffect, useState } from "preact/hooks";
import { clock } from "../../lib/time";
import { outbox } from "../../state/outbox";
import { Icon } from "../../ui/Icon";
import { useLive } from "./context";

/** "Every entry saved, last at 13:54", or what is not saved and why. */
export function SavedLine() {
	const { view } = useLive();
	const unsaved = outbox.unsaved.value.filter((u) => u.session === view.session_id);
	const held = unsaved.filter((u) => u.state !== "sending");
	const slow = useSlow(unsaved.find((u) => u.state === "sending")?.since);

	if (held.length > 0)
		return (
			<p class="live-saved not" role="alert">
				<Icon name="triangle-alert" />
				{held.length === 1 ? "1 entry not saved" : `${held.length} entries not saved`}:{" "}
				{held[0]?.fault?.message}{" "}
				{held.some((u) => u.state === "held") && "Kept here and tried again."}
			</p>
		);
	if (slow)
		return (
			<p class="live-saved" role="status">
				Saving
			</p>
		);
	// The last written, whenever it is said to have happened.
	let last = "";
	for (const part of view.parts)
		for (const { entry } of part.log) if (entry.recorded_at > last) last = entry.recorded_at;
	return (
		<p class="live-saved" role="status">
			{last ? `Every entry saved, last at ${clock(last, view.zone)}` : "Nothing is written yet"}
		</p>
	);
}

/** Whether what is on its way since then has taken 400 ms. */
function useSlow(since: number | undefined): boolean {
	const [slow, setSlow] = useState(false);
	useEffect(() => {
		setSlow(false);
		if (since === undefined) return;
		const timer = setTimeout(() => setSlow(true), since + 400 - performance.now());
		return () => clearTimeout(timer);
	}, [since]);
	return slow;
}
