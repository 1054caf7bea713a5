import type { PartProps } from "./part";

/** Preparation of one client. */
export function PreparationPart({ client }: PartProps) {
	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title">Preparation</h2>
			<p class="muted">Nothing here yet for {client.legal_name}.</p>
		</section>
	);
}
