package store

import "snowfield/internal/practice"

// This file is the only door to psychotherapy notes. No other query names
// their table, and no list, search or document takes their type.

// PutPsychotherapyNote writes a psychotherapy note, new or changed.
func (t *Tx) PutPsychotherapyNote(n practice.PsychotherapyNote) error {
	if err := t.exec(`INSERT INTO psychotherapy_notes (id, client_id, text, created_at, updated_at) VALUES (?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`, n.ID, n.ClientID, n.Text, t.now, t.now); err != nil {
		return err
	}
	_, err := t.Record(practice.ActChange, "psychotherapy_note", n.ID, "")
	return err
}

// PsychotherapyNotes returns a client's psychotherapy notes, newest first.
func (t *Tx) PsychotherapyNotes(clientID string, limit int) ([]practice.PsychotherapyNote, error) {
	return all(t, func(r row) (n practice.PsychotherapyNote, err error) {
		err = r.Scan(&n.ID, &n.ClientID, &n.Text, &n.CreatedAt, &n.UpdatedAt)
		return n, err
	}, `SELECT id, client_id, text, created_at, updated_at FROM psychotherapy_notes WHERE client_id = ? ORDER BY created_at DESC, id LIMIT ?`, clientID, limit)
}
