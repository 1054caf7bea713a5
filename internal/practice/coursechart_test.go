package practice

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// charted is a course of two dosings: the first met by a check-in, the second
// still to come.
func charted() CourseFacts {
	first := had(Dosing, 24)
	checkIn := with(had(CheckIn, 48), func(s *Session) { s.DosingSessionID = first.ID })
	first.Participants = []Participant{{ID: "who was given", ClientID: first.Participants[0].ClientID}}
	given := DoseEvent{Entry: entryOf(first, first.ActualStart.Add(10*time.Minute)), TakenUg: 120_000}
	return CourseFacts{
		ClientID: first.Participants[0].ClientID, Zone: "America/Los_Angeles", Now: noon.Add(30 * day), Settings: DefaultSettings(), Plan: shippedMeasures,
		Sessions: []Session{
			planned(Dosing, 45*24), checkIn, first, had(Preparation, 0), had(Preparation, -48), had(Consultation, -96),
			with(had(Talk, 72), func(s *Session) { s.CancelledAt = noon }),
		},
		Doses: []DoseEvent{given},
	}
}

// answered is a finished form in which every item has the same answer but
// those that are changed; -1 leaves one blank.
func answered(instrument string, days, all int, changes map[string]int) Filled {
	i, err := CurrentInstrument(instrument)
	if err != nil {
		panic(err)
	}
	at := noon.Add(time.Duration(days) * day)
	r := Response{ID: fmt.Sprintf("%s on day %d", instrument, days), Instrument: i.Ref(), AnsweredAt: at, Zone: "America/Los_Angeles", Answers: map[string]int{}, FinishedAt: at, CreatedAt: at}
	for _, item := range i.Items {
		r.Answers[item.LinkID] = all
	}
	for link, value := range changes {
		if value < 0 {
			delete(r.Answers, link)
			continue
		}
		r.Answers[link] = value
	}
	return Filled{r, i}
}

// inPicture is all that a picture says, line by line.
func inPicture(c CourseChart) string {
	var b strings.Builder
	for _, s := range c.Sessions {
		fmt.Fprintf(&b, "%s\n", s.Words)
	}
	for _, w := range c.Windows {
		fmt.Fprintf(&b, "%s, %s. %s.\n", w.Title, w.DateText, w.Text)
	}
	for _, s := range slices.Concat(c.Series, c.Notices) {
		fmt.Fprintf(&b, "%s %d-%d\n", s.Title, s.Min, s.Max)
		for _, p := range s.Points {
			fmt.Fprintf(&b, "  %s\n", p.Words)
		}
		for _, claim := range s.Claims {
			fmt.Fprintf(&b, "  > %s\n", claim)
		}
	}
	return b.String()
}

