package app

import (
	"cmp"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Readiness is bound: what stands in the way of a dosing session, how it was
// lifted, and what went wrong.
type Readiness struct{ *core }

// Get returns the readiness of each client of a dosing session: as it stands,
// or as it stood when the session began. It is empty for other sessions.
func (r *Readiness) Get(sessionID string) ([]practice.Readiness, error) {
	return view(r.core, func(tx *store.Tx) ([]practice.Readiness, error) { return readinessOfSession(tx, sessionID) })
}

// Lift records how something that blocks was lifted: by a typed reason or, as
// what blocks demands, by a decision of the prescriber.
func (r *Readiness) Lift(sessionID string, lift practice.Lift) ([]practice.Readiness, error) {
	return update(r.core, func(tx *store.Tx) ([]practice.Readiness, error) {
		s, err := tx.Session(sessionID)
		if err != nil {
			return nil, err
		}
		if s.Kind != practice.Dosing || s.State() != practice.Planned {
			return nil, fault.New(fault.Conflict, "Only what stands in the way of a planned dosing session is lifted. Nothing was recorded.")
		}
		p := practice.Participant{ID: lift.ParticipantID, ClientID: clientOf(s, lift.ParticipantID)}
		if p.ClientID == "" {
			return nil, fault.New(fault.NotFound, "This client is not in this session. Nothing was recorded.")
		}
		lifts, err := tx.Lifts(p.ID)
		if err != nil {
			return nil, err
		}
		if !repeated(lifts, lift) {
			standing, err := readinessOf(tx, s, p, false)
			if err != nil {
				return nil, err
			}
			if err := lift.Validate(standing, tx.Now()); err != nil {
				return nil, err
			}
			if err := tx.AddLift(lift); err != nil {
				return nil, err
			}
		}
		return readinessOfSession(tx, sessionID)
	})
}

// repeated tells a lift that was sent twice.
func repeated(lifts []practice.Lift, lift practice.Lift) bool {
	for _, l := range lifts {
		if l.ID == lift.ID && l.CheckKey == lift.CheckKey && l.Kind == lift.Kind {
			return true
		}
	}
	return false
}

// readinessOf computes how ready a participant of a planned dosing session is
// now; beginning, as if the session began this moment.
func readinessOf(tx *store.Tx, s practice.Session, p practice.Participant, beginning bool) (practice.Readiness, error) {
	today, err := todayOf(tx)
	if err != nil {
		return practice.Readiness{}, err
	}
	in, err := tx.Readying(s, p, today)
	in.Beginning = beginning
	return practice.Ready(in), err
}

func readinessOfSession(tx *store.Tx, sessionID string) ([]practice.Readiness, error) {
	s, err := tx.Session(sessionID)
	if err != nil {
		return nil, err
	}
	list := []practice.Readiness{}
	for _, p := range s.Participants {
		start, err := startOf(tx, s, p.ID)
		if err != nil {
			return nil, err
		}
		readiness, err := readinessNowOrThen(tx, s, p, start)
		if err != nil {
			return nil, err
		}
		if readiness != nil {
			list = append(list, *readiness)
		}
	}
	return list, nil
}

// startOf returns what stood when a participant's dosing session began; nil
// for any other session, and for one that began before the records kept it.
func startOf(tx *store.Tx, s practice.Session, participantID string) (*practice.Start, error) {
	if s.Kind != practice.Dosing || s.ActualStart == "" {
		return nil, nil
	}
	start, found, err := tx.Start(participantID)
	if !found || err != nil {
		return nil, err
	}
	return &start, nil
}

// readinessNowOrThen returns how ready a participant is for a planned dosing
// session, or was for one that began; nil for any other session, and for one
// whose start the records do not have.
func readinessNowOrThen(tx *store.Tx, s practice.Session, p practice.Participant, start *practice.Start) (*practice.Readiness, error) {
	if start != nil {
		return &start.Readiness, nil
	}
	if s.Kind != practice.Dosing || s.State() != practice.Planned {
		return nil, nil
	}
	readiness, err := readinessOf(tx, s, p, false)
	return &readiness, err
}

// liftedAtStart returns what a dosing session began past: what was lifted, or
// stood in the way of one recorded as it happened.
func liftedAtStart(start *practice.Start) []practice.Check {
	checks := []practice.Check{}
	if start == nil {
		return checks
	}
	for _, c := range start.Readiness.Checks {
		if c.State == practice.CheckLifted || c.State == practice.CheckBlocks {
			checks = append(checks, c)
		}
	}
	return checks
}

// waysOf says what stands in the way of a planned dosing session, one line for
// each client who is not ready, and what was lifted for those who are.
func waysOf(tx *store.Tx, s practice.Session) (ways, lifted []string, err error) {
	ways, lifted = []string{}, []string{}
	for _, p := range s.Participants {
		readiness, err := readinessOf(tx, s, p, false)
		if err != nil {
			return nil, nil, err
		}
		if !readiness.Blocked && len(readiness.Words(practice.CheckLifted)) == 0 {
			continue
		}
		line := readiness.Summary
		if len(s.Participants) > 1 {
			client, err := tx.Client(p.ClientID)
			if err != nil {
				return nil, nil, err
			}
			line = client.Name() + ": " + lowerFirst(line)
		}
		if readiness.Blocked {
			ways = append(ways, line)
		} else {
			lifted = append(lifted, line)
		}
	}
	return ways, lifted, nil
}

// addBaseline writes the baseline of the day as the first reading of the log,
// with the time it was taken.
func addBaseline(tx *store.Tx, s practice.Session, start practice.Start) error {
	b := start.Day.Baseline
	if !b.Taken() {
		return nil
	}
	v := b.Vitals(start.ParticipantID)
	v.Entry.ID = practice.NewID()
	if err := v.Validate(s, tx.Now()); err != nil {
		why := cmp.Or(b.Wrong(), "The time it was taken does not fit this session.")
		return fault.New(fault.Invalid, "The baseline vital signs cannot be kept as they are. "+why+" Nothing was changed. Complete or clear them in Prepare room.")
	}
	return tx.AddVitalSigns(v)
}

// addStarts keeps what stands as a dosing session begins, for each client. It
// refuses while anything blocks; a deviation says why a session is recorded
// though it could not begin, and is then held against the day it took place.
func addStarts(tx *store.Tx, s practice.Session, today practice.Date, deviation string) error {
	var ways []string
	for _, p := range s.Participants {
		in, err := tx.Readying(s, p, today)
		if err != nil {
			return err
		}
		in.Beginning = true
		start := practice.StartOf(in, deviation)
		if start.Readiness.Blocked && deviation == "" {
			ways = append(ways, start.Readiness.Words(practice.CheckBlocks)...)
			continue
		}
		if err := tx.AddStart(start); err != nil {
			return err
		}
		if err := addBaseline(tx, s, start); err != nil {
			return err
		}
	}
	if len(ways) == 0 {
		return nil
	}
	text := "This session cannot begin yet. " + practice.InTheWay(ways) + " Nothing was changed. Open Prepare room to see all of it."
	if planned := practice.Date(s.PlannedStart.In(s.Zone).Format("2006-01-02")); planned > today {
		text += " It is planned for a later day: if it begins today, change its time first."
	}
	return fault.New(fault.Blocked, text)
}
