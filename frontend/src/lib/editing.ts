/** A text area's text with its selection. */
export type Edit = { text: string; start: number; end: number };

const item = /^(\s*)([-*]|(\d+)[.)])\s(\[[ x]\]\s)?/;

/**
 * What Enter does inside a list: the next line gets the same mark, numbers count on, and Enter on
 * an empty item ends the list. Null outside a list, where Enter is the platform's own.
 */
export function continueList({ text, start, end }: Edit): Edit | null {
	const lineStart = text.lastIndexOf("\n", start - 1) + 1;
	const line = text.slice(lineStart, start);
	const m = item.exec(line);
	if (!m || start !== end) return null;
	if (line === m[0]) {
		return { text: text.slice(0, lineStart) + text.slice(end), start: lineStart, end: lineStart };
	}
	const mark = m[3] ? `${Number(m[3]) + 1}${m[2]?.slice(-1)}` : m[2];
	const insert = `\n${m[1]}${mark} ${m[4] ? "[ ] " : ""}`;
	const caret = start + insert.length;
	return { text: text.slice(0, start) + insert + text.slice(end), start: caret, end: caret };
}

/** Puts "**" or "*" around the selection, or takes it away when it is there already. */
export function toggleWrap({ text, start, end }: Edit, mark: "**" | "*"): Edit {
	const n = mark.length;
	const wrapped =
		text.slice(start - n, start) === mark &&
		text.slice(end, end + n) === mark &&
		// A single star must not be half of a double one.
		(n === 2 || text[start - 2] !== "*" || text[start - 3] === "*");
	if (wrapped) {
		return {
			text: text.slice(0, start - n) + text.slice(start, end) + text.slice(end + n),
			start: start - n,
			end: end - n,
		};
	}
	return {
		text: text.slice(0, start) + mark + text.slice(start, end) + mark + text.slice(end),
		start: start + n,
		end: end + n,
	};
}
