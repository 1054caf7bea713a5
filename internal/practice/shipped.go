package practice

// What Snowfield ships on the shelves of the Library. A practice changes all
// of it; sources differ, so nothing here is more than a start.

// source of the default severities.
const shippedSource = "Snowfield's default, after the published KAP guidance; confirm it with your prescriber"

var shippedScreening = screeningItems([]shippedItem{
	{"hypersensitivity", "Has there been an allergic or severe reaction to ketamine or esketamine?", SeverityAbsolute},
	{"vascular", "Is there an aneurysm, an arteriovenous malformation or a past bleeding in the brain?", SeverityAbsolute},
	{"high_pressure", "Is high blood pressure uncontrolled at present?", SeverityAbsolute},
	{"psychosis", "Is or was there psychosis or a primary psychotic disorder?", SeverityAbsolute},
	{"mania_acute", "Is there acute mania or a mixed state?", SeverityAbsolute},
	{"mania_history", "Has there been mania in the past?", SeverityHold},
	{"pregnancy", "Pregnant, possibly pregnant or breastfeeding?", SeverityAbsolute},
	{"suicidal", "Is there active suicidal intent or acute decompensation?", SeverityHold},
	{"heart", "Is there heart disease, an arrhythmia or heart failure?", SeverityHold},
	{"brain_injury", "Has there been a recent traumatic brain injury?", SeverityHold},
	{"intracranial_pressure", "Is pressure in the skull raised?", SeverityAbsolute},
	{"substance_uncontrolled", "Is there substance use that is not under control?", SeverityHold},
	{"substance_history", "Has there been misuse of substances in the past?", SeverityReview},
	{"glaucoma", "Is there glaucoma that is not under control?", SeverityHold},
	{"respiratory", "Is there severe respiratory disease?", SeverityHold},
	{"liver", "Is there liver disease?", SeverityReview},
	{"cystitis", "Is there interstitial cystitis or another bladder complaint?", SeverityReview},
	{"thyroid", "Is there hyperthyroidism?", SeverityReview},
	{"seizures", "Have there been seizures?", SeverityReview},
	{"apnoea", "Is there sleep apnoea?", SeverityReview},
	{"family_psychosis", "Has a parent, sibling or child had psychosis?", SeverityReview},
	{"personality", "Is there a severe personality disorder?", SeverityReview},
	{"earlier_ketamine", "Has ketamine been taken before, medically or not? What happened?", SeverityReview},
	{"under_18", "Under 18 years of age?", SeverityAbsolute},
})

type shippedItem struct {
	key, question string
	severity      Severity
}

func screeningItems(list []shippedItem) []ScreeningItem {
	items := make([]ScreeningItem, 0, len(list))
	for _, i := range list {
		items = append(items, ScreeningItem{Key: i.key, Question: i.question, Severity: i.severity, Source: shippedSource, Asked: true})
	}
	return items
}

var shippedConsents = []ConsentText{
	{
		Key: "kap", Kind: ConsentKAP, Title: "Consent to ketamine-assisted psychotherapy", ValidMonths: 12, Skeleton: true, Offered: true,
		Text: "## What is proposed\n\nDescribe the treatment, who prescribes, who is present, and how long a session takes.\n\n" +
			"## Off-label use\n\nSay that ketamine is used outside its approved indication, and what is known about it.\n\n" +
			"## Risks\n\nName the risks you and your prescriber agreed to name.\n\n" +
			"## Alternatives\n\nName the alternatives, including no treatment.\n\n" +
			"## Before and after\n\nFasting, ride home, no driving until after a night's sleep, whom to call.\n\n" +
			"## Ending\n\nSay that consent can be withdrawn at any time, and what happens to records.",
		Clauses: []string{"I have been told the risks and could ask questions.", "I will not drive until I have slept a night.", "I can withdraw at any time."},
	},
	{
		Key: "touch", Kind: ConsentTouch, Title: "Agreement on touch", ValidMonths: 12, Skeleton: true, Offered: true,
		Text:    "Say which touch may be offered during a session, that it is asked for each time, and that a no is always enough.",
		Clauses: []string{"I may say no at any moment."},
	},
	{
		Key: "telehealth", Kind: ConsentTelehealth, Title: "Consent to sessions by video", ValidMonths: 12, Skeleton: true, Offered: true,
		Text:    "Say how video sessions work, what the chaperone does, and what happens when the connection is lost.",
		Clauses: []string{"An adult is with me during each dosing session at home."},
	},
	{
		Key: "release", Kind: ConsentRelease, Title: "Release of information", ValidMonths: 12, Skeleton: true, Offered: true,
		Text:    "Say what is released to whom and for what, until when, and that it can be revoked in writing.",
		Clauses: []string{},
	},
}

