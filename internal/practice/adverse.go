package practice

import (
	"strings"

	"snowfield/internal/fault"
)

// AdverseEvent is harm, or what could have become harm, around a dose. A
// serious one (emergency level, rescue medicine, transfer) suspends the
// clearance until it is renewed; lesser ones do not, so that recording them
// costs nothing.
type AdverseEvent struct {
	ID            string  `json:"id"`
	ParticipantID string  `json:"participant_id"`
	At            Instant `json:"at"`
	What          string  `json:"what"`
	Action        string  `json:"action"`
	Called        string  `json:"called"` // who was called, and when
	Outcome       string  `json:"outcome"`
	Serious       bool    `json:"serious"`
	CreatedAt     Instant `json:"created_at"`
}

// Normalize trims what a person types around the words.
func (e *AdverseEvent) Normalize() {
	for _, s := range []*string{&e.What, &e.Action, &e.Called, &e.Outcome} {
		*s = strings.TrimSpace(*s)
	}
}

// LateText says when the event was recorded, where that was not on its day:
// "Recorded on 14 March 2026".
func (e AdverseEvent) LateText(zone string) string {
	at, recorded := e.At.In(zone), e.CreatedAt.In(zone)
	if daysApart(at, recorded) == 0 {
		return ""
	}
	return "Recorded on " + LongDateText(recorded)
}

// Validate refuses an event without words, in the future, or in a session
// that has not begun.
func (e AdverseEvent) Validate(s Session, now Instant) error {
	if err := s.TakesEntries(); err != nil {
		return err
	}
	var c fault.Check
	CheckID(&c, "id", e.ID)
	CheckID(&c, "participant_id", e.ParticipantID)
	checkInstant(&c, "at", e.At, true)
	if e.At > now {
		c.Refuse("at", "This time lies in the future.")
	}
	if s.Kind != Dosing {
		c.Refuse("at", "Adverse events are recorded in a dosing session.")
	}
	if strings.TrimSpace(e.What) == "" {
		c.Refuse("what", "Say what happened.")
	}
	checkText(&c, "what", e.What)
	checkText(&c, "action", e.Action)
	checkText(&c, "called", e.Called)
	checkText(&c, "outcome", e.Outcome)
	return c.Err()
}
