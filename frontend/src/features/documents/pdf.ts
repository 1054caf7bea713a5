import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";

/** A page ready to be drawn, with its words for those who do not see the drawing. */
export interface Page {
	/** Points, 1/72 inch. */
	width: number;
	height: number;
	text: string;
	draw: (canvas: HTMLCanvasElement, scale: number) => Promise<void>;
}

/**
 * Reads a PDF from the app's own origin. pdf.js works here in the page itself: a worker would need
 * an origin, which the window's own scheme does not have on every system, and two pages need none.
 */
export async function readPdf(url: string): Promise<Page[]> {
	const [pdfjs, worker, bytes] = await Promise.all([
		import("pdfjs-dist/legacy/build/pdf.mjs"),
		import("pdfjs-dist/legacy/build/pdf.worker.min.mjs"),
		fetch(url).then((r) => {
			if (!r.ok) throw new Error("no preview");
			return r.arrayBuffer();
		}),
	]);
	(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
	const file = await pdfjs.getDocument({
		data: new Uint8Array(bytes),
		isEvalSupported: false,
		useWasm: false,
		// Glyphs as paths: a font face made from data would need more than the CSP grants.
		disableFontFace: true,
	}).promise;
	return Promise.all(Array.from({ length: file.numPages }, (_, i) => readPage(file, i + 1)));
}

async function readPage(file: PDFDocumentProxy, number: number): Promise<Page> {
	const page = await file.getPage(number);
	const { width, height } = page.getViewport({ scale: 1 });
	const text = await readText(page);
	return {
		width,
		height,
		text,
		draw: async (canvas, scale) => {
			const viewport = page.getViewport({ scale });
			canvas.width = Math.floor(viewport.width);
			canvas.height = Math.floor(viewport.height);
			await page.render({ canvas, viewport }).promise;
		},
	};
}

/** The words of a page. WebKit cannot iterate a stream, as getTextContent does, so it is read by hand. */
async function readText(page: PDFPageProxy): Promise<string> {
	const reader = page.streamTextContent().getReader();
	let text = "";
	for (;;) {
		const { value, done } = await reader.read();
		if (done) return text;
		for (const item of value.items) text += item.str + (item.hasEOL ? "\n" : "");
	}
}