var shippedCourses = []CourseTemplate{
	{Key: "six", Name: "Six dosing sessions", Offered: true, Plan: CoursePlan{
		Preparations: 2, Dosings: 6, CadenceDays: 14, Integrations: 2, LaterIntegrationDays: 7, ReviewAfter: []int{2, 6}, MaintenanceWeeks: 6,
	}},
	{Key: "three", Name: "Three dosing sessions", Offered: true, Plan: CoursePlan{
		Preparations: 2, Dosings: 3, CadenceDays: 14, Integrations: 2, LaterIntegrationDays: 7, ReviewAfter: []int{3},
	}},
}

var shippedOutlines = func() []NoteOutline {
	list := make([]NoteOutline, 0, len(SessionKinds))
	for _, kind := range SessionKinds {
		list = append(list, ShippedOutline(kind))
	}
	return list
}()

// ShippedOutline returns the outline a note of this kind of session begins
// with until the practice keeps its own.
func ShippedOutline(kind SessionKind) NoteOutline {
	switch kind {
	case Integration:
		return outline(kind, "Integration", [][3]string{
			{"came_up", "What came up", "Images, memories, parts, feelings"},
			{"body", "In the body", "Where it is felt, and how it moves"},
			{"meaning", "Meaning", "What does it say about the intention?"},
			{"week", "Carrying it into the week", "How it goes on between the sessions"},
			{"plan", "Plan", "Next session, contact, anything to watch"},
		})
	case Dosing:
		return outline(kind, "KAP dosing", [][3]string{
			{"before", "Before the dose", "How the client arrived, intention, readiness"},
			{"during", "During", "The course of the experience, in order"},
			{"after", "Afterwards", "Return, first words, how the client left"},
			{"plan", "Plan", "Integration, contact agreed, anything to watch"},
		})
	case Preparation:
		return outline(kind, "Preparation", [][3]string{
			{"intentions", "Intentions", "In the client's words"},
			{"fears", "Fears and hopes", "What might come, what would help"},
			{"agreements", "Agreements", "Set and setting, touch, music, ride home"},
			{"plan", "Plan", "What remains before the dosing session"},
		})
	case CheckIn:
		return outline(kind, "Check-in", [][3]string{
			{"contact", "Contact", "How the client is, in a few words"},
			{"plan", "Plan", "What was agreed"},
		})
	case Consultation, Talk:
		return outline(kind, "Progress note", [][3]string{
			{"subject", "What the client brings", "In the client's words"},
			{"observed", "What was seen", "Presence, mood, change since last time"},
			{"assessment", "Assessment", "How it is understood"},
			{"plan", "Plan", "What was agreed"},
		})
	}
	return NoteOutline{Kind: kind}
}

func outline(kind SessionKind, name string, sections [][3]string) NoteOutline {
	o := NoteOutline{Kind: kind, Format: name}
	for _, s := range sections {
		o.Sections = append(o.Sections, Section{Key: s[0], Title: s[1], Placeholder: s[2]})
	}
	return o
}

// NoteFormats are ready outlines a practice can choose for a kind of session.
var NoteFormats = []NoteOutline{
	format("SOAP", "Subjective", "Objective", "Assessment", "Plan"),
	format("DAP", "Data", "Assessment", "Plan"),
	format("BIRP", "Behaviour", "Intervention", "Response", "Plan"),
	format("GIRP", "Goal", "Intervention", "Response", "Plan"),
	format("Narrative", "Narrative"),
}

func format(name string, titles ...string) NoteOutline {
	o := NoteOutline{Format: name}
	for _, title := range titles {
		o.Sections = append(o.Sections, Section{Key: keyOf(title), Title: title})
	}
	return o
}
