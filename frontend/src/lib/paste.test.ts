import { describe, expect, it } from "vitest";
import { htmlToNote, textToNote } from "./paste";

describe("pasting HTML", () => {
	it.each([
		["paragraphs", "<p>One</p><p>Two</p>", "One\n\nTwo"],
		["inline words", "<p>A <b>warm</b>,\n <i>soft</i> room</p>", "A warm, soft room"],
		["line breaks", "<p>A<br>B</p>", "A\nB"],
		[
			"lists",
			"<p>To do</p><ul><li>Walk</li><li><p>Write</p></li></ul><p>End</p>",
			"To do\n\n- Walk\n- Write\n\nEnd",
		],
		["numbered lists", '<ol start="3"><li>c</li><li>d</li></ol>', "3. c\n4. d"],
		["nothing that runs", "<p>a</p><script>alert(1)</script><style>p{}</style>", "a"],
		["tables as rows", "<table><tr><td>BP</td><td>120/80</td></tr></table>", "BP 120/80"],
		["no text", "<p></p>", ""],
	])("%s", (_, html, note) => {
		expect(htmlToNote(html)).toBe(note);
	});
	it("reads Word's lists", () => {
		const word = `<html><head><style>p.MsoNormal{margin:0}</style></head><body>
			<p class=MsoNormal>Before<o:p></o:p></p>
			<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><span
			style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>First<o:p></o:p></p>
			<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span
			style='mso-list:Ignore'>·</span>Second&nbsp;one</p></body></html>`;
		expect(htmlToNote(word)).toBe("Before\n\n- First\n- Second one");
	});
});

describe("pasting text", () => {
	it.each([
		["a\r\nb\rc", "a\nb\nc"],
		["• one\n  ▪ two", "- one\n- two"],
		["a\u0000b\u000bc", "abc"],
		["x\u00a0y", "x y"],
	])("%j", (text, note) => {
		expect(textToNote(text)).toBe(note);
	});
});
