package practice

import (
	"strings"

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
	checkLine(&c, "format", o.Format)
	if len(o.Sections) == 0 || len(o.Sections) > 20 {
		c.Refuse("sections", "A note has 1 to 20 sections.")
	}
	seen := map[string]bool{}
	for _, s := range o.Sections {
		if strings.TrimSpace(s.Title) == "" {
			c.Refuse("sections", "Each section needs a title.")
		}
		if s.Key == "" || seen[s.Key] {
			c.Refuse("sections", "Two sections share a key.")
		}
		seen[s.Key] = true
		checkLine(&c, "sections", s.Key)
		checkLine(&c, "sections", s.Title)
		checkLine(&c, "sections", s.Placeholder)
		if s.Body != "" {
			c.Refuse("sections", "An outline has no text of its own.")
		}
	}
	return c.Err()
}

func keyOf(title string) string { return strings.ReplaceAll(strings.ToLower(title), " ", "_") }
