/** A ref that takes the focus once, when the element appears. */
export const focusOnMount = (el: HTMLElement | null): void => el?.focus();

/**
 * Runs `act` once what was just changed is on the page and before the next key is handled: a render is a
 * microtask. A frame later the focus may be somebody's already.
 */
export const onceRendered = (act: () => void): void => queueMicrotask(act);

/** Whether nobody is using the focus: it rests on the page or on the whole screen. */
export const focusIsFree = (): boolean =>
	document.activeElement === document.body || document.activeElement?.tagName === "MAIN";

/**
 * Gives the focus back to what had it, unless that is gone or somebody has moved on meanwhile. A control
 * that is still out of use gets it when it can be used again.
 */
export const giveBack = (before: Element | null): void => {
	if (!(before instanceof HTMLElement) || !before.isConnected || !focusIsFree()) return;
	if (before.hasAttribute("disabled")) {
		const usable = new MutationObserver(() => {
			usable.disconnect();
			giveBack(before);
		});
		usable.observe(before, { attributeFilter: ["disabled"] });
	} else before.focus({ preventScroll: true });
};

/** Gives the focus to the first control of a form that is marked as wrong. */
export function focusWrong(form: HTMLFormElement | null): void {
	form
		?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset:has(> .error-line) input')
		?.focus();
}
