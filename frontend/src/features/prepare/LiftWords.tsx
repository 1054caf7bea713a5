import type { Readiness } from "../../bridge";
import { clock, localDate, longDate } from "../../lib/time";
import { zone } from "../../state/practice";

type Lift = NonNullable<Readiness["checks"][number]["lift"]>;

/** How something was lifted, in words. */
export function LiftWords({ lift }: { lift: Lift }) {
	const at = () =>
		`${longDate(localDate(new Date(lift.decided_at), zone()))} at ${clock(lift.decided_at, zone())}`;
	return (
		<span class="check-lift muted">
			{lift.kind === "decision"
				? `${lift.prescriber_name} decided on ${at()}, read back: “${lift.said}”`
				: `Reason: ${lift.reason}`}
		</span>
	);
}
