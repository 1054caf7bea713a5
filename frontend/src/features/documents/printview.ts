import type { Page } from "./pdf";

/** So many pages can be printed from here: each is a picture of some 15 MB until the dialog closes. */
export const mostPrinted = 20;

/** Dots per point: 200 dots to the inch. */
const scale = 200 / 72;

/**
 * Draws pages into a part of the page that only paper sees; the rest is not printed. The result takes
 * it away again.
 */
export async function layOut(
	pages: readonly Page[],
	tell: (drawn: number) => void,
): Promise<() => void> {
	const view = document.createElement("div");
	view.className = "print-view";
	view.setAttribute("aria-hidden", "true");
	document.body.append(view);
	try {
		for (const [i, page] of pages.entries()) {
			const canvas = document.createElement("canvas");
			// Kept in ordinary memory: WebKit prints one that the graphics card keeps as a black page.
			canvas.getContext("2d", { alpha: false, willReadFrequently: true });
			await page.draw(canvas, scale);
			view.append(canvas);
			tell(i + 1);
		}
	} catch (reason) {
		view.remove();
		throw reason;
	}
	return () => {
		// At once, and not when memory is next looked through: a page is large, and it is a client's.
		for (const canvas of view.querySelectorAll("canvas")) canvas.width = canvas.height = 0;
		view.remove();
	};
}
