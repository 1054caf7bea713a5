package practice

import (
	"fmt"
	"strings"
	"unicode"

	"snowfield/internal/fault"
)

// NoteOutline is the sections a new note of one kind of session begins with.
type NoteOutline struct {
	Kind     SessionKind `json:"kind"`
	Format   string      `json:"format"`   // "KAP dosing", "SOAP", ...; the practice's own name for it
	Sections []Section   `json:"sections"` // with empty bodies
}

// Validate refuses an outline of no known kind, without sections, or with a
// section that has no title or shares its key.
func (o NoteOutline) Validate() error {
	var c fault.Check
	if o.Kind.Label() == string(o.Kind) {
		c.Refuse("kind", "Choose what the session is for.")
	}
	if o.Format == "" {
		c.Refuse("format", "Give the outline a name.")
	}
	checkLine(&c, "format", o.Format)
	checkSections(&c, o.Sections)
	for _, s := range o.Sections {
		checkLine(&c, "sections", s.Placeholder)
		if s.Body != "" {
			c.Refuse("sections", "An outline has no text of its own.")
		}
	}
	return c.Err()
}

func checkSections(c *fault.Check, sections []Section) {
	if len(sections) == 0 || len(sections) > 20 {
		c.Refuse("sections", "A note has 1 to 20 sections.")
	}
	seen := map[string]bool{}
	for _, s := range sections {
		if strings.TrimSpace(s.Title) == "" {
			c.Refuse("sections", "Each section needs a title.")
		}
		if s.Key == "" || seen[s.Key] {
			c.Refuse("sections", "Two sections share a key.")
		}
		seen[s.Key] = true
		checkLine(c, "sections", s.Key)
		checkLine(c, "sections", s.Title)
	}
}

// Normalize trims what a person types and gives each section without a key
// one made of its title.
func (o *NoteOutline) Normalize() {
	o.Format = strings.TrimSpace(o.Format)
	for i := range o.Sections {
		s := &o.Sections[i]
		s.Title, s.Placeholder = strings.TrimSpace(s.Title), strings.TrimSpace(s.Placeholder)
	}
	giveKeys(o.Sections, func(s *Section) (*string, string) { return &s.Key, s.Title })
}

// giveKeys gives each thing without a key one made of its title that no other
// has.
func giveKeys[T any](list []T, of func(*T) (key *string, title string)) {
	taken := map[string]bool{}
	for i := range list {
		key, _ := of(&list[i])
		taken[*key] = true
	}
	for i := range list {
		key, title := of(&list[i])
		next := keyOf(title)
		for n := 2; *key == ""; n++ {
			if !taken[next] {
				*key, taken[next] = next, true
			}
			next = fmt.Sprintf("%s_%d", keyOf(title), n)
		}
	}
}

// keyOf makes a key of a title: its letters and digits, the rest as "_".
func keyOf(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return "section"
	}
	return strings.Join(words, "_")
}
