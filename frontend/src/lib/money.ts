/** US dollars as typed ("150", "$1,250.50") in whole cents; null when not understood. */
export function readCents(typed: string): number | null {
	const m = /^\s*\$?\s*(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{2}))?\s*$/.exec(typed);
	if (!m) return null;
	return Number(m[1]?.replaceAll(",", "")) * 100 + Number(m[2] ?? 0);
}

/** Whole cents as a field shows them: 125050 is "1250.50". */
export function centsText(cents: number): string {
	return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
