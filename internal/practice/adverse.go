package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// AdverseEvent is harm, or what could have become harm, around a dose. A
// serious one (emergency level, rescue medicine, transfer) suspends the
// clearance until it is renewed; lesser ones do not, so that recording them
// costs nothing.
type AdverseEvent struct {
	ID            string            `json:"id"`
	ParticipantID string            `json:"participant_id"`
	At            Instant           `json:"at"`
	What          string            `json:"what"`
	Action        string            `json:"action"`
	Called        string            `json:"called"`  // who was called, and when
	Grade         AdverseGrade      `json:"grade"`   // empty: not graded
	Ending        AdverseEnding     `json:"ending"`  // empty: not known yet
	Outcome       string            `json:"outcome"` // how it ended, in words
	Serious       bool              `json:"serious"`
	CreatedAt     Instant           `json:"created_at"`
	Additions     []AdverseAddition `json:"additions"` // what became known later, in time order
}

// AdverseGrade is how severe an event was, apart from its being serious.
type AdverseGrade string

// AdverseGrades lists the grades, mildest first.
var AdverseGrades = []AdverseGrade{"mild", "moderate", "severe"}

// AdverseEnding is how an event ended, by kind.
type AdverseEnding string

// AdverseEndings lists the kinds of ending.
var AdverseEndings = []AdverseEnding{"resolved", "ongoing", "transferred", "left_against_advice", "other"}

// AdverseAddition is what became known of an event after it was recorded. The
// event itself never changes.
type AdverseAddition struct {
	ID        string  `json:"id"`
	EventID   string  `json:"event_id"`
	Text      string  `json:"text"`
	CreatedAt Instant `json:"created_at"`
}

// Normalize trims what a person types around the words.
func (a *AdverseAddition) Normalize() { a.Text = strings.TrimSpace(a.Text) }

// Validate refuses an addition without words.
func (a AdverseAddition) Validate() error {
	var c fault.Check
	CheckID(&c, "id", a.ID)
	CheckID(&c, "event_id", a.EventID)
	if strings.TrimSpace(a.Text) == "" {
		c.Refuse("text", "Say what became known.")
	}
	checkText(&c, "text", a.Text)
	return c.Err()
}

// Title names the event in one line: "Serious adverse event, severe".
func (e AdverseEvent) Title() string {
	title := "Adverse event"
	if e.Serious {
		title = "Serious adverse event"
	}
	if e.Grade != "" {
		title += ", " + string(e.Grade)
	}
	return title
}

// EventsText names a session's adverse events in a few words, the serious one
// first: "Serious adverse event", "Two adverse events". Empty for none.
func EventsText(events []AdverseEvent) (text string, serious bool) {
	switch i := slices.IndexFunc(events, func(e AdverseEvent) bool { return e.Serious }); {
	case len(events) == 0:
		return "", false
	case i >= 0:
		return "Serious adverse event", true
	case len(events) == 1:
		return "Adverse event", false
	}
	return CountText(len(events), "", "adverse events"), false
}

// OutcomeText says how the event ended, by kind and in words: "Transferred.
// Home the same evening". Empty when neither is known.
func (e AdverseEvent) OutcomeText() string {
	kind := strings.ReplaceAll(string(e.Ending), "_", " ")
	if kind == "" || kind == "other" && e.Outcome != "" {
		return e.Outcome
	}
	kind = upperFirst(kind)
	if e.Outcome == "" {
		return kind
	}
	return kind + ". " + e.Outcome
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
	if e.Grade != "" && !slices.Contains(AdverseGrades, e.Grade) {
		c.Refuse("grade", "Choose the grade.")
	}
	if e.Ending != "" && !slices.Contains(AdverseEndings, e.Ending) {
		c.Refuse("ending", "Choose how it ended.")
	}
	checkText(&c, "outcome", e.Outcome)
	return c.Err()
}
