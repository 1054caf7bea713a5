import type { CourseStep } from "../../bridge";

export interface StepsShown {
	/** How many steps stand before the first that is shown. */
	from: number;
	shown: readonly CourseStep[];
}

/** The six steps around the one that comes next. */
export function stepsAround(steps: readonly CourseStep[]): StepsShown {
	const next = steps.findIndex((s) => s.state === "next");
	const at = next < 0 ? steps.findIndex((s) => s.state === "planned") : next;
	const from = Math.max(0, Math.min((at < 0 ? steps.length : at) - 3, steps.length - 6));
	return { from, shown: steps.slice(from, from + 6) };
}
