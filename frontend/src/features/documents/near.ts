import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** How far beyond what is seen a thing is near: two pages or so. */
const margin = "2000px 0px";

const heard = new Map<Element, (near: boolean) => void>();
let observer: IntersectionObserver | undefined;

function watch(el: Element, tell: (near: boolean) => void): () => void {
	// One for all: it looks at the box that scrolls.
	observer ??= new IntersectionObserver(
		(entries) => {
			for (const e of entries) heard.get(e.target)?.(e.isIntersecting);
		},
		{ root: document.getElementById("main"), rootMargin: margin },
	);
	heard.set(el, tell);
	observer.observe(el);
	return () => {
		heard.delete(el);
		observer?.unobserve(el);
		if (heard.size > 0) return;
		observer?.disconnect();
		observer = undefined;
	};
}

/** Whether an element is in what is seen of the screen, or near it. */
export function useNear(ref: RefObject<Element | null>): boolean {
	const [near, setNear] = useState(false);
	useEffect(() => (ref.current ? watch(ref.current, setNear) : undefined), []);
	return near;
}
