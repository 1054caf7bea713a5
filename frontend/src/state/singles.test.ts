import { afterEach, describe, expect, it, vi } from "vitest";
import type { SettingsView } from "../bridge";
import { keptKey } from "../lib/kept";
import { commands, handleKey, register } from "./keys";
import { practice } from "./practice";
import { places, singles, wrongKeys } from "./singles";

// The first run, in gate, comes before there are settings.
const files = import.meta.glob<string>(
	["../features/**/*.{ts,tsx}", "!../features/gate/*", "!../**/*.test.{ts,tsx}"],
	{ query: "?raw", import: "default", eager: true },
);

/** What looks like a key and is none. */
const noKeys: Record<string, string[]> = {
	"../features/care/DrawPad.tsx": ["M", "L"], // of a path
	"../features/shell/KeySheet.tsx": ["J", "K"], // of lists, see ui/Rows
};

/** The commands with a single key that a file registers, as “id key”; a key without a command has no id. */
function singlesIn(name: string, text: string): string[] {
	const found: string[] = [];
	const single = /"([^a-z0-9\s"])"/g;
	// A key that is only shown is that of a command elsewhere.
	let rest = text.replace(/\bkeys=("[^"]*"|\{[^}]*\})|\bkeys: "[^"]*"/g, "");
	const take = (pattern: RegExp, keysAt: number) => {
		rest = rest.replace(pattern, (all, id: string, ...groups: string[]) => {
			for (const [, key] of (groups[keysAt - 2] ?? "").matchAll(single)) found.push(`${id} ${key}`);
			return all.replace(single, "");
		});
	};
	take(/\bid: "([^"]+)",((?:(?!\bid: )[\s\S])*?)\bkeys: ([^\n]*\])/g, 3);
	take(/\b(?:command|key)\(\s*"([^"]+)",\s*"[^"]+",\s*("."),/g, 2);
	for (const [, key] of rest.matchAll(/"([A-Z])"/g))
		if (key && !noKeys[name]?.includes(key)) found.push(`? ${key}`);
	return found;
}

const used = Object.entries(files).flatMap(([name, text]) =>
	singlesIn(name, text).map((s) => ({ name, s })),
);

describe("the list of single keys", () => {
	it("has every command that a single key runs", () => {
		const listed = new Set(singles.map((s) => `${s.id} ${s.key}`));
		expect(used.filter(({ s }) => !listed.has(s))).toEqual([]);
	});
	it("has nothing that is not there", () => {
		const there = new Set(used.map(({ s }) => s));
		expect(singles.filter((s) => !there.has(`${s.id} ${s.key}`))).toEqual([]);
	});
	it("finds a command however it is written", () => {
		const text = `{ id: "a", label: x ? "B" : "C", keys: done ? ["]"] : ["Ctrl S"] }`;
		expect(singlesIn("a", text)).toEqual(["a ]"]);
		expect(singlesIn("a", `command("a", "A thing", "Q", run)`)).toEqual(["a Q"]);
		expect(singlesIn("a", `{ id: "a", keys: [key] }; const key = "Z";`)).toEqual(["? Z"]);
		expect(singlesIn("a", `<Button keys="N" /> {...(x && { keys: "W" })}`)).toEqual([]);
	});
	it("names each command once, in a place there is", () => {
		expect(new Set(singles.map((s) => s.id)).size).toBe(singles.length);
		const known = places.map((p) => p.id);
		expect(singles.filter((s) => !known.includes(s.where))).toEqual([]);
	});
});

describe("keys of one's own", () => {
	it.each([
		["a free letter", { vitals: "G" }, {}],
		["the usual one", { vitals: "V" }, {}],
		["a sign", { vitals: ";" }, {}],
		["taken here", { vitals: "D" }, { vitals: "D is already “Record dose”." }],
		["taken everywhere", { vitals: "?" }, { vitals: "? is already “Keys for this screen”." }],
		["free in another place", { review: "B" }, {}],
		["given up by another", { vitals: "D", dose: "G" }, {}],
		["exchanged", { vitals: "D", dose: "V" }, {}],
		[
			"chosen twice",
			{ vitals: "G", dose: "G" },
			{ vitals: "G is already “Record dose”.", dose: "G is already “Enter vitals”." },
		],
		["a digit", { vitals: "1" }, { vitals: "Digits are for marks and for parts of a screen." }],
		["the rows'", { vitals: "J" }, { vitals: "J and K walk the rows of lists." }],
		["two letters", { vitals: "GH" }, { vitals: "One letter or sign." }],
		["a blank", { vitals: " " }, { vitals: "One letter or sign." }],
		[
			"taken in a part of the place",
			{ "check-in": "F" },
			{ "check-in": "F is already “Complete the course”." },
		],
	])("%s", (_, map, wrong) => {
		expect(wrongKeys(map)).toEqual(wrong);
	});
});

describe("the registry with keys of one's own", () => {
	const away: (() => void)[] = [];
	afterEach(() => {
		for (const take of away.splice(0)) take();
		practice.value = null;
	});
	const add = (id: string, keys: string[]) => {
		const run = vi.fn();
		away.push(register({ id, label: id, scope: "everywhere", keys, run }));
		return run;
	};
	const choose = (single_keys: boolean, key_map: Record<string, string>) => {
		practice.value = { settings: { single_keys, key_map } } as unknown as SettingsView;
	};
	const press = (key: string, init: KeyboardEventInit = {}) => {
		const event = new KeyboardEvent("keydown", { key, cancelable: true, ...init });
		Object.defineProperty(event, "target", { value: document.body });
		handleKey(event);
	};
	const shown = (...keys: string[]) => keys.map((k) => keptKey.value(k));

	it("switches single keys off and nothing else", () => {
		const vitals = add("vitals", ["V"]);
		const undo = add("take-back", ["U", "Ctrl Z"]);
		const mark = add("mark-1", ["1"]);
		const plan = add("emergency", ["F1", "E"]);
		choose(false, { vitals: "G" });
		for (const key of ["v", "g", "u", "1", "e", "?"]) press(key);
		press("z", { ctrlKey: true });
		press("F1");
		expect(vitals).not.toHaveBeenCalled();
		expect(mark).not.toHaveBeenCalled();
		expect(undo).toHaveBeenCalledOnce();
		expect(plan).toHaveBeenCalledOnce();
		expect(shown("V", "U", "1", "J", "?", "F1", "Ctrl Z", "Esc")).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			"F1",
			"Ctrl Z",
			"Esc",
		]);
		expect(commands.value.map((c) => c.keys)).toEqual([["F1"], [], ["Ctrl Z"], []]);
		practice.value = null; // locked, or covered
		press("v");
		expect(vitals).not.toHaveBeenCalled();
		choose(true, {});
		press("v");
		expect(vitals).toHaveBeenCalledOnce();
		expect(shown("V", "J")).toEqual(["V", "J"]);
	});
	it("runs and shows the key that was chosen", () => {
		const vitals = add("vitals", ["V"]);
		const dose = add("dose", ["D"]);
		choose(true, { vitals: "D", dose: "G" });
		press("v");
		press("d");
		expect(dose).not.toHaveBeenCalled();
		press("g");
		expect(vitals).toHaveBeenCalledOnce();
		expect(dose).toHaveBeenCalledOnce();
		expect(shown("V", "D", "N")).toEqual(["D", "G", "N"]);
	});
});
