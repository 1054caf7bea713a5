package app

import (
	"slices"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makeCourseSummary makes the summary of a client's whole course, for the
// record and those who treat the client.
func makeCourseSummary(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in, err := courseInput(tx, ask.ClientID, parts)
	if err != nil {
		return made{}, err
	}
	if in.Events, err = tx.AdverseEvents(ask.ClientID); err != nil {
		return made{}, err
	}
	if parts[practice.PartRiskReviews] {
		risks, err := risksView(tx, ask.ClientID)
		if err != nil {
			return made{}, err
		}
		in.Risks = slices.Concat(risks.Waiting, risks.Reviewed)
	}
	result, err := report.CourseSummary(in)
	return made{Result: result, clientID: in.Client.ID, contents: courseContents(in), day: dayMade(in)}, err
}

// makeCourseCopy makes the summary of the course for the client.
func makeCourseCopy(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in, err := courseInput(tx, ask.ClientID, parts)
	if err != nil {
		return made{}, err
	}
	if in.Calls, err = whomToCall(tx, in.Practice, ask.ClientID, in.Next); err != nil {
		return made{}, err
	}
	result, err := report.CourseCopy(in)
	return made{
		Result: result, clientID: in.Client.ID, contents: courseContents(in), day: dayMade(in),
		notices: callsMissing(parts[practice.PartNextStep], in.Calls),
	}, err
}

func dayMade(in report.CourseInput) string {
	return string(practice.DateOf(in.At.In(in.Practice.Zone)))
}

func courseInput(tx *store.Tx, clientID string, parts practice.PartSet) (in report.CourseInput, err error) {
	in.Parts, in.At = parts, tx.Now()
	if in.Client, err = tx.Client(clientID); err != nil {
		return in, err
	}
	if in.Practice, err = tx.Letterhead(); err != nil {
		return in, err
	}
	if _, in.AuditHead, err = tx.AuditHead(); err != nil {
		return in, err
	}
	if in.Facts, err = courseFacts(tx, clientID); err != nil {
		return in, err
	}
	in.Next, err = nextPlanned(tx, clientID, "")
	return in, err
}

// courseContents says in one line what a course summary holds.
func courseContents(in report.CourseInput) string {
	inside := insideLine{in.Parts, []string{"name and date of birth"}}
	held := 0
	for _, s := range in.Facts.Sessions {
		if s.TookPlace() {
			held++
		}
	}
	doses := practice.Totals(in.Facts.Doses).Given
	totals, noticed := countForms(slices.DeleteFunc(slices.Clone(in.Facts.Forms), func(f practice.Filled) bool {
		return f.Response.State() != practice.FormFinished
	}))
	inside.say(practice.PartCourse, len(in.Facts.Courses) > 0, "the course")
	inside.say(practice.PartCourseChart, true, "its picture")
	inside.count(practice.PartMeasures, totals, "questionnaire", "questionnaires")
	inside.count(practice.PartNotices, noticed, "form of what the client notices", "forms of what the client notices")
	inside.count(practice.PartSessions, held, "session", "sessions")
	inside.count(practice.PartDoses, doses, "dose", "doses")
	inside.count(practice.PartEvents, len(in.Events), "adverse event", "adverse events")
	inside.count(practice.PartRiskReviews, len(in.Risks), "risk review", "risk reviews")
	inside.say(practice.PartNextStep, true, "the next step")
	return inside.text()
}

// countForms counts questionnaires, and apart from them the forms of what the
// client notices.
func countForms(forms []practice.Filled) (totals, noticed int) {
	for _, f := range forms {
		if f.Instrument.Scoring.Method == practice.ScoreNone {
			noticed++
		} else {
			totals++
		}
	}
	return totals, noticed
}

// measuredOf tells how each questionnaire of a client has moved, of the forms
// answered until then.
func measuredOf(tx *store.Tx, clientID string, until practice.Instant) ([]report.Measured, error) {
	facts, err := courseFacts(tx, clientID)
	if err != nil {
		return nil, err
	}
	list, changes := []report.Measured{}, facts.Changes(until)
	for _, i := range practice.Instruments() {
		if change := changes[i.ID]; change.Last != nil {
			list = append(list, report.Measured{Title: i.Title, Change: change})
		}
	}
	return list, nil
}
