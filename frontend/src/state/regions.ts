/** Moves the focus to the next or previous region marked with data-region, as F6 does. */
export function stepRegion(step: 1 | -1): void {
	const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(
		(r) => r.offsetParent !== null || r.getClientRects().length > 0,
	);
	// Regions may stand inside one another; the innermost is where the focus is.
	const at = regions.findLastIndex((r) => r.contains(document.activeElement));
	const region = regions[(at + step + regions.length) % regions.length];
	if (!region) return;
	const first = region.querySelector<HTMLElement>(
		'[data-row][tabindex="0"], a[href], button:not(:disabled), input, textarea, select, [tabindex="0"]',
	);
	(region.matches("main") ? region : (first ?? region)).focus();
}
