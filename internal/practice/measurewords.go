package practice

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// words says an occasion inside a sentence: "before dosing 3 tomorrow".
func (t treatment) words(m Measure) string {
	now := t.Now.In(t.Zone)
	dosing := fmt.Sprintf("dosing %d", t.number(m.SessionID))
	switch m.Occasion {
	case AtBaseline:
		if m.By == "" {
			return "before the first dose, as the baseline"
		}
		return "before " + dosing + " " + onDay(NearDayText(m.By.In(t.Zone), now)) + ", as the baseline"
	case AtBeforeDosing:
		return "before " + dosing + " " + onDay(NearDayText(m.By.In(t.Zone), now))
	case AtWindow:
		return "after " + dosing + ", until " + NearTimeText(m.By.In(t.Zone), now)
	case AtReview:
		return "for the review after " + dosing
	}
	return ""
}

// onDay puts a day as NearDayText writes it into a sentence: "tomorrow", "on
// Tuesday".
func onDay(text string) string {
	if strings.ContainsAny(text, "0123456789") || strings.ToLower(text) != text {
		return "on " + text
	}
	return text
}

// number is a dosing session's number among all of the client's, as its title
// has it.
func (t treatment) number(sessionID string) int {
	dosings := slices.DeleteFunc(slices.Clone(t.Dosings), func(d Held) bool {
		s := d.Session.State()
		return s == Cancelled || s == Ended && d.FirstAt == ""
	})
	slices.SortFunc(dosings, func(a, b Held) int {
		return cmp.Or(cmp.Compare(a.Session.Start(), b.Session.Start()), cmp.Compare(a.Session.ID, b.Session.ID))
	})
	return 1 + slices.IndexFunc(dosings, func(d Held) bool { return d.Session.ID == sessionID })
}

// MeasureGroup is the questionnaires that stand alike at one occasion.
type MeasureGroup struct {
	Measure          // the first of them
	Titles  []string // in the order of the plan
	Begun   []string // the titles of those that are begun
}

// MeasureGroups puts together the questionnaires of a state that belong to the
// same occasion, what is to be done first before the others.
func MeasureGroups(list []Measure, state MeasureState) []MeasureGroup {
	groups := []MeasureGroup{}
	for _, m := range list {
		if m.State != state {
			continue
		}
		i := slices.IndexFunc(groups, func(g MeasureGroup) bool { return g.Text == m.Text })
		if i < 0 {
			i, groups = len(groups), append(groups, MeasureGroup{Measure: m})
		}
		groups[i].Titles = append(groups[i].Titles, m.Title)
		if m.Begun != "" {
			groups[i].Begun = append(groups[i].Begun, m.Title)
		}
	}
	slices.SortStableFunc(groups, func(a, b MeasureGroup) int {
		return cmp.Compare(cmp.Or(a.By, "9"), cmp.Or(b.By, "9"))
	})
	return groups
}

// Line says a group in one line: "PHQ-9 and GAD-7 before dosing 3 tomorrow".
func (g MeasureGroup) Line() string { return InWords(g.Titles) + " " + g.Text }

// MissedText says what of the plan is not asked for any more, and why.
func (g MeasureGroup) MissedText() string {
	names := InWords(g.Titles)
	switch g.Occasion {
	case AtBaseline:
		return names + ": no baseline from before the first dose."
	case AtWindow:
		return names + ": not filled in while the window was open."
	case AtReview:
		return names + ": not filled in " + g.Text + ", which is recorded."
	case AtBeforeDosing:
	}
	return names + ": not filled in " + g.Text + "."
}

// InWords joins names into one phrase: "PHQ-9, GAD-7 and PCL-5".
func InWords(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// Text says how a total comes about, and which way is better.
func (s Scoring) Text() string {
	text := "Each item stands by itself; there is no total."
	switch s.Method {
	case ScoreSum:
		text = fmt.Sprintf("The answers added up: %d to %d.", s.Min, s.Max)
	case ScoreEntered:
		text = fmt.Sprintf("Only the score is entered: %d to %d.", s.Min, s.Max)
	case ScoreNone:
	}
	switch s.Better {
	case LowerBetter:
		text += " Lower is better."
	case HigherBetter:
		text += " Higher is better."
	}
	return text
}

// Text says a rule of change with what it speaks of: "Response: a fall of half
// or more since baseline (Kroenke and Spitzer 2002)".
func (r Rule) Text() string {
	of := map[RuleKind]string{
		RuleResponse: "Response", RuleRemission: "Remission", RuleReliable: "Reliable change", RuleMeaningful: "Meaningful change",
	}[r.Kind]
	return of + ": " + r.Words + " (" + r.Source + ")"
}
