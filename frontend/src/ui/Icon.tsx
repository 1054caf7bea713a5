import type { IconName } from "./icon-names";
import sprite from "./icons.svg?raw";

/** The sprite itself, placed once in the page: a reference into another file is refused by some webviews. */
export function IconSprite() {
	return <div hidden dangerouslySetInnerHTML={{ __html: sprite }} />;
}

/** A Lucide outline at 18 px. Decorative: the control around it carries the name in text. */
export function Icon({ name }: { name: IconName }) {
	return (
		<svg class="icon" aria-hidden="true">
			<use href={`#icon-${name}`} />
		</svg>
	);
}
