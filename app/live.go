package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Live is bound: the session that runs.
type Live struct{ *core }

// LiveView is a running dosing session as its screen shows it.
type LiveView struct {
	SessionID string                `json:"session_id"`
	Title     string                `json:"title"` // "Dosing 4 of 6"
	State     practice.SessionState `json:"state"`
	Zone      string                `json:"zone"`
	Place     practice.Place        `json:"place"`
	StartedAt practice.Instant      `json:"started_at"`
	Now       practice.Instant      `json:"now"` // by the session's own clock
	Parts     []LivePart            `json:"parts"`
	MarkSets  []practice.MarkSet    `json:"mark_sets"` // without touch where it was not agreed
}

// LivePart is one client's part of a running session.
type LivePart struct {
	ParticipantID string    `json:"participant_id"`
	ClientID      string    `json:"client_id"`
	Name          string    `json:"name"`
	Initials      string    `json:"initials"` // in place of the name while names are hidden
	Log           []LogLine `json:"log"`
	LeftOut       []string  `json:"left_out"` // words that are not offered: touch that was not agreed
	State         LiveState `json:"state"`
}

// LiveState is what follows from a participant's log. It is told anew with
// every change of it.
type LiveState struct {
	Totals    practice.DoseTotals `json:"totals"`
	NotGiven  string              `json:"not_given"` // why the dose was not given; empty while that is open
	Phases    []practice.PhaseRow `json:"phases"`
	Latest    *LogLine            `json:"latest"`   // the latest reading that stands
	Baseline  string              `json:"baseline"` // "124/80"; empty before the first reading
	Check     *practice.NextCheck `json:"check"`
	Hold      *practice.Hold      `json:"hold"`
	OrderText string              `json:"order_text"` // what the order still allows, in words; empty without an order
	Order     *DoseOrder          `json:"order"`
	Lost      *practice.LostPlan  `json:"lost"`
}

// LogChange is what an act changed in a log: what the page has to show anew
// without asking for the rest.
type LogChange struct {
	ParticipantID string    `json:"participant_id"`
	Lines         []LogLine `json:"lines"` // written or changed
	Gone          []string  `json:"gone"`  // ids of entries that are no longer there
	Whole         bool      `json:"whole"` // Lines is the whole log: the minutes since the dose have changed
	State         LiveState `json:"state"`
}

// RunningSession is a dosing session that runs, as other screens name it.
type RunningSession struct {
	SessionID string           `json:"session_id"`
	Names     string           `json:"names"` // initials while names are hidden
	StartedAt practice.Instant `json:"started_at"`
	FirstDose practice.Instant `json:"first_dose"` // empty before it
	Now       practice.Instant `json:"now"`
}

// Running returns the dosing sessions that run, the one begun last first.
func (l *Live) Running() ([]RunningSession, error) {
	return view(l.core, func(*store.Tx) ([]RunningSession, error) { return []RunningSession{}, nil })
}

// Get returns a running session whole.
func (l *Live) Get(sessionID string) (LiveView, error) {
	return view(l.core, func(tx *store.Tx) (LiveView, error) {
		s, err := tx.Session(sessionID)
		if err != nil {
			return LiveView{}, err
		}
		return LiveView{SessionID: s.ID, State: s.State(), Zone: s.Zone, Place: s.Place, StartedAt: s.ActualStart, Now: tx.Now(), Parts: []LivePart{}, MarkSets: []practice.MarkSet{}}, nil
	})
}
