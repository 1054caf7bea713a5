package practice

import (
	"cmp"
	"slices"
	"time"
)

// MeasureOccasion is when a plan asks for a questionnaire.
type MeasureOccasion string

// The occasions.
const (
	AtBaseline     MeasureOccasion = "baseline"      // before the first dose of the treatment
	AtBeforeDosing MeasureOccasion = "before_dosing" // in the days before a dosing session
	AtWindow       MeasureOccasion = "in_window"     // within the integration window
	AtReview       MeasureOccasion = "review"        // once as many dosings were held as the course says
)

// MeasureState is where one questionnaire stands at one occasion.
type MeasureState string

// Only what is due is asked for. What was missed is said and asked for no more.
const (
	MeasureDue    MeasureState = "due"
	MeasureLater  MeasureState = "later"
	MeasureMet    MeasureState = "met"
	MeasureMissed MeasureState = "missed"
)

// MeasuredForm is what the plan looks at of a form that was not struck.
type MeasuredForm struct {
	ID           string
	InstrumentID string
	At           Instant // answered
	Zone         string
	Paper        bool // only its day is known
	Empty        bool // nothing is answered yet
	Finished     bool
	Complete     bool // finished, and no item is blank
}

// Measured returns what the plan looks at of a form.
func Measured(r Response, i Instrument) MeasuredForm {
	result := i.Result(r)
	whole := result.Complete() && (i.Scoring.Method != ScoreEntered || result.Total != nil)
	return MeasuredForm{
		ID: r.ID, InstrumentID: r.Instrument.ID, At: r.AnsweredAt, Zone: r.Zone,
		Paper: r.By == AnsweredPaper, Empty: r.Empty(), Finished: r.Finished(), Complete: r.Finished() && whole,
	}
}

// MeasuresInput is all that follows which questionnaires are due for a client.
type MeasuresInput struct {
	Plan     MeasurePlan
	Closed   bool           // the treatment is over
	Courses  []Course       // newest first
	Dosings  []Held         // all of the client's, also what was cancelled
	Forms    []MeasuredForm // the one answered last first
	Settings Settings
	Now      Instant
	Zone     string // in it a day begins and ends
}

// Measure is where one questionnaire of the plan stands at one occasion.
type Measure struct {
	InstrumentID string
	Title        string
	HasItems     bool // false where only a score is entered
	Occasion     MeasureOccasion
	State        MeasureState
	SessionID    string  // the dosing session it belongs to; empty where none is planned
	By           Instant // until when; empty where nothing says
	Overdue      bool    // its day has gone by, and it is still asked for
	Begun        string  // the form to go on with; empty for none
	Blank        bool    // a finished form has blank items, so it does not count
	Text         string  // the occasion in words: "before dosing 3 tomorrow"
}

// Measures says where each questionnaire of the plan stands: at the baseline
// of the treatment, before the next dosing, in the window of the last and at
// the review that was reached last. What the plan does not ask for, and an
// occasion that has not come into sight, is not there.
func Measures(in MeasuresInput) []Measure {
	t, ok := in.treatment("")
	if !ok {
		return []Measure{}
	}
	list := t.baseline()
	if len(t.ahead) > 0 {
		list = t.before(t.ahead[0])
	}
	return append(append(list, t.window()...), t.review()...)
}

// MeasuresBefore says where the questionnaires stand that belong before one
// dosing session in which no dose was given yet.
func MeasuresBefore(in MeasuresInput, sessionID string) []Measure {
	t, ok := in.treatment(sessionID)
	for _, d := range t.ahead {
		if ok && d.Session.ID == sessionID {
			return t.before(d)
		}
	}
	return []Measure{}
}

// treatment is what the occasions of a plan hang on: the course that runs, or
// the dosing sessions since the last one was complete.
type treatment struct {
	MeasuresInput
	course   Course // that runs; empty for none
	from     Instant
	given    []Held  // with a dose, by the first one
	ahead    []Held  // no dose yet: planned for today or later, begun, or asked about; by their start
	lastDose Instant // before all of given; empty for none
}

