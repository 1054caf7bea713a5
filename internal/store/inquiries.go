package store

import (
	"encoding/json"
	"strconv"

	"snowfield/internal/practice"
)

const inquiryColumns = `id, name, phone, email, called_at, found_by, hopes, concerns, notes, outcome, outcome_note, coalesce(client_id, ''), created_at, updated_at, version`

func scanInquiry(r row) (q practice.Inquiry, err error) {
	var concerns string
	if err := r.Scan(&q.ID, &q.Name, &q.Phone, &q.Email, &q.CalledAt, &q.FoundBy, &q.Hopes, &concerns, &q.Notes, &q.Outcome, &q.OutcomeNote,
		&q.ClientID, &q.CreatedAt, &q.UpdatedAt, &q.Version); err != nil {
		return q, err
	}
	return q, json.Unmarshal([]byte(concerns), &q.Concerns)
}

// Inquiry returns an inquiry.
func (t *Tx) Inquiry(id string) (practice.Inquiry, error) {
	return one(t, "inquiry", scanInquiry, `SELECT `+inquiryColumns+` FROM inquiries WHERE id = ?`, id)
}

// InquiryOf returns the inquiry that became a client; NotFound when the client
// came without one.
func (t *Tx) InquiryOf(clientID string) (practice.Inquiry, error) {
	return one(t, "inquiry", scanInquiry, `SELECT `+inquiryColumns+` FROM inquiries WHERE client_id = ?`, clientID)
}

// Inquiries returns a page of the inquiries that wait for an outcome, or of
// those that have one, the latest call first, and how many there are in all.
func (t *Tx) Inquiries(closed bool, offset, limit int) ([]practice.Inquiry, int, error) {
	total, err := one(t, "count", scalar[int], `SELECT count(*) FROM inquiries WHERE (outcome <> '') = ?`, closed)
	if err != nil {
		return nil, 0, err
	}
	list, err := all(t, scanInquiry, `SELECT `+inquiryColumns+` FROM inquiries WHERE (outcome <> '') = ? ORDER BY called_at DESC, id LIMIT ? OFFSET ?`, closed, limit, offset)
	return list, total, err
}

// PutInquiry adds an inquiry or, when its version is the one stored, changes
// it. It returns the stored record. Adding the same one twice is harmless; a
// version that is not the stored one is a Conflict.
func (t *Tx) PutInquiry(q practice.Inquiry) (practice.Inquiry, error) {
	act, err := advance(t, &q, q.ID, t.Inquiry, func(q *practice.Inquiry) stamp { return stamp{&q.CreatedAt, &q.UpdatedAt, &q.Version} },
		"This inquiry was changed elsewhere since you opened it. What you typed is kept; look at the inquiry, then save again.")
	if err != nil || act == "" {
		return q, err
	}
	concerns, err := json.Marshal(q.Concerns)
	if err != nil {
		return q, err
	}
	if err := t.exec(`INSERT INTO inquiries (id, name, phone, email, called_at, found_by, hopes, concerns, notes, outcome, outcome_note, client_id, created_at, updated_at, version)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET name = excluded.name, phone = excluded.phone, email = excluded.email, called_at = excluded.called_at,
		found_by = excluded.found_by, hopes = excluded.hopes, concerns = excluded.concerns, notes = excluded.notes, outcome = excluded.outcome,
		outcome_note = excluded.outcome_note, client_id = excluded.client_id, updated_at = excluded.updated_at, version = excluded.version`,
		q.ID, q.Name, q.Phone, q.Email, q.CalledAt, q.FoundBy, q.Hopes, string(concerns), q.Notes, q.Outcome, q.OutcomeNote,
		null(q.ClientID), q.CreatedAt, q.UpdatedAt, q.Version); err != nil {
		return q, err
	}
	_, err = t.Record(act, "inquiry", q.ID, "version "+strconv.Itoa(q.Version))
	return q, err
}

// EraseInquiry removes an inquiry and what was left unfinished in its form.
// The trail keeps that it happened, not whom it was about.
func (t *Tx) EraseInquiry(id string) error {
	if err := t.PutDraft("inquiry:"+id, ""); err != nil {
		return err
	}
	if err := t.exec(`DELETE FROM inquiries WHERE id = ?`, id); err != nil {
		return err
	}
	_, err := t.Record(practice.ActErase, "inquiry", "", "")
	return err
}
