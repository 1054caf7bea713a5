package practice

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// twice is a client with two courses, each with one dose on its tenth day: the
// first from day 0 to day 40, the second from a day on.
func twice(second int) CourseFacts {
	f := CourseFacts{ClientID: "client", Zone: "UTC", Now: noon.Add(400 * day), Settings: DefaultSettings()}
	at := func(n int) Instant { return noon.Add(time.Duration(n) * day) }
	f.Courses = []Course{{ID: "two", StartedAt: at(second)}, {ID: "one", StartedAt: at(0), CompletedAt: at(40)}}
	for _, n := range []int{10, second + 10} {
		s := with(had(Dosing, n*24), func(s *Session) {
			s.ID = at(n).Time().String()
			s.Participants = []Participant{{ID: s.ID, ClientID: f.ClientID}}
		})
		f.Sessions = append(f.Sessions, s)
		f.Doses = append(f.Doses, DoseEvent{Entry: entryOf(s, s.ActualStart), TakenUg: 100_000})
	}
	return f
}

// A form of the first course is read against the first dose of that course,
// also once a second one has begun.
func TestChangeOfAnEarlierCourse(t *testing.T) {
	f := twice(100)
	f.Forms = []Filled{
		answered("phq-9", 5, 3, nil), answered("phq-9", 20, 1, nil), answered("phq-9", 60, 2, nil),
		answered("phq-9", 105, 2, nil), answered("phq-9", 120, 0, nil),
	}
	for _, x := range []struct {
		days     int
		baseline int
		claims   string
	}{
		{5, 27, ""},
		{20, 27, "Response; Meaningful change for the better"},
		{60, 27, "Meaningful change for the better"}, // between the courses
		{105, 18, ""},
		{120, 18, "Response; Remission; Meaningful change for the better"},
	} {
		got := f.ChangeWith(answered("phq-9", x.days, 0, nil).Response.ID)
		if got.Baseline == nil || got.Baseline.Value != x.baseline || claimed(got) != x.claims || got.BaselineNote != "" {
			t.Errorf("day %d: %+v, %q, want %d, %q", x.days, got.Baseline, claimed(got), x.baseline, x.claims)
		}
	}
	for n, want := range []string{"The baseline.", "18 lower", "9 lower", "The baseline.", "18 lower"} {
		if words := f.Chart().Series[0].Points[n].Words; !strings.Contains(words, want) {
			t.Errorf("point %d: %q lacks %q", n, words, want)
		}
	}
	// With no dose of the second course yet, what is asked for it is beside the first.
	f.Sessions, f.Doses = f.Sessions[:1], f.Doses[:1]
	if got := f.Changes("")["phq-9"]; got.Baseline.Value != 27 || got.Last.Value != 0 {
		t.Errorf("%+v", got)
	}
}

// A second course without a form of its own takes an old one, says so, and
// claims nothing of it. So does the plan, which says that there is no baseline.
func TestBaselineOfAnEarlierCourse(t *testing.T) {
	for _, x := range []struct {
		second, before int
		want           string
	}{
		{300, 5, "is from before the last dose of an earlier treatment"},
		{300, 20, "is from more than 30 days before the first dose"},
		{40, 20, ""},
	} {
		f := twice(x.second)
		last := answered("phq-9", x.second+20, 1, map[string]int{"1": 0, "9": 0})
		f.Forms = []Filled{last, answered("phq-9", x.before, 3, nil)}
		got := f.ChangeWith(last.Response.ID)
		if !strings.Contains(got.BaselineNote, x.want) || (x.want == "") != (got.BaselineNote == "") || (x.want == "") != (claimed(got) != "") {
			t.Errorf("%+v: %q claims %q", x, got.BaselineNote, claimed(got))
		}
		day := LongDateText(got.Baseline.At.In(got.Baseline.Zone))
		if words := f.Chart().Series[0].Points[1].Words; strings.Contains(words, "than on "+day) != (x.want != "") {
			t.Errorf("%+v: the picture says %q", x, words)
		}
		met := slices.ContainsFunc(Measures(dueOf(f)), func(m Measure) bool {
			return m.InstrumentID == "phq-9" && m.Occasion == AtBaseline && m.State == MeasureMet
		})
		if met != (x.want == "") {
			t.Errorf("%+v: the plan says otherwise, baseline met %v", x, met)
		}
	}
}

// dueOf is what the plan looks at of the same records.
func dueOf(f CourseFacts) MeasuresInput {
	in := MeasuresInput{Plan: MeasurePlan{Rows: []MeasureRow{{InstrumentID: "phq-9", Baseline: true}}}, Courses: f.Courses, Settings: f.Settings, Now: f.Now, Zone: f.Zone}
	for n, s := range f.Sessions {
		in.Dosings = append(in.Dosings, Held{Session: s, FirstAt: f.Doses[n].Entry.At})
	}
	for _, x := range f.Forms {
		in.Forms = append(in.Forms, Measured(x.Response, x.Instrument))
	}
	return in
}

// Two forms of one moment: each is told with its own total.
func TestChangeWithOneOfTwoFormsOfAMoment(t *testing.T) {
	f := charted()
	before, first, second := answered("phq-9", -1, 3, nil), answered("phq-9", 20, 2, nil), answered("phq-9", 20, 1, nil)
	first.Response.ID, second.Response.ID = "a", "b"
	f.Forms = []Filled{second, first, before}
	for id, want := range map[string]int{"a": 18, "b": 9} {
		if got := f.ChangeWith(id); got.Last == nil || got.Last.Value != want || got.SinceBaseline.Points != want-27 {
			t.Errorf("%s: %+v, %+v", id, got.Last, got.SinceBaseline)
		}
	}
}

// A form without a total says nothing of how the others moved.
func TestChangeWithAFormWithoutATotal(t *testing.T) {
	f := charted()
	blank := answered("phq-9", 21, 1, map[string]int{"3": -1})
	f.Forms = []Filled{answered("phq-9", -1, 3, nil), answered("phq-9", 20, 1, nil), blank}
	for _, id := range []string{blank.Response.ID, "another"} {
		if got := f.ChangeWith(id); got.Last != nil || got.Claims == nil {
			t.Errorf("%s: %+v", id, got)
		}
	}
}
