package practice

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"snowfield/internal/fault"
)

// Section is one heading of a note and its text in Markdown.
type Section struct {
	Key         string `json:"key"`
	Title       string `json:"title"`
	Placeholder string `json:"placeholder"` // shown while empty; never printed
	Body        string `json:"body"`
}

// Risk is the answer to "Risk reviewed today", required to sign.
type Risk string

// The answers; any but the first asks for words.
const (
	RiskNoConcern Risk = "no_concern"
	RiskWatch     Risk = "watch"
	RiskAct       Risk = "act_on_plan"
)

// Label returns the answer in words.
func (r Risk) Label() string {
	switch r {
	case RiskNoConcern:
		return "No concern"
	case RiskWatch:
		return "Watch"
	case RiskAct:
		return "Act on plan"
	}
	return ""
}

// Note is the record of one participant's part in a session. It is a draft
// until it is signed; a signed note never changes, later words are addenda.
// It is part of the record; psychotherapy notes are a type of their own.
type Note struct {
	ID               string      `json:"id"`
	ParticipantID    string      `json:"participant_id"`
	Kind             SessionKind `json:"kind"` // the kind of session; chooses the outline
	Sections         []Section   `json:"sections"`
	Risk             Risk        `json:"risk"`
	RiskText         string      `json:"risk_text"`
	Methods          []string    `json:"methods"` // used in the session, as the practice names them
	CreatedAt        Instant     `json:"created_at"`
	UpdatedAt        Instant     `json:"updated_at"`
	Version          int         `json:"version"` // counts saves; a save names the one it saw
	SignedAt         Instant     `json:"signed_at"`
	SignedZone       string      `json:"signed_zone"`
	SignedName       string      `json:"signed_name"`
	SignedCredential string      `json:"signed_credential"`
	SignedLicense    string      `json:"signed_license"`
	AuditHead        string      `json:"audit_head"` // of the trail, when it was signed
	Addenda          []Addendum  `json:"addenda"`
}

// Addendum is a dated, signed addition to a signed note.
type Addendum struct {
	ID         string  `json:"id"`
	NoteID     string  `json:"note_id"`
	At         Instant `json:"at"`
	Zone       string  `json:"zone"`
	Text       string  `json:"text"` // Markdown
	SignedName string  `json:"signed_name"`
}

// Revision is a kept earlier state of a draft.
type Revision struct {
	NoteID   string    `json:"note_id"`
	Number   int       `json:"number"`
	KeptAt   Instant   `json:"kept_at"`
	Sections []Section `json:"sections"`
	Risk     Risk      `json:"risk"`
	RiskText string    `json:"risk_text"`
	Methods  []string  `json:"methods"`
}

const maxNote = 200_000 // characters

// NewNote returns an empty draft for a participant of a session, with the
// sections of an outline. Where the outline asks what the session means, the
// intention is repeated in the client's words.
func NewNote(id, participantID string, outline NoteOutline, intention string) Note {
	n := Note{ID: id, ParticipantID: participantID, Kind: outline.Kind, Sections: slices.Clone(outline.Sections), Methods: []string{}, Addenda: []Addendum{}}
	for i, s := range n.Sections {
		if words := strings.Trim(intention, "“”\""); s.Key == "meaning" && words != "" {
			n.Sections[i].Placeholder = strings.TrimSpace(s.Placeholder + " “" + words + "”")
		}
	}
	return n
}

// Signed reports whether the note is locked.
func (n Note) Signed() bool { return n.SignedAt != "" }

// Empty reports whether nothing has been written.
func (n Note) Empty() bool {
	return !slices.ContainsFunc(n.Sections, func(s Section) bool { return strings.TrimSpace(s.Body) != "" }) && n.Risk == "" && n.RiskText == "" &&
		len(n.Methods) == 0
}

