import type { RenderedSection } from "../../bridge";

/** Sections as they are signed. Go renders them without raw HTML, so they can stand as they come. */
export function Rendered({ sections }: { sections: readonly RenderedSection[] }) {
	return (
		<>
			{sections.map((s, i) => (
				<section class="note-section" key={`${i}-${s.title}`}>
					<h2>{s.title}</h2>
					<div class="note-text" dangerouslySetInnerHTML={{ __html: s.html }} />
				</section>
			))}
		</>
	);
}
