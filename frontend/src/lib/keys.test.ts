import { describe, expect, it } from "vitest";
import { aria, isField, isSingle, type KeyLike, matches, shown } from "./keys";

const press = (key: string, mods = ""): KeyLike => ({
	key,
	ctrlKey: mods.includes("c"),
	metaKey: mods.includes("m"),
	altKey: mods.includes("a"),
	shiftKey: mods.includes("s"),
});

describe("matching keys", () => {
	it.each([
		["Ctrl K", press("k", "c"), false, true],
		["Ctrl K", press("k"), false, false],
		["Ctrl K", press("K", "cs"), false, false],
		["Ctrl Shift N", press("N", "cs"), false, true],
		["Ctrl K", press("k", "m"), true, true],
		["Ctrl K", press("k", "c"), true, false],
		["?", press("?", "s"), false, true],
		["Ctrl +", press("+", "cs"), false, true],
		["Ctrl +", press("+", "c"), false, true],
		["Alt Left", press("ArrowLeft", "a"), false, true],
		["Alt Left", press("ArrowLeft"), false, false],
		["J", press("j"), false, true],
		["J", press("J", "s"), false, false],
		["Shift F6", press("F6", "s"), false, true],
		["F6", press("F6", "s"), false, false],
		["Ctrl Enter", press("Enter", "c"), false, true],
		["[", press("["), false, true],
		["[", press("[", "ac"), false, true], // AltGr
		["[", press("[", "a"), true, true], // Option
		["[", press("[", "a"), false, false],
		["[", press("[", "c"), false, false],
	])("%s", (combo, event, mac, want) => {
		expect(matches(event, combo, mac)).toBe(want);
	});
});

describe("writing keys", () => {
	it("shows and announces the one that applies", () => {
		expect(shown("Ctrl Shift N", false)).toBe("Ctrl Shift N");
		expect(shown("Ctrl Shift N", true)).toBe("⇧⌘N");
		expect(aria("Ctrl Shift N", false)).toBe("Control+Shift+N");
		expect(aria("Ctrl ,", true)).toBe("Meta+,");
		expect(aria("Ctrl +", false)).toBe("Control+Plus");
		expect(aria("Alt Left", false)).toBe("Alt+ArrowLeft");
	});
	it("knows single characters", () => {
		expect(isSingle("J")).toBe(true);
		expect(isSingle("?")).toBe(true);
		expect(isSingle("F6")).toBe(false);
		expect(isSingle("Ctrl K")).toBe(false);
	});
	it("knows where typing goes", () => {
		document.body.innerHTML =
			'<input id="a"><input id="b" type="radio"><textarea id="c"></textarea><button id="d">x</button>';
		const is = (id: string) => isField(document.getElementById(id));
		expect([is("a"), is("b"), is("c"), is("d")]).toEqual([true, false, true, false]);
	});
});
