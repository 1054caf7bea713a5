import { computed, signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { type Combo, isField, isMac, isSingle, matches } from "../lib/keys";

/** One thing that can be done, by key, from the palette, or from the native menu. */
export interface Command {
	/** Stable name; the native menu uses the same. */
	id: string;
	label: string;
	/** The first key is the one shown. */
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

/** Every command that works now, the newest first. */
export const commands = computed(() => registered.value.toReversed());

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
		c.run();
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
