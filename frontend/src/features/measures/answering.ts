/** Answers by link id; a blank question is not there. */
export type Answers = Readonly<Record<string, number>>;

/** The answers after a key, and the place of the question it leads to: that of none is past the last. */
export interface Step {
	values: Answers;
	at: number;
}

/** The first question without an answer, of those from a place on; past the last when there is none. */
export function firstOpen(links: readonly string[], values: Answers, from = 0): number {
	const found = links.findIndex((link, i) => i >= from && !(link in values));
	return found < 0 ? links.length : found;
}

/** An answer is given, also anew, and leads to the next question that has none. */
export function answer(
	links: readonly string[],
	values: Answers,
	at: number,
	value: number,
): Step | undefined {
	const link = links[at];
	if (link === undefined) return undefined;
	const now = { ...values, [link]: value };
	return { values: now, at: firstOpen(links, now, at + 1) };
}

/** A question is left blank, also one that had an answer, and the next that has none follows. */
export function leaveBlank(
	links: readonly string[],
	values: Answers,
	at: number,
): Step | undefined {
	const link = links[at];
	if (link === undefined) return undefined;
	return { values: without(values, link), at: firstOpen(links, values, at + 1) };
}

/** As in a text: what was answered last is taken back, here or else one question before. */
export function goBack(links: readonly string[], values: Answers, at: number): Step | undefined {
	const here = links[at];
	const to = here !== undefined && here in values ? at : at - 1;
	const link = links[to];
	if (link === undefined) return undefined;
	return { values: without(values, link), at: to };
}

function without(values: Answers, link: string): Answers {
	return Object.fromEntries(Object.entries(values).filter(([key]) => key !== link));
}
