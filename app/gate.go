package app

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// gated puts the gate that is not passed yet before a step that leads to a
// dosing session. A session of today keeps its place: its own room says what
// stands in the way.
func gated(tx *store.Tx, client practice.Client, next NextStep, sessions []practice.Session, zone string) (NextStep, error) {
	kind, dosing := next.Kind, practice.Session{Kind: practice.Dosing, PlannedStart: tx.Now(), Zone: zone, Place: practice.Office}
	part := practice.Participant{ClientID: client.ID}
	today := practice.Date(tx.Now().In(zone).Format(time.DateOnly))
	for _, s := range sessions {
		if s.ID != next.SessionID {
			continue
		}
		if s.State() != practice.Planned || practice.Date(s.Start().In(zone).Format(time.DateOnly)) <= today {
			return next, nil
		}
		kind = s.Kind
		if kind == practice.Dosing {
			dosing, part = s, participantOf(s, client.ID)
		}
	}
	leads := kind == practice.Dosing || kind == practice.Preparation || kind == "" && next.Act == "plan_session"
	if !leads || client.Stage == practice.StageClosed {
		return next, nil
	}
	in, err := tx.Readying(dosing, part, today)
	if err != nil {
		return next, err
	}
	gate, standing := practice.NextGate(in)
	// What a preparation session is for is not asked for before it.
	if !standing || kind == practice.Preparation && gate.Part == "preparation" {
		return next, nil
	}
	return NextStep{Act: "open_part", Label: gate.Label, Part: gate.Part}, nil
}
