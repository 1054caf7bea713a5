package app

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makeClosing makes the summary of a client's course: of the one that runs,
// else of the one that ended last.
func makeClosing(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in, err := closingInput(tx, ask.ClientID, parts)
	if err != nil {
		return made{}, err
	}
	result, err := report.Closing(in)
	return made{
		Result: result, clientID: in.Client.ID, contents: closingContents(in),
		day: string(practice.DateOf(in.At.In(in.Practice.Zone))),
	}, err
}

// closingContents says in one line what a closing summary holds.
func closingContents(in report.ClosingInput) string {
	state := "the course with its closing words"
	if !in.Course.Complete() {
		state = "the course, which is not complete"
	}
	inside := insideLine{in.Parts, []string{"name and date of birth", state}}
	doses, events, agreed := 0, 0, 0
	for _, r := range in.Sessions {
		doses += practice.Totals(r.Doses).Given
		events += len(r.Events)
		agreed += len(r.Made)
	}
	inside.say(practice.PartConcerns, len(in.Client.Concerns) > 0, "what brought the client")
	inside.count(practice.PartMeasures, len(in.Measures), "questionnaire", "questionnaires")
	inside.count(practice.PartSessions, len(in.Sessions), "session", "sessions")
	inside.count(practice.PartDoses, doses, "dose", "doses")
	inside.count(practice.PartEvents, events, "adverse event", "adverse events")
	inside.count(practice.PartPractices, agreed, "practice or commitment", "practices and commitments")
	inside.say(practice.PartNextStep, true, "the next step")
	return inside.text()
}

func closingInput(tx *store.Tx, clientID string, parts practice.PartSet) (in report.ClosingInput, err error) {
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
	if in.Course, err = courseToClose(tx, clientID); err != nil {
		return in, err
	}
	if in.Commitments, err = tx.Commitments(clientID, false); err != nil {
		return in, err
	}
	if in.Next, err = nextPlanned(tx, clientID, ""); err != nil {
		return in, err
	}
	until := in.At
	if in.Course.Complete() {
		until = in.Course.CompletedAt
	}
	if in.Measures, err = measuredOf(tx, clientID, until); err != nil {
		return in, err
	}
	settings, err := tx.Settings()
	if err != nil {
		return in, err
	}
	sessions, err := tx.SessionsOfClient(clientID, clientSessions)
	if err != nil {
		return in, err
	}
	last := practice.LastContact(in.Client, sessions)
	in.RetainUntil = practice.RetainUntil(in.Client, last, settings, in.Practice.Zone)
	in.Sessions, err = heldInCourse(tx, in.Course, sessions)
	return in, err
}

// courseToClose is the course that runs, else the one that ended last.
func courseToClose(tx *store.Tx, clientID string) (practice.Course, error) {
	courses, err := tx.Courses(clientID)
	if err != nil {
		return practice.Course{}, err
	}
	if len(courses) == 0 {
		return practice.Course{}, fault.New(fault.Blocked, "This client has no course of treatment yet, so there is nothing to close. Begin one in the chart, under Course.")
	}
	return slices.MaxFunc(courses, func(a, b practice.Course) int {
		switch {
		case a.Complete() != b.Complete() && a.Complete():
			return -1
		case a.Complete() != b.Complete():
			return 1
		}
		return strings.Compare(string(a.StartedAt), string(b.StartedAt))
	}), nil
}

// heldInCourse gathers the sessions of a course that were held, in time order.
func heldInCourse(tx *store.Tx, course practice.Course, sessions []practice.Session) ([]report.Record, error) {
	held := slices.DeleteFunc(slices.Clone(sessions), func(s practice.Session) bool {
		return s.State() != practice.Ended || !course.Spans(s)
	})
	slices.SortStableFunc(held, func(a, b practice.Session) int { return strings.Compare(string(a.Start()), string(b.Start())) })
	records := make([]report.Record, 0, len(held))
	for _, s := range held {
		r, err := recordOf(tx, s, course.ClientID)
		if err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	return records, nil
}
