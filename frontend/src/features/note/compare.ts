import { diffWordsWithSpace } from "diff";
import type { Note, Revision } from "../../bridge";
import { riskLabel } from "./risk";

/** A run of words that both have, or only the earlier or the present text. */
export interface Run {
	text: string;
	only: "" | "then" | "now";
}

export interface Compared {
	title: string;
	runs: Run[];
}

/** The sections in which an earlier state and the present one differ. */
export function compare(then: Revision, now: Note): Compared[] {
	const pairs = now.sections.map((s) => ({
		title: s.title,
		was: then.sections.find((o) => o.key === s.key)?.body ?? "",
		is: s.body,
	}));
	pairs.push({
		title: "Methods",
		was: then.methods.join(", "),
		is: now.methods.join(", "),
	});
	pairs.push({
		title: "Risk reviewed",
		was: [riskLabel(then.risk), then.risk_text].filter(Boolean).join("\n"),
		is: [riskLabel(now.risk), now.risk_text].filter(Boolean).join("\n"),
	});
	return pairs
		.filter((p) => p.was !== p.is)
		.map((p) => ({
			title: p.title,
			runs: diffWordsWithSpace(p.was, p.is).map((d) => ({
				text: d.value,
				only: d.added ? "now" : d.removed ? "then" : "",
			})),
		}));
}
