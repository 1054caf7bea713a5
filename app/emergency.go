package app

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// EmergencyCard returns the card of one participant as it stands now, also
// while the screen is covered.
func (p *Preparations) EmergencyCard(sessionID, participantID string) (practice.EmergencyCard, error) {
	return reachable(p.core, viewing(p.core, func(tx *store.Tx) (practice.EmergencyCard, error) {
		in, err := emergencyInput(tx, sessionID, participantID)
		return practice.CardOf(in), err
	}))
}

// cardAtHand reports whether a session shows its card: the client may still be
// in the room on the day it ended.
func cardAtHand(tx *store.Tx, s practice.Session) (bool, error) {
	if s.Kind != practice.Dosing || s.State() != practice.Ended {
		return s.Kind == practice.Dosing && s.State() == practice.Open, nil
	}
	letterhead, err := tx.Practice()
	if err != nil {
		return false, err
	}
	today, err := todayOf(tx)
	return practice.Date(s.ActualEnd.In(letterhead.Zone).Format(time.DateOnly)) == today, err
}

// emergencyInput gathers what the card of one participant is made of.
func emergencyInput(tx *store.Tx, sessionID, participantID string) (in practice.EmergencyInput, err error) {
	in.Now = tx.Now()
	if in.Session, err = tx.Session(sessionID); err != nil {
		return in, err
	}
	if in.Client, err = tx.Client(clientOf(in.Session, participantID)); err != nil {
		return in, err
	}
	if in.Practice, err = tx.Practice(); err != nil {
		return in, err
	}
	if in.Plan, err = emergencyPlan(tx); err != nil {
		return in, err
	}
	if in.Medicines, err = tx.Medicines(in.Client.ID); err != nil {
		return in, err
	}
	if in.Doses, err = tx.Doses(participantID); err != nil {
		return in, err
	}
	if in.Vitals, err = tx.VitalSigns(participantID); err != nil {
		return in, err
	}
	if in.Steps, err = tx.Steps(participantID); err != nil {
		return in, err
	}
	today, err := todayOf(tx)
	if err != nil {
		return in, err
	}
	start, begun, err := tx.Start(participantID)
	if err != nil {
		return in, err
	}
	if begun {
		in.Day = &start.Day
	} else if in.Day, err = dayCheckOf(tx, participantID, today); err != nil {
		return in, err
	}
	in.Prescriber, err = prescriberToCall(tx, in.Client.ID, start.ClearanceID, today)
	return in, err
}

// prescriberToCall is who gave the clearance the session began under, else
// the client's present one, whatever its state; nil when there is none.
func prescriberToCall(tx *store.Tx, clientID, clearanceID string, today practice.Date) (*practice.Prescriber, error) {
	list, err := standing(tx, clientID, today)
	if err != nil {
		return nil, err
	}
	current, found := practice.Current(list)
	for _, c := range list {
		if c.Clearance.ID == clearanceID {
			current, found = c, true
		}
	}
	if !found {
		return nil, nil
	}
	prescriber, err := tx.Prescriber(current.Clearance.PrescriberID)
	return &prescriber, err
}

// makeEmergencyCard makes the emergency card of one participant, one page.
func makeEmergencyCard(tx *store.Tx, ask DocumentRequest, _ practice.PartSet) (made, error) {
	in, err := emergencyInput(tx, ask.SessionID, ask.ParticipantID)
	if err != nil {
		return made{}, err
	}
	result, err := report.EmergencyCard(report.EmergencyCardInput{
		Practice: in.Practice, Card: practice.CardOf(in), Zone: in.Session.Zone, At: in.Now,
	})
	return made{Result: result, clientID: in.Client.ID, day: dayOf(in.Session)}, err
}
