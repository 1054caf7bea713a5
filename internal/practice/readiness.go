package practice

import (
	"strings"
	"time"

	"snowfield/internal/fault"
)

// CheckState is what one check of the readiness says.
type CheckState string

// A check blocks the start, warns, was lifted, waits for the day of the
// session, or is fine.
const (
	CheckBlocks CheckState = "blocks"
	CheckWarns  CheckState = "warns"
	CheckLifted CheckState = "lifted"
	CheckLater  CheckState = "later"
	CheckFine   CheckState = "fine"
)

// LiftKind is how what blocks can be lifted.
type LiftKind string

// Absolute flags and a missing clearance are lifted only by a recorded
// decision of the prescriber; everything else by a typed reason.
const (
	LiftNone     LiftKind = ""
	LiftDecision LiftKind = "decision"
	LiftReason   LiftKind = "reason"
)

// Check is one line of the readiness. Its key names what is checked, so that
// a lift belongs to exactly this: "consent_missing:kap",
// "flag:psychosis@2026-03-12T13:04:00.000Z".
type Check struct {
	Key    string     `json:"key"`
	Topic  string     `json:"topic"` // screening, clearance, consent, preparation, measures, day, virtual: where it is put right; or earlier
	State  CheckState `json:"state"`
	Text   string     `json:"text"`           // "The clearance expired on 2 March."
	LiftBy LiftKind   `json:"lift_by"`        // of what blocks
	Lift   *Lift      `json:"lift"`           // of what was lifted
	Form   string     `json:"form,omitempty"` // id of the form it is put right in; most checks have none
}

// Readiness says for one client and one dosing session what blocks, what
// warns and what was lifted. It is computed in one place, so that Today, the
// chart, the session and the documents give the same answer.
type Readiness struct {
	ParticipantID string  `json:"participant_id"`
	ClientID      string  `json:"client_id"`
	Checks        []Check `json:"checks"` // what blocks first, then what warns, was lifted, waits, is fine
	Blocked       bool    `json:"blocked"`
	Summary       string  `json:"summary"` // "Ready", "Two things stand in the way: ..."
}

// ReadinessInput is all that readiness is computed from.
type ReadinessInput struct {
	Client      Client
	Session     Session
	Participant Participant
	Screenings  []Screening     // newest first
	Items       []ScreeningItem // as the practice has them now
	Resolutions []Resolution
	Clearances  []Cleared // as Standing returns them today, newest first
	Consents    []Consent
	Preparation *PreparationForm // nil when none was begun
	Day         *DayCheck        // nil when nothing was asked today
	Lifts       []Lift           // of this participant
	Events      []AdverseEvent
	Risks       []RiskLine // that wait for a review
	Measures    MeasuresInput
	Settings    Settings
	Zone        string // the practice's: in it a day begins and ends
	Today       Date
	Beginning   bool // the session is to begin now, so today is its day
}

// Lift is how something that blocks was lifted for one participant of one
// session: a typed reason, or a decision of the prescriber. It never changes.
type Lift struct {
	ID             string   `json:"id"`
	ParticipantID  string   `json:"participant_id"`
	CheckKey       string   `json:"check_key"`
	CheckText      string   `json:"check_text"` // what stood in the way, in words
	Kind           LiftKind `json:"kind"`
	Reason         string   `json:"reason"`          // of a typed reason
	PrescriberName string   `json:"prescriber_name"` // of a decision: who
	DecidedAt      Instant  `json:"decided_at"`      // when it was given
	Said           string   `json:"said"`            // what was said
	ReadBack       bool     `json:"read_back"`       // it was read back to the prescriber
	CreatedAt      Instant  `json:"created_at"`
}

// decisionAge is how old a decision about a session can be. It is given for
// what stands in the way now; an older one is a slip of the date, or stale.
const decisionAge = 30 * 24 * time.Hour

// Validate refuses a lift of what does not block, one of the wrong kind, and
// one with a part missing.
func (l *Lift) Validate(r Readiness, now Instant) error {
	l.Reason, l.PrescriberName, l.Said = strings.TrimSpace(l.Reason), strings.TrimSpace(l.PrescriberName), strings.TrimSpace(l.Said)
	var check *Check
	for i := range r.Checks {
		if r.Checks[i].Key == l.CheckKey && r.Checks[i].State == CheckBlocks {
			check = &r.Checks[i]
		}
	}
	if check == nil {
		return fault.New(fault.Conflict, "This does not stand in the way any more. Nothing was recorded; look at the list again.")
	}
	var c fault.Check
	CheckID(&c, "id", l.ID)
	if l.ParticipantID != r.ParticipantID {
		c.Refuse("participant_id", "This belongs to another client.")
	}
	l.CheckText = check.Text
	switch {
	case l.Kind != LiftDecision && l.Kind != LiftReason:
		c.Refuse("kind", "Choose a reason or a decision of the prescriber.")
	case check.LiftBy == LiftDecision && l.Kind != LiftDecision:
		c.Refuse("kind", "Only a decision of the prescriber lifts this.")
	case l.Kind == LiftReason && l.Reason == "":
		c.Refuse("reason", "Say why the session begins all the same.")
	}
	checkText(&c, "reason", l.Reason)
	if l.Kind == LiftDecision {
		if l.PrescriberName == "" {
			c.Refuse("prescriber_name", "Give the prescriber's name.")
		}
		checkLine(&c, "prescriber_name", l.PrescriberName)
		checkInstant(&c, "decided_at", l.DecidedAt, true)
		switch {
		case l.DecidedAt > now:
			c.Refuse("decided_at", "This time lies in the future.")
		case l.DecidedAt != "" && l.DecidedAt < now.Add(-decisionAge):
			c.Refuse("decided_at", "This decision is more than 30 days old. Check the date, or ask the prescriber again.")
		}
		if l.Said == "" {
			c.Refuse("said", "Write what the prescriber said.")
		}
		checkText(&c, "said", l.Said)
		if !l.ReadBack {
			c.Refuse("read_back", "Read it back to the prescriber, then tick this.")
		}
	}
	return c.Err()
}

// Start is what stood when a participant's dosing session began. It never
// changes: later views and documents show it as it was.
type Start struct {
	ParticipantID string          `json:"participant_id"`
	At            Instant         `json:"at"`           // when it was recorded: the beginning, but for a deviation
	ClearanceID   string          `json:"clearance_id"` // in force then; empty when begun by a decision
	Readiness     Readiness       `json:"readiness"`
	Preparation   PreparationForm `json:"preparation"`
	Day           DayCheck        `json:"day"`
	Deviation     string          `json:"deviation"` // why it is recorded though it could not begin; empty for a regular start
}