// treatment returns what the plan hangs on; false where nothing is to be
// asked. about is a dosing session that counts although its day has gone by;
// any other that was never begun is not waited for.
func (in MeasuresInput) treatment(about string) (treatment, bool) {
	t := treatment{MeasuresInput: in}
	if len(in.Courses) > 0 {
		newest := in.Courses[0]
		if t.from = newest.CompletedAt; !newest.Complete() {
			t.course, t.from = newest, newest.StartedAt
		}
	}
	today := DateOf(in.Now.In(in.Zone))
	for _, d := range in.Dosings {
		s := d.Session
		switch {
		case s.State() == Cancelled:
		case d.FirstAt != "" && s.Start() < t.from:
			t.lastDose = max(t.lastDose, d.FirstAt)
		case d.FirstAt != "":
			t.given = append(t.given, d)
		case s.State() == Open, s.State() == Planned && (s.ID == about || DateOf(s.Start().In(in.Zone)) >= today):
			t.ahead = append(t.ahead, d)
		}
	}
	slices.SortFunc(t.given, func(a, b Held) int {
		return cmp.Or(cmp.Compare(a.FirstAt, b.FirstAt), cmp.Compare(a.Session.ID, b.Session.ID))
	})
	slices.SortFunc(t.ahead, func(a, b Held) int {
		return cmp.Or(cmp.Compare(a.Session.Start(), b.Session.Start()), cmp.Compare(a.Session.ID, b.Session.ID))
	})
	running := t.course.ID != ""
	return t, !in.Closed && (running || len(t.given) > 0 || len(t.ahead) > 0)
}

// MeasuredFrom returns from when on a client's forms can matter to the plan;
// empty for all of them.
func MeasuredFrom(courses []Course) Instant {
	if len(courses) == 0 {
		return ""
	}
	from := courses[0].StartedAt
	if courses[0].Complete() {
		from = courses[0].CompletedAt
	}
	return from.Add(-(baselineDays + 2) * 24 * time.Hour)
}

// span is the time in which a form meets an occasion, both ends included.
type span struct{ from, to Instant }

// at adds where every questionnaire of the plan that is asked for stands. open
// says from when it is asked, and missed that it is not asked for any more.
func (t treatment) at(asked func(MeasureRow) bool, m Measure, s span, open Instant, missed bool) []Measure {
	list := []Measure{}
	for _, row := range t.Plan.Rows {
		i, err := CurrentInstrument(row.InstrumentID)
		if err != nil || !asked(row) {
			continue
		}
		x := m
		x.InstrumentID, x.Title, x.HasItems, x.State = i.ID, i.Title, len(i.Items) > 0, MeasureDue
		switch {
		case t.meet(&x, row, s):
			x.State, x.Begun, x.Blank = MeasureMet, "", false
		case missed:
			x.State = MeasureMissed
		case t.Now < open:
			x.State = MeasureLater
		default:
			x.Overdue = x.By != "" && DateOf(x.By.In(t.Zone)) < DateOf(t.Now.In(t.Zone))
		}
		list = append(list, x)
	}
	return list
}

// meet looks for a complete form within a span, and on the way for what was
// begun there. A form on paper has a day and no time: on the day of a dose it
// was filled in before it where the plan asks for it before, else after it.
func (t treatment) meet(x *Measure, row MeasureRow, s span) bool {
	for _, f := range t.Forms {
		if f.InstrumentID != row.InstrumentID {
			continue
		}
		first, last := f.At, f.At
		if f.Paper {
			day := DateOf(f.At.In(f.Zone))
			first, last = day.StartOfDay(f.Zone), day.addDays(1).StartOfDay(f.Zone).Add(-time.Millisecond)
			if row.Baseline || row.BeforeDosing {
				last = first
			}
		}
		switch {
		case last < s.from || first > s.to:
		case f.Complete:
			return true
		case f.Finished:
			x.Blank = true
		case x.Begun == "" && !f.Empty: // one without an answer is what a lock left behind
			x.Begun = f.ID
		}
	}
	return false
}

