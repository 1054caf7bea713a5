package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

// formOf is a finished form in which every item has the same answer, but
// those that are named; -1 leaves one blank.
func formOf(instrument string, when practice.Instant, all int, named map[string]int) practice.Filled {
	i, err := practice.CurrentInstrument(instrument)
	if err != nil {
		panic(err)
	}
	r := practice.Response{
		ID: fmt.Sprint(instrument, when), ClientID: "client-1", Instrument: i.Ref(), AnsweredAt: when, Zone: zone, By: practice.AnsweredAsked,
		Answers: map[string]int{}, FinishedAt: when, CreatedAt: when,
	}
	for _, item := range i.Items {
		r.Answers[item.LinkID] = all
	}
	for link, v := range named {
		r.Answers[link] = v
		if v < 0 {
			delete(r.Answers, link)
		}
	}
	return practice.Filled{Response: r, Instrument: i}
}

// measuredTwice is a questionnaire from before the first dose of the sample and
// one from after it, and another that was filled in once.
func measuredTwice() []Measured {
	phq := []practice.Filled{formOf("phq-9", at(-9000), 2, map[string]int{"9": 0}), formOf("phq-9", at(3000), 1, map[string]int{"9": 0, "2": 0})}
	return []Measured{
		{Title: "PHQ-9", Change: practice.ReadChange(phq, practice.TreatmentStart{FirstDose: at(0), Zone: zone})},
		{Title: "GAD-7", Change: practice.ReadChange([]practice.Filled{formOf("gad-7", at(3000), 1, nil)}, practice.TreatmentStart{FirstDose: at(0), Zone: zone})},
	}
}

// onDay is noon of a day of the course, counted from its first dose.
func onDay(n int) practice.Instant { return at(n * 24 * 60) }

// treated is a course of a dozen weeks: three dosing sessions, each with its
// integration, one that is planned, and questionnaires along the way.
func treated() CourseInput {
	in := closed()
	facts := practice.CourseFacts{
		ClientID: "client-1", Zone: zone, Now: onDay(70), Settings: practice.DefaultSettings(),
		Plan: practice.MeasurePlan{Rows: []practice.MeasureRow{{InstrumentID: "phq-9"}, {InstrumentID: "gad-7"}}},
		Courses: []practice.Course{{
			ID: "course-1", ClientID: "client-1", Goal: "To sleep again.", StartedAt: onDay(-30), Plan: in.Course.Plan, Reviews: in.Course.Reviews,
		}},
	}
	session := func(kind practice.SessionKind, day int, follows string) practice.Session {
		id := fmt.Sprint(kind, day)
		return practice.Session{
			ID: id, Kind: kind, Zone: zone, Participants: []practice.Participant{{ID: id + "-part", ClientID: "client-1"}}, DosingSessionID: follows,
			PlannedStart: onDay(day), ActualStart: onDay(day), ActualEnd: onDay(day).Add(2 * time.Hour),
		}
	}
	facts.Sessions = append(facts.Sessions, session(practice.Consultation, -24, ""), session(practice.Preparation, -10, ""))
	for n, day := range []int{0, 21, 42} {
		s := session(practice.Dosing, day, "")
		facts.Sessions = append(facts.Sessions, s)
		facts.Doses = append(facts.Doses, practice.DoseEvent{
			Entry:   practice.Entry{ID: s.ID, ParticipantID: s.Participants[0].ID, At: s.ActualStart.Add(20 * time.Minute)},
			TakenUg: []int64{100_000, 150_000, 200_000}[n], Route: practice.Sublingual,
		})
		if n < 2 {
			facts.Sessions = append(facts.Sessions, session(practice.Integration, day+2, s.ID))
		}
	}
	next := session(practice.Dosing, 84, "")
	next.ActualStart, next.ActualEnd = "", ""
	facts.Sessions = append(facts.Sessions, next)
	for n, day := range []int{-20, -3, 12, 33, 54} {
		facts.Forms = append(facts.Forms, formOf("phq-9", onDay(day), 2, map[string]int{"1": 3 - n/2, "9": []int{1, 1, 0, 0, 0}[n], "3": 2 - n/2, "4": 2 - n/2}))
		facts.Forms = append(facts.Forms, formOf("notices", onDay(day), 3+n, map[string]int{"sleep": 2 + 2*n, "anxious_loops": 9 - 2*n}))
	}
	facts.Forms = append(facts.Forms,
		formOf("gad-7", onDay(-3), 2, nil), formOf("gad-7", onDay(54), 1, nil), formOf("gad-7", onDay(60), 1, map[string]int{"4": -1}))
	wrong := formOf("gad-7", onDay(61), 3, nil)
	wrong.Response.StruckAt, wrong.Response.StruckReason = onDay(62), "entered for another client"
	facts.Forms = append(facts.Forms, wrong)
	risk := practice.RiskLines(facts.Forms[0].Instrument, facts.Forms[0].Response, []practice.RiskReview{{
		ResponseID: facts.Forms[0].Response.ID, LinkID: "9", Answer: 1, Risk: practice.RiskWatch, Text: "Passing thoughts, no plan. Her sister knows.",
		SafetyPlan: "Call Ingrid, then 988.", At: onDay(-20).Add(time.Hour),
	}})
	return CourseInput{
		Practice: in.Practice, Client: in.Client, Facts: facts, Risks: risk, Next: &next,
		Events: []practice.AdverseEvent{{At: onDay(21), What: "Vomited twice.", Action: "Stayed, measured.", Grade: "moderate", Ending: "resolved"}},
		Parts:  practice.DocCourse.Default(), AuditHead: in.AuditHead, At: onDay(70),
	}
}

