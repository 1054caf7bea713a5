package store

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const adverseColumns = `a.id, a.participant_id, a.at, a.what, a.action, a.called, a.grade, a.ending, a.outcome, a.serious, a.created_at`

func scanAdverse(r row) (e practice.AdverseEvent, err error) {
	err = r.Scan(&e.ID, &e.ParticipantID, &e.At, &e.What, &e.Action, &e.Called, &e.Grade, &e.Ending, &e.Outcome, &e.Serious, &e.CreatedAt)
	return e, err
}

const additionColumns = `x.id, x.event_id, x.text, x.created_at`

func scanAddition(r row) (x practice.AdverseAddition, err error) {
	err = r.Scan(&x.ID, &x.EventID, &x.Text, &x.CreatedAt)
	return x, err
}

// AdverseEvents returns a client's adverse events in time order, each with
// what became known later.
func (t *Tx) AdverseEvents(clientID string) ([]practice.AdverseEvent, error) {
	events, err := all(t, scanAdverse, `SELECT `+adverseColumns+` FROM adverse_events a JOIN participants p ON p.id = a.participant_id
		WHERE p.client_id = ? ORDER BY a.at, a.id LIMIT 1000`, clientID)
	for i := range events {
		if err == nil {
			events[i].Additions, err = t.additions(events[i].ID)
		}
	}
	return events, err
}

func (t *Tx) additions(eventID string) ([]practice.AdverseAddition, error) {
	return all(t, scanAddition, `SELECT `+additionColumns+` FROM adverse_additions x WHERE x.event_id = ? ORDER BY x.created_at, x.id LIMIT 1000`, eventID)
}

// AddAdverseEvent writes an adverse event, without additions. Writing the same
// one again is harmless and returns false.
func (t *Tx) AddAdverseEvent(e practice.AdverseEvent) (bool, error) {
	stored, err := all(t, scanAdverse, `SELECT `+adverseColumns+` FROM adverse_events a WHERE a.id = ?`, e.ID)
	if err != nil {
		return false, err
	}
	if len(stored) > 0 {
		e.CreatedAt, e.Additions = stored[0].CreatedAt, nil
		if same(e, stored[0]) {
			return false, nil
		}
		return false, fault.New(fault.Conflict, "This event is already recorded in other words. Nothing was changed.")
	}
	if err := t.exec(`INSERT INTO adverse_events (id, participant_id, at, what, action, called, grade, ending, outcome, serious, created_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
		e.ID, e.ParticipantID, e.At, e.What, e.Action, e.Called, e.Grade, e.Ending, e.Outcome, e.Serious, t.now); err != nil {
		return false, err
	}
	detail := ""
	if e.Serious {
		detail = "serious"
	}
	_, err = t.Record(practice.ActCreate, "adverse_event", e.ID, detail)
	return true, err
}

// AddAddition writes what became known of an adverse event. Writing the same
// one again is harmless.
func (t *Tx) AddAddition(x practice.AdverseAddition) error {
	stored, err := all(t, scanAddition, `SELECT `+additionColumns+` FROM adverse_additions x WHERE x.id = ?`, x.ID)
	if err != nil {
		return err
	}
	if len(stored) > 0 {
		if x.CreatedAt = stored[0].CreatedAt; same(x, stored[0]) {
			return nil
		}
		return fault.New(fault.Conflict, "This is already recorded in other words. Nothing was changed.")
	}
	if err := t.exec(`INSERT INTO adverse_additions (id, event_id, text, created_at) VALUES (?,?,?,?)`, x.ID, x.EventID, x.Text, t.now); err != nil {
		return err
	}
	_, err = t.Record(practice.ActCreate, "adverse_addition", x.ID, "")
	return err
}
