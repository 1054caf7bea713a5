package practice

import (
	"testing"
	"time"
)

// The window is elapsed time: on the wall clock it ends an hour (half an hour
// on Lord Howe) off where the clocks change inside it.
func TestWindowAcrossClockChanges(t *testing.T) {
	for _, c := range []struct{ zone, opens, stage, closes string }{
		{"America/Los_Angeles", "2026-03-06 13:00", "2026-03-08 14:00", "2026-03-09 14:00"}, // spring
		{"America/Los_Angeles", "2026-10-30 13:00", "2026-11-01 12:00", "2026-11-02 12:00"}, // autumn
		{"America/Los_Angeles", "2026-06-01 13:00", "2026-06-03 13:00", "2026-06-04 13:00"},
		{"Europe/Berlin", "2026-03-27 13:00", "2026-03-29 14:00", "2026-03-30 14:00"},
		{"Europe/Berlin", "2026-10-23 13:00", "2026-10-25 12:00", "2026-10-26 12:00"},
		{"Australia/Lord_Howe", "2026-04-03 13:00", "2026-04-05 12:30", "2026-04-06 12:30"},
		{"Australia/Lord_Howe", "2026-10-02 13:00", "2026-10-04 13:30", "2026-10-05 13:30"},
		{"America/Los_Angeles", "2028-02-28 13:00", "2028-03-01 13:00", "2028-03-02 13:00"}, // leap day
	} {
		loc, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		opens, err := time.ParseInLocation("2006-01-02 15:04", c.opens, loc)
		if err != nil {
			t.Fatal(err)
		}
		s := dosing()
		w, ok := WindowOf(s, s.Participants[0].ClientID, []DoseEvent{{Entry: entryOf(s, At(opens)), TakenUg: 1}}, DefaultSettings())
		show := func(i Instant) string { return i.In(c.zone).Format("2006-01-02 15:04") }
		if !ok || show(w.OpensAt) != c.opens || show(w.FirstStageEndsAt) != c.stage || show(w.ClosesAt) != c.closes {
			t.Errorf("%s %s: stage %s, closes %s; want %s, %s", c.zone, c.opens, show(w.FirstStageEndsAt), show(w.ClosesAt), c.stage, c.closes)
		}
		if w.ClosesAt.Sub(w.OpensAt) != 72*time.Hour || w.FirstStageEndsAt.Sub(w.OpensAt) != 48*time.Hour {
			t.Errorf("%s %s: not 48 and 72 hours", c.zone, c.opens)
		}
	}
}

func TestWindowOf(t *testing.T) {
	s := dosing()
	client := s.Participants[0].ClientID
	dose := DoseEvent{Entry: entryOf(s, noon), TakenUg: 1}
	booster := DoseEvent{Entry: entryOf(s, noon.Add(time.Hour)), TakenUg: 1}
	struck, notGiven := dose, DoseEvent{Entry: entryOf(s, noon), NotGiven: true}
	struck.Entry.StruckAt = noon
	talk := s
	talk.Kind = Talk
	for name, c := range map[string]struct {
		s     Session
		doses []DoseEvent
		opens Instant
	}{
		"from the first dose":   {s, []DoseEvent{booster, dose}, noon},
		"struck does not count": {s, []DoseEvent{struck, booster}, booster.Entry.At},
		"not given":             {s, []DoseEvent{notGiven}, ""},
		"no dose":               {s, nil, ""},
		"no dosing session":     {talk, []DoseEvent{dose}, ""},
	} {
		w, ok := WindowOf(c.s, client, c.doses, Settings{WindowHours: 96, FirstStageHours: 36})
		if ok != (c.opens != "") || w.OpensAt != c.opens || ok && (w.ClosesAt != c.opens.Add(96*time.Hour) || w.FirstStageEndsAt != c.opens.Add(36*time.Hour)) {
			t.Errorf("%s: %+v, %v", name, w, ok)
		}
	}
}

