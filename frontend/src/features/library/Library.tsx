import type { Shelf } from "../../state/route";
import { PrescribersShelf } from "./PrescribersShelf";

/** What the practice works from: prescribers, questions, consents, plans, outlines, the emergency plan. */
export function Library({ shelf }: { shelf: Shelf | undefined }) {
	return (
		<div class="page">
			<h1 tabIndex={-1}>Library</h1>
			{shelf === undefined && <PrescribersShelf />}
		</div>
	);
}
