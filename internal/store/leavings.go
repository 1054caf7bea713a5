package store

import (
	"encoding/json"
	"strconv"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

func scanLeaving(r row) (l practice.Leaving, err error) {
	var form string
	if err := r.Scan(&form); err != nil {
		return l, err
	}
	return l, json.Unmarshal([]byte(form), &l)
}

// Leaving returns how a participant left a dosing session; nil when that was
// not recorded.
func (t *Tx) Leaving(participantID string) (*practice.Leaving, error) {
	list, err := all(t, scanLeaving, `SELECT form FROM leavings WHERE participant_id = ?`, participantID)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return &list[0], nil
}

// PutLeaving keeps how a participant left or, when its version is the one
// stored, changes it. It returns what is stored; another version is a
// Conflict, and so is any change once the note is signed.
func (t *Tx) PutLeaving(l practice.Leaving) (practice.Leaving, error) {
	old, err := t.Leaving(l.ParticipantID)
	act := practice.ActChange
	switch {
	case err != nil:
		return l, err
	case old == nil:
		l.Version, l.CreatedAt, act = 0, t.now, practice.ActCreate
	case l.Version != old.Version:
		l.Version, l.CreatedAt, l.UpdatedAt = old.Version, old.CreatedAt, old.UpdatedAt
		if same(l, old) {
			return *old, nil
		}
		return *old, fault.New(fault.Conflict, "How this client left was recorded elsewhere since you opened it. What you typed is kept; look at it again, then go on.")
	default:
		l.CreatedAt, l.UpdatedAt = old.CreatedAt, old.UpdatedAt
		if same(l, old) {
			return *old, nil
		}
	}
	l.UpdatedAt = t.now
	l.Version++
	form, err := json.Marshal(l)
	if err != nil {
		return l, err
	}
	if err := t.exec(`INSERT INTO leavings (participant_id, at, ending, form, created_at, updated_at, version) VALUES (?,?,?,?,?,?,?)
		ON CONFLICT (participant_id) DO UPDATE SET at = excluded.at, ending = excluded.ending, form = excluded.form,
		updated_at = excluded.updated_at, version = excluded.version`,
		l.ParticipantID, l.At, l.Ending, string(form), l.CreatedAt, l.UpdatedAt, l.Version); err != nil {
		return l, err
	}
	_, err = t.Record(act, "leaving", l.ParticipantID, string(l.Ending)+", version "+strconv.Itoa(l.Version))
	return l, err
}
