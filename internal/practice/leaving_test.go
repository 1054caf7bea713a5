package practice

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

// leftWell is a client discharged two hours after the last dose, everything
// met.
func leftWell() (Leaving, DoseTotals) {
	totals := DoseTotals{FirstAt: noon, LastAt: noon.Add(30 * time.Minute), Given: 2, TakenUg: 300_000}
	l := NewLeaving(NewID(), shippedLeaving, totals, Contact{Name: "Elena Reyes", Phone: "555 0162"}, totals.LastAt.Add(2*time.Hour))
	for i := range l.Checks {
		l.Checks[i].Met = AnswerYes
	}
	return l, totals
}

func TestLeaving(t *testing.T) {
	started := dosing()
	started.ActualStart = noon.Add(-time.Hour)
	for name, x := range map[string]struct {
		change func(*Leaving, *DoseTotals, *Session)
		want   string // the refused fields
	}{
		"exactly at the least time": {func(*Leaving, *DoseTotals, *Session) {}, ""},
		"a millisecond before":      {func(l *Leaving, _ *DoseTotals, _ *Session) { l.At = l.At.Add(-time.Millisecond) }, "early_reason"},
		"before, with its reason": {func(l *Leaving, _ *DoseTotals, _ *Session) {
			l.At, l.EarlyReason = l.At.Add(-time.Minute), "The last train"
		}, ""},
		"before, only blanks": {func(l *Leaving, _ *DoseTotals, _ *Session) { l.At, l.EarlyReason = l.At.Add(-time.Minute), "  " }, "early_reason"},
		"after":               {func(l *Leaving, _ *DoseTotals, _ *Session) { l.At = l.At.Add(time.Hour) }, ""},
		"without a dose":      {func(l *Leaving, d *DoseTotals, _ *Session) { *d = DoseTotals{}; l.At = noon }, ""},
		"an item open":        {func(l *Leaving, _ *DoseTotals, _ *Session) { l.Checks[2].Met = NotAnswered }, "checks.2"},
		"an item unsure":      {func(l *Leaving, _ *DoseTotals, _ *Session) { l.Checks[2].Met = AnswerUnsure }, "checks.2"},
		"unmet":               {func(l *Leaving, _ *DoseTotals, _ *Session) { l.Checks[1].Met = AnswerNo }, "checks.1.reason"},
		"unmet, with its reason": {func(l *Leaving, _ *DoseTotals, _ *Session) {
			l.Checks[1] = LeavingCheck{l.Checks[1].Key, l.Checks[1].Label, AnswerNo, "Uses a cane as always"}
		}, ""},
		"the last item missing": {func(l *Leaving, _ *DoseTotals, _ *Session) { l.Checks = l.Checks[:7] }, "checks.7"},
		"one item more": {func(l *Leaving, _ *DoseTotals, _ *Session) {
			l.Checks = append(l.Checks, LeavingCheck{"own", "Own", AnswerYes, ""})
		}, "checks.8"},
		"another wording":        {func(l *Leaving, _ *DoseTotals, _ *Session) { l.Checks[0].Label = "Awake" }, "checks.0"},
		"nobody takes them home": {func(l *Leaving, _ *DoseTotals, _ *Session) { l.Escort.Name = " " }, "escort.name"},
		"nobody stays":           {func(l *Leaving, _ *DoseTotals, s *Session) { s.Place = Virtual; l.Escort.Name = "" }, "escort.name"},
		"in the future": {func(l *Leaving, _ *DoseTotals, _ *Session) {
			l.At = noon.Add(5*time.Hour + time.Minute + time.Millisecond)
		}, "at"},
		"a minute ahead": {func(l *Leaving, _ *DoseTotals, _ *Session) { l.At = noon.Add(5*time.Hour + time.Minute) }, ""},
		"before the session": {func(l *Leaving, d *DoseTotals, s *Session) {
			*d = DoseTotals{}
			l.At = s.ActualStart.Add(-time.Millisecond)
		}, "at"},
		"as the last dose was given": {func(l *Leaving, d *DoseTotals, _ *Session) { l.At, l.EarlyReason = d.LastAt, "Insisted" }, ""},
		"before the last dose": {func(l *Leaving, d *DoseTotals, _ *Session) {
			l.At, l.EarlyReason = d.LastAt.Add(-time.Millisecond), "x"
		}, "at"},
		"no time":                {func(l *Leaving, _ *DoseTotals, _ *Session) { l.At = "" }, "at"},
		"no ending":              {func(l *Leaving, _ *DoseTotals, _ *Session) { l.Ending = "" }, "ending"},
		"an ending there is not": {func(l *Leaving, _ *DoseTotals, _ *Session) { l.Ending = "vanished" }, "ending"},
		"transferred": {func(l *Leaving, _ *DoseTotals, _ *Session) {
			*l = Leaving{Ending: LeftTransferred, At: noon.Add(time.Hour), Destination: "St. Example, by ambulance"}
		}, ""},
		"transferred nowhere": {func(l *Leaving, _ *DoseTotals, _ *Session) {
			*l = Leaving{Ending: LeftTransferred, At: noon.Add(time.Hour)}
		}, "destination"},
		"transferred, half answered": {func(l *Leaving, _ *DoseTotals, _ *Session) {
			l.Ending, l.Destination, l.Checks[3].Met = LeftTransferred, "Clinic", AnswerNo
		}, ""},
		"against advice": {func(l *Leaving, _ *DoseTotals, _ *Session) {
			*l = Leaving{Ending: LeftAgainstAdvice, At: noon.Add(time.Hour), Note: "Asked to stay until three"}
		}, ""},
		"against advice, no word": {func(l *Leaving, _ *DoseTotals, _ *Session) {
			*l = Leaving{Ending: LeftAgainstAdvice, At: noon.Add(time.Hour)}
		}, "note"},
		"no dose": {func(l *Leaving, d *DoseTotals, _ *Session) {
			*d = DoseTotals{}
			*l = Leaving{Ending: LeftNoDose, At: noon}
		}, "note"},
		"no dose, and why": {func(l *Leaving, d *DoseTotals, _ *Session) {
			*d = DoseTotals{}
			*l = Leaving{Ending: LeftNoDose, At: noon, Note: "He had eaten."}
		}, ""},
		"no dose, the reason is in the log": {func(l *Leaving, d *DoseTotals, _ *Session) {
			*d = DoseTotals{NotGiven: 1}
			*l = Leaving{Ending: LeftNoDose, At: noon}
		}, ""},
		"no dose though one was": {func(l *Leaving, _ *DoseTotals, _ *Session) { l.Ending = LeftNoDose }, "ending"},
		"a reason too long": {func(l *Leaving, _ *DoseTotals, _ *Session) {
			l.Ending, l.Note = LeftAgainstAdvice, strings.Repeat("x", 20_001)
		}, "note"},
	} {
		l, totals := leftWell()
		s := started
		x.change(&l, &totals, &s)
		l.Normalize(totals, DefaultSettings())
		if got := fields(t, l.Validate(shippedLeaving, totals, DefaultSettings(), s, noon.Add(5*time.Hour))); got != x.want {
			t.Errorf("%s: refused %q, want %q", name, got, x.want)
		}
	}

	l, totals := leftWell()
	planned, talk := dosing(), started
	planned.ActualStart = ""
	talk.Kind = Talk
	for _, s := range []Session{planned, talk} {
		wantCode(t, l.Validate(shippedLeaving, totals, DefaultSettings(), s, l.At), fault.Conflict)
	}
}

