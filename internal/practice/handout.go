package practice

import (
	"fmt"
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// Handout is what the practice gives to a client before a dosing session: how
// to prepare, the day, the hours after. The text is Markdown; a placeholder
// in it, such as {ride home}, stands for a fact of the client's course.
type Handout struct {
	Place Place  `json:"place"` // where the session it speaks of is held
	Text  string `json:"text"`
}

// HandoutShelf returns the practice's handouts: one for the office and one
// for a client at home.
func HandoutShelf(stored []LibraryItem) ([]Shelved[Handout], error) {
	return overlay(shippedHandouts, func(h Handout) string { return string(h.Place) }, stored)
}

// Normalize trims the text.
func (h *Handout) Normalize() { h.Text = strings.TrimSpace(h.Text) }

// Validate refuses a handout without text, a placeholder there is none of and
// a brace that is not closed.
func (h Handout) Validate() error {
	var c fault.Check
	if h.Place != Office && h.Place != Virtual {
		c.Refuse("place", "Choose office or virtual.")
	}
	if h.Text == "" {
		c.Refuse("text", "Write what the client should know. The shipped text can be put back.")
	}
	checkText(&c, "text", h.Text)
	for _, found := range braces.FindAllString(h.Text, -1) {
		if problem := misread(found); problem != "" {
			c.Refuse("text", problem)
			break
		}
	}
	return c.Err()
}

// misread says what is wrong with a placeholder as it was typed; empty when
// it is one.
func misread(found string) string {
	shown := found
	if len([]rune(shown)) > 40 {
		shown = string([]rune(shown)[:39]) + "…"
	}
	if !strings.HasSuffix(found, "}") {
		return "The brace in “" + shown + "” is not closed. A placeholder stands between { and }."
	}
	if _, ok := placeholderOf(found); !ok {
		return "There is no placeholder " + shown + ". Use one of those listed, or words without braces."
	}
	return ""
}

// Label names the handout by its place.
func (h Handout) Label() string {
	if h.Place == Virtual {
		return "Dosing at home, by video"
	}
	return "Dosing in the office"
}

// Line says how long the text is.
func (h Handout) Line() string {
	return counted(len(strings.Fields(h.Text)), "word", "words")
}

// Lines says the handout but its text.
func (h Handout) Lines() []string { return []string{h.Label()} }

// Blank is printed where a fact is not known, to be written in by hand.
const Blank = "____________________"

// Fill puts the facts in the place of the placeholders of a text. For a fact
// that is not known a line is left to be written on by hand; what is no
// placeholder stays as it is.
func Fill(text string, facts HandoutFacts) string {
	return braces.ReplaceAllStringFunc(text, func(found string) string {
		p, ok := placeholderOf(found)
		if !ok {
			return found
		}
		return firstOf(p.fact(facts), Blank)
	})
}

// HasPlaceholder reports whether Fill would change a text.
func HasPlaceholder(text string) bool {
	return slices.ContainsFunc(braces.FindAllString(text, -1), func(found string) bool {
		_, ok := placeholderOf(found)
		return ok
	})
}

// Missing names the placeholders of the handout whose facts are not known, in
// the order of the text.
func (h Handout) Missing(facts HandoutFacts) []string {
	missing := []string{}
	for _, found := range braces.FindAllString(h.Text, -1) {
		p, ok := placeholderOf(found)
		if ok && p.fact(facts) == "" && !slices.Contains(missing, p.Name) {
			missing = append(missing, p.Name)
		}
	}
	return missing
}

// CallLine is whom to call for what.
type CallLine struct {
	For    string
	Who    string
	Number string // empty when it is not known
}

// WhomToCall lists for a client whom to call for what. emergencyNumber is the
// one local to where the client will be; empty when it is not known.
func WhomToCall(p Practice, prescriber *Prescriber, emergencyNumber string) []CallLine {
	list := []CallLine{}
	if who := firstOf(p.Signature(), p.PracticeName); who != "" || p.Phone != "" {
		list = append(list, CallLine{"A question, or a hard hour", who, p.Phone})
	}
	if prescriber != nil {
		list = append(list, CallLine{"The medicine, or another you take", prescriber.Signature(), prescriber.Phone})
	}
	return append(list, CallLine{"Danger to life", "Emergency services", firstOf(emergencyNumber, "The local number")})
}

// lengthWords writes minutes for a person to read: "50 minutes", "2 hours",
// "2 hours 30 minutes".
func lengthWords(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case h == 0 || h == 1 && m > 0:
		return counted(minutes, "minute", "minutes")
	case m == 0:
		return counted(h, "hour", "hours")
	}
	return fmt.Sprintf("%s %s", counted(h, "hour", "hours"), counted(m, "minute", "minutes"))
}
