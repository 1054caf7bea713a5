package store

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const noteColumns = `id, participant_id, kind, sections, risk, risk_text, methods, created_at, updated_at, version,
	signed_at, signed_zone, signed_name, signed_credential, signed_license, audit_head`

func scanNote(r row) (n practice.Note, err error) {
	var sections, methods string
	if err := r.Scan(&n.ID, &n.ParticipantID, &n.Kind, &sections, &n.Risk, &n.RiskText, &methods, &n.CreatedAt, &n.UpdatedAt, &n.Version,
		&n.SignedAt, &n.SignedZone, &n.SignedName, &n.SignedCredential, &n.SignedLicense, &n.AuditHead); err != nil {
		return n, err
	}
	return n, errors.Join(json.Unmarshal([]byte(sections), &n.Sections), json.Unmarshal([]byte(methods), &n.Methods))
}

func scanAddendum(r row) (a practice.Addendum, err error) {
	err = r.Scan(&a.ID, &a.NoteID, &a.At, &a.Zone, &a.Text, &a.SignedName)
	return a, err
}

// Note returns a note with its addenda, in the order they were written: their
// times are the computer's, and its clock may have been set back.
func (t *Tx) Note(id string) (practice.Note, error) {
	return t.note(`id = ?`, id)
}

// NoteOf returns the note of a participant; NotFound when none was begun.
func (t *Tx) NoteOf(participantID string) (practice.Note, error) {
	return t.note(`participant_id = ?`, participantID)
}

func (t *Tx) note(where, id string) (practice.Note, error) {
	n, err := one(t, "note", scanNote, `SELECT `+noteColumns+` FROM notes WHERE `+where, id)
	if err != nil {
		return n, err
	}
	n.Addenda, err = all(t, scanAddendum, `SELECT id, note_id, at, zone, text, signed_name FROM addenda WHERE note_id = ? ORDER BY rowid LIMIT 500`, n.ID)
	return n, err
}

// UnsignedNotes returns the drafts, oldest first.
func (t *Tx) UnsignedNotes(limit int) ([]practice.Note, error) {
	return all(t, scanNote, `SELECT `+noteColumns+` FROM notes WHERE signed_at = '' ORDER BY created_at, id LIMIT ?`, limit)
}

// written returns what a note's lists are stored as.
func written(n practice.Note) (sections, methods string, err error) {
	if n.Methods == nil {
		n.Methods = []string{}
	}
	a, errA := json.Marshal(n.Sections)
	b, errB := json.Marshal(n.Methods)
	return string(a), string(b), errors.Join(errA, errB)
}

