package practice

import (
	"testing"
	"time"

	"snowfield/internal/fault"
)

func TestMove(t *testing.T) {
	now := noon.Add(6 * time.Hour)
	for name, x := range map[string]struct {
		change func(*Move, *Entry, *Session)
		want   string // refused fields, or a code
	}{
		"into a running session":     {func(*Move, *Entry, *Session) {}, ""},
		"into an ended one":          {func(_ *Move, _ *Entry, s *Session) { s.ActualEnd = noon.Add(time.Hour) }, ""},
		"12 hours before its start":  {func(_ *Move, e *Entry, _ *Session) { e.At = noon.Add(-12 * time.Hour) }, ""},
		"earlier still":              {func(_ *Move, e *Entry, _ *Session) { e.At = noon.Add(-12*time.Hour - time.Millisecond) }, "blocked"},
		"later than the other began": {func(_ *Move, _ *Entry, s *Session) { s.ActualStart = noon.Add(-37 * time.Hour) }, "blocked"},
		"planned":                    {func(_ *Move, _ *Entry, s *Session) { s.ActualStart = "" }, "blocked"},
		"cancelled":                  {func(_ *Move, _ *Entry, s *Session) { s.ActualStart, s.CancelledAt = "", noon }, "blocked"},
		"to nobody of the session":   {func(m *Move, _ *Entry, _ *Session) { m.To = NewID() }, "blocked"},
		"no reason":                  {func(m *Move, _ *Entry, _ *Session) { m.Reason = " \n" }, "reason"},
		"to where it is":             {func(m *Move, _ *Entry, _ *Session) { m.From = m.To }, "to"},
	} {
		s := dosing()
		e := Entry{ID: NewID(), ParticipantID: NewID(), At: noon.Add(time.Hour), RecordedAt: noon.Add(time.Hour)}
		m := Move{ID: NewID(), EntryID: e.ID, From: e.ParticipantID, To: s.Participants[0].ID, Reason: "Written in the wrong chart"}
		x.change(&m, &e, &s)
		m.Normalize()
		err := m.Validate([]Entry{e}, s, now)
		if x.want == "blocked" {
			wantCode(t, err, fault.Blocked)
			continue
		}
		if got := fields(t, err); got != x.want {
			t.Errorf("%s: refused %q, want %q", name, got, x.want)
		}
	}
}

// One correction that does not fit keeps the whole chain where it is.
func TestMoveChain(t *testing.T) {
	s := dosing()
	first := Entry{ID: NewID(), ParticipantID: NewID(), At: noon}
	second := Entry{ID: NewID(), ParticipantID: first.ParticipantID, At: noon.Add(37 * time.Hour), CorrectsID: first.ID}
	m := Move{EntryID: first.ID, From: first.ParticipantID, To: s.Participants[0].ID, Reason: "Wrong chart"}
	wantCode(t, m.Validate([]Entry{first}, s, noon.Add(48*time.Hour)), "")
	wantCode(t, m.Validate([]Entry{first, second}, s, noon.Add(48*time.Hour)), fault.Blocked)
}
