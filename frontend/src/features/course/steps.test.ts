import { expect, test } from "vitest";
import type { CourseStep } from "../../bridge";
import { stepsAround } from "./steps";

const steps = (...states: string[]) => states.map((state) => ({ state }) as CourseStep);

test.each([
	["a plan of three is shown whole", steps("next", "coming", "coming"), 0, 3],
	["six are shown whole, wherever one stands", steps(..."dddddn".split("")), 0, 6],
	["the beginning", steps("next", ..."cccccccc".split("")), 0, 6],
	["the middle", steps("done", "done", "done", "done", "next", ..."cccc".split("")), 1, 6],
	["the end", steps(..."dddddddd".split(""), "next"), 3, 6],
	["all done", steps(..."ddddddddd".split("")), 3, 6],
	["one planned", steps("done", "done", "done", "done", "planned", ..."cccc".split("")), 1, 6],
])("%s", (_, all, from, count) => {
	const near = stepsAround(all);
	expect([near.from, near.shown.length]).toEqual([from, count]);
});