func TestCourseChartInWords(t *testing.T) {
	struck := answered("phq-9", 10, 3, nil)
	struck.Response.StruckAt = noon
	unfinished := answered("phq-9", 11, 3, nil)
	unfinished.Response.FinishedAt = ""
	f := charted()
	f.Forms = []Filled{
		answered("phq-9", 20, 1, map[string]int{"9": 0}), answered("phq-9", -1, 2, nil), answered("phq-9", 5, 1, nil), answered("phq-9", -4, 3, nil),
		answered("phq-9", 9, 3, map[string]int{"4": -1}), struck, unfinished,
		answered("notices", 6, 7, map[string]int{"hope": -1}), answered("notices", -1, 0, map[string]int{"mood": 10, "sleep": -1}),
	}
	got := inPicture(f.Chart())
	want := `Consultation 1, 8 March 2026.
Preparation 1, 10 March 2026.
Preparation 2, 12 March 2026.
Dosing 1, 13 March 2026, 120 mg. Window met by a check-in.
Check-in after dosing 1, 14 March 2026.
Dosing 2, 26 April 2026, planned.
Integration window of dosing 1, 13 March 2026 to 16 March 2026. Met by a check-in.
PHQ-9 0-27
`
	if !strings.HasPrefix(got, want) {
		t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
	for _, line := range []string{
		"  PHQ-9, 8 March 2026: 27, severe.\n",
		"  PHQ-9, 11 March 2026: 18, moderately severe. The baseline.\n",
		"  PHQ-9, 17 March 2026: 9, mild. 9 lower (-50 %) than at baseline.\n",
		"  PHQ-9, 1 April 2026: 8, mild. 10 lower (-56 %) than at baseline.\n",
		"  > PHQ-9: 10 lower (-56 %) than at baseline.\n  > Response",
		"Mood 0-10\n  Mood, 11 March 2026: 10 of 10.\n  Mood, 18 March 2026: 7 of 10.\n",
		"Sleep 0-10\n  Sleep, 18 March 2026: 7 of 10.\n",
		"Hope 0-10\n  Hope, 11 March 2026: 0 of 10.\n",
	} {
		if !strings.Contains(got, line) {
			t.Errorf("%q is not in\n%s", line, got)
		}
	}
	for _, not := range []string{"21 March", "22 March", "23 March", "Talk"} {
		if strings.Contains(got, not) {
			t.Errorf("%q is drawn: a form or session that does not count", not)
		}
	}
}

func TestCourseChartOfNothing(t *testing.T) {
	c := CourseFacts{Zone: "UTC", Now: noon, Settings: DefaultSettings()}.Chart()
	if c.Sessions == nil || c.Windows == nil || c.Series == nil || c.Notices == nil || inPicture(c) != "" {
		t.Errorf("nothing is drawn as %+v", c)
	}
	one := CourseFacts{Zone: "UTC", Now: noon, Settings: DefaultSettings(), Forms: []Filled{answered("gad-7", 0, 3, nil)}}.Chart()
	if len(one.Series) != 1 || len(one.Series[0].Points) != 1 || len(one.Series[0].Claims) != 0 || one.Series[0].Points[0].Value != 21 {
		t.Errorf("one form is drawn as %+v", one.Series)
	}
}

// What a point means is that of the version it was answered with, the band and
// the limit it reaches.
func TestWhatAPointMeans(t *testing.T) {
	f := charted()
	older := answered("pcl-5", 1, 2, nil)
	older.Instrument.Bands = []Band{{From: 0, To: 80, Label: "some"}}
	older.Instrument.Cutoffs = []Cutoff{{From: 5, Words: "low limit"}, {From: 40, Words: "reached"}, {From: 41, Words: "not reached"}}
	f.Forms = []Filled{older, answered("pcl-5", 2, 2, nil), answered("pcl-5", 3, 0, nil), answered("notices", 1, 1, nil)}
	chart := f.Chart()
	now := current(t, "pcl-5").Cutoffs
	for n, want := range []string{"some, reached", now[len(now)-1].Words, ""} {
		if p := chart.Series[0].Points[n]; p.Meaning != want || !strings.Contains(p.Words, p.Meaning) {
			t.Errorf("%+v, want %q", p, want)
		}
	}
	s := chart.Notices[0]
	if want := fmt.Sprintf("from %d %s to %d %s", s.Min, s.Low, s.Max, s.High); s.Points[0].Meaning != want {
		t.Errorf("%q, want %q", s.Points[0].Meaning, want)
	}
}

// Of a client's measures those of the plan come first, in its order.
func TestCourseChartOrder(t *testing.T) {
	f := charted()
	f.Plan = MeasurePlan{Rows: []MeasureRow{{InstrumentID: "gad-7"}}}
	f.Forms = []Filled{answered("phq-9", 1, 1, nil), answered("gad-7", 1, 1, nil), answered("notices", 1, 1, nil)}
	var keys []string
	for _, s := range f.Chart().Series {
		keys = append(keys, s.Key)
	}
	if !slices.Equal(keys, []string{"gad-7", "phq-9"}) {
		t.Errorf("in the order %v", keys)
	}
}

// What is drawn does not hang on the order the records come in, nor does
// another client of the session give it a dose.
func TestCourseChartFromAnyOrder(t *testing.T) {
	f := charted()
	f.Forms = []Filled{answered("phq-9", 3, 1, nil), answered("phq-9", 1, 2, nil), answered("phq-9", 2, 3, nil)}
	want := f.Chart()
	slices.Reverse(f.Sessions)
	slices.Reverse(f.Forms)
	if got := f.Chart(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	f.ClientID = "another"
	for _, s := range f.Chart().Sessions {
		if s.DoseText != "" {
			t.Errorf("%s is given to another client", s.Words)
		}
	}
}

func TestChartWindows(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*CourseFacts)
		want   string
	}{
		{"met by a check-in", func(*CourseFacts) {}, "Met by a check-in"},
		{"met by an integration session", func(f *CourseFacts) { f.Sessions[1].Kind = Integration }, "Met by an integration session"},
		{"closed", func(f *CourseFacts) { f.Sessions = f.Sessions[2:] }, "Closed without a contact"},
		{"open", func(f *CourseFacts) { f.Sessions, f.Now = f.Sessions[2:], noon.Add(2*day) }, "Open, 48 h left"},
	} {
		f := charted()
		c.change(&f)
		if windows := f.Chart().Windows; len(windows) != 1 || windows[0].Text != c.want {
			t.Errorf("%s: %+v", c.name, windows)
		}
	}
}
