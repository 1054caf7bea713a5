import { useEffect, useState } from "preact/hooks";
import { clockSeconds } from "../../lib/time";
import { zone } from "../../state/practice";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
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

	if (saving.error)
		return (
			<div class="save-line failed small" role="alert">
				<Icon name="circle-alert" />
				<span>
					Not saved: {lowerFirst(saving.error)}
					{!/Your text is kept here/.test(saving.error) && " Your text is kept here."}
				</span>
				<Button kind="quiet" onClick={onRetry}>
					Try again
				</Button>
			</div>
		);
	if (slow) return <p class="save-line small faint">Saving</p>;
	if (!saving.at) return null;
	return <p class="save-line saved small faint">Saved {clockSeconds(saving.at, zone())}</p>;
}

const lowerFirst = (text: string) => (text[0]?.toLowerCase() ?? "") + text.slice(1);
