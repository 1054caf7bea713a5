/** A key as it is written beside its action: "Ctrl Shift N", "Alt Left", "F6", "?", "J". */
export type Combo = string;

export interface KeyLike {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
	shiftKey: boolean;
}

const named: Record<string, string> = {
	Left: "ArrowLeft",
	Right: "ArrowRight",
	Up: "ArrowUp",
	Down: "ArrowDown",
	Esc: "Escape",
	Space: " ",
};

function split(combo: Combo): { mods: Set<string>; key: string } {
	const parts = combo.split(" ");
	const key = parts.pop() ?? "";
	return { mods: new Set(parts), key: named[key] ?? key };
}

/** Whether the event is this combination; on a Mac, Ctrl is the Command key. */
export function matches(event: KeyLike, combo: Combo, mac: boolean): boolean {
	const { mods, key } = split(combo);
	// A sign that AltGr or Option writes, as "[" on many keyboards, carries them already.
	if (mods.size === 0 && /^[^a-z0-9 ]$/i.test(key) && event.key === key && event.altKey)
		return !event.metaKey && event.ctrlKey !== mac;
	const main = mac ? event.metaKey : event.ctrlKey;
	const other = mac ? event.ctrlKey : event.metaKey;
	if (main !== mods.has("Ctrl") || other || event.altKey !== mods.has("Alt")) return false;
	// "?" and "+" already carry their Shift; letters and named keys must say it.
	const shiftMatters = /^[a-z]$/i.test(key) || key.length > 1;
	if (shiftMatters && event.shiftKey !== mods.has("Shift")) return false;
	return event.key.toLowerCase() === key.toLowerCase();
}

/** The digit of a thing in a row, counted from 0: 1 to 9, then 0. */
export const digitOf = (i: number): Combo => String((i + 1) % 10);

/** A plain character: works only while no field has the focus. */
export function isSingle(combo: Combo): boolean {
	const { mods, key } = split(combo);
	return !mods.has("Ctrl") && !mods.has("Alt") && key.length === 1;
}

/** As shown to a person: "Ctrl Shift N", on a Mac "⇧⌘N". */
export function shown(combo: Combo, mac: boolean): string {
	if (!mac) return combo;
	const { mods } = split(combo);
	const key = combo.split(" ").pop() ?? "";
	const marks = `${mods.has("Alt") ? "⌥" : ""}${mods.has("Shift") ? "⇧" : ""}${mods.has("Ctrl") ? "⌘" : ""}`;
	return marks + key;
}

/** For aria-keyshortcuts: "Control+Shift+N". */
export function aria(combo: Combo, mac: boolean): string {
	const { mods, key } = split(combo);
	const parts = [
		mods.has("Ctrl") && (mac ? "Meta" : "Control"),
		mods.has("Alt") && "Alt",
		mods.has("Shift") && "Shift",
		key === " " ? "Space" : key === "+" ? "Plus" : key,
	];
	return parts.filter(Boolean).join("+");
}

/** Whether this machine writes Ctrl as Command. */
export const isMac: boolean = /mac/i.test(navigator.platform || navigator.userAgent);

/** Whether typing would go into this element. */
export function isField(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target.matches("textarea, select")) return true;
	return (
		target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)
	);
}
