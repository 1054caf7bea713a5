import type { FormView } from "../../bridge";
import { localDate, longDate } from "../../lib/time";

type Change = FormView["change"];
type Total = NonNullable<Change["last"]>;

const day = (t: Total): string => longDate(localDate(new Date(t.at), t.zone));

/** How the last total stands against the baseline and the one before, and what the published rules say of it. */
export function ChangeLines({ change }: { change: Change }) {
	const { baseline, since_baseline: sinceBaseline, since_before: sinceBefore } = change;
	if (!sinceBaseline && !sinceBefore) return null;
	return (
		<ul class="change-lines">
			{sinceBaseline && baseline && (
				<li>
					Since the baseline: {sinceBaseline.words}.{" "}
					<span class="muted">
						It was {baseline.value} on {day(baseline)}. {change.baseline_note}
					</span>
				</li>
			)}
			{sinceBefore && <li>Since the form before: {sinceBefore.words}.</li>}
			{change.claims.map((c) => (
				<li key={c.words}>{c.words}</li>
			))}
		</ul>
	);
}
