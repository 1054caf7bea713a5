/*
 * A recovery code as it is typed: eight groups of seven characters of Crockford's base32, in which
 * O is read as 0, and I and L as 1. Whether the whole is right only Go can tell.
 */

export const groupCount = 8;
export const groupLength = 7;

export const noGroups = (): string[] => Array(groupCount).fill("");

/** What was typed or pasted into group `at` (from 0), spread over it and those after it, and where typing goes on. */
export function spread(
	groups: readonly string[],
	at: number,
	text: string,
): { groups: string[]; next: number } {
	let rest = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
	const filled = [...groups];
	let i = at;
	for (; i < groupCount; i++) {
		filled[i] = rest.slice(0, groupLength);
		rest = rest.slice(groupLength);
		// One character too many in a group that is being mended must not fall on the next one.
		if (!rest || (rest.length === 1 && groups[i + 1])) break;
	}
	i = Math.min(i, groupCount - 1);
	const full = filled[i]?.length === groupLength;
	return { groups: filled, next: full ? Math.min(i + 1, groupCount - 1) : i };
}

/** What is wrong with a group by itself; undefined when nothing can be told from it alone. */
export function groupError(group: string, left: boolean): string | undefined {
	const foreign = /[^0-9A-TV-Z]/.exec(group);
	if (foreign) return `“${foreign[0]}” is in no recovery code.`;
	if (left && group.length > 0 && group.length < groupLength)
		return `${group.length} of ${groupLength} characters.`;
}

/** Whether every group is there and could be right. */
export const complete = (groups: readonly string[]): boolean =>
	groups.every((g) => g.length === groupLength && !groupError(g, true));
