package practice

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// rounds makes screenings of one item each, newest first, from answers in the
// order they were given, a day apart from noon on: "no yes" and, for a round
// that is still open, "yes open:no".
func rounds(severity Severity, answers string) []Screening {
	var list []Screening
	for i, answer := range strings.Fields(answers) {
		at := noon.Add(time.Duration(i) * 24 * time.Hour)
		s := Screening{ID: NewID(), CreatedAt: at, CompletedAt: at}
		answer, open := strings.CutPrefix(answer, "open:")
		if open {
			s.CompletedAt = ""
		}
		if answer != "unasked" {
			if answer == "blank" {
				answer = ""
			}
			s.Answers = []ScreeningAnswer{{ItemKey: "heart", Question: "Heart?", Severity: severity, Answer: Answer(answer), AskPrescriber: true}}
		}
		list = append([]Screening{s}, list...)
	}
	return list
}

func TestFlagsOf(t *testing.T) {
	const none = -1
	for answers, want := range map[string]int{ // the round since which it is raised
		"":                    none,
		"no":                  none,
		"yes":                 0,
		"unknown":             0,
		"yes no":              none,
		"no yes":              1,
		"yes yes":             0,
		"yes unknown":         1,
		"unknown yes":         1, // more is known: what covered the unknown does not cover it
		"unknown unknown":     0,
		"yes no yes":          2, // what was covered does not cover the new one
		"yes no yes yes":      2,
		"yes unasked":         0, // no longer asked: the answer stays
		"yes unasked yes":     0,
		"no unasked yes":      2,
		"yes blank":           0,
		"open:yes":            0, // counts at once
		"open:unknown":        0,
		"open:no":             none,
		"open:blank":          none,
		"yes open:blank":      0,
		"yes open:no":         0, // a slip of the key takes no flag away
		"yes open:yes":        0,
		"unknown open:yes":    1,
		"no open:yes":         1,
		"yes no open:unknown": 2,
	} {
		flags := FlagsOf(rounds(SeverityHold, answers), nil)
		switch {
		case want == none && len(flags) != 0:
			t.Errorf("%q raises %+v", answers, flags)
		case want == none:
		case len(flags) != 1:
			t.Errorf("%q raises %d flags", answers, len(flags))
		case flags[0].Draft != (strings.HasSuffix(answers, "open:yes") || strings.HasSuffix(answers, "open:unknown")):
			t.Errorf("%q: draft %v", answers, flags[0].Draft)
		case flags[0].Ref != FlagRef{"heart", noon.Add(time.Duration(want) * 24 * time.Hour)}:
			t.Errorf("%q is raised since %s, want round %d", answers, flags[0].Ref.RaisedAt, want)
		}
	}
}

func TestTheHeavierSeverityCounts(t *testing.T) {
	for _, c := range []struct{ asked, now, want Severity }{
		{SeverityHold, SeverityHold, SeverityHold},
		{SeverityHold, SeverityAbsolute, SeverityAbsolute},
		{SeverityAbsolute, SeverityReview, SeverityAbsolute},
		{SeverityReview, SeverityHold, SeverityHold},
		{SeverityHold, SeverityReview, SeverityHold},
		{SeverityHold, "", SeverityHold}, // the practice has the item no more
	} {
		var items []ScreeningItem
		if c.now != "" {
			items = []ScreeningItem{{Key: "other", Severity: SeverityAbsolute}, {Key: "heart", Severity: c.now}}
		}
		if flags := FlagsOf(rounds(c.asked, "yes"), items); len(flags) != 1 || flags[0].Severity != c.want {
			t.Errorf("asked as %s, now %q: %+v, want %s", c.asked, c.now, flags, c.want)
		}
	}
}

func TestHeaviestFlagsFirst(t *testing.T) {
	s := Screening{CompletedAt: noon, CreatedAt: noon}
	for i, severity := range []Severity{SeverityReview, SeverityHold, SeverityAbsolute, SeverityHold} {
		s.Answers = append(s.Answers, ScreeningAnswer{ItemKey: fmt.Sprint(i), Severity: severity, Answer: AnswerYes})
	}
	var keys []string
	for _, f := range FlagsOf([]Screening{s}, nil) {
		keys = append(keys, f.Ref.ItemKey)
	}
	if got := strings.Join(keys, " "); got != "2 1 3 0" {
		t.Errorf("in the order %s", got)
	}
}

