package store

import (
	"encoding/json"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

func scanPreparation(r row) (f practice.PreparationForm, err error) {
	var form string
	if err := r.Scan(&form); err != nil {
		return f, err
	}
	return f, json.Unmarshal([]byte(form), &f)
}

// Preparation returns a client's preparation; NotFound when none was begun.
func (t *Tx) Preparation(clientID string) (practice.PreparationForm, error) {
	return one(t, "preparation", scanPreparation, `SELECT form FROM preparations WHERE client_id = ?`, clientID)
}

// PutPreparation begins a client's preparation or, when its version is the one
// stored, changes it. It returns the stored form; another version is a
// Conflict. One that is complete changes only by being reopened. The trail
// gets its beginning, its completion and its reopening.
func (t *Tx) PutPreparation(f practice.PreparationForm) (practice.PreparationForm, error) {
	old, err := t.Preparation(f.ClientID)
	begun := err == nil
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		f.Version = 0
	case err != nil:
		return f, err
	case f.Version != old.Version:
		f.Version, f.UpdatedAt = old.Version, old.UpdatedAt
		if f == old {
			return old, nil
		}
		return old, fault.New(fault.Conflict, "This preparation was changed elsewhere since you opened it. What you typed is kept; look at it again, then go on.")
	}
	f.UpdatedAt = t.now
	f.Version++
	form, err := json.Marshal(f)
	if err != nil {
		return f, err
	}
	if err := t.exec(`INSERT INTO preparations (client_id, form, completed_at, updated_at, version) VALUES (?,?,?,?,?)
		ON CONFLICT (client_id) DO UPDATE SET form = excluded.form, completed_at = excluded.completed_at,
		updated_at = excluded.updated_at, version = excluded.version`,
		f.ClientID, string(form), f.CompletedAt, f.UpdatedAt, f.Version); err != nil {
		return f, err
	}
	switch {
	case !begun:
		_, err = t.Record(practice.ActCreate, "preparation", f.ClientID, "")
	case f.Done() && !old.Done():
		_, err = t.Record(practice.ActChange, "preparation", f.ClientID, "complete")
	case old.Done() && !f.Done():
		_, err = t.Record(practice.ActChange, "preparation", f.ClientID, "reopened")
	default:
		err = t.changed()
	}
	return f, err
}
