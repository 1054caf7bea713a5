import "./work.css";
import { useEffect, useState } from "preact/hooks";
import { cancelKey, cancelling, cancelWork, type WorkKind, working } from "../../state/work";
import { Button } from "../../ui/Button";
import { Progress } from "../../ui/Progress";

const patience = 400;

/**
 * The long task that runs, how far it is, and the way to stop it; nothing while none does, and
 * nothing of one that ends at once. `kinds` narrows it to those that were begun here.
 */
export function WorkLine({ kinds, fixed }: { kinds?: readonly WorkKind[]; fixed?: boolean }) {
	const work = working.value;
	const mine = work && (!kinds || kinds.includes(work.kind)) ? work : null;
	const kind = mine?.kind;
	const [slow, setSlow] = useState(false);
	useEffect(() => {
		setSlow(false);
		if (!kind) return;
		const timer = setTimeout(() => setSlow(true), patience);
		return () => clearTimeout(timer);
	}, [kind]);
	if (!mine || !slow) return null;
	return (
		<div class="work-line">
			<p class="small" role="status">
				{cancelling.value ? "Stopping" : mine.name}
			</p>
			<Progress label={mine.name} part={mine.part} />
			{!fixed && (
				<Button
					class="work-cancel"
					keys={cancelKey}
					disabled={cancelling.value}
					onClick={() => void cancelWork()}
				>
					Cancel<span class="sr">: {mine.name}</span>
				</Button>
			)}
		</div>
	);
}
