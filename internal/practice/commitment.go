package practice

import (
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// CommitmentState is whether a commitment still stands.
type CommitmentState string

// An open commitment is carried into the next note until it is kept or let go.
const (
	CommitmentOpen  CommitmentState = "open"
	CommitmentKept  CommitmentState = "kept"
	CommitmentLetGo CommitmentState = "let_go"
)

// Commitment is a practice or a step a client takes on: "Ten minutes of
// writing in the morning", with the day it is for.
type Commitment struct {
	ID            string          `json:"id"`
	ClientID      string          `json:"client_id"`
	ParticipantID string          `json:"participant_id"` // of the session it was made in
	Text          string          `json:"text"`
	DueOn         Date            `json:"due_on"` // empty: no day
	State         CommitmentState `json:"state"`
	SettledAt     Instant         `json:"settled_at"` // kept or let go
	SettledIn     string          `json:"settled_in"` // participant of the session in which it was
	CreatedAt     Instant         `json:"created_at"`
	UpdatedAt     Instant         `json:"updated_at"`
	Version       int             `json:"version"`
}

// Normalize trims the words and begins in the open state.
func (m *Commitment) Normalize() {
	m.Text = strings.TrimSpace(m.Text)
	if m.State == "" {
		m.State = CommitmentOpen
	}
}

// Validate refuses a commitment without words and a state there is none of.
func (m Commitment) Validate() error {
	var c fault.Check
	CheckID(&c, "id", m.ID)
	CheckID(&c, "client_id", m.ClientID)
	CheckID(&c, "participant_id", m.ParticipantID)
	if m.Text == "" {
		c.Refuse("text", "Write what was agreed.")
	}
	checkLine(&c, "text", m.Text)
	checkDate(&c, "due_on", m.DueOn, false)
	if !slices.Contains([]CommitmentState{CommitmentOpen, CommitmentKept, CommitmentLetGo}, m.State) {
		c.Refuse("state", "Choose open, kept or let go.")
	}
	return c.Err()
}

// Label returns the state in words.
func (s CommitmentState) Label() string {
	switch s {
	case CommitmentOpen:
		return "Open"
	case CommitmentKept:
		return "Kept"
	case CommitmentLetGo:
		return "Let go"
	}
	return ""
}

// DueText says for which day it is: "due tomorrow", "was due on Tuesday";
// empty without a day or once it is settled. now is wall clock of the
// practice's zone.
func (m Commitment) DueText(now time.Time) string {
	day, ok := m.DueOn.Day()
	if !ok || m.State != CommitmentOpen {
		return ""
	}
	due := time.Date(day.Year(), day.Month(), day.Day(), 12, 0, 0, 0, now.Location())
	text := NearDayText(due, now)
	if text != "today" && text != "yesterday" && text != "tomorrow" {
		text = "on " + text
	}
	if daysApart(due, now) > 0 {
		return "was due " + text
	}
	return "due " + text
}

// Settle keeps, lets go or opens a commitment again, in a session.
func (m *Commitment) Settle(state CommitmentState, participantID string, now Instant) {
	m.State, m.SettledAt, m.SettledIn = state, now, participantID
	if state == CommitmentOpen {
		m.SettledAt, m.SettledIn = "", ""
	}
}
