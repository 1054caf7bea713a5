import type { Readiness } from "../../bridge";

type Lift = NonNullable<Readiness["checks"][number]["lift"]>;

/** How something was lifted, in words. */
export function LiftWords({ lift }: { lift: Lift }) {
	return (
		<span class="check-lift muted">
			{lift.kind === "decision"
				? `${lift.prescriber_name} decided, read back: “${lift.said}”`
				: `Reason: ${lift.reason}`}
		</span>
	);
}
