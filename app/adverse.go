package app

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// AdverseLine is an adverse event as the session shows it.
type AdverseLine struct {
	Event    practice.AdverseEvent `json:"event"`
	TimeText string                `json:"time_text"` // "14:20"
	LateText string                `json:"late_text"` // "Recorded on 14 March 2026"; empty when it was on the day
}

// RecordAdverseEvent writes what went wrong into a dosing session, also after
// its note is signed. A serious one suspends the client's clearance, until the
// prescriber gives a new one.
func (r *Readiness) RecordAdverseEvent(sessionID string, event practice.AdverseEvent) (SessionView, error) {
	return update(r.core, func(tx *store.Tx) (SessionView, error) {
		s, err := tx.Session(sessionID)
		if err != nil {
			return SessionView{}, err
		}
		clientID := clientOf(s, event.ParticipantID)
		if clientID == "" {
			return SessionView{}, fault.New(fault.NotFound, "This client is not in this session. Nothing was recorded; what you typed is kept.")
		}
		event.Normalize()
		if err := event.Validate(s, tx.Now()); err != nil {
			return SessionView{}, err
		}
		added, err := tx.AddAdverseEvent(event)
		if err != nil {
			return SessionView{}, err
		}
		if added && event.Serious {
			if err := suspendAfter(tx, event, clientID); err != nil {
				return SessionView{}, err
			}
		}
		return viewOf(tx, s)
	})
}

// suspendAfter puts the client's clearance out of force after a serious event.
func suspendAfter(tx *store.Tx, event practice.AdverseEvent, clientID string) error {
	letterhead, err := tx.Practice()
	if err != nil {
		return err
	}
	today, err := todayOf(tx)
	if err != nil {
		return err
	}
	list, err := standing(tx, clientID, today)
	if err != nil {
		return err
	}
	current, ok := practice.Current(list)
	if !ok || current.State == practice.ClearanceSuspended {
		return nil
	}
	reason := "Serious adverse event on " + practice.LongDateText(event.At.In(letterhead.Zone))
	if err := current.Clearance.Suspend(reason, event.ID, tx.Now()); err != nil {
		return err
	}
	_, err = tx.PutClearance(current.Clearance)
	return err
}

// adverseLines returns a participant's adverse events in time order.
func adverseLines(tx *store.Tx, s practice.Session, p practice.Participant) ([]AdverseLine, error) {
	events, err := tx.AdverseEvents(p.ClientID)
	lines := []AdverseLine{}
	for _, e := range events {
		if e.ParticipantID == p.ID {
			lines = append(lines, AdverseLine{Event: e, TimeText: practice.ClockText(e.At.In(s.Zone)), LateText: e.LateText(s.Zone)})
		}
	}
	return lines, err
}
