import { useEffect, useState } from "preact/hooks";
import { clock } from "../../lib/time";
import { outbox, type Unsaved } from "../../state/outbox";
import { useLive } from "./context";

/** "Every entry saved, last at 13:54", or what is not saved and why. */
export function SavedLine() {
	const { view } = useLive();
	const unsaved = outbox.unsaved.value.filter((u) => u.session === view.session_id);
	const slow = useSlow(unsaved.find((u) => u.state === "sending")?.since);

	if (unsaved.some((u) => u.state !== "sending")) return <UnsavedLine unsaved={unsaved} />;
	if (slow)
		return (
			<p class="small live-saved" role="status">
				Saving
			</p>
		);
	// The last written, whenever it is said to have happened.
	let last = "";
	for (const part of view.parts)
		for (const { entry } of part.log) if (entry.recorded_at > last) last = entry.recorded_at;
	return (
		<p class="small live-saved" role="status">
			{last ? `Every entry saved, last at ${clock(last, view.zone)}` : "Nothing is written yet"}
		</p>
	);
}

/** How many entries are not saved, and why. */
export function UnsavedLine({ unsaved }: { unsaved: readonly Unsaved[] }) {
	const held = unsaved.filter((u) => u.state === "held");
	const refused = unsaved.filter((u) => u.state === "refused");
	return (
		<p class="small live-saved not" role="alert">
			{held.length > 0 &&
				`${entries(held.length)} not saved: ${why(held[0])} ${
					held.length === 1 ? "It is" : "They are"
				} kept here and tried again. `}
			{refused.length > 0 && `${entries(refused.length)} not saved: the log says why.`}
		</p>
	);
}

export const entries = (n: number) => (n === 1 ? "1 entry" : `${n} entries`);

/** The first sentence of the reason: "the disk is full." */
function why(u: Unsaved | undefined): string {
	const said = (u?.fault?.message ?? "").replace(/^Not saved: /, "");
	const first = /^.*?[.](?= |$)/.exec(said)?.[0] ?? said;
	return first.slice(0, 1).toLowerCase() + first.slice(1);
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
