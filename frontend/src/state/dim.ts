import { effect, signal } from "@preact/signals";
import { onForget, onReset } from "./vault";

/** The levels of dimming, the usual light first. */
export const dimLevels = [0, 1, 2, 3, 4] as const;
export type DimLevel = (typeof dimLevels)[number];

/** The last level at which text has the contrast that reading needs. */
const lastReadable = 2;

/** How far the session's room is dimmed. Only memory holds it: the next session begins bright. */
export const dimLevel = signal<DimLevel>(0);

/** Whether the live screen shows nothing but its clock. */
export const blank = signal(false);

onReset(() => {
	blank.value = false;
});
// A cover is as dark as the room it is laid over.
onForget(() => {
	brighten();
	return false;
});

/** A level in words, as the menu lists it. */
export function dimWords(level: DimLevel): string {
	if (level === 0) return "Level 0, full light";
	return level <= lastReadable ? `Level ${level}` : `Level ${level}, below reading contrast`;
}

/** One level darker or lighter, as far as there are levels. */
export function stepDim(step: 1 | -1): void {
	dimLevel.value = dimLevels[dimLevel.value + step] ?? dimLevel.value;
}

/** Back to full light, as when a session has ended. */
export function brighten(): void {
	dimLevel.value = 0;
	blank.value = false;
}

effect(() => {
	document.documentElement.dataset.dim = String(dimLevel.value);
});

/*
 * While the screen is blank a key only wakes it. It is swallowed whole, with its repeats and with what
 * is pressed while it is still down; the emergency plan alone opens at once. A click is swallowed by the
 * blank screen itself.
 */

let waking = "";

function wake(event: KeyboardEvent): void {
	if (waking === "" && !blank.value) return;
	if (blank.value) {
		blank.value = false;
		if (event.key === "F1") return;
		waking = event.code;
	}
	event.preventDefault();
	event.stopImmediatePropagation();
}

function woken(event: KeyboardEvent): void {
	if (event.code === waking) waking = "";
}

/** Listens for the key that wakes a blank screen, before anything else hears it. */
export function watchBlank(): void {
	addEventListener("keydown", wake, { capture: true });
	addEventListener("keyup", woken, { capture: true });
	// A key let go of in another window is never heard of here.
	addEventListener("blur", () => {
		waking = "";
	});
}
