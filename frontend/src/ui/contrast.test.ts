import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = Record<string, string>;

const css = readFileSync("src/ui/tokens.css", "utf8");

function theme(name: string): Theme {
	const block = new RegExp(`\\[data-theme="${name}"\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1];
	if (!block) throw new Error(`no theme ${name}`);
	return Object.fromEntries(
		[...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]),
	);
}

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
