import type { DocumentView } from "../../bridge";

type Part = DocumentView["parts"][number];

/** The parts that can be chosen, in two groups; what is always in a document is no choice. */
export function grouped(
	parts: readonly Part[],
): { title: string; parts: readonly (Part & { label: string })[] }[] {
	const free = parts.filter((p) => p.inclusion !== "always");
	const named = free.map((p) => ({ ...p, label: upperFirst(p.label) }));
	return [
		{ title: "Usual for this reader", parts: named.filter((p) => p.usual) },
		{ title: "Only when you choose it", parts: named.filter((p) => !p.usual) },
	].filter((g) => g.parts.length > 0);
}

/** What is always inside, as a sentence's end: "name and date of birth, session facts". */
export const fixed = (parts: readonly Part[]): string =>
	parts
		.filter((p) => p.inclusion === "always")
		.map((p) => p.label)
		.join(", ");

/** What a document holds when one part is put in or left out, in its order. */
export function toggled(parts: readonly Part[], held: readonly string[], part: string): string[] {
	return parts
		.map((p) => p.part)
		.filter((p) => (p === part ? !held.includes(p) : held.includes(p)));
}

/** The minimum for the reader. */
export const usual = (parts: readonly Part[]): string[] =>
	parts.filter((p) => p.usual).map((p) => p.part);

/** Names the characters no typeface here has, as the page shows them. */
export const unprintable = (characters: DocumentView["unprintable"]): string =>
	`No typeface here has ${characters.map((c) => `${c.char} (${c.code})`).join(", ")}. The page shows a mark in its place.`;

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
