import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";

/** A page, to be read and drawn when it is wanted. */
export interface Page {
	/** Points, 1/72 inch. */
	width: number;
	height: number;
	/** Its words, for those who do not see the drawing. */
	text: () => Promise<string>;
	draw: (canvas: HTMLCanvasElement, scale: number) => Promise<void>;
}

export interface Pdf {
	pages: readonly Page[];
	/** Forgets the file; what is being drawn ends with an error. */
	close: () => void;
}

/**
 * Reads a PDF from the app's own origin. pdf.js works here in the page itself: a worker would need
 * an origin, which the window's own scheme does not have on every system. Of the pages only the first
 * is read at once, since a chart has a thousand; the others are taken to be of its size until drawn.
 */
export async function readPdf(url: string): Promise<Pdf> {
	const [pdfjs, worker, bytes] = await Promise.all([
		import("pdfjs-dist/legacy/build/pdf.mjs"),
		import("pdfjs-dist/legacy/build/pdf.worker.min.mjs"),
		fetch(url).then((r) => {
			if (!r.ok) throw new Error("no preview");
			return r.arrayBuffer();
		}),
	]);
	(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
	const reading = pdfjs.getDocument({
		data: new Uint8Array(bytes),
		isEvalSupported: false,
		useWasm: false,
		// Glyphs as paths: a font face made from data would need more than the CSP grants.
		disableFontFace: true,
	});
	const file = await reading.promise;
	const { width, height } = (await file.getPage(1)).getViewport({ scale: 1 });
	return {
		pages: Array.from({ length: file.numPages }, (_, i) => pageOf(file, i + 1, width, height)),
		close: () => void reading.destroy(),
	};
}

function pageOf(file: PDFDocumentProxy, number: number, width: number, height: number): Page {
	return {
		width,
		height,
		text: async () => readText(await file.getPage(number)),
		draw: async (canvas, scale) => {
			const page = await file.getPage(number);
			const viewport = page.getViewport({ scale });
			canvas.width = Math.floor(viewport.width);
			canvas.height = Math.floor(viewport.height);
			await page.render({ canvas, viewport }).promise;
			page.cleanup();
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
