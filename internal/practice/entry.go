package practice

import (
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// Entry is what every line of a session's log has: whose it is, when it
// happened, when it was written, and whether it was struck through. Nothing
// is erased silently: a wrong entry is struck with the time and a reason, and
// a correction names the entry it replaces.
type Entry struct {
	ID            string  `json:"id"`
	ParticipantID string  `json:"participant_id"`
	At            Instant `json:"at"`
	RecordedAt    Instant `json:"recorded_at"`
	StruckAt      Instant `json:"struck_at"`
	StruckReason  string  `json:"struck_reason"`
	CorrectsID    string  `json:"corrects_id"`
}

// Stands reports whether the entry counts: it was not struck through.
func (e Entry) Stands() bool { return e.StruckAt == "" }

// UndoWindow is how long an entry can be taken back as if never written;
// afterwards it is struck through.
const UndoWindow = 10 * time.Second

// undoGrace allows for the way of the key press to the store.
const undoGrace = 2 * time.Second

// CanUndo reports whether the entry is young enough to be taken back.
func (e Entry) CanUndo(now Instant) bool {
	d := now.Sub(e.RecordedAt)
	return d >= 0 && d <= UndoWindow+undoGrace
}

// LateAfter is the time between happening and writing from which an entry is
// marked late, with both times.
const LateAfter = 15 * time.Minute

// Late reports whether the entry was written well after it happened.
func (e Entry) Late() bool { return e.RecordedAt.Sub(e.At) > LateAfter }

// LateText says when a late entry was written, "Written at 15:40", with the day
// when it is another; empty when it was written as it happened.
func (e Entry) LateText(zone string) string {
	if !e.Late() {
		return ""
	}
	at, written := e.At.In(zone), e.RecordedAt.In(zone)
	if daysApart(at, written) == 0 {
		return "Written at " + ClockText(written)
	}
	return "Written on " + LongDateText(written) + " at " + ClockText(written)
}

// Strike strikes the entry through. A reason is required.
func (e *Entry) Strike(now Instant, reason string) error {
	if !e.Stands() {
		return fault.New(fault.Conflict, "This entry is already struck through.")
	}
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return &fault.Error{
			Code: fault.Invalid, Message: "Say why the entry is struck through.",
			Fields: map[string]string{"reason": "A few words are enough."},
		}
	}
	e.StruckAt, e.StruckReason = now, reason
	return nil
}

// check refuses an entry without owner or time, one in the future, and one
// more than 12 hours before the session's start or 36 hours after it. An entry
// may lie before the start (a baseline reading in the waiting room) and after
// the end (a late note). A minute of the future allows for a clock that steps.
//
// When now lies before the session began, the clock was set back since, or was
// wrong then. Then nothing can be called the future, and what would be refused
// for lying too far from the session is refused with that reason.
func (e Entry) check(c *fault.Check, s Session, now Instant) {
	CheckID(c, "id", e.ID)
	if !slices.ContainsFunc(s.Participants, func(p Participant) bool { return p.ID == e.ParticipantID }) {
		c.Refuse("participant_id", "This entry belongs to nobody in the session.")
	}
	checkInstant(c, "at", e.At, true)
	if !e.At.valid() {
		return
	}
	wrongClock := now < s.ActualStart
	if e.At.Sub(now) > time.Minute && !wrongClock {
		c.Refuse("at", "This time lies in the future.")
	}
	if start := s.Start(); start != "" && (start.Sub(e.At) > 12*time.Hour || e.At.Sub(start) > 36*time.Hour) {
		if wrongClock {
			c.Refuse("at", "By the computer's clock the session has not begun yet, and this time lies too far from it. Set the clock, or correct when the session began.")
		}
		c.Refuse("at", "This time lies too far from the session.")
	}
}