// SaveDraft writes a draft: a new one, or the next state of the one whose
// version it names. It returns the stored note. The trail gets its creation;
// later saves are kept as revisions by KeepRevision.
func (t *Tx) SaveDraft(n practice.Note) (practice.Note, error) {
	sections, methods, err := written(n)
	if err != nil {
		return n, err
	}
	old, err := t.Note(n.ID)
	created := fault.CodeOf(err) == fault.NotFound
	switch {
	case created:
		if other, err := t.NoteOf(n.ParticipantID); err == nil {
			return other, fault.New(fault.Conflict, "This session already has a note. Your text is kept here; copy it, open the note again and compare.")
		} else if fault.CodeOf(err) != fault.NotFound {
			return n, err
		}
		n.Version, n.CreatedAt = 0, t.now
	case err != nil:
		return n, err
	case old.Signed():
		return old, fault.New(fault.Signed, "This note is signed and does not change. Add an addendum instead.")
	case n.Version != old.Version:
		if same(n.Sections, old.Sections) && n.Risk == old.Risk && n.RiskText == old.RiskText && slices.Equal(n.Methods, old.Methods) {
			return old, nil
		}
		return old, fault.New(fault.Conflict, "This note was saved elsewhere since you opened it. Your text is kept here; copy it, open the note again and compare.")
	case n.ParticipantID != old.ParticipantID:
		return old, fault.New(fault.Conflict, "A note stays with its session.")
	default:
		n.CreatedAt = old.CreatedAt
	}
	n.UpdatedAt = t.now
	n.Version++
	if err := t.exec(`INSERT INTO notes (`+noteColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,'','','','','','')
		ON CONFLICT (id) DO UPDATE SET sections = excluded.sections, risk = excluded.risk, risk_text = excluded.risk_text,
		methods = excluded.methods, updated_at = excluded.updated_at, version = excluded.version`,
		n.ID, n.ParticipantID, n.Kind, sections, n.Risk, n.RiskText, methods, n.CreatedAt, n.UpdatedAt, n.Version); err != nil {
		return n, err
	}
	if created {
		_, err = t.Record(practice.ActCreate, "note", n.ID, "")
	} else {
		err = t.changed()
	}
	if err != nil {
		return n, err
	}
	return t.Note(n.ID)
}

func scanRevision(r row) (v practice.Revision, err error) {
	var sections, methods string
	if err := r.Scan(&v.NoteID, &v.Number, &v.KeptAt, &sections, &v.Risk, &v.RiskText, &methods); err != nil {
		return v, err
	}
	return v, errors.Join(json.Unmarshal([]byte(sections), &v.Sections), json.Unmarshal([]byte(methods), &v.Methods))
}

// Revisions returns a note's kept states, newest first.
func (t *Tx) Revisions(noteID string, limit int) ([]practice.Revision, error) {
	return all(t, scanRevision, `SELECT note_id, number, kept_at, sections, risk, risk_text, methods FROM note_revisions
		WHERE note_id = ? ORDER BY number DESC LIMIT ?`, noteID, limit)
}

// KeepRevision keeps the note's present state unless it equals the last one
// kept. It reports whether it did.
func (t *Tx) KeepRevision(n practice.Note) (bool, error) {
	last, err := t.Revisions(n.ID, 1)
	if err != nil {
		return false, err
	}
	number := 1
	if len(last) > 0 {
		if same(last[0].Sections, n.Sections) && last[0].Risk == n.Risk && last[0].RiskText == n.RiskText && slices.Equal(last[0].Methods, n.Methods) {
			return false, nil
		}
		number = last[0].Number + 1
	}
	sections, methods, err := written(n)
	if err != nil {
		return false, err
	}
	if err := t.exec(`INSERT INTO note_revisions (note_id, number, kept_at, sections, risk, risk_text, methods) VALUES (?,?,?,?,?,?,?)`,
		n.ID, number, t.now, sections, n.Risk, n.RiskText, methods); err != nil {
		return false, err
	}
	_, err = t.Record(practice.ActChange, "note", n.ID, "revision "+strconv.Itoa(number))
	return err == nil, err
}

// SignNote keeps the last revision and locks the note as practice.Note.Sign
// left it. The trail's head at that moment goes into the note and into every
// document made of it.
func (t *Tx) SignNote(n practice.Note) (practice.Note, error) {
	if _, err := t.KeepRevision(n); err != nil {
		return n, err
	}
	entry, err := t.Record(practice.ActSign, "note", n.ID, "version "+strconv.Itoa(n.Version)+", sha256 "+n.Digest())
	if err != nil {
		return n, err
	}
	n.AuditHead = entry.Hash
	return n, t.exec(`UPDATE notes SET signed_at = ?, signed_zone = ?, signed_name = ?, signed_credential = ?, signed_license = ?, audit_head = ? WHERE id = ?`,
		n.SignedAt, n.SignedZone, n.SignedName, n.SignedCredential, n.SignedLicense, n.AuditHead, n.ID)
}

// AddAddendum adds to a signed note. Adding the same one again is harmless.
func (t *Tx) AddAddendum(a practice.Addendum) error {
	stored, err := all(t, scanAddendum, `SELECT id, note_id, at, zone, text, signed_name FROM addenda WHERE id = ?`, a.ID)
	if err != nil {
		return err
	}
	if len(stored) > 0 {
		if stored[0].NoteID == a.NoteID && stored[0].Text == a.Text {
			return nil
		}
		return fault.New(fault.Conflict, "This addendum is already recorded with other text. Nothing was changed.")
	}
	if err := t.exec(`INSERT INTO addenda (id, note_id, at, zone, text, signed_name) VALUES (?,?,?,?,?,?)`, a.ID, a.NoteID, t.now, a.Zone, a.Text, a.SignedName); err != nil {
		return err
	}
	_, err = t.Record(practice.ActAddendum, "note", a.NoteID, a.ID)
	return err
}

// Unwritten returns the participants of ended sessions for whom no note was
// begun, with the oldest session first.
func (t *Tx) Unwritten(limit int) ([]practice.Participant, error) {
	return all(t, func(r row) (p practice.Participant, err error) {
		err = r.Scan(&p.ID, &p.ClientID)
		return p, err
	}, `SELECT p.id, p.client_id FROM participants p JOIN sessions s ON s.id = p.session_id LEFT JOIN notes n ON n.participant_id = p.id
		WHERE s.actual_end <> '' AND n.id IS NULL ORDER BY s.start_at, p.id LIMIT ?`, limit)
}
