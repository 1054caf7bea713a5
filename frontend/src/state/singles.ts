/** Keys in place of the usual ones, by the command's id. */
export type KeyMap = Readonly<Record<string, string>>;

/** A command that a single key runs, as Settings lists it. */
export interface Single {
	/** The command's. */
	id: string;
	label: string;
	/** The usual key. */
	key: string;
	/** Where it works: the id of a place. A place holds what lies below it: "chart" holds "chart/files". */
	where: string;
}

/** The places, in the order Settings lists them. */
export const places: readonly { id: string; title: string }[] = [
	{ id: "everywhere", title: "Everywhere" },
	{ id: "today", title: "Today" },
	{ id: "clients", title: "Clients" },
	{ id: "chart", title: "A chart" },
	{ id: "chart/course", title: "A chart: the course" },
	{ id: "chart/screening", title: "A chart: the screening" },
	{ id: "chart/clearance", title: "A chart: the clearance" },
	{ id: "chart/consent", title: "A chart: the consents" },
	{ id: "chart/preparation", title: "A chart: the preparation" },
	{ id: "chart/measures", title: "A chart: the measures" },
	{ id: "chart/files", title: "A chart: the files" },
	{ id: "chart/documents", title: "A chart: the documents" },
	{ id: "chart/private", title: "A chart: the psychotherapy notes" },
	{ id: "form", title: "A questionnaire" },
	{ id: "handed", title: "A questionnaire: in the client’s hands" },
	{ id: "prepare", title: "The Prepare room" },
	{ id: "session", title: "A session" },
	{ id: "session/record", title: "A session: planned or ended" },
	{ id: "session/live", title: "A session: while it runs" },
	{ id: "leaving", title: "The end of a session" },
	{ id: "library", title: "The Library" },
	{ id: "document", title: "A document" },
	{ id: "settings", title: "Settings" },
];

const at = (where: string, ...list: [id: string, label: string, key: string][]): Single[] =>
	list.map(([id, label, key]) => ({ id, label, key, where }));

/**
 * Every command a single letter or sign runs. A feature that adds one adds it here, else a test fails:
 * what is not listed could not be given another key. Digits are switched off with the rest, and stay digits.
 */
