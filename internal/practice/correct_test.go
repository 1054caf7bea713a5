package practice

import (
	"testing"
	"time"

	"snowfield/internal/fault"
)

func TestCorrect(t *testing.T) {
	noon := At(time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC))
	planned := Session{ID: NewID(), Kind: Dosing, PlannedStart: noon}
	open := planned
	open.ActualStart = noon
	ended := open
	ended.ActualEnd = noon.Add(time.Hour)
	now := noon.Add(3 * time.Hour)
	for name, c := range map[string]struct {
		s          Session
		start, end Instant
		code       fault.Code
	}{
		"open, began earlier":  {open, noon.Add(-time.Hour), "", ""},
		"open, ends":           {open, noon, noon.Add(2 * time.Hour), ""},
		"ended, ends later":    {ended, noon, now, ""},
		"ended, no end":        {ended, noon, "", fault.Invalid},
		"no start":             {open, "", "", fault.Invalid},
		"starts in the future": {open, now.Add(time.Millisecond), "", fault.Invalid},
		"ends in the future":   {open, noon, now.Add(time.Millisecond), fault.Invalid},
		"ends before it began": {ended, noon, noon.Add(-time.Minute), fault.Invalid},
		"lasts for days":       {ended, noon.Add(-30 * time.Hour), noon, fault.Invalid},
		"planned":              {planned, noon, "", fault.Conflict},
	} {
		s := c.s
		if err := s.Correct(c.start, c.end, now); fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v, want %q", name, err, c.code)
		} else if err == nil && (s.ActualStart != c.start || s.ActualEnd != c.end) {
			t.Errorf("%s: became %s to %s", name, s.ActualStart, s.ActualEnd)
		} else if err != nil && (s.ActualStart != c.s.ActualStart || s.ActualEnd != c.s.ActualEnd) {
			t.Errorf("%s: a refused correction changed it", name)
		}
	}
}

// TestDigest changes with every part of what a signature covers.
func TestDigest(t *testing.T) {
	n := NewNote(NewID(), NewID(), ShippedOutline(Dosing), "")
	before := n.Digest()
	for name, change := range map[string]func(*Note){
		"a word":        func(n *Note) { n.Sections[1].Body = "x" },
		"the risk":      func(n *Note) { n.Risk = RiskWatch },
		"its words":     func(n *Note) { n.RiskText = "x" },
		"the methods":   func(n *Note) { n.Methods = []string{"x"} },
		"who signed":    func(n *Note) { n.SignedName = "x" },
		"when":          func(n *Note) { n.SignedAt = "2026-03-12T12:00:00.000Z" },
		"the session's": func(n *Note) { n.ParticipantID = NewID() },
	} {
		changed := n
		changed.Sections = append([]Section(nil), n.Sections...)
		change(&changed)
		if changed.Digest() == before {
			t.Errorf("%s changed and the digest did not", name)
		}
	}
}
