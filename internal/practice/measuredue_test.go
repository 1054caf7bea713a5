package practice

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

const losAngeles = "America/Los_Angeles"

// on reads a wall clock of Los Angeles: "03-12 10:00" of 2026. Its clocks went
// forward on 8 March.
func on(text string) Instant {
	loc, err := time.LoadLocation(losAngeles)
	if err != nil {
		panic(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", "2026-"+text, loc)
	if err != nil {
		panic(err)
	}
	return At(at)
}

// A measuring is a client whose plan asks for PHQ-9 at the baseline, before
// each dosing and at reviews, and for the notices within the window.
func measuring(now string, more ...func(*MeasuresInput)) MeasuresInput {
	in := MeasuresInput{
		Plan: MeasurePlan{DaysBefore: 7, Rows: []MeasureRow{
			{InstrumentID: "phq-9", Baseline: true, BeforeDosing: true, Reviews: true},
			{InstrumentID: "notices", InWindow: true},
		}},
		Settings: DefaultSettings(), Now: on(now), Zone: losAngeles,
	}
	for _, change := range more {
		change(&in)
	}
	return in
}

// running is a course with a review after the second dosing.
func running(from string) func(*MeasuresInput) {
	return func(in *MeasuresInput) {
		in.Courses = append([]Course{{ID: NewID(), StartedAt: on(from), Plan: CoursePlan{Dosings: 3, CadenceDays: 14, ReviewAfter: []int{2}}}}, in.Courses...)
	}
}

func over(at string) func(*MeasuresInput) {
	return func(in *MeasuresInput) { in.Courses[0].CompletedAt = on(at) }
}

// dosed adds dosing sessions of three hours, with a dose after 20 minutes.
func dosed(starts ...string) func(*MeasuresInput) {
	return func(in *MeasuresInput) {
		for _, at := range starts {
			s := dosing()
			s.ID, s.PlannedStart, s.ActualStart, s.ActualEnd = "dosing "+at, on(at), on(at), on(at).Add(3*time.Hour)
			in.Dosings = append(in.Dosings, Held{Session: s, FirstAt: on(at).Add(20 * time.Minute)})
		}
	}
}

// willDose adds dosing sessions that are planned.
func willDose(starts ...string) func(*MeasuresInput) {
	return func(in *MeasuresInput) {
		for _, at := range starts {
			s := dosing()
			s.ID, s.PlannedStart, s.ActualStart = "dosing "+at, on(at), ""
			in.Dosings = append(in.Dosings, Held{Session: s})
		}
	}
}

func lastDosing(change func(*Held)) func(*MeasuresInput) {
	return func(in *MeasuresInput) { change(&in.Dosings[len(in.Dosings)-1]) }
}

// filled adds a complete form.
func filled(instrument, at string, change ...func(*MeasuredForm)) func(*MeasuresInput) {
	return func(in *MeasuresInput) {
		f := MeasuredForm{ID: "form " + at, InstrumentID: instrument, At: on(at), Zone: losAngeles, Finished: true, Complete: true}
		for _, c := range change {
			c(&f)
		}
		in.Forms = append(in.Forms, f)
	}
}

func onPaper(f *MeasuredForm)  { f.Paper = true }
func withGaps(f *MeasuredForm) { f.Complete = false }
func begun(f *MeasuredForm)    { f.Complete, f.Finished = false, false }
func empty(f *MeasuredForm)    { f.Complete, f.Finished, f.Empty = false, false, true }

// stands writes where the questionnaires stand, without the words.
func stands(list []Measure) []string {
	lines := []string{}
	for _, m := range list {
		line := fmt.Sprintf("%s %s %s", m.State, m.InstrumentID, m.Occasion)
		if m.Overdue {
			line += ", overdue"
		}
		if m.Begun != "" {
			line += ", begun"
		}
		if m.Blank {
			line += ", blank"
		}
		lines = append(lines, line)
	}
	return lines
}

// Of two forms that were begun, the one to go on with is the newer.
func TestMeasuresGoesOnWithTheNewest(t *testing.T) {
	in := measuring("03-12 10:00", running("03-01 00:00"), filled("phq-9", "03-11 10:00", begun), filled("phq-9", "03-10 10:00", begun))
	if list := Measures(in); len(list) != 1 || list[0].Begun != "form 03-11 10:00" {
		t.Errorf("it goes on with %+v", list)
	}
}

func TestMeasures(t *testing.T) {
	type with = []func(*MeasuresInput)
	for _, c := range []struct {
		name string
		now  string
		of   with
		want []string
	}{
		{"no course and no session", "03-12 10:00", with{filled("phq-9", "03-01 10:00")}, nil},
		{"a course that was never begun by a dose", "03-12 10:00", with{running("03-01 00:00")}, []string{"due phq-9 baseline"}},
		{"a form of the intake is the baseline", "03-12 10:00", with{running("03-01 00:00"), filled("phq-9", "02-10 10:00")}, []string{"met phq-9 baseline"}},
		{"one from long before is not", "03-12 10:00", with{running("03-01 00:00"), filled("phq-9", "01-10 10:00")}, []string{"due phq-9 baseline"}},
		{"a dosing without a course", "03-12 10:00", with{willDose("03-14 10:00")}, []string{"due phq-9 baseline"}},
		{"the baseline is asked for in the month before", "03-12 10:00", with{willDose("05-14 10:00")}, []string{"later phq-9 baseline"}},
		{"a baseline too old for a dosing that was put off", "03-12 10:00", with{running("01-20 00:00"), willDose("03-14 10:00"), filled("phq-9", "01-20 10:00")}, []string{"due phq-9 baseline"}},
		{"the baseline does before the first dosing", "03-12 10:00", with{running("03-01 00:00"), willDose("03-14 10:00"), filled("phq-9", "03-01 10:00")}, []string{"met phq-9 baseline"}},
		{"a form in which nothing was answered is not begun", "03-12 10:00", with{running("03-01 00:00"), filled("phq-9", "03-02 10:00", empty)}, []string{"due phq-9 baseline"}},
		{"blank items make no baseline", "03-12 10:00", with{running("03-01 00:00"), filled("phq-9", "03-02 10:00", withGaps)}, []string{"due phq-9 baseline, blank"}},
		{"begun and not complete", "03-12 10:00", with{running("03-01 00:00"), filled("phq-9", "03-02 10:00", begun)}, []string{"due phq-9 baseline, begun"}},
		{"a begun one beside a complete one", "03-12 10:00", with{running("03-01 00:00"), filled("phq-9", "03-02 10:00", begun), filled("phq-9", "03-03 10:00")}, []string{"met phq-9 baseline"}},
		{"another questionnaire is none", "03-12 10:00", with{running("03-01 00:00"), filled("gad-7", "03-02 10:00")}, []string{"due phq-9 baseline"}},

		{"the first dose without a baseline", "03-12 14:30", with{running("03-01 00:00"), dosed("03-12 10:00")}, []string{"missed phq-9 baseline", "due notices in_window"}},
		{"a form after the first dose is no baseline", "03-12 14:30", with{running("03-01 00:00"), dosed("03-12 10:00"), filled("phq-9", "03-12 14:00")}, []string{"missed phq-9 baseline", "due notices in_window"}},
		{"a form between arrival and dose is", "03-12 14:30", with{running("03-01 00:00"), dosed("03-12 10:00"), filled("phq-9", "03-12 10:20")}, []string{"met phq-9 baseline", "due notices in_window"}},

		{"while the session runs, before its dose", "03-14 10:10", with{willDose("03-14 10:00"), lastDosing(func(d *Held) { d.Session.ActualStart = on("03-14 10:00") })}, []string{"due phq-9 baseline"}},
		{"while the session runs, after its dose", "03-12 11:00", with{dosed("03-12 10:00"), lastDosing(func(d *Held) { d.Session.ActualEnd = "" })}, []string{"missed phq-9 baseline", "later notices in_window"}},
		{"a form inside the window", "03-13 11:00", with{dosed("03-12 10:00"), filled("notices", "03-13 10:00")}, []string{"missed phq-9 baseline", "met notices in_window"}},
		{"the window's last minute", "03-15 10:19", with{dosed("03-12 10:00")}, []string{"missed phq-9 baseline", "due notices in_window"}},
		{"once the window is closed", "03-15 10:20", with{dosed("03-12 10:00"), filled("notices", "03-15 10:20")}, []string{"missed phq-9 baseline", "missed notices in_window"}},
		{"a form from before the dose is not inside", "03-13 11:00", with{dosed("03-12 10:00"), filled("notices", "03-12 10:10")}, []string{"missed phq-9 baseline", "due notices in_window"}},
		{"a window of the course's own", "03-14 09:00", with{running("03-01 00:00"), dosed("03-12 10:00"), func(in *MeasuresInput) { in.Courses[0].WindowHours = 36 }}, []string{"missed phq-9 baseline", "missed notices in_window"}},
		{"a change of the clocks does not lengthen the window", "03-10 11:19", with{dosed("03-07 10:00")}, []string{"missed phq-9 baseline", "due notices in_window"}},
		{"nor shorten it", "03-10 11:20", with{dosed("03-07 10:00")}, []string{"missed phq-9 baseline", "missed notices in_window"}},

		{"eight days before the second dosing", "03-18 10:00", with{dosed("03-12 10:00"), willDose("03-26 10:00")}, []string{"missed phq-9 baseline", "later phq-9 before_dosing", "missed notices in_window"}},
		{"from the morning of the seventh day", "03-19 00:00", with{dosed("03-12 10:00"), willDose("03-26 10:00")}, []string{"missed phq-9 baseline", "due phq-9 before_dosing", "missed notices in_window"}},
		{"a form in these days", "03-20 10:00", with{dosed("03-12 10:00"), willDose("03-26 10:00"), filled("phq-9", "03-19 00:10")}, []string{"missed phq-9 baseline", "met phq-9 before_dosing", "missed notices in_window"}},
		{"one from before them", "03-20 10:00", with{dosed("03-12 10:00"), willDose("03-26 10:00"), filled("phq-9", "03-18 23:50")}, []string{"missed phq-9 baseline", "due phq-9 before_dosing", "missed notices in_window"}},
		{"days before across the change of the clocks", "03-03 00:00", with{dosed("02-20 10:00"), willDose("03-10 09:00"), filled("phq-9", "03-03 00:00")}, []string{"missed phq-9 baseline", "met phq-9 before_dosing", "missed notices in_window"}},
		{"a form from before the last dose", "03-14 10:00", with{dosed("03-12 10:00"), willDose("03-16 10:00"), filled("phq-9", "03-12 09:00")}, []string{"met phq-9 baseline", "due phq-9 before_dosing", "due notices in_window"}},
		{"a dosing moved away", "03-20 10:00", with{dosed("03-12 10:00"), willDose("04-09 10:00"), filled("phq-9", "03-19 10:00")}, []string{"missed phq-9 baseline", "later phq-9 before_dosing", "missed notices in_window"}},
		{"a dosing called off", "03-20 10:00", with{dosed("03-12 10:00"), willDose("03-26 10:00"), lastDosing(func(d *Held) { d.Session.CancelledAt = on("03-20 09:00") })}, []string{"missed phq-9 baseline", "missed notices in_window"}},
		{"a dosing that nobody began", "03-27 10:00", with{dosed("03-12 10:00"), willDose("03-26 10:00")}, []string{"missed phq-9 baseline", "missed notices in_window"}},
		{"a dosing of today that is late", "03-26 18:00", with{dosed("03-12 10:00"), willDose("03-26 10:00")}, []string{"missed phq-9 baseline", "due phq-9 before_dosing", "missed notices in_window"}},
		{"a dosing that ended without a dose", "03-13 10:00", with{dosed("03-12 10:00"), lastDosing(func(d *Held) { d.FirstAt = "" }), running("03-01 00:00")}, []string{"due phq-9 baseline"}},
		{"maintenance", "06-20 10:00", with{
			running("03-01 00:00"), dosed("03-12 10:00", "03-26 10:00", "04-09 10:00"), willDose("06-22 10:00"),
			func(in *MeasuresInput) {
				in.Courses[0].MaintenanceSince = on("04-20 10:00")
				in.Courses[0].Reviews = []CourseReview{{AfterDosings: 2}}
			},
		}, []string{"missed phq-9 baseline", "due phq-9 before_dosing", "missed notices in_window", "missed phq-9 review"}},

		{"paper of the day of the dose was before it", "03-12 14:30", with{dosed("03-12 10:00"), filled("phq-9", "03-12 12:00", onPaper)}, []string{"met phq-9 baseline", "due notices in_window"}},
		{"where nothing is asked before it was after it", "03-12 20:00", with{dosed("03-12 10:00"), filled("notices", "03-12 00:00", onPaper)}, []string{"missed phq-9 baseline", "met notices in_window"}},
		{"paper of the day the window closes", "03-15 12:00", with{dosed("03-12 10:00"), filled("notices", "03-15 12:00", onPaper)}, []string{"missed phq-9 baseline", "met notices in_window"}},

		{"one dosing before the review", "03-20 10:00", with{running("03-01 00:00"), dosed("03-12 10:00")}, []string{"missed phq-9 baseline", "missed notices in_window"}},
		{"the review waits for the window", "03-27 10:00", with{running("03-01 00:00"), dosed("03-12 10:00", "03-26 10:00")}, []string{"missed phq-9 baseline", "due notices in_window", "later phq-9 review"}},
		{"the review is due", "03-29 10:20", with{running("03-01 00:00"), dosed("03-12 10:00", "03-26 10:00")}, []string{"missed phq-9 baseline", "missed notices in_window", "due phq-9 review"}},
		{"a form inside the window does for the review", "03-27 10:00", with{running("03-01 00:00"), dosed("03-12 10:00", "03-26 10:00"), filled("phq-9", "03-27 09:00")}, []string{"missed phq-9 baseline", "due notices in_window", "met phq-9 review"}},
		{"the review is overdue when another dosing would have followed", "04-10 10:00", with{running("03-01 00:00"), dosed("03-12 10:00", "03-26 10:00")}, []string{"missed phq-9 baseline", "missed notices in_window", "due phq-9 review, overdue"}},
		{"the review took place without the form", "04-10 10:00", with{running("03-01 00:00"), dosed("03-12 10:00", "03-26 10:00"), func(in *MeasuresInput) { in.Courses[0].Reviews = []CourseReview{{AfterDosings: 2}} }}, []string{"missed phq-9 baseline", "missed notices in_window", "missed phq-9 review"}},
		{"a running session is not held yet", "03-26 11:00", with{running("03-01 00:00"), dosed("03-12 10:00", "03-26 10:00"), lastDosing(func(d *Held) { d.Session.ActualEnd = "" })}, []string{"missed phq-9 baseline", "later notices in_window"}},
		{"the form before the next dosing does for the review too", "04-08 10:00", with{running("03-01 00:00"), dosed("03-12 10:00", "03-26 10:00"), willDose("04-09 10:00"), filled("phq-9", "04-08 09:00")}, []string{"missed phq-9 baseline", "met phq-9 before_dosing", "missed notices in_window", "met phq-9 review"}},

		{"the course is complete", "05-10 10:00", with{running("03-01 00:00"), dosed("03-12 10:00", "03-26 10:00"), over("05-01 10:00")}, nil},
		{"a course completed in the window", "03-27 10:00", with{running("03-01 00:00"), dosed("03-26 10:00"), over("03-27 09:00")}, nil},
		{"a dosing after the course", "05-10 10:00", with{running("03-01 00:00"), dosed("03-12 10:00"), over("05-01 10:00"), willDose("05-12 10:00"), filled("phq-9", "03-11 10:00")}, []string{"due phq-9 baseline"}},
		{"the second course has a baseline of its own", "05-10 10:00", with{running("01-01 00:00"), dosed("04-20 10:00"), over("04-25 10:00"), running("05-01 00:00"), filled("phq-9", "04-19 10:00")}, []string{"due phq-9 baseline"}},
		{"which the end of the first can be", "05-10 10:00", with{running("01-01 00:00"), dosed("04-20 10:00"), over("04-25 10:00"), running("05-01 00:00"), filled("phq-9", "04-25 09:00")}, []string{"met phq-9 baseline"}},
		{"a closed client", "03-12 10:00", with{running("03-01 00:00"), willDose("03-14 10:00"), func(in *MeasuresInput) { in.Closed = true }}, nil},
		{"a plan that asks for nothing", "03-12 10:00", with{running("03-01 00:00"), willDose("03-14 10:00"), func(in *MeasuresInput) { in.Plan.Rows = nil }}, nil},
		{"a questionnaire there is none of", "03-12 10:00", with{running("03-01 00:00"), func(in *MeasuresInput) { in.Plan.Rows[0].InstrumentID = "gone" }}, nil},
	} {
		in := measuring(c.now, c.of...)
		got := stands(Measures(in))
		if !slices.Equal(got, append([]string{}, c.want...)) {
			t.Errorf("%s:\n got %s\nwant %s", c.name, strings.Join(got, "; "), strings.Join(c.want, "; "))
		}
		for range 3 { // the order in which things are read says nothing
			slices.Reverse(in.Dosings)
			slices.Reverse(in.Forms)
			if again := stands(Measures(in)); !slices.Equal(again, got) {
				t.Errorf("%s: in another order %s", c.name, strings.Join(again, "; "))
			}
		}
	}
}

// What belongs before one dosing, for its readiness.
func TestMeasuresBefore(t *testing.T) {
	two := measuring("03-20 10:00", dosed("03-12 10:00"), willDose("03-22 10:00", "03-24 10:00"), filled("phq-9", "03-20 09:00"))
	for session, want := range map[string]string{
		"dosing 03-22 10:00": "missed phq-9 baseline; met phq-9 before_dosing",
		"dosing 03-24 10:00": "later phq-9 before_dosing", // the dose of the 22nd comes first
		"dosing 03-12 10:00": "",
		"":                   "",
	} {
		if got := strings.Join(stands(MeasuresBefore(two, session)), "; "); got != want {
			t.Errorf("%q: %s", session, got)
		}
	}
	stale := measuring("03-24 10:00", dosed("03-01 10:00"), willDose("03-23 10:00", "03-24 18:00"))
	if got := strings.Join(stands(MeasuresBefore(stale, "dosing 03-23 10:00")), "; "); got != "missed phq-9 baseline; due phq-9 before_dosing, overdue" {
		t.Errorf("a dosing of yesterday that is begun today: %s", got)
	}
	if got := Measures(stale); got[1].SessionID != "dosing 03-24 18:00" {
		t.Errorf("what nobody began is waited for: %+v", got[1])
	}
}

func TestMeasureWords(t *testing.T) {
	plan := func(in *MeasuresInput) {
		in.Plan.Rows = []MeasureRow{{"phq-9", true, true, false, true}, {"notices", true, true, true, true}}
	}
	for _, c := range []struct {
		name string
		in   MeasuresInput
		want []string // due, missed
	}{
		{"nothing planned", measuring("03-12 10:00", plan, running("03-01 00:00")), []string{"PHQ-9 and Client notices before the first dose, as the baseline"}},
		{"the first dosing", measuring("03-12 10:00", plan, willDose("03-13 10:00")), []string{"PHQ-9 and Client notices before dosing 1 tomorrow, as the baseline"}},
		{"a weekday", measuring("03-23 10:00", plan, dosed("03-10 10:00"), willDose("03-26 10:00")), []string{"PHQ-9 and Client notices before dosing 2 on Thursday", "Client notices: not filled in while the window was open.", "PHQ-9 and Client notices: no baseline from before the first dose."}},
		{"a date", measuring("03-19 10:00", plan, dosed("03-10 10:00"), willDose("03-26 10:00")), []string{"PHQ-9 and Client notices before dosing 2 on 26 Mar", "Client notices: not filled in while the window was open.", "PHQ-9 and Client notices: no baseline from before the first dose."}},
		{"what closes first stands first", measuring("03-28 10:00", plan, running("03-01 00:00"), dosed("03-10 10:00", "03-26 10:00"), willDose("03-30 10:00"), filled("phq-9", "03-05 10:00"), filled("notices", "03-05 10:00")), []string{"Client notices after dosing 2, until tomorrow at 10:20", "PHQ-9 and Client notices before dosing 3 on Monday"}},
		{"a review", measuring("04-04 10:00", plan, running("03-01 00:00"), dosed("03-10 10:00", "03-26 10:00"), filled("phq-9", "03-05 10:00"), filled("notices", "03-05 10:00"), filled("notices", "03-27 10:00")), []string{"PHQ-9 for the review after dosing 2"}},
	} {
		list, got := Measures(c.in), []string{}
		for _, g := range MeasureGroups(list, MeasureDue) {
			got = append(got, g.Line())
		}
		for _, g := range MeasureGroups(list, MeasureMissed) {
			got = append(got, g.MissedText())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestMeasured(t *testing.T) {
	phq, err := CurrentInstrument("phq-9")
	if err != nil {
		t.Fatal(err)
	}
	r := Response{ID: "form", Instrument: phq.Ref(), AnsweredAt: noon, Zone: losAngeles, By: AnsweredPaper, Answers: map[string]int{}}
	for _, item := range phq.Items {
		r.Answers[item.LinkID] = 1
	}
	if f := Measured(r, phq); f.Finished || f.Complete || !f.Paper {
		t.Errorf("all answered and not finished: %+v", f)
	}
	r.FinishedAt = noon
	if f := Measured(r, phq); !f.Finished || !f.Complete {
		t.Errorf("finished: %+v", f)
	}
	delete(r.Answers, "4")
	if f := Measured(r, phq); !f.Finished || f.Complete {
		t.Errorf("a blank item: %+v", f)
	}
	if f := Measured(Response{Instrument: phq.Ref()}, phq); !f.Empty || f.Finished {
		t.Errorf("nothing answered: %+v", f)
	}
	score := 12
	entered := Instrument{ID: "who-5", Version: 1, Scoring: Scoring{Method: ScoreEntered, Max: 25}}
	r = Response{Instrument: entered.Ref(), FinishedAt: noon}
	if f := Measured(r, entered); f.Complete {
		t.Errorf("no score: %+v", f)
	}
	r.Score = &score
	if f := Measured(r, entered); !f.Complete {
		t.Errorf("a score: %+v", f)
	}
}

func TestMeasurePlan(t *testing.T) {
	plan := MeasurePlan{DaysBefore: 7, Rows: []MeasureRow{
		{InstrumentID: "notices", InWindow: true}, {InstrumentID: "phq-9"}, {InstrumentID: "phq-9", Baseline: true, Reviews: true},
	}}
	plan.Normalize()
	if err := plan.Validate(); err != nil {
		t.Error(err)
	}
	if got := strings.Join(plan.Lines(), "; "); got != "PHQ-9: baseline, reviews; Client notices: within each window; Before a dosing: asked from 7 days before it" {
		t.Error(got)
	}
	if err := shippedMeasures.Validate(); err == nil && len(shippedMeasures.Rows) == 0 {
		t.Error("nothing is shipped")
	}
	for name, bad := range map[string]MeasurePlan{
		"rows":        {DaysBefore: 7, Rows: []MeasureRow{{InstrumentID: "phq-9", Baseline: true}, {InstrumentID: "phq-9", Reviews: true}}},
		"days_before": {DaysBefore: 31},
	} {
		if got := fields(t, bad.Validate()); got != name {
			t.Errorf("%s: %q", name, got)
		}
	}
	if fields(t, MeasurePlan{DaysBefore: 7, Rows: []MeasureRow{{InstrumentID: "none"}}}.Validate()) != "rows" {
		t.Error("a questionnaire there is none of")
	}
	if got := (MeasurePlan{DaysBefore: 1}).Lines(); !slices.Equal(got, []string{"No questionnaires", "Before a dosing: asked from 1 day before it"}) {
		t.Error(got)
	}
}