// Validate refuses a note without sections or whose text is too long. A draft
// may be empty.
func (n Note) Validate() error {
	var c fault.Check
	CheckID(&c, "id", n.ID)
	CheckID(&c, "participant_id", n.ParticipantID)
	if !slices.Contains(SessionKinds, n.Kind) {
		c.Refuse("kind", "Choose what the session is for.")
	}
	checkSections(&c, n.Sections)
	checkTags(&c, "methods", n.Methods)
	total := utf8.RuneCountInString(n.RiskText)
	for _, s := range n.Sections {
		total += utf8.RuneCountInString(s.Body)
	}
	if total > maxNote {
		c.Refuse("sections", "This note is longer than 200,000 characters.")
	}
	switch n.Risk {
	case "", RiskNoConcern, RiskWatch, RiskAct:
	default:
		c.Refuse("risk", "Choose no concern, watch or act on plan.")
	}
	return c.Err()
}

// Continues refuses a note that is not the next state of a stored one: it
// keeps the sections it was begun with, whatever the outline is by now.
func (n Note) Continues(stored Note) error {
	same := n.Kind == stored.Kind && slices.EqualFunc(n.Sections, stored.Sections, func(a, b Section) bool {
		return a.Key == b.Key && a.Title == b.Title && a.Placeholder == b.Placeholder
	})
	var c fault.Check
	if !same {
		c.Refuse("sections", "The sections are not those this note was begun with.")
	}
	return c.Err()
}

// NamesMethods reports whether a note of this kind of session says which
// methods were used.
func (k SessionKind) NamesMethods() bool {
	return slices.Contains([]SessionKind{Integration, Talk, Preparation, CheckIn}, k)
}

// Missing lists, in words, what keeps a draft from being signed. session is
// the session it belongs to.
func (n Note) Missing(session Session, by Practice) []string {
	missing := []string{}
	switch session.State() {
	case Planned, Cancelled:
		missing = append(missing, "the session has not taken place")
	case Open:
		missing = append(missing, "the session has not ended")
	case Ended:
	}
	if !slices.ContainsFunc(n.Sections, func(s Section) bool { return strings.TrimSpace(s.Body) != "" }) {
		missing = append(missing, "nothing is written yet")
	}
	if n.Risk == "" {
		missing = append(missing, "risk reviewed today")
	} else if n.Risk != RiskNoConcern && strings.TrimSpace(n.RiskText) == "" {
		missing = append(missing, "what was seen and done about the risk")
	}
	if strings.TrimSpace(by.TherapistName) == "" {
		missing = append(missing, "your name in Settings, for the signature")
	}
	return missing
}

// Sign locks the note under the practice's name at now. From then on its text,
// and the doses, vital signs and observations of its participant, change only
// by addendum. It refuses while anything is Missing.
func (n *Note) Sign(session Session, by Practice, now Instant) error {
	if n.Signed() {
		return fault.New(fault.Signed, "This note is already signed. Add an addendum instead.")
	}
	if missing := n.Missing(session, by); len(missing) > 0 {
		return fault.New(fault.Blocked, "The note cannot be signed yet. Missing: "+strings.Join(missing, "; ")+". The draft is saved.")
	}
	n.SignedAt, n.SignedZone = now, session.Zone
	n.SignedName, n.SignedCredential, n.SignedLicense = by.TherapistName, by.Credential, by.License
	return nil
}

// Digest is the SHA-256, in hex, of what a signature covers: the JSON array
// [participant, kind, sections, risk, risk text, signed at, name, credential,
// license]. The trail keeps it, so that a signed text cannot be exchanged
// unnoticed.
func (n Note) Digest() string {
	parts := []any{
		n.ParticipantID, n.Kind, n.Sections, n.Risk, n.RiskText, n.SignedAt, n.SignedName, n.SignedCredential, n.SignedLicense,
	}
	if len(n.Methods) > 0 { // older notes have none, and their digests stay as they are
		parts = append(parts, n.Methods)
	}
	b, err := json.Marshal(parts)
	if err != nil {
		panic("practice: text always marshals")
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Validate refuses an empty addendum.
func (a Addendum) Validate() error {
	var c fault.Check
	CheckID(&c, "id", a.ID)
	CheckID(&c, "note_id", a.NoteID)
	if strings.TrimSpace(a.Text) == "" {
		c.Refuse("text", "Write the addendum first.")
	}
	checkText(&c, "text", a.Text)
	return c.Err()
}
