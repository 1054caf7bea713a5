import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { HandedAnswers } from "./handedAnswers";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A disk that takes an answer when it is told to, and refuses while it is full. */
function disk() {
	const kept: [string, number | null][] = [];
	const failed: boolean[] = [];
	const state = { full: false, kept, failed };
	const answers = new HandedAnswers(
		async (link, value) => {
			if (state.full) throw new Error("the disk is full");
			kept.push([link, value]);
		},
		(is) => failed.push(is),
	);
	return { state, answers };
}

it("sends each answer at once, in order", async () => {
	const { state, answers } = disk();
	answers.give("1", 2);
	answers.give("2", 0);
	answers.give("1", 3);
	await answers.flush();
	expect(state.kept.at(-1)).toEqual(["1", 3]);
	expect(new Map(state.kept)).toEqual(
		new Map([
			["1", 3],
			["2", 0],
		]),
	);
});

it("sends the last answer last, though one is on its way", async () => {
	const sent: (number | null)[] = [];
	let arrive = () => {};
	const answers = new HandedAnswers(
		(_, value) => {
			sent.push(value);
			return new Promise((resolve) => {
				arrive = resolve;
			});
		},
		() => {},
	);
	answers.give("1", 2);
	await vi.advanceTimersByTimeAsync(0);
	answers.give("1", null);
	arrive();
	await vi.advanceTimersByTimeAsync(0);
	arrive();
	await answers.flush();
	expect(sent).toEqual([2, null]);
});

it("keeps what the disk does not take, says so, and tries again", async () => {
	const { state, answers } = disk();
	state.full = true;
	answers.give("1", 2);
	answers.give("1", 1);
	await expect(answers.flush()).rejects.toThrow("full");
	expect(state.failed.at(-1)).toBe(true);
	state.full = false;
	await vi.advanceTimersByTimeAsync(3000);
	expect(state.kept).toEqual([["1", 1]]);
	expect(state.failed.at(-1)).toBe(false);
	await answers.flush();
	expect(state.kept).toHaveLength(1);
});

it("forgets what waits once the form is in nobody's hands", async () => {
	const { state, answers } = disk();
	state.full = true;
	answers.give("1", 2);
	await answers.flush().catch(() => {});
	answers.stop();
	state.full = false;
	await vi.advanceTimersByTimeAsync(9000);
	expect(state.kept).toEqual([]);
});
