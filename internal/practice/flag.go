package practice

import (
	"iter"
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// FlagRef names a flag: the item, and since when it has been answered so. An
// item that was answered otherwise in between, or was unknown and is now a
// yes, raises a new flag, which nothing covers yet.
type FlagRef struct {
	ItemKey  string  `json:"item_key"`
	RaisedAt Instant `json:"raised_at"`
}

// Flag is an item of the screening whose latest answer is yes or unknown.
type Flag struct {
	Ref      FlagRef  `json:"ref"`
	Severity Severity `json:"severity"` // the practice's present one
	Question string   `json:"question"`
	Answer   Answer   `json:"answer"`
	Detail   string   `json:"detail"`
	Draft    bool     `json:"draft"` // raised in a round that is still open: the answer can change
}

// Resolution closes a hold or review flag by a recorded reason. An absolute
// flag is covered by a clearance or not at all.
type Resolution struct {
	ID        string  `json:"id"`
	ClientID  string  `json:"client_id"`
	Flag      FlagRef `json:"flag"`
	Reason    string  `json:"reason"`
	CreatedAt Instant `json:"created_at"`
}

// Validate refuses a resolution without a reason, and one of a flag that is
// not raised, is absolute, can still change or asks for a safety plan while
// there is none. plan is the safety plan of the client's preparation.
func (r Resolution) Validate(flags []Flag, plan string) error {
	var c fault.Check
	CheckID(&c, "id", r.ID)
	CheckID(&c, "client_id", r.ClientID)
	if strings.TrimSpace(r.Reason) == "" {
		c.Refuse("reason", "Say why this no longer stands in the way.")
	}
	checkText(&c, "reason", r.Reason)
	i := slices.IndexFunc(flags, func(f Flag) bool { return f.Ref == r.Flag })
	switch {
	case i < 0:
		c.Refuse("flag", "This flag is not raised any more.")
	case flags[i].Severity == SeverityAbsolute:
		c.Refuse("flag", "An absolute flag is covered by a clearance, not by a reason.")
	case flags[i].Draft:
		c.Refuse("flag", "Complete the screening first: its answer can still change.")
	case flags[i].AsksPlan() && strings.TrimSpace(plan) == "":
		c.Refuse("flag", "Write the safety plan in the preparation first.")
	}
	return c.Err()
}

// FlagsOf returns the flags a client's screenings raise, heaviest first. Each
// item counts with its latest answer; newest is first in screenings. In a
// round that is still open a yes or an unknown counts at once, a no only when
// the round is complete: a slip of the key takes no flag away. The severity is
// the heavier of the practice's present one and the one it had when asked.
func FlagsOf(screenings []Screening, items []ScreeningItem) []Flag {
	present := map[string]Severity{}
	for _, item := range items {
		present[item.Key] = item.Severity
	}
	flags := []Flag{}
	for i, a := range said(screenings) {
		if !a.raises() {
			continue
		}
		severity := a.Severity
		if now, ok := present[a.ItemKey]; ok && weight(now) > weight(severity) {
			severity = now
		}
		flags = append(flags, Flag{
			Ref:      FlagRef{a.ItemKey, raisedSince(screenings[i:], a.ItemKey)},
			Severity: severity, Question: a.Question, Answer: a.Answer, Detail: a.Detail, Draft: !screenings[i].Completed(),
		})
	}
	heaviestFirst(flags)
	return flags
}

// underAge is the item a birth date answers by itself.
const underAge = "under_18"

// StandingFlags returns the flags of a client on a day: those the screenings
// raise, and "Under 18" by the birth date where no answer raises it.
func StandingFlags(client Client, screenings []Screening, items []ScreeningItem, today Date) []Flag {
	flags := FlagsOf(screenings, items)
	day, _ := today.Day()
	age := client.BirthDate.AgeOn(day)
	if age < 0 || age >= 18 || slices.ContainsFunc(flags, func(f Flag) bool { return f.Ref.ItemKey == underAge }) {
		return flags
	}
	flag := Flag{
		Ref: FlagRef{underAge, client.CreatedAt}, Severity: SeverityAbsolute,
		Question: "Under 18 years of age?", Answer: AnswerYes, Detail: "By the birth date",
	}
	if i := slices.IndexFunc(items, func(x ScreeningItem) bool { return x.Key == underAge }); i >= 0 {
		flag.Severity, flag.Question = items[i].Severity, items[i].Question
	}
	flags = append(flags, flag)
	heaviestFirst(flags)
	return flags
}

// FlagState is where a flag stands.
type FlagState string

// An open flag of severity absolute or hold blocks the start of a dosing
// session.
const (
	FlagOpen     FlagState = "open"
	FlagCovered  FlagState = "covered"  // the clearance in force names it
	FlagResolved FlagState = "resolved" // a reason is recorded
)

// State says where a flag stands among the clearances, as Standing returns
// them, and the recorded reasons. A reason given while the flag weighed less
// does not resolve one that is absolute now.
func (f Flag) State(standing []Cleared, resolutions []Resolution) FlagState {
	if c, ok := Current(standing); ok && c.State == ClearanceInForce && c.Clearance.CoversFlag(f.Ref) {
		return FlagCovered
	}
	if f.Severity != SeverityAbsolute && slices.ContainsFunc(resolutions, func(r Resolution) bool { return r.Flag == f.Ref }) {
		return FlagResolved
	}
	return FlagOpen
}

// Blocks reports whether the flag stands in the way of a dosing session while
// it is open.
func (f Flag) Blocks() bool { return f.Severity != SeverityReview }

// suicidal is the item that is held with a safety plan.
const suicidal = "suicidal"

// AsksPlan reports whether a reason closes the flag only once the preparation
// holds a safety plan.
func (f Flag) AsksPlan() bool { return f.Ref.ItemKey == suicidal }

// Line returns question, answer and detail in one line.
func (f Flag) Line() string {
	return ScreeningAnswer{Question: f.Question, Answer: f.Answer, Detail: f.Detail}.Line()
}

// OpenText says what an open flag stands in the way of, and what closes it.
func (f Flag) OpenText() string {
	switch f.Severity {
	case SeverityAbsolute:
		return "Open. It blocks a dosing session until a clearance covers it."
	case SeverityHold:
		if f.AsksPlan() {
			return "Open. It blocks a dosing session until a clearance covers it or a reason is recorded, with a safety plan."
		}
		return "Open. It blocks a dosing session until a clearance covers it or a reason is recorded."
	case SeverityReview:
		return "Open. It is shown and blocks nothing."
	}
	return "Open"
}

func heaviestFirst(flags []Flag) {
	slices.SortStableFunc(flags, func(a, b Flag) int { return weight(b.Severity) - weight(a.Severity) })
}

func weight(s Severity) int { return len(Severities) - slices.Index(Severities, s) }

// said goes through the answer of each item that counts now, and which of the
// screenings, newest first, it is from.
func said(screenings []Screening) iter.Seq2[int, ScreeningAnswer] {
	return func(yield func(int, ScreeningAnswer) bool) {
		met := map[string]bool{}
		for i, s := range screenings {
			for _, a := range s.Answers {
				if !s.counts(a) || met[a.ItemKey] {
					continue
				}
				met[a.ItemKey] = true
				if !yield(i, a) {
					return
				}
			}
		}
	}
}

// counts reports whether an answer of the round says something already.
func (s Screening) counts(a ScreeningAnswer) bool {
	return a.Answer != NotAnswered && (s.Completed() || a.raises())
}

// raisedSince is when the first screening of the unbroken run of the same
// answer to the item began.
func raisedSince(screenings []Screening, key string) Instant {
	since, answer := Instant(""), NotAnswered
	for _, s := range screenings {
		i := slices.IndexFunc(s.Answers, func(a ScreeningAnswer) bool { return a.ItemKey == key })
		if i < 0 || !s.counts(s.Answers[i]) {
			continue
		}
		if answer != NotAnswered && s.Answers[i].Answer != answer {
			break
		}
		since, answer = s.CreatedAt, s.Answers[i].Answer
	}
	return since
}
