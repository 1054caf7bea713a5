import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = Record<string, string>;

const css = readFileSync("src/ui/tokens.css", "utf8");

/** The tokens one block of the file sets. */
function tokens(selector: string): Theme {
	const at = css.indexOf(`${selector} {`);
	if (at < 0) throw new Error(`no block ${selector}`);
	const block = css.slice(at, css.indexOf("}", at));
	return Object.fromEntries(
		[...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]),
	);
}

const theme = (name: string): Theme => tokens(`[data-theme="${name}"]`);

/** The session theme at a level of dimming. */
const dimmed = (level: number): Theme =>
	level === 0
		? theme("session")
		: { ...theme("session"), ...tokens(`[data-theme="session"][data-dim="${level}"]`) };

/** WCAG 2 relative luminance of "#rrggbb", 0 to 1. */
function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((i) => {
		const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: string, b: string): number {
	const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (hi + 0.05) / (lo + 0.05);
}

const grounds = ["bg", "surface", "sunken"];
const words = ["text", "text-2", "text-3", "accent", "window", "dose", "danger"];
const pairs: [string, string, number][] = [
	...grounds.flatMap((g) => words.map((w): [string, string, number] => [w, g, 4.5])),
	...grounds.flatMap((g): [string, string, number][] => [
		["focus", g, 3],
		["line-strong", g, 3],
	]),
	["on-accent", "accent", 4.5],
	["on-accent", "accent-hover", 4.5],
	["accent", "accent-soft", 4.5],
	["window", "window-soft", 4.5],
	["dose", "dose-soft", 4.5],
	["danger", "danger-soft", 4.5],
	["text", "accent-soft", 4.5],
	["text-2", "accent-soft", 4.5],
];

describe.each(["light", "dark", "session"])("contrast of the %s theme", (name) => {
	const t = theme(name);
	it("has every token", () => {
		expect(Object.keys(t)).toHaveLength(21);
	});
	it.each(pairs)("%s on %s is at least %d", (fg, bg, least) => {
		expect(ratio(t[fg] ?? "", t[bg] ?? "")).toBeGreaterThanOrEqual(least);
	});
});

describe.each([0, 1, 2])("contrast of the session theme at dim level %d", (level) => {
	const t = dimmed(level);
	it.each(pairs)("%s on %s is at least %d", (fg, bg, least) => {
		expect(ratio(t[fg] ?? "", t[bg] ?? "")).toBeGreaterThanOrEqual(least);
	});
});

describe.each([1, 2, 3, 4])("dim level %d", (level) => {
	const [usual, t] = [theme("session"), dimmed(level)];
	const share = (token: string) => luminance(t[token] ?? "") / luminance(usual[token] ?? "");
	it.each(["text", "accent", "danger"])("has %s darker by 0.78 a step", (token) => {
		expect(share(token)).toBeCloseTo(0.78 ** level, 2);
	});
	it.each(["text-2", "text-3"])("leaves %s as it is until level 3", (token) => {
		expect(share(token)).toBeCloseTo(0.78 ** Math.max(0, level - 2), 1);
	});
});

it("leaves only the grounds undimmed at the last level", () => {
	const [usual, last] = [theme("session"), dimmed(4)];
	const same = Object.keys(usual).filter((k) => last[k] === usual[k]);
	expect(same).toEqual(["bg", "surface", "sunken", "on-accent"]);
});
