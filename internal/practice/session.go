package practice

import (
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// SessionKind says what a meeting is for.
type SessionKind string

// The kinds. A check-in is a two-minute contact note; a talk session is
// psychotherapy without medicine.
const (
	Consultation SessionKind = "consultation"
	Preparation  SessionKind = "preparation"
	Dosing       SessionKind = "dosing"
	Integration  SessionKind = "integration"
	CheckIn      SessionKind = "check_in"
	Talk         SessionKind = "talk"
)

// SessionKinds lists the kinds in their usual order.
var SessionKinds = []SessionKind{Consultation, Preparation, Dosing, Integration, CheckIn, Talk}

// Label returns the kind as a heading prints it.
func (k SessionKind) Label() string {
	switch k {
	case Consultation:
		return "Consultation"
	case Preparation:
		return "Preparation"
	case Dosing:
		return "Dosing"
	case Integration:
		return "Integration"
	case CheckIn:
		return "Check-in"
	case Talk:
		return "Talk session"
	}
	return string(k)
}

// Place says where a session happens.
type Place string

// In the office, or with the client at home.
const (
	Office  Place = "office"
	Virtual Place = "virtual"
)

// ContactWay is how the client was reached.
type ContactWay string

// A voicemail is recorded and reaches nobody: it never meets a window.
const (
	ContactInPerson  ContactWay = "in_person"
	ContactPhone     ContactWay = "phone"
	ContactVideo     ContactWay = "video"
	ContactMessage   ContactWay = "message"
	ContactVoicemail ContactWay = "voicemail"
)

// ContactWays lists the ways in their usual order.
var ContactWays = []ContactWay{ContactPhone, ContactVideo, ContactInPerson, ContactMessage, ContactVoicemail}

// SessionState is derived from a session's times.
type SessionState string

// A planned session has no start; an open one no end.
const (
	Planned   SessionState = "planned"
	Open      SessionState = "open"
	Ended     SessionState = "ended"
	Cancelled SessionState = "cancelled"
)

// Participant is one client's part in a session. Doses, vital signs,
// observations and notes belong to a participant, never to the session alone,
// so that a couple's records stay apart.
type Participant struct {
	ID       string `json:"id"`
	ClientID string `json:"client_id"`
}

// Session is one meeting with one client or, for a couple, two. Times are
// instants; Zone is the IANA zone in which they are shown.
type Session struct {
	ID              string        `json:"id"`
	Kind            SessionKind   `json:"kind"`
	Participants    []Participant `json:"participants"`
	PlannedStart    Instant       `json:"planned_start"`
	PlannedEnd      Instant       `json:"planned_end"`
	ActualStart     Instant       `json:"actual_start"`
	ActualEnd       Instant       `json:"actual_end"`
	Zone            string        `json:"zone"`
	Place           Place         `json:"place"`
	DosingSessionID string        `json:"dosing_session_id"` // the dosing an integration or check-in follows
	Contact         ContactWay    `json:"contact"`           // how a check-in reached the client; empty for a session
	CancelledAt     Instant       `json:"cancelled_at"`
	CreatedAt       Instant       `json:"created_at"`
	UpdatedAt       Instant       `json:"updated_at"`
	Version         int           `json:"version"`
}

// State derives where the session stands.
func (s Session) State() SessionState {
	switch {
	case s.CancelledAt != "":
		return Cancelled
	case s.ActualEnd != "":
		return Ended
	case s.ActualStart != "":
		return Open
	}
	return Planned
}

// TookPlace tells a session that was held, or is being held, from one that was
// not, and from a voicemail, which reached nobody.
func (s Session) TookPlace() bool {
	state := s.State()
	return (state == Open || state == Ended) && s.Contact != ContactVoicemail
}

// Start returns the actual start, else the planned one.
func (s Session) Start() Instant {
	if s.ActualStart != "" {
		return s.ActualStart
	}
	return s.PlannedStart
}

// End returns the actual end, else the planned one.
func (s Session) End() Instant {
	if s.ActualEnd != "" {
		return s.ActualEnd
	}
	return s.PlannedEnd
}

// LengthText writes how long the session took or, before its end, is planned
// to take, "50 min"; empty where neither is known, and for a check-in that was
// held, whose end nobody is asked for.
func (s Session) LengthText() string {
	start, end := s.ActualStart, s.ActualEnd
	if end == "" {
		// What it began at and when it was to end make no length.
		start, end = s.PlannedStart, s.PlannedEnd
	}
	if start == "" || end == "" || s.Kind == CheckIn && s.ActualStart != "" {
		return ""
	}
	return LengthText(end.Sub(start))
}

// longestSession bounds a session: an intensive is several sessions.
const longestSession = 24 * time.Hour

// Validate refuses a session without kind, participant, zone or planned
// start, ends before their starts, one both begun and cancelled, more than two
// participants or the same client twice, and a link to a dosing session from
// any kind but an integration or a check-in.
func (s Session) Validate() error {
	var c fault.Check
	CheckID(&c, "id", s.ID)
	if !slices.Contains(SessionKinds, s.Kind) {
		c.Refuse("kind", "Choose what the session is for.")
	}
	if s.Place != Office && s.Place != Virtual {
		c.Refuse("place", "Choose office or virtual.")
	}
	checkZone(&c, "zone", s.Zone)
	if n := len(s.Participants); n < 1 || n > 2 {
		c.Refuse("participants", "A session has one client or, for a couple, two.")
	}
	seen := map[string]bool{}
	for _, p := range s.Participants {
		CheckID(&c, "participants", p.ID)
		CheckID(&c, "participants", p.ClientID)
		if seen[p.ClientID] {
			c.Refuse("participants", "The same client is named twice.")
		}
		seen[p.ClientID] = true
	}
	checkInstant(&c, "planned_start", s.PlannedStart, s.ActualStart == "")
	checkInstant(&c, "planned_end", s.PlannedEnd, false)
	checkInstant(&c, "actual_start", s.ActualStart, false)
	checkInstant(&c, "actual_end", s.ActualEnd, false)
	checkInstant(&c, "cancelled_at", s.CancelledAt, false)
	checkSpan(&c, "planned_end", s.PlannedStart, s.PlannedEnd)
	checkSpan(&c, "actual_end", s.ActualStart, s.ActualEnd)
	if s.ActualEnd != "" && s.ActualStart == "" {
		c.Refuse("actual_start", "A session that ended has a start.")
	}
	if s.CancelledAt != "" && s.ActualStart != "" {
		c.Refuse("cancelled_at", "A session that has begun is recorded, not cancelled.")
	}
	if s.Contact != "" && (s.Kind != CheckIn || !slices.Contains(ContactWays, s.Contact)) {
		c.Refuse("contact", "Choose how the client was reached.")
	}
	if s.DosingSessionID != "" {
		if s.Kind != Integration && s.Kind != CheckIn {
			c.Refuse("dosing_session_id", "Only an integration session or a check-in follows a dosing session.")
		}
		CheckID(&c, "dosing_session_id", s.DosingSessionID)
	}
	return c.Err()
}

func checkSpan(c *fault.Check, field string, from, to Instant) {
	if !from.valid() || !to.valid() {
		return
	}
	if d := to.Sub(from); d < 0 {
		c.Refuse(field, "The end lies before the start.")
	} else if d > longestSession {
		c.Refuse(field, "A session lasts at most 24 hours. Record a longer one in parts.")
	}
}

// Begin starts a planned session. It refuses one that was cancelled or begun.
func (s *Session) Begin(now Instant) error {
	switch s.State() {
	case Cancelled:
		return fault.New(fault.Blocked, "This session was cancelled. Plan it again to begin it.")
	case Open, Ended:
		return fault.New(fault.Conflict, "This session has already begun. Nothing was changed.")
	case Planned:
	}
	s.ActualStart = now
	return nil
}

// Happened records a planned dosing session that could not begin and took
// place all the same: it has ended at once, and the reason is kept as its
// deviation. It refuses a missing reason and what has not ended yet.
func (s *Session) Happened(start, end Instant, reason string, now Instant) error {
	if s.State() != Planned || s.Kind != Dosing {
		return fault.New(fault.Conflict, "Only a planned dosing session is recorded as it happened. Nothing was changed.")
	}
	var c fault.Check
	if strings.TrimSpace(reason) == "" {
		c.Refuse("reason", "Say why it took place though it could not begin here.")
	}
	checkText(&c, "reason", reason)
	checkInstant(&c, "actual_start", start, true)
	checkInstant(&c, "actual_end", end, true)
	if err := c.Err(); err != nil {
		return err
	}
	happened := *s
	happened.ActualStart, happened.ActualEnd = start, end
	if err := happened.Correct(start, end, now); err != nil {
		return err
	}
	*s = happened
	return nil
}

// Finish ends an open session now. It refuses one that is not open, or was
// left open for longer than a session lasts.
func (s *Session) Finish(now Instant) error {
	if s.State() != Open {
		return fault.New(fault.Conflict, "This session is not open, so it cannot be ended. Nothing was changed.")
	}
	if now.Sub(s.ActualStart) < 0 {
		return fault.New(fault.Blocked, "The computer's clock says the session ends before it began. Set the clock, then end it; everything recorded is safe.")
	}
	if now.Sub(s.ActualStart) > longestSession {
		return fault.New(fault.Blocked, "This session has been open for more than 24 hours. Change its times to when it really ended; everything recorded is safe.")
	}
	s.ActualEnd = now
	return nil
}

// Correct sets when an open or ended session really began and ended; an empty
// end leaves it open. It refuses a time in the future and an end before the
// start.
func (s *Session) Correct(start, end, now Instant) error {
	if state := s.State(); state != Open && state != Ended {
		return fault.New(fault.Conflict, "Only a session that has begun has times to correct. Nothing was changed.")
	}
	var c fault.Check
	checkInstant(&c, "actual_start", start, true)
	checkInstant(&c, "actual_end", end, s.ActualEnd != "")
	if start > now {
		c.Refuse("actual_start", "This time lies in the future.")
	}
	if end > now {
		c.Refuse("actual_end", "This time lies in the future.")
	}
	checkSpan(&c, "actual_end", start, end)
	if err := c.Err(); err != nil {
		return err
	}
	s.ActualStart, s.ActualEnd = start, end
	return nil
}

// Cancel calls a planned session off. What has begun is recorded, not cancelled.
func (s *Session) Cancel(now Instant) error {
	if s.State() != Planned {
		return fault.New(fault.Conflict, "Only a planned session can be cancelled. Nothing was changed.")
	}
	s.CancelledAt = now
	return nil
}

// TakesEntries refuses entries in a session that has not begun or was
// cancelled. One that ended still takes late entries until its note is signed.
func (s Session) TakesEntries() error {
	switch s.State() {
	case Planned:
		return fault.New(fault.Blocked, "This session has not begun. Begin it first; what you typed is kept.")
	case Cancelled:
		return fault.New(fault.Blocked, "This session was cancelled and takes no entries. What you typed is kept.")
	case Open, Ended:
	}
	return nil
}
