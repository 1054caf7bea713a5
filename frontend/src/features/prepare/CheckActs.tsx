import type { Readiness } from "../../bridge";
import { Button } from "../../ui/Button";

export type Check = Readiness["checks"][number];

/** What a check that is answered in place says while it blocks, and the way to lift it. */
export function CheckActs({
	check,
	answered,
	onLift,
}: {
	check: Check | undefined;
	/** Whether its words say more than that nothing was answered yet. */
	answered: boolean;
	onLift: (key: string) => void;
}) {
	if (check?.state !== "blocks") return null;
	return (
		<span class="check-acts">
			{answered && <span class="prepare-blocked small">{check.text}</span>}
			<Button kind="quiet" class="small" onClick={() => onLift(check.key)}>
				Lift…
			</Button>
		</span>
	);
}
