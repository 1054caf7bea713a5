import type { FormResponse } from "../../bridge";
import { isDate, localDate, zoned } from "../../lib/time";
import { now } from "../../state/clock";
import { useDraft } from "../../state/draft";

/** What is typed into the fields of a form, as text: it is kept also while it is no date or no score. */
export interface Typed {
	/** "2026-03-14", or what was typed for it. */
	day: string;
	score: string;
	change: (part: { day?: string; score?: string }) => void;
	discard: () => Promise<void>;
}

/** The text of a form's fields, kept across a lock; it begins with what the form has. */
export function useTyped(
	id: string,
	form: { response: FormResponse; scoring: { min: number; max: number } } | undefined,
): Typed {
	const draft = useDraft<{ day?: string; score?: string }>(`form:${id}`, {});
	const { day, score } = draft.value ?? {};
	return {
		day: form ? shownDay(day, form.response.answered_at, form.response.zone, now.value) : "",
		score: form ? shownScore(score, form.response.score, form.scoring) : "",
		change: draft.change,
		discard: draft.discard,
	};
}

/** What the field of the day shows: text that is no day, else the form's own, which is what counts. */
export const shownDay = (text: string | undefined, at: string, zone: string, now: Date): string =>
	text !== undefined && wrongDay(text, zone, now) ? text : localDate(new Date(at), zone);

/** What the field of the score shows: text that is no score, else the form's own, which is what counts. */
export const shownScore = (
	text: string | undefined,
	score: number | undefined,
	range: { min: number; max: number },
): string => (text !== undefined && "wrong" in readScore(text, range) ? text : String(score ?? ""));

/** What is wrong with the day that is on paper; nothing when it can be kept. */
export function wrongDay(day: string, zone: string, now: Date): string | undefined {
	if (!day) return "Enter the date that is on the paper.";
	if (!isDate(day)) return "This date was not understood. Write it like 14 Mar 2026.";
	if (day > localDate(now, zone)) return "This day lies in the future.";
	if (day < localDate(new Date(now.getTime() - twentyYears), zone))
		return "This day is more than 20 years ago. Check the date.";
	return undefined;
}
const twentyYears = 20 * 365 * 86_400_000;

/** When a form on paper was answered: at noon of its day, which is all that is known, and never ahead of now. */
export function onPaper(day: string, zone: string, now: Date): string {
	const noon = zoned(day, "12:00", zone);
	return noon < now.toISOString() ? noon : now.toISOString();
}

/** A score that was typed; why it is none, where it is not a whole number in the range. */
export function readScore(
	text: string,
	{ min, max }: { min: number; max: number },
): { score: number } | { wrong: string } {
	const score = /^[+-]?\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
	if (score >= min && score <= max) return { score };
	return {
		wrong: text.trim()
			? `A whole number from ${min} to ${max}.`
			: `Enter the score, from ${min} to ${max}.`,
	};
}
