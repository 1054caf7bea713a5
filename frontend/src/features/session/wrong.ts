/** Gives the focus to the first control of a form that is marked as wrong. */
export function focusWrong(form: HTMLFormElement | null): void {
	form
		?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset:has(> .error-line) input')
		?.focus();
}
