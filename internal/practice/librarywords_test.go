package practice

import (
	"slices"
	"testing"
)

func TestLibraryInWords(t *testing.T) {
	heart := ScreeningItem{Question: "Heart?", Severity: SeverityHold, Source: "Guidance", Asked: true}
	lowered, unasked := heart, heart
	lowered.Severity, lowered.Reason = SeverityReview, "Dr. Lund, by phone"
	unasked.Asked, unasked.Reason = false, "Asked by the prescriber"
	for want, got := range map[string]string{
		"Hold": heart.Line(&heart),
		"Review, shipped as hold. Dr. Lund, by phone":              lowered.Line(&heart),
		"Review. Dr. Lund, by phone":                               lowered.Line(nil),
		"Hold, no longer asked. Asked by the prescriber":           unasked.Line(&heart),
		"A skeleton; it cannot be signed until you have edited it": shippedConsents[0].Line(),
		"Holds 1 month": ConsentText{ValidMonths: 1, Offered: true}.Line(),
		"Holds until it is revoked. No longer offered": ConsentText{}.Line(),
		"Data, Assessment, Plan":                       NoteFormats[1].Line(),
		"1 dosing session":                             CoursePlan{Dosings: 1, CadenceDays: 14}.Line(),
		"1 dosing session; 1 integration session after each. No longer offered":                                                                                       CourseTemplate{Plan: CoursePlan{Dosings: 1, Integrations: 1}}.Line(),
		"2 preparations; 6 dosing sessions 14 days apart; 2 integration sessions after each, the later after 7 days; review after 2 and 6; maintenance every 6 weeks": shippedCourses[0].Line(),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	own := MarkSet{Name: "Ours", Marks: make([]KeyMark, marksInSet)}
	own.Marks[0].Word, own.Marks[9].Text = "tearful", "Eye shades on"
	if got := own.Line(); got != "Tearful, Eye shades on. No longer offered" {
		t.Errorf("%q", got)
	}
	for name, c := range map[string]struct{ got, want []string }{
		"question":  {unasked.Lines(), []string{"Heart?", "Severity: hold", "Source: Guidance", "Reason: Asked by the prescriber", "No longer asked"}},
		"consent":   {ConsentText{Title: "Touch", Clauses: []string{"I may say no."}, Offered: true}.Lines(), []string{"Touch", "Holds until it is revoked", "To initial: I may say no."}},
		"outline":   {NoteOutline{Format: "Own", Sections: []Section{{Title: "A", Placeholder: "What?"}, {Title: "B"}}}.Lines(), []string{"Own", "A: What?", "B"}},
		"template":  {CourseTemplate{Name: "One", Plan: CoursePlan{Dosings: 1}, Offered: true}.Lines(), []string{"One", "1 dosing session"}},
		"emergency": {EmergencyPlan{[]string{"Call."}}.Lines(), []string{"Call."}},
		"session plan": {shippedSessionPlan.Lines(), []string{
			"Arrival: 15 min", "Guided reflection: 25 min", "Medicine: 45 min", "Returning: 30 min", "Processing: 45 min", "Leaving: 20 min",
			"Vital signs after the first dose: 40 min, 90 min",
		}},
		"no vital signs": {SessionPlan{}.Lines(), []string{"No vital signs planned after the first dose"}},
		"marks": {own.Lines(), []string{
			"Ours", "1: Tearful", "2: nothing", "3: nothing", "4: nothing", "5: nothing", "6: nothing", "7: nothing", "8: nothing", "9: nothing", "0: Eye shades on", "No longer offered",
		}},
		"leaving": {LeavingList{[]LeavingItem{{"a", "Steady"}, {"b", "Oriented"}}}.Lines(), []string{"Steady", "Oriented"}},
		"methods": {MethodList{[]string{"IFS"}}.Lines(), []string{"IFS"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
		}
	}
}
