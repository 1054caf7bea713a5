import { useEffect, useState } from "preact/hooks";
import { clockSeconds } from "../../lib/time";
import { zone } from "../../state/practice";
import { NotSaved } from "../../ui/NotSaved";
import type { Saving } from "./useNote";

const patience = 400;

/** Whether the text is on disk: said quietly when it is, and plainly when it is not. */
export function SaveLine({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
	const [slow, setSlow] = useState(false);
	useEffect(() => {
		setSlow(false);
		if (!saving.running) return;
		const timer = setTimeout(() => setSlow(true), patience);
		return () => clearTimeout(timer);
	}, [saving.running]);

	if (saving.error) return <NotSaved reason={saving.error} onRetry={onRetry} />;
	if (slow) return <p class="save-line small faint">Saving</p>;
	if (!saving.at) return null;
	return <p class="save-line saved small faint">Saved {clockSeconds(saving.at, zone())}</p>;
}
