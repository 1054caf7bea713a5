import type { PartProps } from "./part";

/** Files of one client. */
export function FilesPart({ client }: PartProps) {
	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title">Files</h2>
			<p class="muted">Nothing here yet for {client.legal_name}.</p>
		</section>
	);
}
