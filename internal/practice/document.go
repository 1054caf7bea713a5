package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// DocumentKind names a document.
type DocumentKind string

// The documents. All but the blank paper log and the blank questionnaire are
// about one client.
const (
	DocSummary    DocumentKind = "session_summary"
	DocClientCopy DocumentKind = "client_copy"
	DocPrescriber DocumentKind = "prescriber_report"
	DocReferral   DocumentKind = "referral_packet"
	DocChart      DocumentKind = "full_chart"
	DocIncident   DocumentKind = "incident_report"
	DocEmergency  DocumentKind = "emergency_card"
	DocHandout    DocumentKind = "what_to_expect"
	DocClosing    DocumentKind = "closing_summary"
	DocSuperbill  DocumentKind = "superbill"
	DocAccounting DocumentKind = "accounting"
	DocPaperLog   DocumentKind = "paper_log"
	DocCourse     DocumentKind = "course_summary"
	DocCourseCopy DocumentKind = "course_copy"
	DocForm       DocumentKind = "blank_form"
)

// Reader is for whom a document is made.
type Reader string

// The readers. The record is the practice's own.
const (
	ReaderRecord     Reader = "record"
	ReaderClient     Reader = "client"
	ReaderPrescriber Reader = "prescriber"
	ReaderOther      Reader = "other" // an insurer, another practice, a court
)

// Readers lists the readers in the order a person is asked.
var Readers = []Reader{ReaderRecord, ReaderClient, ReaderPrescriber, ReaderOther}

// Part is a kind of thing a document may hold. Psychotherapy notes are no
// part: no document can hold them.
type Part string

// The parts.
const (
	PartIdentity    Part = "identity"     // name and date of birth
	PartContact     Part = "contact"      // address, phone, emergency contact
	PartConcerns    Part = "concerns"     // what the client came for
	PartFacts       Part = "facts"        // of a session: when, how long, where, with whom
	PartIntention   Part = "intention"    // the client's own
	PartReadiness   Part = "readiness"    // what stood when a dosing session began
	PartClearance   Part = "clearance"    // with its limits
	PartDoses       Part = "doses"        // given and not given
	PartVitals      Part = "vitals"       // readings, against the limits
	PartReadings    Part = "readings"     // every one, where the document tells the outstanding ones
	PartHolds       Part = "holds"        // and what was done about them
	PartObserved    Part = "observations" // the log but for the client's own words
	PartOwnWords    Part = "own_words"    // what the client said, as written down
	PartEvents      Part = "adverse_events"
	PartLeaving     Part = "leaving" // discharge, transfer
	PartNote        Part = "note"    // with its addenda
	PartFollowing   Part = "following"
	PartPractices   Part = "practices" // what was agreed, and commitments
	PartNextStep    Part = "next_step"
	PartScreening   Part = "screening"
	PartAllergies   Part = "allergies"
	PartMedicines   Part = "medicines"
	PartQuestions   Part = "questions" // for the prescriber
	PartSessions    Part = "sessions"  // the course so far, a line each
	PartCourse      Part = "course"    // its plan and goal
	PartConsents    Part = "consents"
	PartPreparation Part = "preparation"
	PartInquiry     Part = "inquiry" // the first call
	PartFiles       Part = "files"   // by title, not their content
	PartDisclosures Part = "disclosures"
	PartRequests    Part = "requests" // for records
	PartCharges     Part = "charges"
	PartDiagnoses   Part = "diagnoses"
	PartEmergency   Part = "emergency" // whom to call, where, the plan's steps
	PartHandout     Part = "handout"   // the practice's own words
	PartMeasures    Part = "measures"  // questionnaires with a total
	PartNotices     Part = "notices"   // what the client notices
	PartRiskReviews Part = "risk_reviews"
	PartCourseChart Part = "course_chart" // of what else is chosen
)

// Inclusion says how a document holds a part.
type Inclusion string

