package practice

import (
	"strings"

	"snowfield/internal/fault"
)

// Move is an entry's way from the chart it was written in by mistake to the
// one it belongs to. It is kept beside both and names what neither chart says:
// the other one.
type Move struct {
	ID      string  `json:"id"`
	EntryID string  `json:"entry_id"`
	From    string  `json:"from"` // participant
	To      string  `json:"to"`   // participant
	Reason  string  `json:"reason"`
	At      Instant `json:"at"`
}

// Normalize trims the reason.
func (m *Move) Normalize() { m.Reason = strings.TrimSpace(m.Reason) }

// MovedText says when an entry came to the chart it is in.
func MovedText(at Instant, zone string) string {
	return "Moved here on " + LongDateText(at.In(zone)) + " at " + ClockText(at.In(zone))
}

// Validate refuses a move without a reason, and one to a session that has not
// begun, holds no dosing, or lies too far from any of the entries: the entry
// with all that correct it. What is moved has happened already, so no order
// and no limit stands in its way.
func (m Move) Validate(chain []Entry, target Session, now Instant) error {
	if err := target.TakesEntries(); err != nil {
		return err
	}
	if !TakesMoved(target, chain, m.To, now) {
		return fault.New(fault.Blocked, "This entry does not fit into that session: its time lies too far from it. Nothing was moved.")
	}
	var c fault.Check
	if m.Reason == "" {
		c.Refuse("reason", "Say how it came to be here.")
	}
	checkText(&c, "reason", m.Reason)
	if m.From == m.To {
		c.Refuse("to", "It is in this chart already.")
	}
	return c.Err()
}

// TakesMoved reports whether entries of another participant could be a
// participant's of this session: it has begun, and took place around their
// times.
func TakesMoved(target Session, entries []Entry, to string, now Instant) bool {
	if target.TakesEntries() != nil {
		return false
	}
	for _, e := range entries {
		var c fault.Check
		e.ParticipantID = to
		if e.check(&c, target, now); c.Err() != nil {
			return false
		}
	}
	return true
}
