package practice

import (
	"slices"
	"strings"
	"unicode/utf8"

	"snowfield/internal/fault"
)

// PsychotherapyNote is the therapist's own analysis of the conversation, kept
// apart from the record (45 CFR 164.501). No list, search, document or export
// takes this type but the release, which is an act of its own.
type PsychotherapyNote struct {
	ID        string  `json:"id"`
	ClientID  string  `json:"client_id"`
	Text      string  `json:"text"` // Markdown
	CreatedAt Instant `json:"created_at"`
	UpdatedAt Instant `json:"updated_at"` // a change names the one it saw
}

// Validate refuses a psychotherapy note without a client or without text.
func (n PsychotherapyNote) Validate() error {
	var c fault.Check
	CheckID(&c, "id", n.ID)
	CheckID(&c, "client_id", n.ClientID)
	if strings.TrimSpace(n.Text) == "" {
		c.Refuse("text", "Write the note first.")
	}
	if utf8.RuneCountInString(n.Text) > maxNote {
		c.Refuse("text", "This note is longer than 200,000 characters.")
	}
	return c.Err()
}

// ReleaseBasis is what allows psychotherapy notes to leave (45 CFR 164.508 and
// 164.512).
type ReleaseBasis string

// The client's own authorization for psychotherapy notes, or an order.
const (
	ReleaseAuthorization ReleaseBasis = "authorization"
	ReleaseOrder         ReleaseBasis = "order"
)

// Label returns the basis inside a sentence: "an authorization".
func (b ReleaseBasis) Label() string {
	switch b {
	case ReleaseAuthorization:
		return "an authorization"
	case ReleaseOrder:
		return "an order"
	}
	return ""
}

// PsychotherapyRelease is a release of psychotherapy notes: which of them, to
// whom and what allowed it. It never changes.
type PsychotherapyRelease struct {
	ID         string       `json:"id"`
	ClientID   string       `json:"client_id"`
	Basis      ReleaseBasis `json:"basis"`
	BasisText  string       `json:"basis_text"` // its number, its date, who signed it
	Recipient  string       `json:"recipient"`
	NoteIDs    []string     `json:"note_ids"`
	SHA256     string       `json:"sha256"` // of the file that was written
	ReleasedAt Instant      `json:"released_at"`
}

// Normalize trims what a person types around the words.
func (r *PsychotherapyRelease) Normalize() {
	r.BasisText, r.Recipient = strings.TrimSpace(r.BasisText), strings.TrimSpace(r.Recipient)
}

// mostReleased bounds how many notes one release takes.
const mostReleased = 500

// Validate refuses a release that does not name what allows it and to whom it
// goes, and one of no notes.
func (r PsychotherapyRelease) Validate() error {
	var c fault.Check
	CheckID(&c, "client_id", r.ClientID)
	if r.Basis != ReleaseAuthorization && r.Basis != ReleaseOrder {
		c.Refuse("basis", "Choose an authorization or an order. Without one these notes do not leave.")
	}
	if r.BasisText == "" {
		c.Refuse("basis_text", "Name it: its number or title, its date and who signed it.")
	}
	if r.Recipient == "" {
		c.Refuse("recipient", "Name who receives the notes.")
	}
	checkLine(&c, "basis_text", r.BasisText)
	checkLine(&c, "recipient", r.Recipient)
	switch {
	case len(r.NoteIDs) == 0:
		c.Refuse("note_ids", "Choose the notes that are released.")
	case len(r.NoteIDs) > mostReleased:
		c.Refuse("note_ids", "At most 500 notes leave at once.")
	}
	for i, id := range r.NoteIDs {
		CheckID(&c, "note_ids", id)
		if slices.Contains(r.NoteIDs[:i], id) {
			c.Refuse("note_ids", "A note is chosen twice.")
		}
	}
	return c.Err()
}
