const radios = (question: Element) => [
	...question.querySelectorAll<HTMLInputElement>("input[type=radio]"),
];
const isOpen = (question: Element) => !radios(question).some((r) => r.checked);

/** The questions of a participant's list, or of everybody's. */
const questions = (of: ParentNode | null | undefined) => [
	...(of ?? document).querySelectorAll<HTMLElement>("[data-question]"),
];

/** The participant's list that the focus is in. */
const listAtFocus = () => document.activeElement?.closest<HTMLElement>("[data-participant]");

/**
 * Answers the question that has the focus, also anew, else the first open one, and moves on to the next
 * open one. It stays where the answer stands in the way, so that words can be added or a slip put right.
 */
export function answer(value: "yes" | "no"): void {
	const all = questions(listAtFocus());
	const here = all.find((q) => q.contains(document.activeElement)) ?? all.find(isOpen);
	const radio = here?.querySelector<HTMLInputElement>(`input[value=${value}]`);
	if (!here || !radio) return;
	radio.click();
	const next =
		here.dataset.question === value
			? (all.slice(all.indexOf(here)).find(isOpen) ?? all.find(isOpen))
			: undefined;
	(next ? radios(next)[0] : radio)?.focus();
}

/** The check whose row has the focus. */
export function checkAtFocus(): { participant: string; key: string } | undefined {
	const row =
		document.activeElement?.closest<HTMLElement>("[data-check]") ??
		document.querySelector<HTMLElement>("[data-check]");
	const participant = row?.closest<HTMLElement>("[data-participant]")?.dataset.participant;
	const key = row?.dataset.check;
	return participant && key ? { participant, key } : undefined;
}

/** Goes on after a lift: to what stands in the way next, the next open question, or the beginning itself. */
export function goOn(participant: string, lifted: string): void {
	const list = document.querySelector<HTMLElement>(
		`[data-participant="${CSS.escape(participant)}"]`,
	);
	const all = questions(list);
	const from = all.findIndex((q) => q.contains(document.activeElement));
	const open = all.slice(Math.max(0, from)).find(isOpen) ?? all.find(isOpen);
	const row = list?.querySelector<HTMLElement>(".check-row.blocks [data-row]");
	const question = open && radios(open)[0];
	const asked = /^(day|virtual)_/.test(lifted);
	const next = asked ? (question ?? row) : (row ?? question);
	(next ?? document.querySelector<HTMLElement>("h1"))?.focus();
}
