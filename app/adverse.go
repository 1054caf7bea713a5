package app

import (
	"slices"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// AdverseLine is an adverse event as the session shows it.
type AdverseLine struct {
	Event         practice.AdverseEvent `json:"event"`
	Title         string                `json:"title"`          // "Serious adverse event, severe"
	TimeText      string                `json:"time_text"`      // "14:20"
	LateText      string                `json:"late_text"`      // "Recorded on 14 March 2026"; empty when it was on the day
	OutcomeText   string                `json:"outcome_text"`   // "Transferred. Home the same evening"
	SuspendedText string                `json:"suspended_text"` // what a serious one brought with it; empty once that is over
	Added         []AddedLine           `json:"added"`
}

// AddedLine is what became known of an adverse event later.
type AddedLine struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	WhenText string `json:"when_text"` // "Added on 14 March 2026 at 09:10"
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

// AddToAdverseEvent writes what became known of an adverse event after it was
// recorded, also after the note is signed. The event itself stays as it is.
func (r *Readiness) AddToAdverseEvent(sessionID string, addition practice.AdverseAddition) (SessionView, error) {
	return update(r.core, func(tx *store.Tx) (SessionView, error) {
		s, err := tx.Session(sessionID)
		if err != nil {
			return SessionView{}, err
		}
		addition.Normalize()
		if err := addition.Validate(); err != nil {
			return SessionView{}, err
		}
		for _, p := range s.Participants {
			events, err := eventsOf(tx, p)
			if err != nil {
				return SessionView{}, err
			}
			if slices.ContainsFunc(events, func(e practice.AdverseEvent) bool { return e.ID == addition.EventID }) {
				if err := tx.AddAddition(addition); err != nil {
					return SessionView{}, err
				}
				return viewOf(tx, s)
			}
		}
		return SessionView{}, fault.New(fault.NotFound, "This event is not in this session. Nothing was recorded; what you typed is kept.")
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

// eventsOf returns a participant's adverse events in time order.
func eventsOf(tx *store.Tx, p practice.Participant) ([]practice.AdverseEvent, error) {
	events, err := tx.AdverseEvents(p.ClientID)
	return slices.DeleteFunc(events, func(e practice.AdverseEvent) bool { return e.ParticipantID != p.ID }), err
}

// adverseLines returns a participant's adverse events as they are shown, in
// time order.
func adverseLines(tx *store.Tx, s practice.Session, p practice.Participant) ([]AdverseLine, error) {
	events, err := eventsOf(tx, p)
	if err != nil {
		return nil, err
	}
	return eventLines(tx, s, p.ClientID, events)
}

// eventLines writes adverse events of one client as they are shown.
func eventLines(tx *store.Tx, s practice.Session, clientID string, events []practice.AdverseEvent) ([]AdverseLine, error) {
	lines := []AdverseLine{}
	if len(events) == 0 {
		return lines, nil
	}
	today, err := todayOf(tx)
	if err != nil {
		return lines, err
	}
	clearances, err := standing(tx, clientID, today)
	current, _ := practice.Current(clearances)
	for _, e := range events {
		line := AdverseLine{
			Event: e, Title: e.Title(), TimeText: practice.ClockText(e.At.In(s.Zone)), LateText: e.LateText(s.Zone),
			OutcomeText: e.OutcomeText(), Added: []AddedLine{},
		}
		if e.Serious && current.State == practice.ClearanceSuspended {
			line.SuspendedText = "The clearance is suspended until a new one is recorded."
		}
		for _, x := range e.Additions {
			at := x.CreatedAt.In(s.Zone)
			line.Added = append(line.Added, AddedLine{x.ID, x.Text, "Added on " + practice.LongDateText(at) + " at " + practice.ClockText(at)})
		}
		lines = append(lines, line)
	}
	return lines, err
}
