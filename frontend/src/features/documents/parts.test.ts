import { expect, it } from "vitest";
import { fixed, grouped, toggled, unprintable, usual } from "./parts";

const part = (name: string, inclusion: string, isUsual: boolean) => ({
	part: name,
	label: `the ${name}`,
	inclusion,
	usual: isUsual,
	in: isUsual,
});
const parts = [
	part("identity", "always", true),
	part("doses", "on", true),
	part("note", "on", false),
	part("facts", "always", true),
	part("vitals", "off", false),
];

it("groups what can be chosen by what is usual for the reader", () => {
	expect(grouped(parts).map((g) => [g.title, g.parts.map((p) => p.label)])).toEqual([
		["Usual for this reader", ["The doses"]],
		["Only when you choose it", ["The note", "The vitals"]],
	]);
	expect(grouped([part("identity", "always", true)])).toEqual([]);
	expect(fixed(parts)).toBe("the identity, the facts");
});

it("names what cannot be printed", () => {
	expect(
		unprintable([
			{ char: "中", code: "U+4E2D" },
			{ char: "字", code: "U+5B57" },
		]),
	).toBe("No typeface here has 中 (U+4E2D), 字 (U+5B57). The page shows a mark in its place.");
});

it("puts a part in and takes it out again, in the document's order", () => {
	const held = usual(parts);
	expect(held).toEqual(["identity", "doses", "facts"]);
	const wider = toggled(parts, held, "note");
	expect(wider).toEqual(["identity", "doses", "note", "facts"]);
	expect(toggled(parts, wider, "note")).toEqual(held);
});
