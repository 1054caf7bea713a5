import type { PartProps } from "../care/part";

/** Questionnaires: what is offered, what was answered, and what it says. */
export function MeasuresPart(_: PartProps) {
	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title" tabIndex={-1}>
				Measures
			</h2>
		</section>
	);
}
