package store

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const adverseColumns = `a.id, a.participant_id, a.at, a.what, a.action, a.called, a.outcome, a.serious, a.created_at`

func scanAdverse(r row) (e practice.AdverseEvent, err error) {
	err = r.Scan(&e.ID, &e.ParticipantID, &e.At, &e.What, &e.Action, &e.Called, &e.Outcome, &e.Serious, &e.CreatedAt)
	return e, err
}

// AdverseEvents returns a client's adverse events in time order.
func (t *Tx) AdverseEvents(clientID string) ([]practice.AdverseEvent, error) {
	return all(t, scanAdverse, `SELECT `+adverseColumns+` FROM adverse_events a JOIN participants p ON p.id = a.participant_id
		WHERE p.client_id = ? ORDER BY a.at, a.id LIMIT 1000`, clientID)
}

// AddAdverseEvent writes an adverse event. Writing the same one again is
// harmless and returns false.
func (t *Tx) AddAdverseEvent(e practice.AdverseEvent) (bool, error) {
	stored, err := all(t, scanAdverse, `SELECT `+adverseColumns+` FROM adverse_events a WHERE a.id = ?`, e.ID)
	if err != nil {
		return false, err
	}
	if len(stored) > 0 {
		if e.CreatedAt = stored[0].CreatedAt; same(e, stored[0]) {
			return false, nil
		}
		return false, fault.New(fault.Conflict, "This event is already recorded in other words. Nothing was changed.")
	}
	if err := t.exec(`INSERT INTO adverse_events (id, participant_id, at, what, action, called, outcome, serious, created_at) VALUES (?,?,?,?,?,?,?,?,?)`,
		e.ID, e.ParticipantID, e.At, e.What, e.Action, e.Called, e.Outcome, e.Serious, t.now); err != nil {
		return false, err
	}
	detail := ""
	if e.Serious {
		detail = "serious"
	}
	_, err = t.Record(practice.ActCreate, "adverse_event", e.ID, detail)
	return true, err
}
