package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// Normalize trims what a person types and leaves out empty clauses.
func (t *ConsentText) Normalize() {
	t.Title, t.Text = strings.TrimSpace(t.Title), strings.TrimSpace(t.Text)
	t.Clauses = trimmed(t.Clauses)
}

// Validate refuses a text without kind or title. One that is no skeleton any
// more, so that it can be signed, must have words, and none of the lines in
// which a shipped skeleton only says what to write.
func (t ConsentText) Validate() error {
	var c fault.Check
	if t.Key == "" {
		c.Refuse("key", "This consent has no key.")
	}
	checkLine(&c, "key", t.Key)
	if !slices.Contains(ConsentKinds, t.Kind) {
		c.Refuse("kind", "Choose what is agreed to.")
	}
	if t.Title == "" {
		c.Refuse("title", "Give the consent a title.")
	}
	checkLine(&c, "title", t.Title)
	checkText(&c, "text", t.Text)
	if len(t.Clauses) > maxItems {
		c.Refuse("clauses", "At most 100.")
	}
	for _, clause := range t.Clauses {
		checkLine(&c, "clauses", clause)
	}
	if t.ValidMonths < 0 || t.ValidMonths > 120 {
		c.Refuse("valid_months", "Choose 1 to 120 months, or 0 for one that holds until it is revoked.")
	}
	if !t.Skeleton {
		if t.Text == "" {
			c.Refuse("text", "Write the text that is signed.")
		}
		if line := skeletonLine(t.Text); line != "" {
			c.Refuse("text", "This line only says what to write: “"+line+"” Put your own words in its place.")
		}
	}
	return c.Err()
}

// skeletonLine returns a line of the text that stands in a shipped skeleton
// and is no heading; empty when there is none.
func skeletonLine(text string) string {
	shipped := map[string]bool{}
	for _, t := range shippedConsents {
		for line := range strings.Lines(t.Text) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				shipped[line] = true
			}
		}
	}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); shipped[line] {
			return line
		}
	}
	return ""
}
