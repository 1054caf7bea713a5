import type { PartProps } from "./part";

/** Screening of one client. */
export function ScreeningPart({ client }: PartProps) {
	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title">Screening</h2>
			<p class="muted">Nothing here yet for {client.legal_name}.</p>
		</section>
	);
}