func TestUnderAgeByTheBirthDate(t *testing.T) {
	items := []ScreeningItem{{Key: underAge, Question: "Under 18?", Severity: SeverityHold}}
	answered := func(a Answer) []Screening {
		return []Screening{{CreatedAt: noon, CompletedAt: noon, Answers: []ScreeningAnswer{{ItemKey: underAge, Severity: SeverityAbsolute, Answer: a}}}}
	}
	client := Client{CreatedAt: noon.Add(-time.Hour)}
	for name, c := range map[string]struct {
		born       Date
		screenings []Screening
		items      []ScreeningItem
		want       Flag // of a zero Ref: none
	}{
		"no birth date":             {"", nil, items, Flag{}},
		"the birthday":              {"2008-03-12", nil, items, Flag{}},
		"the day before":            {"2008-03-13", nil, items, Flag{Ref: FlagRef{underAge, client.CreatedAt}, Severity: SeverityHold}},
		"no item":                   {"2008-03-13", nil, nil, Flag{Ref: FlagRef{underAge, client.CreatedAt}, Severity: SeverityAbsolute}},
		"answered no":               {"2010-01-01", answered(AnswerNo), items, Flag{Ref: FlagRef{underAge, client.CreatedAt}, Severity: SeverityHold}},
		"answered yes":              {"2010-01-01", answered(AnswerYes), items, Flag{Ref: FlagRef{underAge, noon}, Severity: SeverityAbsolute}},
		"answered yes, not so":      {"1980-01-01", answered(AnswerYes), items, Flag{Ref: FlagRef{underAge, noon}, Severity: SeverityAbsolute}},
		"born on a leap day, 17":    {"2008-02-29", nil, items, Flag{}},
		"answered no, old by birth": {"1980-01-01", answered(AnswerNo), items, Flag{}},
	} {
		client.BirthDate = c.born
		flags := StandingFlags(client, c.screenings, c.items, "2026-03-12")
		switch {
		case c.want.Ref == FlagRef{} && len(flags) > 0, c.want.Ref != FlagRef{} && len(flags) != 1:
			t.Errorf("%s: %+v", name, flags)
		case len(flags) == 1 && (flags[0].Ref != c.want.Ref || flags[0].Severity != c.want.Severity):
			t.Errorf("%s: %+v, want %+v", name, flags[0], c.want)
		}
	}
}