func own(in CourseInput) CourseInput {
	in.Parts = practice.DocCourseCopy.Default()
	return in
}

// A session's summary tells the questionnaires of the days around it, and of
// no other day.
func TestMeasuresAroundASession(t *testing.T) {
	in := sample()
	struck := formOf("pcl-5", at(10), 1, nil)
	struck.Response.StruckAt = at(20)
	in.Forms = []practice.Filled{
		formOf("phq-9", at(-2880), 2, map[string]int{"9": 0}), formOf("notices", at(1590), 5, map[string]int{"sleep": 2}),
		formOf("gad-7", at(-20000), 3, nil), struck,
	}
	d, err := summary(in)
	if err != nil {
		t.Fatal(err)
	}
	text := reporttest.Document(d)
	for _, want := range []string{"| 9 Mar 2026 | PHQ-9 | 16, moderately severe |", "| 12 Mar 2026 | 5 | 5 | 5 | 2 |"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
	for _, never := range []string{"GAD-7", "PCL-5"} {
		if strings.Contains(text, never) {
			t.Errorf("it tells %q", never)
		}
	}
	delete(in.Parts, practice.PartMeasures)
	delete(in.Parts, practice.PartNotices)
	if d, err = summary(in); err != nil || strings.Contains(reporttest.Blocks(d.Blocks[:len(d.Blocks)-1]), "Mood") {
		t.Errorf("without them it tells what the client notices: %v", err)
	}
}

func TestCourseSummary(t *testing.T) {
	golden(t, "course.txt", reporttest.Document(courseSummary(treated())))
}

// The client's own names no amount, no band and no claim, and nothing of a
// risk.
func TestCourseCopy(t *testing.T) {
	in := own(treated())
	got := reporttest.Document(courseCopy(in))
	golden(t, "course-copy.txt", got)
	in.Parts[practice.PartMeasures], in.Parts[practice.PartDoses] = true, true
	all := reporttest.Document(courseCopy(in))
	for _, never := range []string{"moderate", "mild", "by the rule", "Passing", "988", "item 9", "Vomited", "baseline", "sleeps *through*"} {
		if strings.Contains(all, never) {
			t.Errorf("it tells %q", never)
		}
	}
	for _, asked := range []string{"150 mg", "PHQ-9"} {
		if strings.Contains(got, asked) || !strings.Contains(all, asked) {
			t.Errorf("%q is told by default, or not at all", asked)
		}
	}
}

func TestCourseParts(t *testing.T) {
	leavingOut(t, practice.DocCourse, map[practice.Part][]string{
		practice.PartCourse:      {"To sleep again", "sleeps *through*"},
		practice.PartCourseChart: {"The course in a picture"},
		practice.PartMeasures:    {"PHQ-9 [", "by the rule", "item 4 is blank"},
		practice.PartNotices:     {"Self-compassion"},
		practice.PartSessions:    {"Met by an integration session"},
		practice.PartDoses:       {"100 mg to 200 mg"},
		practice.PartEvents:      {"Vomited twice"},
		practice.PartRiskReviews: {"Passing thoughts", "Call Ingrid, then 988."},
		practice.PartNextStep:    {"Dosing on"},
	}, func(parts practice.PartSet) string {
		in := treated()
		in.Parts = parts
		text := reporttest.Document(courseSummary(in))
		return text[:strings.Index(text, "note: Left out")]
	})
}

// What is drawn is what the tables say, and what the records hold: every total
// of every form that counts, and no other.
func TestCoursePictureIsItsTable(t *testing.T) {
	in := treated()
	d := courseSummary(in)
	drawn, told := []string{}, []string{}
	for _, one := range d.Blocks {
		switch b := one.(type) {
		case block.Course:
			for _, l := range b.Lanes {
				for _, p := range l.Points {
					drawn = append(drawn, fmt.Sprint(shortDate(p.At), " ", p.Value))
				}
			}
		case block.Table:
			for _, row := range b.Rows {
				if len(b.Columns) > 1 && b.Columns[1].Head == "Total" {
					told = append(told, row[0][0].Text+" "+row[1][0].Text)
				}
			}
		}
	}
	if fmt.Sprint(drawn) != fmt.Sprint(told) || len(drawn) != 7 {
		t.Errorf("drawn %v\ntold %v", drawn, told)
	}
}

// A clock behind the forms leaves none of them out.
func TestCourseOfFormsLaterThanNow(t *testing.T) {
	in := treated()
	want := reporttest.Document(courseSummary(in))
	in.Facts.Now = onDay(-40)
	got := reporttest.Document(courseSummary(in))
	for _, heading := range []string{"## PHQ-9", "## GAD-7"} {
		_, table, _ := strings.Cut(want, heading)
		if table, _, _ = strings.Cut(table, "\n## "); table == "" || !strings.Contains(got, heading+table) {
			t.Errorf("it lacks %s%s", heading, table)
		}
	}
}

// A session that was planned, never begun and not cancelled is none that was
// held, wherever its day lies; a voicemail is none at all.
func TestSessionsOfACourseThatWereHeld(t *testing.T) {
	in := treated()
	want := reporttest.Document(courseSummary(in))
	for n, day := range []int{-40, 5} { // before the first and between others
		one := *in.Next
		one.ID, one.Kind, one.PlannedStart = fmt.Sprint("planned", n), practice.Talk, onDay(day)
		in.Facts.Sessions = append(in.Facts.Sessions, one)
	}
	voicemail := in.Facts.Sessions[1]
	voicemail.ID, voicemail.Kind, voicemail.Contact = "voicemail", practice.CheckIn, practice.ContactVoicemail
	voicemail.ActualStart, voicemail.ActualEnd = onDay(60), onDay(60).Add(time.Minute)
	in.Facts.Sessions = append(in.Facts.Sessions, voicemail)
	line := func(text string) string {
		at := strings.Index(text, " sessions from ")
		if at < 0 {
			return "nothing"
		}
		start := strings.LastIndex(text[:at], "\n")
		end := strings.Index(text[at:], ".")
		return text[start : at+end]
	}
	got := reporttest.Document(courseSummary(in))
	if line(got) != line(want) || !strings.Contains(line(got), "with a dose") {
		t.Errorf("it says %q, want %q", line(got), line(want))
	}
	for name, text := range map[string]string{"record": got, "client": reporttest.Document(courseCopy(own(in)))} {
		if strings.Contains(text, "Check-in") {
			t.Errorf("for the %s a voicemail is a session", name)
		}
	}
}

// Totals and answers stand beside the range of the version they were given in.
func TestCourseOfTwoVersions(t *testing.T) {
	in := own(treated())
	in.Parts[practice.PartMeasures] = true
	older := formOf("gad-7", onDay(-25), 2, nil)
	older.Instrument.Scoring.Max = 30
	noticed := formOf("notices", onDay(-25), 2, nil)
	noticed.Instrument.Scoring.Max = 12
	noticed.Instrument.Items = append([]practice.Item{{LinkID: "gone", Text: "Appetite", Low: "none", High: "large"}}, noticed.Instrument.Items...)
	in.Facts.Forms = append(in.Facts.Forms, older, noticed)
	text := reporttest.Document(courseCopy(in))
	for _, want := range []string{"GAD-7 | 14, where 30 is the highest", "GAD-7 | 14, where 21 is the highest", "Appetite: 0 none, 12 large", "Sleep: 0 "} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
}

// With a second course each total is told against the baseline of its own.
func TestSummaryOfTwoCourses(t *testing.T) {
	in := treated()
	in.Facts.Courses[0].CompletedAt = onDay(70)
	in.Facts.Courses = append(in.Facts.Courses, practice.Course{ID: "course-2", ClientID: "client-1", StartedAt: onDay(200)})
	again := in.Facts.Sessions[2]
	again.ID, again.PlannedStart, again.ActualStart, again.ActualEnd = "again", onDay(210), onDay(210), onDay(210).Add(time.Hour)
	again.Participants = []practice.Participant{{ID: "again-part", ClientID: "client-1"}}
	in.Facts.Sessions = append(in.Facts.Sessions, again)
	in.Facts.Doses = append(in.Facts.Doses, practice.DoseEvent{Entry: practice.Entry{ID: "again", ParticipantID: "again-part", At: onDay(210)}, TakenUg: 100_000})
	before := reporttest.Document(courseSummary(in))
	in.Facts.Forms = append(in.Facts.Forms, formOf("phq-9", onDay(220), 0, nil))
	text := reporttest.Document(courseSummary(in))
	_, rows, _ := strings.Cut(before, "| Date | Total |")
	rows, _, _ = strings.Cut(rows, "\n##")
	if rows == "" || !strings.Contains(text, rows) {
		t.Errorf("the rows of the first course changed:\n%s\nin\n%s", rows, text)
	}
	_, table, _ := strings.Cut(text, "## PHQ-9")
	table, _, _ = strings.Cut(table, "\n##")
	for _, want := range []string{"is from more than 30 days before the first dose, so nothing is claimed", ", since "} {
		if !strings.Contains(table, want) {
			t.Errorf("it lacks %q:\n%s", want, table)
		}
	}
	if strings.Contains(table, "by the rule") {
		t.Errorf("it claims something:\n%s", table)
	}
}

func TestCourseDrawn(t *testing.T) {
	for name, draw := range map[string]func() (Result, error){
		"summary": func() (Result, error) { return CourseSummary(treated()) },
		"copy":    func() (Result, error) { return CourseCopy(own(treated())) },
	} {
		r, err := draw()
		if err != nil {
			t.Fatal(err)
		}
		again, _ := draw()
		if !bytes.Equal(r.PDF, again.PDF) {
			t.Errorf("%s: the same input gave other bytes", name)
		}
		if len(r.Unprintable) > 0 {
			t.Errorf("%s: cannot print %q", name, r.Unprintable)
		}
	}
}