func TestLeavingKeepsWhatItsEndingAsks(t *testing.T) {
	l, totals := leftWell()
	l.Checks[0].Reason, l.EarlyReason, l.Destination = "not so", "not early", "nowhere"
	l.Normalize(totals, DefaultSettings())
	if l.Checks[0].Reason != "" || l.EarlyReason != "" || l.Destination != "" || len(l.Checks) != 8 {
		t.Errorf("kept %+v", l)
	}
	l.Ending = LeftNoDose
	l.Normalize(DoseTotals{}, DefaultSettings())
	if len(l.Checks) != 0 || l.Escort != (Contact{}) {
		t.Errorf("kept %+v", l)
	}
}

func TestMustLeave(t *testing.T) {
	l, totals := leftWell()
	atDose, before := l, l
	atDose.At, before.At = totals.LastAt, totals.LastAt.Add(-time.Millisecond)
	wantCode(t, MustLeave(DoseTotals{}, nil), "")
	wantCode(t, MustLeave(totals, nil), fault.Blocked)
	wantCode(t, MustLeave(totals, &l), "")
	wantCode(t, MustLeave(totals, &atDose), "")
	wantCode(t, MustLeave(totals, &before), fault.Blocked) // a dose followed
}

func TestFinishLeft(t *testing.T) {
	ends := func(now Instant, left ...Instant) Instant {
		s := dosing()
		s.ActualStart = noon
		leavings := []Leaving{}
		for _, at := range left {
			leavings = append(leavings, Leaving{At: at})
		}
		wantCode(t, s.FinishLeft(leavings, now), "")
		return s.ActualEnd
	}
	hour := func(n int) Instant { return noon.Add(time.Duration(n) * time.Hour) }
	if got := ends(hour(5), hour(3), hour(2)); got != hour(3) {
		t.Errorf("ended at %s, want when the last one left", got)
	}
	if got := ends(hour(2), hour(2).Add(time.Minute)); got != hour(2) {
		t.Errorf("ended at %s, in the future", got)
	}
	ended := dosing()
	ended.ActualStart, ended.ActualEnd = noon, hour(1)
	wantCode(t, ended.FinishLeft(nil, hour(2)), fault.Conflict)
}

