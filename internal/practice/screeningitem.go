package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// Normalize trims what a person types around the words.
func (i *ScreeningItem) Normalize() {
	for _, s := range []*string{&i.Question, &i.Source, &i.Reason} {
		*s = strings.TrimSpace(*s)
	}
}

// Validate holds a question against the one before it; the zero item stands
// before a new one. The severity changes only with a reason, given anew each
// time, and its source stays as it was; a question that is no longer asked
// needs a reason too. A new question names its source.
func (i ScreeningItem) Validate(before ScreeningItem) error {
	var c fault.Check
	if i.Key == "" {
		c.Refuse("key", "This question has no key.")
	}
	checkLine(&c, "key", i.Key)
	if i.Question == "" {
		c.Refuse("question", "Write the question.")
	}
	checkLine(&c, "question", i.Question)
	if !slices.Contains(Severities, i.Severity) {
		c.Refuse("severity", "Choose absolute, hold or review.")
	}
	checkText(&c, "source", i.Source)
	checkText(&c, "reason", i.Reason)
	given := i.Reason != "" && i.Reason != before.Reason
	switch {
	case before == ScreeningItem{}:
		if i.Source == "" {
			c.Refuse("source", "Say where the severity comes from, such as your prescriber.")
		}
	case i.Source != before.Source:
		c.Refuse("source", "The source stays with the question. Write what you go by as the reason.")
	case i.Severity != before.Severity && !given:
		c.Refuse("reason", "Say why the severity changes.")
	case before.Asked && !i.Asked && !given:
		c.Refuse("reason", "Say why this is no longer asked.")
	}
	return c.Err()
}
