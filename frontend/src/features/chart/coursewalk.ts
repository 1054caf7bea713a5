import type { Mark } from "./courselayout";

/*
 * Left and Right walk what happened, session by session and form by form, in time; Up and Down change the
 * lane. Of a form with several points, Left and Right keep to the lane they are in where it has one there.
 */

/** What the keys of the walk lead to from a mark; nothing for another key. `marks` are in time order. */
export function walk(marks: readonly Mark[], from: Mark, key: string): Mark | undefined {
	switch (key) {
		case "ArrowLeft":
		case "ArrowRight":
			return beside(marks, from, key === "ArrowLeft" ? -1 : 1);
		case "ArrowUp":
		case "ArrowDown":
			return acrossLanes(marks, from, key === "ArrowUp" ? -1 : 1);
		case "Home":
			return marks[0];
		case "End":
			return marks.at(-1);
		default:
			return undefined;
	}
}

function beside(marks: readonly Mark[], from: Mark, step: number): Mark {
	for (let i = marks.indexOf(from) + step; ; i += step) {
		const next = marks[i];
		if (!next) return from;
		if (next.id === from.id) continue;
		const ofNext = marks.filter((m) => m.id === next.id);
		return ofNext.find((m) => m.lane === from.lane) ?? ofNext[0] ?? next;
	}
}

function acrossLanes(marks: readonly Mark[], from: Mark, step: number): Mark {
	const lanes = [...new Set(marks.map((m) => m.lane))].sort((a, b) => a - b);
	const lane = lanes[lanes.indexOf(from.lane) + step];
	const there = marks.filter((m) => m.lane === lane);
	const away = (m: Mark) => (m.id === from.id ? -1 : Math.abs(m.time - from.time));
	return there.reduce<Mark>((best, m) => (best === from || away(m) < away(best) ? m : best), from);
}
