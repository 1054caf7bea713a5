const checked = (question: Element | undefined) =>
	question?.querySelector<HTMLInputElement>("input[type=radio]:checked");

/**
 * Answers the question that has the focus, else the first that is open, and moves on to the next;
 * it stays where the answer stands in the way, so that words can be added.
 */
export function answer(value: "yes" | "no"): void {
	const all = [...document.querySelectorAll<HTMLElement>("[data-question]")];
	const here =
		document.activeElement?.closest<HTMLElement>("[data-question]") ??
		all.find((question) => !checked(question));
	const radio = here?.querySelector<HTMLInputElement>(`input[value=${value}]`);
	if (!here || !radio) return;
	radio.click();
	const next = here.dataset.question === value ? all[all.indexOf(here) + 1] : here;
	(checked(next) ?? next?.querySelector<HTMLInputElement>("input[type=radio]") ?? radio).focus();
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
