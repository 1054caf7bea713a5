import type { Readiness } from "../../bridge";
import { Button } from "../../ui/Button";

export type Check = Readiness["checks"][number];

/** What a check that is answered in place says while it blocks, and the way to lift it. */
export function CheckActs({
	check,
	worded,
	onLift,
}: {
	check: Check | undefined;
	/** With its words, where the answer beside it does not say them. */
	worded?: boolean;
	onLift: (key: string) => void;
}) {
	if (check?.state !== "blocks") return null;
	return (
		<span class="check-acts">
			{worded && <span class="prepare-blocked">{check.text}</span>}
			<Button kind="quiet" keys="L" onClick={() => onLift(check.key)}>
				Lift…
			</Button>
		</span>
	);
}
