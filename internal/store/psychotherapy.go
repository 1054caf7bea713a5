package store

import (
	"encoding/json"
	"fmt"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// This file is the only door to psychotherapy notes. No other query names
// their tables, and no list, search or document but their release takes their
// type.

const psychotherapyColumns = `id, client_id, text, created_at, updated_at`

func scanPsychotherapyNote(r row) (n practice.PsychotherapyNote, err error) {
	err = r.Scan(&n.ID, &n.ClientID, &n.Text, &n.CreatedAt, &n.UpdatedAt)
	return n, err
}

// PsychotherapyNote returns a psychotherapy note.
func (t *Tx) PsychotherapyNote(id string) (practice.PsychotherapyNote, error) {
	return one(t, "note", scanPsychotherapyNote, `SELECT `+psychotherapyColumns+` FROM psychotherapy_notes WHERE id = ?`, id)
}

// PsychotherapyNotes returns a client's psychotherapy notes, newest first.
func (t *Tx) PsychotherapyNotes(clientID string, limit int) ([]practice.PsychotherapyNote, error) {
	return all(t, scanPsychotherapyNote, `SELECT `+psychotherapyColumns+` FROM psychotherapy_notes WHERE client_id = ? ORDER BY created_at DESC, id LIMIT ?`, clientID, limit)
}

// PutPsychotherapyNote adds a psychotherapy note or, when it was last changed
// when the given one says, changes its text. It returns the stored note; what
// was written before as it is changes nothing, and another text meanwhile is a
// Conflict. A new note is an act of the trail; a change is one when traced says
// so, for text that is saved as it is typed is none.
func (t *Tx) PutPsychotherapyNote(n practice.PsychotherapyNote, traced bool) (practice.PsychotherapyNote, error) {
	old, err := t.PsychotherapyNote(n.ID)
	act := practice.ActChange
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		n.CreatedAt, act, traced = t.now, practice.ActCreate, true
	case err != nil:
		return n, err
	case n.ClientID != old.ClientID:
		return n, fault.New(fault.Conflict, "This note belongs to another client. Nothing was changed.")
	case n.Text == old.Text:
		return old, nil
	case n.UpdatedAt != old.UpdatedAt:
		return old, fault.New(fault.Conflict, "This note was changed elsewhere since you opened it. What you typed is kept on screen; copy it, close the door and open it again.")
	default:
		n.CreatedAt = old.CreatedAt
	}
	n.UpdatedAt = t.now
	if err := t.exec(`INSERT INTO psychotherapy_notes (`+psychotherapyColumns+`) VALUES (?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`, n.ID, n.ClientID, n.Text, n.CreatedAt, n.UpdatedAt); err != nil {
		return n, err
	}
	if !traced {
		return n, t.changed()
	}
	_, err = t.Record(act, "psychotherapy_note", n.ID, "")
	return n, err
}

// PsychotherapyReleases returns the releases of a client's psychotherapy
// notes, newest first.
func (t *Tx) PsychotherapyReleases(clientID string, limit int) ([]practice.PsychotherapyRelease, error) {
	return all(t, func(r row) (x practice.PsychotherapyRelease, err error) {
		var notes string
		if err := r.Scan(&x.ID, &x.ClientID, &x.Basis, &x.BasisText, &x.Recipient, &notes, &x.SHA256, &x.ReleasedAt); err != nil {
			return x, err
		}
		return x, json.Unmarshal([]byte(notes), &x.NoteIDs)
	}, `SELECT id, client_id, basis, basis_text, recipient, note_ids, sha256, released_at FROM psychotherapy_releases
		WHERE client_id = ? ORDER BY released_at DESC, id LIMIT ?`, clientID, limit)
}

// AddPsychotherapyRelease keeps that psychotherapy notes were released now.
func (t *Tx) AddPsychotherapyRelease(x practice.PsychotherapyRelease) error {
	notes, err := json.Marshal(x.NoteIDs)
	if err != nil {
		return err
	}
	if err := t.exec(`INSERT INTO psychotherapy_releases (id, client_id, basis, basis_text, recipient, note_ids, sha256, released_at) VALUES (?,?,?,?,?,?,?,?)`,
		x.ID, x.ClientID, x.Basis, x.BasisText, x.Recipient, string(notes), x.SHA256, t.now); err != nil {
		return err
	}
	_, err = t.Record(practice.ActExport, "psychotherapy_note", x.ID,
		fmt.Sprintf("released under %s, notes %d, sha256 %s", x.Basis.Label(), len(x.NoteIDs), x.SHA256))
	return err
}
