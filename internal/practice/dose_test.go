package practice

import (
	"strings"
	"testing"
	"time"
)

func TestDoseValidation(t *testing.T) {
	s := dosing()
	talk := s
	talk.Kind = Talk
	for name, c := range map[string]struct {
		s      Session
		change func(*DoseEvent)
		want   string
	}{
		"plain":                {s, func(*DoseEvent) {}, ""},
		"least":                {s, func(d *DoseEvent) { d.TakenUg = 1 }, ""},
		"most":                 {s, func(d *DoseEvent) { d.TakenUg, d.PrescribedUg, d.LeftoverUg = 5_000_000, 5_000_000, 5_000_000 }, ""},
		"nothing taken":        {s, func(d *DoseEvent) { d.TakenUg = 0 }, "taken_ug"},
		"negative":             {s, func(d *DoseEvent) { d.TakenUg = -1 }, "taken_ug"},
		"slip of the hand":     {s, func(d *DoseEvent) { d.TakenUg = 5_000_001 }, "taken_ug"},
		"prescribed slip":      {s, func(d *DoseEvent) { d.PrescribedUg = 5_000_001 }, "prescribed_ug"},
		"prescribed negative":  {s, func(d *DoseEvent) { d.PrescribedUg = -1 }, "prescribed_ug"},
		"leftover negative":    {s, func(d *DoseEvent) { d.LeftoverUg = -1 }, "leftover_ug"},
		"no route":             {s, func(d *DoseEvent) { d.Route = "" }, "route"},
		"unknown route":        {s, func(d *DoseEvent) { d.Route = "by post" }, "route"},
		"unknown form":         {s, func(d *DoseEvent) { d.Form = "cake" }, "form"},
		"not given":            {s, func(d *DoseEvent) { *d = DoseEvent{Entry: d.Entry, NotGiven: true, Reason: "ill"} }, ""},
		"not given, no reason": {s, func(d *DoseEvent) { *d = DoseEvent{Entry: d.Entry, NotGiven: true, Reason: " "} }, "reason"},
		"not given, yet taken": {s, func(d *DoseEvent) { d.NotGiven, d.Reason = true, "ill" }, "taken_ug"},
		"not given, bad route": {s, func(d *DoseEvent) { *d = DoseEvent{Entry: d.Entry, NotGiven: true, Reason: "ill", Route: "x"} }, "route"},
		"spat at once":         {s, func(d *DoseEvent) { d.OutAt, d.OutHow = noon, "spat" }, ""},
		"spat before":          {s, func(d *DoseEvent) { d.OutAt = noon.Add(-time.Millisecond) }, "out_at"},
		"spat next day":        {s, func(d *DoseEvent) { d.OutAt = noon.Add(4*time.Hour + time.Millisecond) }, "out_at"},
		"spat at no time":      {s, func(d *DoseEvent) { d.OutAt = "later" }, "out_at"},
		"out otherwise":        {s, func(d *DoseEvent) { d.OutHow = "thrown" }, "out_how"},
		"two lines":            {s, func(d *DoseEvent) { d.Lot = "a\nb" }, "lot"},
		"in a talk session":    {talk, func(*DoseEvent) {}, "at"},
		"nobody's":             {s, func(d *DoseEvent) { d.Entry.ParticipantID = NewID() }, "participant_id"},
		"without id":           {s, func(d *DoseEvent) { d.Entry.ID = "" }, "id"},
	} {
		d := DoseEvent{Entry: entryOf(s, noon), TakenUg: 100_000, Route: Sublingual, Form: Lozenge}
		c.change(&d)
		if got := fields(t, d.Validate(c.s, noon)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func TestTotals(t *testing.T) {
	dose := func(id string, minutes int, ug int64) DoseEvent {
		return DoseEvent{Entry: Entry{ID: id, At: noon.Add(time.Duration(minutes) * time.Minute)}, TakenUg: ug}
	}
	struck, notGiven := dose("struck", -5, 100_000), dose("not given", -10, 0)
	struck.Entry.StruckAt = noon
	notGiven.NotGiven = true
	for name, c := range map[string]struct {
		doses    []DoseEvent
		want     DoseTotals
		boosters string
	}{
		"none":                  {nil, DoseTotals{}, ""},
		"one":                   {[]DoseEvent{dose("a", 0, 150_000)}, DoseTotals{FirstAt: noon, LastAt: noon, TakenUg: 150_000, Given: 1}, ""},
		"struck and not given":  {[]DoseEvent{struck, notGiven}, DoseTotals{NotGiven: 1}, ""},
		"booster, out of order": {[]DoseEvent{dose("b", 45, 50_500), struck, dose("a", 0, 200_000), notGiven}, DoseTotals{FirstAt: noon, LastAt: noon.Add(45 * time.Minute), TakenUg: 250_500, Given: 2, Boosters: 1, NotGiven: 1}, "b"},
		"two at one time":       {[]DoseEvent{dose("a", 0, 1), dose("b", 0, 1)}, DoseTotals{FirstAt: noon, LastAt: noon, TakenUg: 2, Given: 2, Boosters: 1}, "b"},
	} {
		if got := Totals(c.doses); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
		ids := []string{}
		for id := range BoosterIDs(c.doses) {
			ids = append(ids, id)
		}
		if got := strings.Join(ids, " "); got != c.boosters {
			t.Errorf("%s: boosters %q, want %q", name, got, c.boosters)
		}
	}
}

func TestDoseInWords(t *testing.T) {
	for ug, want := range map[int64]string{0: "0 mg", 1: "0.001 mg", 62_500: "62.5 mg", 200_000: "200 mg", 5_000_000: "5000 mg", 100_010: "100.01 mg"} {
		if got := Milligrams(ug); got != want {
			t.Errorf("%d: %s, want %s", ug, got, want)
		}
	}
	for want, d := range map[string]DoseEvent{
		"150 mg sublingual lozenge, prescribed 200 mg": {TakenUg: 150_000, PrescribedUg: 200_000, Route: Sublingual, Form: Lozenge},
		"200 mg buccal rapid-dissolve tablet":          {TakenUg: 200_000, PrescribedUg: 200_000, Route: Buccal, Form: DissolveTablet},
		"50 mg":                                        {TakenUg: 50_000},
		"Dose not given: blood pressure":               {NotGiven: true, Reason: "blood pressure"},
	} {
		if got := d.Line(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestGivenText(t *testing.T) {
	for want, totals := range map[string]DoseTotals{
		"Nothing given yet":                              {},
		"200 mg given, at 13:04":                         {Given: 1, TakenUg: 200_000, FirstAt: "2026-03-12T20:04:00.000Z", LastAt: "2026-03-12T20:04:00.000Z"},
		"262.5 mg given in two doses, the last at 13:40": {Given: 2, TakenUg: 262_500, FirstAt: "2026-03-12T20:04:00.000Z", LastAt: "2026-03-12T20:40:00.000Z"},
	} {
		if got := totals.Text("America/Los_Angeles"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
