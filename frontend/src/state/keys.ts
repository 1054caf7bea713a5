import { computed, effect, signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { keptKey } from "../lib/kept";
import { type Combo, isField, isMac, isSingle, matches } from "../lib/keys";
import { practice } from "./practice";
import type { KeyMap } from "./singles";

/** One thing that can be done, by key, from the palette, or from the native menu. */
export interface Command {
	/** Stable name; the native menu uses the same. */
	id: string;
	label: string;
	/** The first key is the one shown. A single letter or sign is listed in singles.ts as well. */
	keys: readonly Combo[];
	/** "everywhere", or the name of the screen for the key sheet. */
	scope: string;
	run: () => void;
	/** Works while a dialog is open as well. */
	overDialogs?: boolean;
	/** Left to the platform while a field has the focus, as Ctrl Z is. */
	notInFields?: boolean;
	/** Kept out of the palette: it means nothing chosen from a list. */
	keysOnly?: boolean;
}

const registered = signal<readonly Command[]>([]);

/** What the practice chose for single keys: whether they work, and which replace the usual ones. */
const chosen = signal<{ on: boolean; map: KeyMap }>({ on: true, map: {} });
// It holds while the records are locked or covered, too.
effect(() => {
	const settings = practice.value?.settings;
	if (settings) chosen.value = { on: settings.single_keys, map: settings.key_map };
});

/** Whether keys without Ctrl or Alt work, so that a hint may name them. */
export const singleKeys = computed(() => chosen.value.on);

function kept(c: Command, key: Combo): Combo | undefined {
	if (!isSingle(key)) return key;
	return chosen.value.on ? (chosen.value.map[c.id] ?? key) : undefined;
}

/** Every command that works now with the keys it has here, the newest first. */
export const commands = computed(() =>
	registered.value
		.map((c) => ({ ...c, keys: c.keys.map((k) => kept(c, k)).filter((k) => k !== undefined) }))
		.toReversed(),
);

// While nothing was changed, what shows a key is not rendered anew with every command that comes and goes.
const usual = (key: Combo) => key;
effect(() => {
	const { on, map } = chosen.value;
	if (on && Object.keys(map).length === 0) {
		keptKey.value = usual;
		return;
	}
	const newest = registered.value.toReversed();
	keptKey.value = (key) => {
		const c = newest.find((c) => c.keys.includes(key));
		return c ? kept(c, key) : isSingle(key) && !on ? undefined : key;
	};
});

/** Registers commands; the result takes them away again. A newer command wins over an older with the same key. */
export function register(...list: Command[]): () => void {
	registered.value = [...registered.value, ...list];
	return () => {
		registered.value = registered.value.filter((c) => !list.includes(c));
	};
}

/** Registers commands while a component is shown; what they run is always the latest closure. */
export function useCommands(list: Command[]): void {
	const latest = useRef(list);
	latest.current = list;
	const shape = list.map((c) => `${c.id} ${c.label} ${c.keys}`).join("\n");
	// Before the paint: a key pressed as soon as the screen is seen must already work.
	useLayoutEffect(
		() => register(...list.map((c, i) => ({ ...c, run: () => latest.current[i]?.run() }))),
		[shape],
	);
}

/** Runs a command by name, as the native menu does; false when there is none now. */
export function runCommand(id: string): boolean {
	const command = commands.value.find((c) => c.id === id);
	if (!command || (document.querySelector("dialog[open]") && !command.overDialogs)) return false;
	command.run();
	return true;
}

// The webview's own: print, find bar, reload, and zoom, which would bypass the text size.
const taken: readonly Combo[] = [
	"Ctrl P",
	"Ctrl F",
	"Ctrl G",
	"Ctrl R",
	"Ctrl Shift R",
	"Ctrl +",
	"Ctrl =",
	"Ctrl -",
	"Ctrl 0",
	"F5",
	"F7",
	"Alt Left",
	"Alt Right",
];

/** The one handler of keys. */
export function handleKey(event: KeyboardEvent): void {
	if (event.defaultPrevented || event.isComposing) return;
	const inField = isField(event.target);
	const inDialog = document.querySelector("dialog[open]") !== null;
	for (const c of commands.value) {
		if (inDialog && !c.overDialogs) continue;
		if (inField && c.notInFields) continue;
		if (!c.keys.some((k) => !(inField && isSingle(k)) && matches(event, k, isMac))) continue;
		event.preventDefault();
		// A letter or digit held down is one press: no second mark, no second call.
		if (!event.repeat || !c.keys.some(isSingle)) c.run();
		return;
	}
	if (taken.some((k) => matches(event, k, isMac))) event.preventDefault();
}

/** Listens for keys, and keeps Ctrl and the wheel from zooming the page. */
export function listen(): void {
	document.addEventListener("keydown", handleKey);
	document.addEventListener(
		"wheel",
		(e) => {
			if (e.ctrlKey || e.metaKey) e.preventDefault();
		},
		{ passive: false },
	);
}
