import { effect } from "@preact/signals";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { hearNow, sessionInstant, sessionNow } from "./sessionclock";

const go = vi.hoisted(() => ({ Now: vi.fn<() => Promise<string>>() }));
vi.mock("../wailsjs/go/app/Live", () => go);

const start = Date.parse("2026-03-12T13:00:00.400Z");
/** What Go's clock is ahead of the page's time of day. */
let ahead = 0;

beforeEach(() => {
	ahead = 0;
	vi.useFakeTimers({ now: start });
	go.Now.mockReset().mockImplementation(() =>
		Promise.resolve(new Date(Date.now() + ahead).toISOString()),
	);
});
afterEach(() => {
	vi.useRealTimers();
});

/** Shows the clock, and returns the seconds it showed. */
function shown(): { seconds: number[]; end: () => void } {
	const seconds: number[] = [];
	const end = effect(() => {
		seconds.push((sessionNow.value - Date.parse("2026-03-12T13:00:00Z")) / 1000);
	});
	return { seconds, end };
}

it("counts every second once, by Go's clock", async () => {
	ahead = 5000;
	const { seconds, end } = shown();
	await vi.advanceTimersByTimeAsync(30_000);
	expect(seconds.slice(-30)).toEqual(Array.from({ length: 30 }, (_, i) => i + 6));
	end();
	const asked = go.Now.mock.calls.length;
	expect(asked).toBeLessThan(6);
	await vi.advanceTimersByTimeAsync(30_000);
	expect(go.Now).toHaveBeenCalledTimes(asked);
	expect(vi.getTimerCount()).toBe(0);
});

it("is not moved by a time of day that is set", async () => {
	const { seconds, end } = shown();
	await vi.advanceTimersByTimeAsync(3000);
	vi.setSystemTime(Date.now() - 3_600_000);
	ahead = 3_600_000;
	await vi.advanceTimersByTimeAsync(3000);
	expect(seconds.at(-1)).toBe(6);
	expect(Math.min(...seconds)).toBeGreaterThanOrEqual(0);
	end();
});

it("catches up at once after sleep, in which the page's clock stood still", async () => {
	const { seconds, end } = shown();
	await vi.advanceTimersByTimeAsync(3000);
	vi.setSystemTime(Date.now() + 3_600_000);
	await vi.advanceTimersByTimeAsync(1000);
	expect(seconds.at(-1)).toBe(3604);
	end();
});

it("shows the present second at once, after it was not looked at", async () => {
	hearNow("2026-03-12T13:00:00.400Z");
	await vi.advanceTimersByTimeAsync(60_000);
	const { seconds, end } = shown();
	expect(seconds.at(-1)).toBe(60);
	end();
});

it("goes on counting while Go does not answer", async () => {
	hearNow("2026-03-12T13:00:00.400Z");
	go.Now.mockRejectedValue("gone");
	const { seconds, end } = shown();
	await vi.advanceTimersByTimeAsync(20_000);
	expect(seconds.at(-1)).toBe(20);
	expect(sessionInstant()).toBe("2026-03-12T13:00:20.400Z");
	end();
});