func TestFlagState(t *testing.T) {
	ref := FlagRef{"heart", noon}
	cleared := func(state ClearanceState, covers ...FlagRef) []Cleared {
		return []Cleared{{Clearance: Clearance{Covers: covers}, State: state}}
	}
	reason := []Resolution{{Flag: ref, Reason: "r"}}
	elsewhere := FlagRef{"heart", noon.Add(time.Hour)}
	for name, c := range map[string]struct {
		severity    Severity
		clearances  []Cleared
		resolutions []Resolution
		want        FlagState
	}{
		"nothing":                         {SeverityHold, nil, nil, FlagOpen},
		"covered":                         {SeverityAbsolute, cleared(ClearanceInForce, ref), nil, FlagCovered},
		"covers another":                  {SeverityAbsolute, cleared(ClearanceInForce, elsewhere), nil, FlagOpen},
		"expired":                         {SeverityAbsolute, cleared(ClearanceExpired, ref), nil, FlagOpen},
		"suspended":                       {SeverityAbsolute, cleared(ClearanceSuspended, ref), nil, FlagOpen},
		"used up":                         {SeverityAbsolute, cleared(ClearanceUsedUp, ref), nil, FlagOpen},
		"not yet":                         {SeverityAbsolute, cleared(ClearanceNotYet, ref), nil, FlagOpen},
		"an older one covers":             {SeverityAbsolute, append(cleared(ClearanceInForce), cleared(ClearanceSuperseded, ref)...), nil, FlagOpen},
		"a reason, hold":                  {SeverityHold, nil, reason, FlagResolved},
		"a reason, review":                {SeverityReview, nil, reason, FlagResolved},
		"a reason, absolute":              {SeverityAbsolute, nil, reason, FlagOpen},
		"a reason of the flag before":     {SeverityHold, nil, []Resolution{{Flag: elsewhere}}, FlagOpen},
		"a reason and an expired":         {SeverityHold, cleared(ClearanceExpired, ref), reason, FlagResolved},
		"covered and resolved":            {SeverityHold, cleared(ClearanceInForce, ref), reason, FlagCovered},
		"a severity that became absolute": {SeverityAbsolute, cleared(ClearanceExpired, ref), reason, FlagOpen},
	} {
		f := Flag{Ref: ref, Severity: c.severity}
		if got := f.State(c.clearances, c.resolutions); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	for severity, blocks := range map[Severity]bool{SeverityAbsolute: true, SeverityHold: true, SeverityReview: false} {
		if f := (Flag{Severity: severity}); f.Blocks() != blocks || f.OpenText() == "Open" {
			t.Errorf("%s: blocks %v, %q", severity, f.Blocks(), f.OpenText())
		}
	}
	if text := (Flag{Ref: FlagRef{suicidal, noon}, Severity: SeverityHold}).OpenText(); !strings.HasSuffix(text, "a reason is recorded, with a safety plan.") {
		t.Errorf("suicidal intent: %q", text)
	}
}

func TestResolution(t *testing.T) {
	hold, absolute := Flag{Ref: FlagRef{"heart", noon}, Severity: SeverityHold}, Flag{Ref: FlagRef{"psychosis", noon}, Severity: SeverityAbsolute}
	review := Flag{Ref: FlagRef{"liver", noon}, Severity: SeverityReview}
	draft := Flag{Ref: FlagRef{"eyes", noon}, Severity: SeverityHold, Draft: true}
	intent := Flag{Ref: FlagRef{suicidal, noon}, Severity: SeverityHold}
	intentNow := Flag{Ref: FlagRef{suicidal, noon.Add(time.Hour)}, Severity: SeverityReview}
	for name, c := range map[string]struct {
		change func(*Resolution)
		plan   string
		want   string
	}{
		"hold":                     {func(*Resolution) {}, "", ""},
		"review":                   {func(r *Resolution) { r.Flag = review.Ref }, "", ""},
		"absolute":                 {func(r *Resolution) { r.Flag = absolute.Ref }, "", "flag"},
		"of a draft":               {func(r *Resolution) { r.Flag = draft.Ref }, "", "flag"},
		"not raised":               {func(r *Resolution) { r.Flag.ItemKey = "seizures" }, "", "flag"},
		"raised anew":              {func(r *Resolution) { r.Flag.RaisedAt = noon.Add(time.Hour) }, "", "flag"},
		"no reason":                {func(r *Resolution) { r.Reason = " \n" }, "", "reason"},
		"endless":                  {func(r *Resolution) { r.Reason = strings.Repeat("a", 20_001) }, "", "reason"},
		"intent, no plan":          {func(r *Resolution) { r.Flag = intent.Ref }, " \n", "flag"},
		"intent, a plan":           {func(r *Resolution) { r.Flag = intent.Ref }, "Call Kim.", ""},
		"intent, a plan, no words": {func(r *Resolution) { r.Flag, r.Reason = intent.Ref, "" }, "Call Kim.", "reason"},
		"intent, to review":        {func(r *Resolution) { r.Flag = intentNow.Ref }, "", "flag"},
		"no id":                    {func(r *Resolution) { r.ID = "" }, "", "id"},
		"no client id":             {func(r *Resolution) { r.ClientID = "x" }, "", "client_id"},
	} {
		r := Resolution{ID: NewID(), ClientID: NewID(), Flag: hold.Ref, Reason: "Her cardiologist wrote."}
		c.change(&r)
		if got := fields(t, r.Validate([]Flag{absolute, hold, review, draft, intent, intentNow}, c.plan)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}
