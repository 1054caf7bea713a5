package practice

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

func TestOutlines(t *testing.T) {
	for _, kind := range SessionKinds {
		n := NewNote(NewID(), NewID(), ShippedOutline(kind), "“to rest”")
		if got := fields(t, n.Validate()); got != "" || !n.Empty() || n.Signed() {
			t.Errorf("%s: %q, empty %v", kind, got, n.Empty())
		}
		seen := map[string]bool{}
		for _, s := range n.Sections {
			if s.Key == "" || s.Title == "" || s.Placeholder == "" || seen[s.Key] {
				t.Errorf("%s: section %+v", kind, s)
			}
			seen[s.Key] = true
		}
	}
	own := NoteOutline{Kind: Integration, Format: "Own", Sections: []Section{{Key: "meaning", Title: "What for"}, {Key: "plan", Title: "Plan", Placeholder: "Next"}}}
	for name, c := range map[string]struct {
		outline         NoteOutline
		intention, want string
	}{
		"shipped":          {ShippedOutline(Integration), "“to rest”", "What does it say about the intention? “to rest”"},
		"without":          {ShippedOutline(Integration), "", "What does it say about the intention?"},
		"the practice's":   {own, "to rest", "“to rest”"},
		"no place for one": {ShippedOutline(Talk), "to rest", ""},
	} {
		n := NewNote(NewID(), NewID(), c.outline, c.intention)
		i := slices.IndexFunc(n.Sections, func(s Section) bool { return s.Key == "meaning" })
		got := ""
		if i >= 0 {
			got = n.Sections[i].Placeholder
		}
		if got != c.want || strings.Contains(fmt.Sprint(c.outline), "to rest") {
			t.Errorf("%s: %q, want %q; the outline is %v", name, got, c.want, c.outline)
		}
	}
	if len(ShippedOutline("party").Sections) != 0 {
		t.Error("an outline for no kind")
	}
}

