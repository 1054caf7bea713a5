import type { PartProps } from "./part";

/** Psychotherapy notes of one client. */
export function PrivateDoor({ client }: PartProps) {
	return (
		<section aria-labelledby="part-title">
			<h2 id="part-title">Psychotherapy notes</h2>
			<p class="muted">Nothing here yet for {client.legal_name}.</p>
		</section>
	);
}
