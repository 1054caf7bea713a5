package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// FlagRef names a flag: the item, and since when it has been raised. An item
// that was answered no in between raises a new flag, which nothing covers yet.
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
// not raised or is absolute.
func (r Resolution) Validate(flags []Flag) error {
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
	}
	return c.Err()
}

// FlagsOf returns the flags a client's screenings raise, heaviest first. Each
// item counts with its latest answer, of an open screening as well; newest is
// first in screenings. The severity is the heavier of the practice's present
// one and the one it had when asked.
func FlagsOf(screenings []Screening, items []ScreeningItem) []Flag {
	present := map[string]Severity{}
	for _, item := range items {
		present[item.Key] = item.Severity
	}
	flags, answered := []Flag{}, map[string]bool{}
	for i, s := range screenings {
		for _, a := range s.Answers {
			if a.Answer == NotAnswered || answered[a.ItemKey] {
				continue
			}
			answered[a.ItemKey] = true
			if !a.raises() {
				continue
			}
			severity := a.Severity
			if now, ok := present[a.ItemKey]; ok && weight(now) > weight(severity) {
				severity = now
			}
			flags = append(flags, Flag{
				Ref:      FlagRef{a.ItemKey, raisedSince(screenings[i:], a.ItemKey)},
				Severity: severity, Question: a.Question, Answer: a.Answer, Detail: a.Detail,
			})
		}
	}
	slices.SortStableFunc(flags, func(a, b Flag) int { return weight(b.Severity) - weight(a.Severity) })
	return flags
}

func weight(s Severity) int { return len(Severities) - slices.Index(Severities, s) }

// raisedSince is when the first screening of the unbroken run of answers that
// raise the item began.
func raisedSince(screenings []Screening, key string) Instant {
	since := Instant("")
	for _, s := range screenings {
		i := slices.IndexFunc(s.Answers, func(a ScreeningAnswer) bool { return a.ItemKey == key })
		if i < 0 || s.Answers[i].Answer == NotAnswered {
			continue
		}
		if !s.Answers[i].raises() {
			break
		}
		since = s.CreatedAt
	}
	return since
}
