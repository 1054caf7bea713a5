package store

import (
	"encoding/json"
	"strconv"

	"snowfield/internal/practice"
)

const chargeColumns = `c.id, c.participant_id, c.cpt, c.words, c.units, c.fee_cents, c.paid_cents, c.pos, c.diagnoses, c.created_at, c.updated_at, c.version`

// mostCharges bounds what one client is charged; four lines a week reach it
// after twenty years.
const mostCharges = 5000

func scanCharge(r row) (practice.Charge, error) { return chargeAnd(r) }

// chargeAnd reads a charge and what its row holds beyond it.
func chargeAnd(r row, more ...any) (c practice.Charge, err error) {
	var diagnoses string
	fields := []any{&c.ID, &c.ParticipantID, &c.CPT, &c.Words, &c.Units, &c.FeeCents, &c.PaidCents, &c.POS, &diagnoses, &c.CreatedAt, &c.UpdatedAt, &c.Version}
	if err := r.Scan(append(fields, more...)...); err != nil {
		return c, err
	}
	return c, json.Unmarshal([]byte(diagnoses), &c.Diagnoses)
}

// Charge returns a charge.
func (t *Tx) Charge(id string) (practice.Charge, error) {
	return one(t, "charge", scanCharge, `SELECT `+chargeColumns+` FROM charges c WHERE c.id = ?`, id)
}

// Charges returns what one participant of a session is charged, in the order
// it was written down.
func (t *Tx) Charges(participantID string) ([]practice.Charge, error) {
	return all(t, scanCharge, `SELECT `+chargeColumns+` FROM charges c WHERE c.participant_id = ? ORDER BY c.created_at, c.rowid LIMIT ?`, participantID, mostCharges)
}

// ChargesOfClient returns everything a client is charged, each with the day of
// its session, in time order.
func (t *Tx) ChargesOfClient(clientID string) ([]practice.DatedCharge, error) {
	return all(t, func(r row) (d practice.DatedCharge, err error) {
		var start practice.Instant
		var zone string
		d.Charge, err = chargeAnd(r, &start, &zone)
		d.Day = practice.DateOf(start.In(zone))
		return d, err
	}, `SELECT `+chargeColumns+`, s.actual_start, s.zone FROM charges c JOIN participants p ON p.id = c.participant_id JOIN sessions s ON s.id = p.session_id
		WHERE p.client_id = ? ORDER BY s.actual_start, c.created_at, c.rowid LIMIT ?`, clientID, mostCharges)
}

// PutCharge adds a charge or, when its version is the one stored, changes it,
// be the note signed or not. It returns the stored record. Adding the same one
// twice is harmless; a version that is not the stored one is a Conflict.
func (t *Tx) PutCharge(c practice.Charge) (practice.Charge, error) {
	act, err := advance(t, &c, c.ID, t.Charge, func(c *practice.Charge) stamp { return stamp{&c.CreatedAt, &c.UpdatedAt, &c.Version} },
		"This charge was changed elsewhere since you opened it. What you typed is kept; look at the list, then save again.")
	if err != nil || act == "" {
		return c, err
	}
	diagnoses, err := json.Marshal(c.Diagnoses)
	if err != nil {
		return c, err
	}
	if err := t.exec(`INSERT INTO charges (id, participant_id, cpt, words, units, fee_cents, paid_cents, pos, diagnoses, created_at, updated_at, version)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET cpt = excluded.cpt, words = excluded.words, units = excluded.units, fee_cents = excluded.fee_cents,
		paid_cents = excluded.paid_cents, pos = excluded.pos, diagnoses = excluded.diagnoses, updated_at = excluded.updated_at, version = excluded.version`,
		c.ID, c.ParticipantID, c.CPT, c.Words, c.Units, c.FeeCents, c.PaidCents, c.POS, string(diagnoses), c.CreatedAt, c.UpdatedAt, c.Version); err != nil {
		return c, err
	}
	_, err = t.Record(act, "charge", c.ID, "version "+strconv.Itoa(c.Version))
	return c, err
}

// RemoveCharge takes a charge away; the trail keeps that it was there.
func (t *Tx) RemoveCharge(c practice.Charge) error {
	if err := t.exec(`DELETE FROM charges WHERE id = ?`, c.ID); err != nil {
		return err
	}
	_, err := t.Record(practice.ActErase, "charge", c.ID, "version "+strconv.Itoa(c.Version))
	return err
}