// A part that is always there cannot be left out; one that is not listed for a
// document can never be in it.
const (
	Always Inclusion = "always"
	On     Inclusion = "on"  // by default
	Off    Inclusion = "off" // only when asked for
)

// PartRule is one part a document may hold.
type PartRule struct {
	Part      Part
	Inclusion Inclusion
}

// documentRule is what one kind of document is.
type documentRule struct {
	title  string
	reader Reader // for whom its defaults are the minimum
	about  documentAbout
	parts  []PartRule // in the order of the document
	never  string     // what else it never holds, to go on a list; may be empty
}

// documentAbout says what must be named for a document to be made.
type documentAbout int

const (
	aboutNobody documentAbout = iota
	aboutClient
	aboutSession // of one participant
	aboutEvent   // an adverse event of a session
)

// Title returns the document's name: "Session summary".
func (k DocumentKind) Title() string { return documentRules[k].title }

// Reader returns for whom the document is usually made.
func (k DocumentKind) Reader() Reader { return documentRules[k].reader }

// Parts returns the parts the document may hold, in its order.
func (k DocumentKind) Parts() []PartRule { return documentRules[k].parts }

// Check refuses a kind of document there is none of, and one that names too
// little of what it is about.
func (k DocumentKind) Check(clientID, sessionID, participantID, eventID string) error {
	rule, ok := documentRules[k]
	named := map[documentAbout]bool{
		aboutNobody: true, aboutClient: clientID != "",
		aboutSession: sessionID != "" && participantID != "",
		aboutEvent:   sessionID != "" && participantID != "" && eventID != "",
	}
	if !ok || !named[rule.about] {
		return fault.New(fault.Invalid, "Snowfield does not know which document is meant. Open it again from the chart.")
	}
	return nil
}

// PartSet is what is chosen for one document.
type PartSet map[Part]bool

// Default returns what the document holds when nobody chose: the minimum for
// its reader.
func (k DocumentKind) Default() PartSet {
	set := PartSet{}
	for _, r := range k.Parts() {
		if r.Inclusion != Off {
			set[r.Part] = true
		}
	}
	return set
}

// Choose returns the set a person chose; what is always there is added. It
// refuses a part that the document may not hold.
func (k DocumentKind) Choose(parts []Part) (PartSet, error) {
	set := PartSet{}
	for _, p := range parts {
		if !slices.ContainsFunc(k.Parts(), func(r PartRule) bool { return r.Part == p }) {
			return nil, fault.New(fault.Invalid, k.Title()+" cannot hold this part. Open the document again and choose from its list.")
		}
		set[p] = true
	}
	for _, r := range k.Parts() {
		if r.Inclusion == Always {
			set[r.Part] = true
		}
	}
	return set, nil
}

// List returns what a set holds, in the document's order.
func (k DocumentKind) List(set PartSet) []Part {
	list := []Part{}
	for _, r := range k.Parts() {
		if set[r.Part] {
			list = append(list, r.Part)
		}
	}
	return list
}

// Inside says in one line what a document of this choice holds.
func (k DocumentKind) Inside(set PartSet) string {
	parts := []string{}
	for _, p := range k.List(set) {
		parts = append(parts, p.Label())
	}
	if len(parts) == 0 {
		return ""
	}
	return "Inside: " + strings.Join(parts, ", ") + "."
}

// 45 CFR 164.501 and 164.508.
const privateLeftOut = "psychotherapy notes, which are kept apart and are in no document."

// LeftOut says what a document of this choice leaves out, and why.
func (k DocumentKind) LeftOut(set PartSet) string {
	out := []string{}
	for _, r := range k.Parts() {
		if !set[r.Part] {
			out = append(out, r.Part.Label())
		}
	}
	text := "Left out: "
	if len(out) > 0 {
		text += strings.Join(out, ", ") + ", which this reader does not need; "
	}
	if never := documentRules[k].never; never != "" {
		text += never + "; "
	}
	return text + privateLeftOut
}