// baseline: before the first dose, not older than baselineDays, and after the
// last dose of an earlier treatment. Once the first dose is given there is no
// making up for it.
func (t treatment) baseline() []Measure {
	m := Measure{Occasion: AtBaseline}
	about, to, missed := t.from, t.Now, false
	switch {
	case len(t.given) > 0:
		first := t.given[0]
		m.SessionID, about, to, missed = first.Session.ID, first.FirstAt, first.FirstAt, true
	case len(t.ahead) > 0:
		m.SessionID, about = t.ahead[0].Session.ID, t.ahead[0].Session.Start()
		m.By = about
	}
	begins := TreatmentStart{FirstDose: about, LastDose: t.lastDose, Zone: t.Zone}
	s := span{begins.span().from, to}
	m.Text = t.words(m)
	return t.at(func(r MeasureRow) bool { return r.Baseline }, m, s, begins.opens(), missed)
}

// before: in the days before a dosing session, and after the dose that was
// given last. Before the first one the baseline does.
func (t treatment) before(d Held) []Measure {
	m := Measure{Occasion: AtBeforeDosing, SessionID: d.Session.ID, By: d.Session.Start()}
	m.Text = t.words(m)
	from := DateOf(m.By.In(t.Zone)).addDays(-t.Plan.DaysBefore).StartOfDay(t.Zone)
	last, list := t.lastDose, []Measure{}
	if n := len(t.given); n > 0 {
		last = t.given[n-1].FirstAt
	}
	next := t.ahead[0].Session.ID == d.Session.ID
	if next {
		list = t.baseline()
	} else {
		from = t.Now.Add(time.Millisecond) // the dose of the one that comes first is not given yet
	}
	first := next && len(t.given) == 0
	asked := func(r MeasureRow) bool { return r.BeforeDosing && (!first || !r.Baseline) }
	return append(list, t.at(asked, m, span{max(from, last), t.Now}, from, false)...)
}

// window: from the first dose until the window closes; asked for once the
// session has ended.
func (t treatment) window() []Measure {
	if len(t.given) == 0 {
		return nil
	}
	d := t.given[len(t.given)-1]
	closes := t.closes(d)
	m := Measure{Occasion: AtWindow, SessionID: d.Session.ID, By: closes}
	m.Text = t.words(m)
	open := cmp.Or(d.Session.ActualEnd, closes)
	return t.at(func(r MeasureRow) bool { return r.InWindow }, m, span{d.FirstAt, closes.Add(-time.Millisecond)}, open, t.Now >= closes)
}

// review: once as many dosings were held as the course says, after the window
// of the last of them. It belongs before the dosing that would follow. One
// that was recorded without the form has missed it.
func (t treatment) review() []Measure {
	held := slices.DeleteFunc(slices.Clone(t.given), func(d Held) bool { return d.Session.State() != Ended })
	after := 0
	for _, n := range t.course.Plan.ReviewAfter {
		if n <= len(held) {
			after = max(after, n)
		}
	}
	if after == 0 {
		return nil
	}
	d := held[after-1]
	m := Measure{Occasion: AtReview, SessionID: d.Session.ID, By: d.FirstAt.addDays(t.course.Plan.CadenceDays, t.Zone)}
	m.Text = t.words(m)
	recorded := slices.ContainsFunc(t.course.Reviews, func(r CourseReview) bool { return r.AfterDosings == after })
	return t.at(func(r MeasureRow) bool { return r.Reviews }, m, span{d.FirstAt, t.Now}, t.closes(d), recorded)
}

func (t treatment) closes(d Held) Instant {
	return d.FirstAt.Add(time.Duration(t.course.Windows(t.Settings).WindowHours) * time.Hour)
}

// addDays returns the day so many days later; a bad day stays as it is.
func (d Date) addDays(n int) Date {
	day, ok := d.Day()
	if !ok {
		return d
	}
	return DateOf(day.AddDate(0, 0, n))
}
