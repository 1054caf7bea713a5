import { signal } from "@preact/signals";

/** The present minute; screens that show what is left read it. */
export const now = signal(new Date());

/** Keeps `now` true, also after the machine slept. */
export function runClock(): void {
	setInterval(() => {
		now.value = new Date();
	}, 30_000);
	document.addEventListener("visibilitychange", () => {
		now.value = new Date();
	});
}
