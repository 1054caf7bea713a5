import type { FormView } from "../../bridge";

type Row = FormView["row"];

/** How and when a form was filled in: "Asked on 12 March 2026, 13:04". */
export function filledText({ by_text, date_text, time_text }: Row): string {
	const by = by_text.slice(0, 1).toUpperCase() + by_text.slice(1);
	return `${by}, ${[date_text, time_text].filter(Boolean).join(", ")}`;
}