func TestOpenAgain(t *testing.T) {
	for name, x := range map[string]struct {
		change func(*Session)
		now    Instant
		want   fault.Code
	}{
		"at once":          {func(*Session) {}, noon, ""},
		"ten seconds":      {func(*Session) {}, noon.Add(UndoWindow), ""},
		"on the way":       {func(*Session) {}, noon.Add(UndoWindow + undoGrace), ""},
		"too late":         {func(*Session) {}, noon.Add(UndoWindow + undoGrace + time.Millisecond), fault.Conflict},
		"clock set back":   {func(*Session) {}, noon.Add(-time.Millisecond), fault.Conflict},
		"open":             {func(s *Session) { s.ActualEnd = "" }, noon, fault.Conflict},
		"no dosing":        {func(s *Session) { s.Kind = Talk }, noon, fault.Conflict},
		"ended long ago":   {func(s *Session) { s.ActualEnd = noon.Add(-time.Hour) }, noon, ""}, // written down only now
		"cancelled before": {func(s *Session) { s.ActualStart, s.ActualEnd, s.CancelledAt = "", "", noon }, noon, fault.Conflict},
	} {
		s := dosing()
		s.ActualStart, s.ActualEnd, s.UpdatedAt = noon.Add(-3*time.Hour), noon, noon
		x.change(&s)
		err := s.OpenAgain(x.now)
		if wantCode(t, err, x.want); err == nil && s.State() != Open {
			t.Errorf("%s: is %s", name, s.State())
		}
	}
}

func TestLeavingInWords(t *testing.T) {
	l, totals := leftWell()
	if got := l.Text("UTC") + ". " + l.CheckText(); got != "Discharged at 14:30. All eight met" {
		t.Errorf("%q", got)
	}
	l.Checks[3].Met = AnswerNo
	if got := l.CheckText(); got != "Seven of eight met" {
		t.Errorf("%q", got)
	}
	for i := range l.Checks {
		l.Checks[i].Met = AnswerNo
	}
	if got := l.CheckText(); got != "None of eight met" {
		t.Errorf("%q", got)
	}
	open := NewLeaving(NewID(), shippedLeaving, totals, Contact{}, noon.Add(time.Hour))
	open.Ending = LeftAgainstAdvice
	if got := open.Sentence("UTC"); got != "Left against advice at 13:00." {
		t.Errorf("%q", got)
	}
	open.Ending, open.Destination = LeftTransferred, "St. Example, by ambulance."
	if got := open.Sentence("UTC"); got != "Transferred at 13:00. St. Example, by ambulance." {
		t.Errorf("%q", got)
	}
	none := NewLeaving(NewID(), shippedLeaving, DoseTotals{}, Contact{}, noon)
	none.Normalize(DoseTotals{}, DefaultSettings())
	if got := none.Text("UTC") + none.CheckText(); got != "No dose was given" {
		t.Errorf("%q", got)
	}
	if got := totals.NotBefore(DefaultSettings()); got != noon.Add(150*time.Minute) {
		t.Errorf("not before %s", got)
	}
	if got := (DoseTotals{}).NotBefore(DefaultSettings()); got != "" {
		t.Errorf("without a dose, not before %s", got)
	}
}
