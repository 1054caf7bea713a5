import { signal } from "@preact/signals";
import { live } from "../bridge";

/*
 * The clock of a running session. Go keeps it right (docs/decisions/session-clock.md); between two
 * readings of it the page counts on with the browser's own steady clock, which stands still in
 * sleep. Where that and the time of day come apart, Go is asked at once.
 */

const readEvery = 10_000;
const apart = 1500;

/** Go's last reading, and the browser's two clocks at that moment. All in milliseconds. */
let last = { go: Date.now(), wall: Date.now(), steady: performance.now() };

/** The present moment by the session's clock, in milliseconds since 1970. */
export const sessionTime = (): number => last.go + performance.now() - last.steady;

/** The present moment by the session's clock, as an entry carries it. */
export const sessionInstant = (): string => new Date(sessionTime()).toISOString();

const wholeSecond = () => Math.floor(sessionTime() / 1000) * 1000;

/** Takes a reading of Go's clock that has just arrived. */
export function hearNow(now: string): void {
	const go = Date.parse(now);
	if (Number.isNaN(go)) return;
	last = { go, wall: Date.now(), steady: performance.now() };
	sessionNow.value = wholeSecond();
}

let asking = false;

async function ask(): Promise<void> {
	if (asking) return;
	asking = true;
	try {
		hearNow(await live.Now());
	} catch {
		// Go does not answer: the page counts on and asks again.
	} finally {
		asking = false;
	}
}

let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
	const steady = performance.now() - last.steady;
	if (steady >= readEvery || Math.abs(Date.now() - last.wall - steady) > apart) void ask();
	sessionNow.value = wholeSecond();
	timer = setTimeout(tick, 1000 - (sessionTime() % 1000));
}

const looked = () => {
	if (document.visibilityState === "visible") void ask();
};

/**
 * The present whole second by the session's clock, in milliseconds since 1970. It changes once a
 * second while something shows it, and rests otherwise.
 */
export const sessionNow = signal(wholeSecond(), {
	watched: () => {
		void ask();
		tick();
		document.addEventListener("visibilitychange", looked);
	},
	unwatched: () => {
		clearTimeout(timer);
		document.removeEventListener("visibilitychange", looked);
	},
});
