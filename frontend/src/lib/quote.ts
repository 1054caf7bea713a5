/** What to insert so that a client's words stand in the text at the caret, with their minute mark. */
export function quoteAt(text: string, start: number, end: number, words: string, mark: string) {
	const before = text.slice(0, start);
	const after = text.slice(end);
	const lead = before === "" || /\s$|[([“]$/.test(before) ? "" : " ";
	const tail = after === "" || /^[\s.,;:!?)\]”]/.test(after) ? "" : " ";
	return `${lead}“${words.replace(/^[“"]|[”"]$/g, "")}”${mark ? ` (${mark})` : ""}${tail}`;
}
