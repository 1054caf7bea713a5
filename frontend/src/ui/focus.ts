/** A ref that takes the focus once, when the element appears. */
export const focusOnMount = (el: HTMLElement | null): void => el?.focus();

/** Whether nobody is using the focus: it rests on the page or on the whole screen. */
export const focusIsFree = (): boolean =>
	document.activeElement === document.body || document.activeElement?.tagName === "MAIN";
