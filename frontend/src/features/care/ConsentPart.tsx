import type { PartProps } from "./part";

/** Consents of one client. */
export function ConsentPart({ client }: PartProps) {
	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title">Consents</h2>
			<p class="muted">Nothing here yet for {client.legal_name}.</p>
		</section>
	);
}
