package store

import (
	"encoding/json"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

func scanDayCheck(r row) (d practice.DayCheck, err error) {
	var form string
	if err := r.Scan(&form); err != nil {
		return d, err
	}
	return d, json.Unmarshal([]byte(form), &d)
}

// DayCheck returns what was last asked of a participant before the session;
// NotFound when nothing was. It may be of an earlier day.
func (t *Tx) DayCheck(participantID string) (practice.DayCheck, error) {
	return one(t, "day's check", scanDayCheck, `SELECT form FROM day_checks WHERE participant_id = ?`, participantID)
}

// PutDayCheck keeps a participant's answers or, when their version is the one
// stored, changes them. It returns what is stored; another version is a
// Conflict, and so is any change once the session has begun. The trail gets
// the first answers of each day.
func (t *Tx) PutDayCheck(d practice.DayCheck) (practice.DayCheck, error) {
	old, err := t.DayCheck(d.ParticipantID)
	act := practice.ActChange
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		d.Version, act = 0, practice.ActCreate
	case err != nil:
		return d, err
	case d.Version != old.Version:
		d.Version, d.UpdatedAt = old.Version, old.UpdatedAt
		if d == old {
			return old, nil
		}
		return old, fault.New(fault.Conflict, "These answers were changed elsewhere since you opened them. What you typed is kept; look at them again, then go on.")
	}
	d.UpdatedAt = t.now
	d.Version++
	form, err := json.Marshal(d)
	if err != nil {
		return d, err
	}
	if err := t.exec(`INSERT INTO day_checks (participant_id, form, updated_at, version) VALUES (?,?,?,?)
		ON CONFLICT (participant_id) DO UPDATE SET form = excluded.form, updated_at = excluded.updated_at, version = excluded.version`,
		d.ParticipantID, string(form), d.UpdatedAt, d.Version); err != nil {
		return d, err
	}
	if act == practice.ActCreate || d.AskedOn != old.AskedOn {
		_, err = t.Record(act, "day_check", d.ParticipantID, string(d.AskedOn))
		return d, err
	}
	return d, t.changed()
}
