import { expect, it } from "vitest";
import { type Answers, answer, firstOpen, goBack, leaveBlank, type Step } from "./answering";

const links = ["a", "b", "c", "d"];

/** What a row of keys leaves: digits, "<" for Backspace, "-" for a blank. */
function typed(keys: string, values: Answers = {}): Step {
	let now: Step = { values, at: firstOpen(links, values) };
	for (const key of keys) {
		const next =
			key === "<"
				? goBack(links, now.values, now.at)
				: key === "-"
					? leaveBlank(links, now.values, now.at)
					: answer(links, now.values, now.at, Number(key));
		now = next ?? now;
	}
	return now;
}

it.each<[why: string, keys: string, before: Answers, values: Answers, at: number]>([
	["digits in a row fill in the form", "0123", {}, { a: 0, b: 1, c: 2, d: 3 }, 4],
	["one digit too many does nothing", "01233", {}, { a: 0, b: 1, c: 2, d: 3 }, 4],
	["Backspace takes the last answer back", "01<3", {}, { a: 0, b: 3 }, 2],
	["Backspace takes the very last back", "0123<1", {}, { a: 0, b: 1, c: 2, d: 1 }, 4],
	["Backspace goes on to the first and no further", "01<<<", {}, {}, 0],
	["a blank stays blank", "0-23", {}, { a: 0, c: 2, d: 3 }, 4],
	["Backspace goes into a blank", "0-<1", {}, { a: 0, b: 1 }, 2],
	["a form is gone on with where it was left", "23", { a: 0, b: 1 }, { a: 0, b: 1, c: 2, d: 3 }, 4],
	["what is answered is passed over", "12", { b: 0, c: 3 }, { a: 1, b: 0, c: 3, d: 2 }, 4],
	["zero is an answer", "0", { b: 0 }, { a: 0, b: 0 }, 2],
])("%s", (_, keys, before, values, at) => {
	expect(typed(keys, before)).toEqual({ values, at });
});

it("an answer that is there is taken back in its place, and can be left blank", () => {
	const all = { a: 1, b: 1, c: 1, d: 1 };
	expect(goBack(links, all, 1)).toEqual({ values: { a: 1, c: 1, d: 1 }, at: 1 });
	expect(leaveBlank(links, all, 1)).toEqual({ values: { a: 1, c: 1, d: 1 }, at: 4 });
});

it("what was there is not changed in place", () => {
	const before = { a: 1 };
	answer(links, before, 1, 2);
	goBack(links, before, 1);
	expect(before).toEqual({ a: 1 });
});
