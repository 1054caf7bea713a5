package practice

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
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

// PsychotherapyNote is the therapist's own analysis of the conversation, kept
// apart from the record (45 CFR 164.501). No document, list, search or export
// takes this type.
type PsychotherapyNote struct {
	ID        string  `json:"id"`
	ClientID  string  `json:"client_id"`
	Text      string  `json:"text"`
	CreatedAt Instant `json:"created_at"`
	UpdatedAt Instant `json:"updated_at"`
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

const maxNote = 200_000 // characters

// Outline returns the empty sections of a note for a kind of session. The
// intention, in the client's words, is repeated where it helps.
func Outline(kind SessionKind, intention string) []Section {
	meaning := "What does it say about the intention?"
	if intention != "" {
		meaning = fmt.Sprintf("What does it say about the intention? “%s”", strings.Trim(intention, "“”\""))
	}
	var list []Section
	add := func(key, title, placeholder string) {
		list = append(list, Section{Key: key, Title: title, Placeholder: placeholder})
	}
	switch kind {
	case Integration:
		add("came_up", "What came up", "Images, memories, parts, feelings")
		add("body", "In the body", "Where it is felt, and how it moves")
		add("meaning", "Meaning", meaning)
		add("week", "Carrying it into the week", "Practices and commitments, each with its day")
		add("plan", "Plan", "Next session, contact, anything to watch")
	case Dosing:
		add("before", "Before the dose", "How the client arrived, intention, readiness")
		add("during", "During", "The course of the experience, in order")
		add("after", "Afterwards", "Return, first words, how the client left")
		add("plan", "Plan", "Integration, contact agreed, anything to watch")
	case Preparation:
		add("intentions", "Intentions", "In the client's words")
		add("fears", "Fears and hopes", "What might come, what would help")
		add("agreements", "Agreements", "Set and setting, touch, music, ride home")
		add("plan", "Plan", "What remains before the dosing session")
	case CheckIn:
		add("contact", "Contact", "How the client is, in a few words")
		add("plan", "Plan", "What was agreed")
	case Consultation, Talk:
		add("subject", "What the client brings", "In the client's words")
		add("observed", "What was seen", "Presence, mood, change since last time")
		add("assessment", "Assessment", "How it is understood")
		add("plan", "Plan", "What was agreed")
	}
	return list
}

// NewNote returns an empty draft for a participant of a session.
func NewNote(id, participantID string, kind SessionKind, intention string) Note {
	return Note{ID: id, ParticipantID: participantID, Kind: kind, Sections: Outline(kind, intention), Methods: []string{}, Addenda: []Addendum{}}
}

// Signed reports whether the note is locked.
func (n Note) Signed() bool { return n.SignedAt != "" }

// Empty reports whether nothing has been written.
func (n Note) Empty() bool {
	return !slices.ContainsFunc(n.Sections, func(s Section) bool { return strings.TrimSpace(s.Body) != "" }) && n.Risk == "" && n.RiskText == ""
}

// Validate refuses a note whose sections are not those of its outline or
// whose text is too long. A draft may be empty.
func (n Note) Validate() error {
	var c fault.Check
	CheckID(&c, "id", n.ID)
	CheckID(&c, "participant_id", n.ParticipantID)
	outline := Outline(n.Kind, "")
	if len(outline) == 0 || len(outline) != len(n.Sections) {
		c.Refuse("sections", "The sections are not those of this kind of note.")
		return c.Err()
	}
	total := utf8.RuneCountInString(n.RiskText)
	for i, s := range n.Sections {
		if s.Key != outline[i].Key {
			c.Refuse("sections", "The sections are not those of this kind of note.")
		}
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