func TestNoteValidation(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Note)
		want   string
	}{
		"plain":          {func(*Note) {}, ""},
		"no participant": {func(n *Note) { n.ParticipantID = "" }, "participant_id"},
		"no kind":        {func(n *Note) { n.Kind = "" }, "kind"},
		"no sections":    {func(n *Note) { n.Sections = nil }, "sections"},
		"a key twice":    {func(n *Note) { n.Sections[1].Key = n.Sections[0].Key }, "sections"},
		"no key":         {func(n *Note) { n.Sections[1].Key = "" }, "sections"},
		"no title":       {func(n *Note) { n.Sections[1].Title = " " }, "sections"},
		"methods":        {func(n *Note) { n.Methods = []string{"IFS", "Our own"} }, ""},
		"a long method":  {func(n *Note) { n.Methods = []string{strings.Repeat("a", 301)} }, "methods"},
		"many methods":   {func(n *Note) { n.Methods = make([]string, 31) }, "methods"},
		"longest":        {func(n *Note) { n.Sections[0].Body = strings.Repeat("ä", 200_000) }, ""},
		"too long":       {func(n *Note) { n.Sections[0].Body, n.RiskText = strings.Repeat("ä", 200_000), "x" }, "sections"},
		"risk of none":   {func(n *Note) { n.Risk = "perhaps" }, "risk"},
	} {
		n := NewNote(NewID(), NewID(), ShippedOutline(Integration), "")
		c.change(&n)
		if got := fields(t, n.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
	for name, c := range map[string]struct {
		text, want string
	}{"empty": {" \n", "text"}, "fine": {"x", ""}, "too long": {strings.Repeat("a", 20_001), "text"}} {
		if got := fields(t, Addendum{ID: NewID(), NoteID: NewID(), Text: c.text}.Validate()); got != c.want {
			t.Errorf("addendum %s: %q", name, got)
		}
	}
	for name, c := range map[string]struct {
		n    PsychotherapyNote
		want string
	}{
		"fine":      {PsychotherapyNote{NewID(), NewID(), "x", "", ""}, ""},
		"empty":     {PsychotherapyNote{NewID(), NewID(), " ", "", ""}, "text"},
		"too long":  {PsychotherapyNote{NewID(), NewID(), strings.Repeat("a", 200_001), "", ""}, "text"},
		"no client": {PsychotherapyNote{NewID(), "", "x", "", ""}, "client_id"},
	} {
		if got := fields(t, c.n.Validate()); got != c.want {
			t.Errorf("psychotherapy note %s: %q", name, got)
		}
	}
}

// TestNoteContinues keeps a note's sections as they were begun, whatever the
// outline has become.
func TestNoteContinues(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Note)
		want   string
	}{
		"text":             {func(n *Note) { n.Sections[0].Body, n.Risk, n.Methods = "x", RiskWatch, []string{"IFS"} }, ""},
		"another outline":  {func(n *Note) { n.Sections = ShippedOutline(Talk).Sections }, "sections"},
		"one section less": {func(n *Note) { n.Sections = n.Sections[1:] }, "sections"},
		"a title":          {func(n *Note) { n.Sections[0].Title = "Else" }, "sections"},
		"a placeholder":    {func(n *Note) { n.Sections[0].Placeholder = "Else" }, "sections"},
		"another kind":     {func(n *Note) { n.Kind = Talk }, "sections"},
	} {
		n := NewNote(NewID(), NewID(), ShippedOutline(Integration), "to rest")
		next := n
		next.Sections = slices.Clone(n.Sections)
		c.change(&next)
		if got := fields(t, next.Continues(n)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func TestSigning(t *testing.T) {
	by := Practice{TherapistName: "Mira Okafor", Credential: "LMFT", License: "123"}
	for name, c := range map[string]struct {
		change  func(*Note, *Session, *Practice)
		missing string
	}{
		"complete":            {func(*Note, *Session, *Practice) {}, ""},
		"planned":             {func(_ *Note, s *Session, _ *Practice) { s.ActualStart, s.ActualEnd = "", "" }, "the session has not taken place"},
		"cancelled":           {func(_ *Note, s *Session, _ *Practice) { s.CancelledAt = noon }, "the session has not taken place"},
		"open":                {func(_ *Note, s *Session, _ *Practice) { s.ActualEnd = "" }, "the session has not ended"},
		"nothing written":     {func(n *Note, _ *Session, _ *Practice) { n.Sections[0].Body = " \n" }, "nothing is written yet"},
		"risk not reviewed":   {func(n *Note, _ *Session, _ *Practice) { n.Risk = "" }, "risk reviewed today"},
		"watch without words": {func(n *Note, _ *Session, _ *Practice) { n.Risk, n.RiskText = RiskWatch, " " }, "what was seen and done about the risk"},
		"act without words":   {func(n *Note, _ *Session, _ *Practice) { n.Risk = RiskAct }, "what was seen and done about the risk"},
		"watch with words":    {func(n *Note, _ *Session, _ *Practice) { n.Risk, n.RiskText = RiskWatch, "Sleep" }, ""},
		"nameless therapist":  {func(_ *Note, _ *Session, p *Practice) { p.TherapistName = " " }, "your name in Settings, for the signature"},
		"much at once": {
			func(n *Note, s *Session, p *Practice) {
				*n, s.ActualEnd, *p = NewNote(NewID(), NewID(), ShippedOutline(Dosing), ""), "", Practice{}
			},
			"the session has not ended; nothing is written yet; risk reviewed today; your name in Settings, for the signature",
		},
	} {
		s, p := dosing(), by
		s.ActualEnd = noon.Add(time.Hour)
		n := NewNote(NewID(), s.Participants[0].ID, ShippedOutline(Dosing), "")
		n.Sections[0].Body, n.Risk = "Arrived rested.", RiskNoConcern
		c.change(&n, &s, &p)
		missing := n.Missing(s, p)
		if missing == nil || strings.Join(missing, "; ") != c.missing {
			t.Errorf("%s: missing %q, want %q", name, missing, c.missing)
		}
		err := n.Sign(s, p, noon)
		if c.missing != "" {
			wantCode(t, err, fault.Blocked)
			if n.Signed() || n.SignedName != "" {
				t.Errorf("%s: signed all the same", name)
			}
			continue
		}
		wantCode(t, err, "")
		if n.SignedAt != noon || n.SignedZone != s.Zone || n.SignedName != "Mira Okafor" || n.SignedCredential != "LMFT" || n.SignedLicense != "123" {
			t.Errorf("%s: %+v", name, n)
		}
		wantCode(t, n.Sign(s, p, noon), fault.Signed)
	}
	for risk, label := range map[Risk]string{RiskNoConcern: "No concern", RiskWatch: "Watch", RiskAct: "Act on plan", "": ""} {
		if risk.Label() != label {
			t.Errorf("%q: %q", risk, risk.Label())
		}
	}
}
