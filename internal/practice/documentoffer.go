package practice

// Use says in a line what a document is for.
func (k DocumentKind) Use() string { return documentUses[k] }

var documentUses = map[DocumentKind]string{
	DocSummary:    "All of one session, for the practice’s own record.",
	DocClientCopy: "What the client takes home of a session.",
	DocPrescriber: "Dose, vital signs and events, for whoever cleared the client.",
	DocReferral:   "What a prescriber is asked, with what the answer needs.",
	DocChart:      "Everything, with contents: for a request or a transfer of care.",
	DocIncident:   "One adverse event with its timeline.",
	DocEmergency:  "One page for whoever comes to help.",
	DocHandout:    "How to prepare, the day, the hours after, whom to call.",
	DocClosing:    "The course as it was held, when it is complete.",
	DocSuperbill:  "What the client sends to the insurer.",
	DocAccounting: "What left the practice about the client, and to whom.",
	DocCourse:     "All sessions, doses and measures of the course, with its picture.",
	DocCourseCopy: "The way so far in plain words, with what the client notices.",
	DocForm:       "One questionnaire on paper, to be entered afterwards.",
	DocPaperLog:   "To be filled in by hand when the computer fails.",
}

// Fits tells whether a document can be made of a session: its record once it
// has begun, the emergency card from its plan until its end.
func (k DocumentKind) Fits(s Session) bool {
	begun := s.State() == Open || s.State() == Ended
	switch k {
	case DocSummary, DocClientCopy:
		return begun
	case DocPrescriber, DocIncident:
		return begun && s.Kind == Dosing
	case DocEmergency:
		return s.Kind == Dosing && (s.State() == Planned || s.State() == Open)
	case DocReferral, DocChart, DocHandout, DocClosing, DocSuperbill, DocAccounting, DocPaperLog, DocCourse, DocCourseCopy, DocForm:
	}
	return false
}
