package practice

// Psychotherapy notes are in no document (45 CFR 164.501, 164.508).
const neverPrivate = "Psychotherapy notes are kept apart and are in no document."

// documentRules is the one place that says what each document may hold. The
// defaults are the minimum for its reader (45 CFR 164.502(b)).
var documentRules = map[DocumentKind]documentRule{
	DocSummary: {"Session summary", ReaderRecord, aboutSession, []PartRule{
		{PartIdentity, Always},
		{PartFacts, Always},
		{PartReadiness, On},
		{PartEvents, On},
		{PartDoses, On},
		{PartClearance, On},
		{PartVitals, On},
		{PartHolds, On},
		{PartObserved, On},
		{PartOwnWords, On},
		{PartLeaving, On},
		{PartNote, On},
		{PartPractices, On},
		{PartFollowing, On},
	}, neverPrivate},
	DocClientCopy: {"Client copy", ReaderClient, aboutSession, []PartRule{
		{PartIdentity, Always},
		{PartFacts, Always},
		{PartIntention, On},
		{PartOwnWords, On},
		{PartPractices, On},
		{PartNextStep, On},
		{PartDoses, Off},
		{PartVitals, Off},
	}, "The log, the note and what the practice observed are not for this reader. " + neverPrivate},
	DocPrescriber: {"Prescriber report", ReaderPrescriber, aboutSession, []PartRule{
		{PartIdentity, Always},
		{PartFacts, Always},
		{PartDoses, Always},
		{PartClearance, On},
		{PartVitals, On},
		{PartHolds, On},
		{PartEvents, Always},
		{PartLeaving, On},
		{PartSessions, On},
		{PartMedicines, Off},
		{PartAllergies, Off},
		{PartObserved, Off},
	}, "The note and the client's own words are not for this reader: only what bears on the medicine. " + neverPrivate},
	DocReferral: {"Referral packet", ReaderPrescriber, aboutClient, []PartRule{
		{PartIdentity, Always},
		{PartContact, On},
		{PartQuestions, Always},
		{PartConcerns, On},
		{PartScreening, On},
		{PartAllergies, On},
		{PartMedicines, On},
		{PartClearance, On},
		{PartEvents, On},
		{PartSessions, Off},
		{PartDiagnoses, Off},
	}, "Session notes and logs are left out: the prescriber is asked about safety. " + neverPrivate},
	DocChart: {"Full chart", ReaderOther, aboutClient, []PartRule{
		{PartIdentity, Always},
		{PartContact, On},
		{PartConcerns, On},
		{PartInquiry, On},
		{PartDiagnoses, On},
		{PartScreening, On},
		{PartAllergies, On},
		{PartMedicines, On},
		{PartQuestions, On},
		{PartClearance, On},
		{PartConsents, On},
		{PartCourse, On},
		{PartPreparation, On},
		{PartFacts, Always},
		{PartReadiness, On},
		{PartEvents, On},
		{PartDoses, On},
		{PartVitals, On},
		{PartHolds, On},
		{PartObserved, On},
		{PartOwnWords, On},
		{PartLeaving, On},
		{PartNote, On},
		{PartPractices, On},
		{PartFiles, On},
		{PartCharges, On},
		{PartRequests, On},
		{PartDisclosures, Off},
	}, "Files are named, not copied. " + neverPrivate},
	DocIncident: {"Incident report", ReaderRecord, aboutEvent, []PartRule{
		{PartIdentity, Always},
		{PartFacts, Always},
		{PartEvents, Always},
		{PartDoses, On},
		{PartVitals, On},
		{PartObserved, On},
		{PartOwnWords, On},
	}, "Entries from more than 30 minutes before the event but for doses and vital signs, and the session's note. " + neverPrivate},
	DocEmergency: {"Emergency card", ReaderOther, aboutSession, []PartRule{
		{PartIdentity, Always},
		{PartEmergency, Always},
		{PartDoses, Always},
		{PartVitals, Always},
		{PartAllergies, Always},
		{PartMedicines, Always},
	}, "Everything else of the record. " + neverPrivate},
	DocHandout: {"What to expect", ReaderClient, aboutClient, []PartRule{
		{PartHandout, Always},
		{PartEmergency, On},
	}, "Nothing of the client's record is in it but the first name and what was agreed for the day. " + neverPrivate},
	DocClosing: {"Closing summary", ReaderRecord, aboutClient, []PartRule{
		{PartIdentity, Always},
		{PartConcerns, On},
		{PartCourse, Always},
		{PartSessions, On},
		{PartDoses, On},
		{PartEvents, On},
		{PartPractices, On},
		{PartNextStep, On},
	}, "Logs, vital signs and session notes stay in the chart. " + neverPrivate},
	DocSuperbill: {"Superbill", ReaderClient, aboutClient, []PartRule{
		{PartIdentity, Always},
		{PartContact, On},
		{PartDiagnoses, Always},
		{PartCharges, Always},
	}, "Nothing of what was said or done in a session is in it. " + neverPrivate},
	DocAccounting: {"Accounting of disclosures", ReaderClient, aboutClient, []PartRule{
		{PartIdentity, Always},
		{PartDisclosures, Always},
	}, "The disclosed documents themselves. " + neverPrivate},
	DocPaperLog: {"Blank paper log", ReaderRecord, aboutNobody, nil, "It is blank."},
}

// Label returns a part as a list names it.
func (p Part) Label() string {
	if label, ok := partLabels[p]; ok {
		return label
	}
	return string(p)
}

var partLabels = map[Part]string{
	PartIdentity: "name and date of birth", PartContact: "address and phone", PartConcerns: "what brought the client",
	PartFacts: "session facts", PartIntention: "intention", PartReadiness: "readiness", PartClearance: "clearance and limits",
	PartDoses: "doses", PartVitals: "vital signs", PartHolds: "holds and calls", PartObserved: "observations",
	PartOwnWords: "the client's own words", PartEvents: "adverse events", PartLeaving: "how the client left",
	PartNote: "note and addenda", PartFollowing: "notes of the integration that followed", PartPractices: "practices and commitments",
	PartNextStep: "next step", PartScreening: "screening", PartAllergies: "allergies", PartMedicines: "medicines",
	PartQuestions: "questions for the prescriber", PartSessions: "sessions so far", PartCourse: "course plan", PartConsents: "consents",
	PartPreparation: "preparation", PartInquiry: "first call", PartFiles: "list of files", PartDisclosures: "disclosures",
	PartRequests: "records requests", PartCharges: "charges", PartDiagnoses: "diagnoses", PartEmergency: "emergency numbers and steps",
	PartHandout: "the practice's text",
}