func TestWindowMet(t *testing.T) {
	s := dosing()
	s.ActualEnd = noon.Add(3 * time.Hour)
	client := s.Participants[0].ClientID
	dose := DoseEvent{Entry: entryOf(s, noon.Add(30*time.Minute)), TakenUg: 1}
	w, _ := WindowOf(s, client, []DoseEvent{dose}, DefaultSettings())
	contact := func(kind SessionKind, start Instant) Session {
		return Session{ID: string(kind) + string(start), Kind: kind, ActualStart: start, PlannedStart: start, Participants: []Participant{{ClientID: "partner"}, {ClientID: client}}}
	}
	other := contact(Integration, noon.Add(24*time.Hour))
	other.Participants = other.Participants[:1]
	cancelled := contact(CheckIn, noon.Add(24*time.Hour))
	cancelled.CancelledAt = noon
	planned := contact(Integration, "")
	planned.PlannedStart = noon.Add(24 * time.Hour)
	open := s
	open.ActualEnd = ""
	for name, c := range map[string]struct {
		dosing   Session
		contacts []Session
		met      Instant
	}{
		"nobody called":            {s, nil, ""},
		"integration":              {s, []Session{contact(Integration, noon.Add(24*time.Hour))}, noon.Add(24 * time.Hour)},
		"check-in":                 {s, []Session{contact(CheckIn, noon.Add(24*time.Hour))}, noon.Add(24 * time.Hour)},
		"the earliest counts":      {s, []Session{contact(CheckIn, noon.Add(30*time.Hour)), contact(Integration, noon.Add(20*time.Hour))}, noon.Add(20 * time.Hour)},
		"as the dosing ends":       {s, []Session{contact(CheckIn, s.ActualEnd)}, s.ActualEnd},
		"before the dosing ended":  {s, []Session{contact(CheckIn, s.ActualEnd.Add(-time.Millisecond))}, ""},
		"the last moment":          {s, []Session{contact(CheckIn, w.ClosesAt.Add(-time.Millisecond))}, w.ClosesAt.Add(-time.Millisecond)},
		"as it closes":             {s, []Session{contact(CheckIn, w.ClosesAt)}, ""},
		"too late":                 {s, []Session{contact(CheckIn, w.ClosesAt.Add(time.Hour))}, ""},
		"a talk session":           {s, []Session{contact(Talk, noon.Add(24*time.Hour))}, ""},
		"a dosing session":         {s, []Session{s, contact(Dosing, noon.Add(24*time.Hour))}, ""},
		"only planned":             {s, []Session{planned}, ""},
		"cancelled":                {s, []Session{cancelled}, ""},
		"another client":           {s, []Session{other}, ""},
		"while the dosing is open": {open, []Session{contact(CheckIn, noon.Add(24*time.Hour))}, ""},
	} {
		before := w
		before.MetAt, before.MetBySessionID = "stale", "stale"
		got := before.Meet(c.dosing, c.contacts)
		if got.MetAt != c.met || (got.MetBySessionID != "") != (c.met != "") {
			t.Errorf("%s: met at %q by %q, want %q", name, got.MetAt, got.MetBySessionID, c.met)
		}
	}
}

func TestWindowLeft(t *testing.T) {
	w := Window{OpensAt: noon, ClosesAt: noon.Add(72 * time.Hour)}
	for after, want := range map[time.Duration]struct {
		text string
		open bool
	}{
		-365 * 24 * time.Hour:           {"72 h left", false}, // the clock was set back
		-time.Hour:                      {"72 h left", false},
		-time.Millisecond:               {"72 h left", false},
		0:                               {"72 h left", true},
		time.Minute:                     {"71 h left", true},
		20 * time.Hour:                  {"52 h left", true},
		71 * time.Hour:                  {"1 h left", true},
		71*time.Hour + 35*time.Minute:   {"25 min left", true},
		72*time.Hour - time.Millisecond: {"0 min left", true},
		72 * time.Hour:                  {"closed", false},
		100 * time.Hour:                 {"closed", false},
	} {
		now := noon.Add(after)
		if got := w.LeftText(now); got != want.text || w.OpenAt(now) != want.open {
			t.Errorf("%s after: %q, open %v; want %q, %v", after, got, w.OpenAt(now), want.text, want.open)
		}
		if w.Closed(now) != (want.text == "closed") {
			t.Errorf("%s after: closed %v", after, w.Closed(now))
		}
	}
}
