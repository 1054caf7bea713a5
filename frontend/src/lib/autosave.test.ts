import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Autosave, type SaveStep } from "./autosave";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A disk that answers when told to. */
function disk() {
	const asked: string[] = [];
	const answers: { ok: () => void; fail: () => void }[] = [];
	const steps: SaveStep[] = [];
	const saver = new Autosave<string>(
		(value) => {
			asked.push(value);
			return new Promise((ok, fail) => {
				answers.push({ ok: () => ok(), fail: () => fail(new Error("full")) });
			});
		},
		(step) => steps.push(step),
	);
	return { asked, answers, steps, saver };
}

it("saves the latest 400 ms after the first change", async () => {
	const { asked, answers, steps, saver } = disk();
	saver.change("G");
	await vi.advanceTimersByTimeAsync(399);
	saver.change("Gr");
	expect(asked).toEqual([]);
	await vi.advanceTimersByTimeAsync(1);
	expect(asked).toEqual(["Gr"]);
	answers[0]?.ok();
	await vi.advanceTimersByTimeAsync(0);
	expect(steps).toEqual(["saving", "saved"]);
});

it("never has two on their way", async () => {
	const { asked, answers, saver } = disk();
	saver.change("a");
	const first = saver.flush();
	await vi.advanceTimersByTimeAsync(0);
	saver.change("b");
	saver.change("c");
	const second = saver.flush();
	await vi.advanceTimersByTimeAsync(1000);
	expect(asked).toEqual(["a"]);
	answers[0]?.ok();
	await first;
	await vi.advanceTimersByTimeAsync(0);
	expect(asked).toEqual(["a", "c"]);
	answers[1]?.ok();
	await second;
});

it("keeps what failed for the next attempt", async () => {
	const { asked, answers, steps, saver } = disk();
	saver.change("a");
	const first = saver.flush();
	const failed = expect(first).rejects.toThrow("full");
	await vi.advanceTimersByTimeAsync(0);
	answers[0]?.fail();
	await failed;
	expect(steps[1]).toHaveProperty("failed");
	const again = saver.flush();
	await vi.advanceTimersByTimeAsync(0);
	answers[1]?.ok();
	await again;
	expect(asked).toEqual(["a", "a"]);
});

it("prefers newer text to what failed", async () => {
	const { asked, answers, saver } = disk();
	saver.change("a");
	const first = saver.flush().catch(() => {});
	await vi.advanceTimersByTimeAsync(0);
	saver.change("ab");
	answers[0]?.fail();
	await first;
	void saver.flush();
	await vi.advanceTimersByTimeAsync(0);
	expect(asked).toEqual(["a", "ab"]);
	answers[1]?.ok();
});

it("does nothing without a change", async () => {
	const { asked, saver } = disk();
	await saver.flush();
	expect(asked).toEqual([]);
});
