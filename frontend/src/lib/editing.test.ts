import { describe, expect, it } from "vitest";
import { continueList, type Edit, toggleWrap } from "./editing";

/** "a|b" is a caret, "a[b]c" in «» a selection: «|» marks keep the tables readable. */
function at(marked: string): Edit {
	const start = marked.indexOf("|");
	const rest = marked.replace("|", "");
	const second = rest.indexOf("|");
	return { text: rest.replace("|", ""), start, end: second < 0 ? start : second };
}

function show({ text, start, end }: Edit): string {
	return start === end
		? `${text.slice(0, start)}|${text.slice(start)}`
		: `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;
}

describe("Enter in a list", () => {
	it.each([
		["- one|", "- one\n- |"],
		["- one| two", "- one\n- | two"],
		["a\n  * b|", "a\n  * b\n  * |"],
		["9. nine|", "9. nine\n10. |"],
		["1) a|", "1) a\n2) |"],
		["- [x] done|", "- [x] done\n- [ ] |"],
		["- one\n- |", "- one\n|"],
		["- |\nafter", "|\nafter"],
	])("%j", (before, after) => {
		expect(show(continueList(at(before)) as Edit)).toBe(after);
	});
	it.each(["plain|", "|- one", "-one|", "- a|b|", ""])("leaves %j alone", (before) => {
		expect(continueList(at(before))).toBeNull();
	});
});

describe("Ctrl B and Ctrl I", () => {
	it.each([
		["a |word| b", "**", "a **|word|** b"],
		["a **|word|** b", "**", "a |word| b"],
		["|", "*", "*|*"],
		["*|w|*", "*", "|w|"],
		["**|w|**", "*", "***|w|***"],
		["***|w|***", "*", "**|w|**"],
	] as const)("%j with %s", (before, mark, after) => {
		expect(show(toggleWrap(at(before), mark))).toBe(after);
	});
});
