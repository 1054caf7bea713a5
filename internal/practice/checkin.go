package practice

import (
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// CheckInWritten is a contact of two minutes, written down at once: a
// check-in session that has begun and ended, and its note.
type CheckInWritten struct {
	SessionID       string     `json:"session_id"`
	ParticipantID   string     `json:"participant_id"`
	NoteID          string     `json:"note_id"`
	ClientID        string     `json:"client_id"`
	DosingSessionID string     `json:"dosing_session_id"` // it follows; empty for none
	Contact         ContactWay `json:"contact"`
	At              Instant    `json:"at"`   // when the client was reached
	Text            string     `json:"text"` // Markdown
	Risk            Risk       `json:"risk"`
	RiskText        string     `json:"risk_text"`
	Sign            bool       `json:"sign"`
}

// checkInLength is how long a check-in takes: its end is not asked for.
const checkInLength = 2 * time.Minute

// Session returns the session of the check-in, in a zone.
func (c CheckInWritten) Session(zone string, now Instant) Session {
	place := Virtual
	if c.Contact == ContactInPerson {
		place = Office
	}
	end := max(c.At, min(now, c.At.Add(checkInLength)))
	return Session{
		ID: c.SessionID, Kind: CheckIn, Zone: zone, Place: place, Contact: c.Contact, DosingSessionID: c.DosingSessionID,
		Participants: []Participant{{ID: c.ParticipantID, ClientID: c.ClientID}},
		PlannedStart: c.At, PlannedEnd: end, ActualStart: c.At, ActualEnd: end,
	}
}

// Note returns the note of the check-in: its words stand in the first section
// of the outline.
func (c CheckInWritten) Note(outline NoteOutline) Note {
	n := NewNote(c.NoteID, c.ParticipantID, outline, "")
	if len(n.Sections) > 0 {
		n.Sections[0].Body = strings.TrimSpace(c.Text)
	}
	n.Risk, n.RiskText = c.Risk, strings.TrimSpace(c.RiskText)
	return n
}

// Validate refuses a check-in without words or without the way the client was
// reached, one in the future, and one to be signed without the answer about
// risk.
func (c CheckInWritten) Validate(now Instant) error {
	var k fault.Check
	CheckID(&k, "session_id", c.SessionID)
	CheckID(&k, "participant_id", c.ParticipantID)
	CheckID(&k, "note_id", c.NoteID)
	CheckID(&k, "client_id", c.ClientID)
	if !slices.Contains(ContactWays, c.Contact) {
		k.Refuse("contact", "Choose how the client was reached.")
	}
	checkInstant(&k, "at", c.At, true)
	if c.At > now {
		k.Refuse("at", "This time lies in the future.")
	}
	if strings.TrimSpace(c.Text) == "" {
		k.Refuse("text", "Write a few words about the contact.")
	}
	if c.Sign && c.Risk == "" {
		k.Refuse("risk", "To sign, answer the question about risk.")
	}
	if c.Sign && c.Risk != "" && c.Risk != RiskNoConcern && strings.TrimSpace(c.RiskText) == "" {
		k.Refuse("risk_text", "Write what was seen and done about the risk.")
	}
	return k.Err()
}

// Label returns the way in words.
func (w ContactWay) Label() string {
	switch w {
	case ContactInPerson:
		return "In person"
	case ContactPhone:
		return "Phone"
	case ContactVideo:
		return "Video"
	case ContactMessage:
		return "Message"
	case ContactVoicemail:
		return "Voicemail"
	}
	return ""
}