export const singles: readonly Single[] = [
	...at("everywhere", ["keys-help", "Keys for this screen", "?"]),
	...at(
		"today",
		["check-in-today", "Write the check-in that is due", "W"],
		["review", "Review the note to sign", "S"],
		["open-due", "Open what is due", "D"],
		["confirm-code", "Confirm the recovery code", "C"],
	),
	...at(
		"clients",
		["new-client-here", "Add client", "N"],
		["new-inquiry-here", "New inquiry", "I"],
	),
	...at(
		"chart",
		["check-in", "Write check-in", "C"],
		["edit-glance", "Edit at a glance", "E"],
		["course-table", "The course as a table or a chart", "T"],
		["referral-packet", "Referral packet", "Q"],
	),
	...at(
		"chart/course",
		["start-course", "Start a course", "P"],
		["change-plan", "Change the plan", "P"],
		["all-steps", "Show all steps", "A"],
		["review-course", "Record a review", "R"],
		["maintain", "Begin maintenance", "M"],
		["end-course", "Complete the course", "F"],
		["closing-summary", "Closing summary", "S"],
		["course-measures", "Choose what the course shows", "V"],
	),
	...at(
		"chart/screening",
		["begin-screening", "Begin the screening", "B"],
		["screening-no", "Answer no", "N"],
		["screening-yes", "Answer yes", "Y"],
		["screening-unknown", "Answer unknown", "U"],
		["screening-put", "Put to the prescriber", "P"],
		["screening-next", "Next question", "J"],
		["screening-previous", "Previous question", "K"],
		["resolve-flag", "Give a reason that closes a flag", "R"],
		["write-safety-plan", "Write the safety plan", "S"],
		["add-medicine", "Add a medicine", "M"],
	),
	...at(
		"chart/clearance",
		["new-clearance", "Record a clearance", "N"],
		["to-prescribers", "Add a prescriber in the Library", "N"],
		["edit-clearance", "Edit this clearance", "E"],
		["suspend-clearance", "Suspend this clearance", "S"],
	),
	...at(
		"chart/consent",
		["sign-consent", "Sign a consent", "N"],
		["revoke-consent", "Revoke it", "R"],
		["look-at-scan", "Look at the paper", "V"],
	),
	...at("chart/preparation", ["complete-preparation", "Reopen the preparation", "R"]),
	...at(
		"chart/measures",
		["go-on-form", "Go on with the form that is begun", "G"],
		["ask-form", "Ask the questions, or enter a score", "A"],
		["paper-form", "Enter from paper", "P"],
		["hand-over", "Hand over to the client", "H"],
		["blank-form", "Print a blank form", "B"],
		["all-measures", "More questionnaires", "M"],
		["all-forms", "Show all forms", "L"],
		["fill-due", "Fill in what is due", "N"],
		["edit-measure-plan", "Change what is asked of the client", "W"],
	),
	...at("chart/files", ["add-file", "Add a file", "N"]),
	...at(
		"chart/documents",
		["new-request", "Record a request for records", "N"],
		["answer-request", "Answer a request for records", "A"],
		["extend-request", "Put a request for records off", "P"],
		["edit-request", "Change what was asked", "E"],
		["more-disclosures", "Show more of what left", "M"],
		["offer-summary", "Session summary", "S"],
		["offer-copy", "Client copy", "H"],
		["offer-report", "Prescriber report", "R"],
		["offer-card", "Emergency card", "Y"],
		["offer-incident", "Incident report", "I"],
		["offer-handout", "What to expect", "W"],
		["offer-closing", "Closing summary of the course", "L"],
		["offer-course", "Course summary", "O"],
		["offer-course-copy", "Course summary for the client", "V"],
		["offer-superbill", "Superbill", "B"],
		["offer-chart", "Full chart", "F"],
		["offer-accounting", "Accounting of disclosures", "U"],
	),
	...at(
		"chart/private",
		["new-private", "New note", "N"],
		["release-private", "Release notes", "R"],
		["close-door", "Close the door", "X"],
	),
	...at(
		"form",
		["answer-ten", "Answer 10", "T"],
		["leave-blank", "Leave the question blank", "-"],
		["hand-over-form", "Hand over to the client", "H"],
		["strike-form", "Strike this form", "S"],
	),
	...at("handed", ["handed-ten", "Answer 10", "T"], ["rather-not", "Rather not answer", "N"]),
	...at(
		"prepare",
		["answer-yes", "Answer yes", "Y"],
		["answer-no", "Answer no", "N"],
		["lift-check", "Lift what stands in the way", "L"],
		["review-form-risk", "Review the risk a form speaks of", "R"],
		["to-measures", "Fill in the questionnaires", "M"],
		["as-usual", "The safety of a virtual session as usual", "U"],
		["emergency-card-too", "Emergency card", "E"],
		["open-session", "The session", "S"],
	),
	...at(
		"session",
		["observe", "Write an observation", "O"],
		["words", "Choose a word", "M"],
		["vitals", "Enter vitals", "V"],
		["dose", "Record dose", "D"],
		["edit-entry", "Edit the focused entry", "E"],
		["take-back", "Take back the focused or last entry", "U"],
		["move-entry", "Move the focused entry to another client", "X"],
		["adverse-event", "Adverse event", "A"],
		["write-note", "Write or open the note", "W"],
	),
	...at(
		"session/record",
		["prepare-room", "Prepare room", "P"],
		["as-it-happened", "Record as it happened", "H"],
		["add-to-event", "Add what became known of the adverse event", "L"],
		["incident-report", "Incident report of the adverse event", "I"],
		["change-times", "Change times", "T"],
		["quick-entry", "Quick entry from a paper log", "Q"],
		["client-copy", "Client copy", "S"],
		["prescriber-report", "Prescriber report", "R"],
		["charge-session", "Charge this session", "C"],
		["superbill", "Superbill", "B"],
	),
	...at(
		"session/live",
		["emergency-plan", "Emergency plan", "E"],
		["next-phase", "Next phase", "N"],
		["measure-again", "Rest or measure again soon, while a reading holds", "R"],
		["call-prescriber", "Call the prescriber, while a reading holds", "P"],
		["talk-instead", "Go on as a talk session, while a reading holds", "T"],
		["connection", "Connection lost, or restored", "C"],
		["lost-call", "Next call made, while the connection is lost", "L"],
		["call-reached", "The last call: reached", "Y"],
		["call-not-reached", "The last call: not reached", "F"],
		["plan-line", "Write into the log, in the emergency plan", "O"],
		["next-marks", "Next set of marks", "S"],
		["session-record", "The session's record", "H"],
		["dim", "Dim further", "["],
		["brighten", "Brighten", "]"],
		["blank", "Blank everything but the clock", "B"],
	),
	...at("leaving", ["leaving-yes", "Answer yes", "Y"], ["leaving-no", "Answer no", "N"]),
	...at(
		"library",
		["add-to-shelf", "Add to the shelf", "N"],
		["new-prescriber", "Add prescriber", "N"],
		["edit-prescriber", "Edit the prescriber", "E"],
		["shelf-handout", "What to expect", "W"],
		["shelf-records", "Records requests", "R"],
		["shelf-fees", "Fees", "F"],
		["shelf-measures", "Questionnaires", "Q"],
		["print-form", "Print a blank form", "B"],
	),
	...at(
		"document",
		["include-again", "Include what was included last time", "I"],
		["minimum-parts", "Only what is usual for the reader", "U"],
	),
	...at(
		"settings",
		["choose-logo", "Choose a logo", "L"],
		["check-records", "Check records now", "C"],
		["show-code", "Show the recovery code again", "S"],
		["renew-code", "New recovery code", "R"],
	),
];

const holds = (place: string, other: string) =>
	place === "everywhere" || place === other || other.startsWith(`${place}/`);
const meet = (a: Single, b: Single) => holds(a.where, b.where) || holds(b.where, a.where);

/** What is wrong with keys that were chosen, by the command's id; nothing when they can be kept. */
export function wrongKeys(map: KeyMap): Record<string, string> {
	const keyOf = (s: Single) => map[s.id] ?? s.key;
	const wrong: Record<string, string> = {};
	for (const s of singles) {
		const key = map[s.id];
		if (key === undefined || key === s.key) continue;
		const other = singles.find((o) => o.id !== s.id && meet(s, o) && keyOf(o) === key);
		if ([...key].length !== 1 || /[\p{C}\p{Z}]/u.test(key)) wrong[s.id] = "One letter or sign.";
		else if (/\p{N}/u.test(key)) wrong[s.id] = "Digits are for marks and for parts of a screen.";
		else if (key === "J" || key === "K") wrong[s.id] = "J and K walk the rows of lists.";
		else if (other) wrong[s.id] = `${key} is already “${other.label}”.`;
	}
	return wrong;
}
