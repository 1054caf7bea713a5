const block =
	/^(P|DIV|H[1-6]|LI|UL|OL|TABLE|TR|BLOCKQUOTE|PRE|SECTION|ARTICLE|HEADER|FOOTER|DL|DT|DD)$/;
const dropped = /^(SCRIPT|STYLE|HEAD|TITLE|META|LINK|TEMPLATE|NOSCRIPT|O:P|SVG|IMG|OBJECT)$/;

/** Word writes list items as paragraphs and the mark as text that only Word is to show. */
const wordList = /mso-list:\s*l\d/i;
const wordMark = /mso-list:\s*ignore/i;

/**
 * Clipboard HTML as plain text for a note: paragraphs apart by an empty line, list items as "- "
 * or "1. " lines, everything else only its words. The HTML is parsed without being run.
 */
export function htmlToNote(html: string): string {
	const body = new DOMParser().parseFromString(html, "text/html").body;
	const blocks: { text: string; item: boolean }[] = [];
	let line = "";

	const flush = (item = false, mark = "") => {
		const text = tidyInline(line);
		line = "";
		if (text) blocks.push({ text: mark + text, item });
	};

	const walk = (node: Node) => {
		if (node.nodeType === 3) {
			line += (node.textContent ?? "").replace(/\s+/g, " ");
			return;
		}
		if (!(node instanceof Element) || dropped.test(node.tagName.toUpperCase())) return;
		const tag = node.tagName.toUpperCase();
		const style = node.getAttribute("style") ?? "";
		if (wordMark.test(style)) return;
		if (tag === "BR") {
			line += "\n";
			return;
		}
		if (tag === "TD" || tag === "TH") line += " ";
		if (!block.test(tag)) {
			for (const child of node.childNodes) walk(child);
			return;
		}
		flush();
		if (tag === "LI" || wordList.test(style)) {
			const before = blocks.length;
			for (const child of node.childNodes) walk(child);
			flush(true, listMark(node));
			// A paragraph inside the item is the item's own text.
			const first = blocks[before];
			if (first && !first.item) blocks[before] = { text: listMark(node) + first.text, item: true };
			return;
		}
		for (const child of node.childNodes) walk(child);
		flush();
	};

	for (const child of body.childNodes) walk(child);
	flush();
	return blocks
		.map((b, i) => {
			const next = blocks[i + 1];
			return b.text + (next ? (b.item && next.item ? "\n" : "\n\n") : "");
		})
		.join("");
}

function listMark(node: Element): string {
	const list = node.parentElement;
	if (list?.tagName.toUpperCase() !== "OL") return "- ";
	const items = [...list.children].filter((c) => c.tagName.toUpperCase() === "LI");
	return `${Number(list.getAttribute("start") ?? "1") + items.indexOf(node)}. `;
}

function tidyInline(text: string): string {
	return text
		.replace(/\u00a0/g, " ")
		.replace(/[ \t]+/g, " ")
		.replace(/ ?\n ?/g, "\n")
		.trim();
}

/** Plain clipboard text: one kind of line end, other programs' bullets as "- ", no control characters. */
export function textToNote(text: string): string {
	return (
		text
			.replace(/\r\n?/g, "\n")
			.replace(/\u00a0/g, " ")
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
			.replace(/^[ \t]*[•◦▪·‣–][ \t]+/gm, "- ")
	);
}
