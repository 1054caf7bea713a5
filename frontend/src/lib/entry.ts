const minute = 60_000;

/** A line as typed into the log: its words, and when what it tells happened. */
export interface TypedEntry {
	text: string;
	/** RFC 3339, UTC. */
	at: string;
}

/** Reads "-5 tearful" as five minutes before the typing began; without a number, `began` itself. */
export function readEntry(typed: string, began: string): TypedEntry {
	const back = /^\s*[-−](\d{1,3})\s+(?=\S)/.exec(typed);
	if (!back) return { text: typed.trim(), at: began };
	return {
		text: typed.slice(back[0].length).trim(),
		at: new Date(Date.parse(began) - Number(back[1]) * minute).toISOString(),
	};
}

/** Milligrams as typed ("200", "62.5", "62,5 mg") in whole micrograms; null when not understood. */
export function readMg(typed: string): number | null {
	const m = /^\s*(\d{1,6})(?:[.,](\d{1,3}))?\s*(?:mg)?\s*$/i.exec(typed);
	if (!m) return null;
	return Number(m[1]) * 1000 + Number((m[2] ?? "").padEnd(3, "0"));
}

/** Micrograms as a field shows them: 62500 is "62.5", none is empty. */
export function mgText(ug: number): string {
	return ug === 0 ? "" : String(ug / 1000);
}

/** A number with at most `decimals` places, in units of the last place; null when not understood. */
export function readNumber(typed: string, decimals: 0 | 1): number | null {
	const m = /^\s*(\d{1,4})(?:[.,](\d))?\s*$/.exec(typed);
	if (!m || (m[2] && decimals === 0)) return null;
	return decimals === 0 ? Number(m[1]) : Number(m[1]) * 10 + Number(m[2] ?? 0);
}

/** Minutes from the first dose: "+26 m", "−10 m" before it. */
export function plusText(minutes: number): string {
	return minutes < 0 ? `−${-minutes} m` : `+${minutes} m`;
}
