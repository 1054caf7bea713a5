import type { PartProps } from "./part";

/** Clearance of one client. */
export function ClearancePart({ client }: PartProps) {
	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title">Clearance</h2>
			<p class="muted">Nothing here yet for {client.legal_name}.</p>
		</section>
	);
}
