/*
 * Go's nil slices arrive as null and nothing in the value tells them from an absent record, so the
 * fields and results that are lists are named here. bridge.test.ts compares with the generated types.
 */

/** Every field that is a list in some record. */
export const listFields: ReadonlySet<string> = new Set([
	"addenda",
	"answers",
	"changes",
	"classes",
	"clauses",
	"concerns",
	"consent_kinds",
	"consents",
	"course",
	"due",
	"facts",
	"findings",
	"flags",
	"formats",
	"forms",
	"items",
	"kinds",
	"lines",
	"log",
	"medicines",
	"methods",
	"missing",
	"numbers",
	"observation_kinds",
	"outlines",
	"participants",
	"parts",
	"positions",
	"prepared",
	"questions",
	"record",
	"review_after",
	"rounds",
	"routes",
	"rows",
	"sections",
	"sessions",
	"severities",
	"stages",
	"steps",
	"templates",
	"to_sign",
	"unprintable",
	"windows",
]);

/** Every call whose result is itself a list. */
export const listResults: ReadonlySet<string> = new Set([
	"LinkableDosings",
	"List",
	"Recent",
	"Rendered",
	"Revisions",
	"Versions",
]);
