package store

import (
	"strconv"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const commitmentColumns = `id, client_id, participant_id, text, due_on, state, settled_at, coalesce(settled_in, ''), created_at, updated_at, version`

func scanCommitment(r row) (m practice.Commitment, err error) {
	err = r.Scan(&m.ID, &m.ClientID, &m.ParticipantID, &m.Text, &m.DueOn, &m.State, &m.SettledAt, &m.SettledIn, &m.CreatedAt, &m.UpdatedAt, &m.Version)
	return m, err
}

// what is due first comes first, what has no day last.
const commitmentOrder = ` ORDER BY due_on = '', due_on, created_at, id LIMIT 5000`

// Commitments returns what a client has taken on, by the day it is for; only
// what still stands when onlyOpen.
func (t *Tx) Commitments(clientID string, onlyOpen bool) ([]practice.Commitment, error) {
	return all(t, scanCommitment, `SELECT `+commitmentColumns+` FROM commitments WHERE client_id = ? AND (state = 'open' OR NOT ?)`+commitmentOrder, clientID, onlyOpen)
}

// Commitment returns a commitment.
func (t *Tx) Commitment(id string) (practice.Commitment, error) {
	return one(t, "commitment", scanCommitment, `SELECT `+commitmentColumns+` FROM commitments WHERE id = ?`, id)
}

// OpenCommitmentsDue returns what still stands of all clients and is for a
// day in [from, to].
func (t *Tx) OpenCommitmentsDue(from, to practice.Date) ([]practice.Commitment, error) {
	return all(t, scanCommitment, `SELECT `+commitmentColumns+` FROM commitments WHERE state = 'open' AND due_on <> '' AND due_on BETWEEN ? AND ?`+commitmentOrder, from, to)
}

// PutCommitment adds a commitment or, when its version is the one stored,
// changes it. What a signed note holds stays: nothing is added to it, and
// neither its words nor what was settled in it change. It returns the stored
// record.
func (t *Tx) PutCommitment(m practice.Commitment) (practice.Commitment, error) {
	old, err := t.Commitment(m.ID)
	act := practice.ActChange
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		m.Version, m.CreatedAt, act = 0, t.now, practice.ActCreate
	case err != nil:
		return m, err
	case m.Version != old.Version:
		m.Version, m.CreatedAt, m.UpdatedAt = old.Version, old.CreatedAt, old.UpdatedAt
		if m.State == old.State { // settled once more: at the time of the first
			m.SettledAt = old.SettledAt
		}
		if same(m, old) {
			return old, nil
		}
		return old, fault.New(fault.Conflict, "This commitment was changed elsewhere since you saw it. Nothing was changed now; look at it again.")
	default:
		m.CreatedAt = old.CreatedAt
	}
	if err := t.ownCommitment(m); err != nil {
		return m, err
	}
	m.UpdatedAt = t.now
	m.Version++
	if act == practice.ActCreate {
		err = t.exec(`INSERT INTO commitments (id, client_id, participant_id, text, due_on, state, settled_at, settled_in, created_at, updated_at, version)
			VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
			m.ID, m.ClientID, m.ParticipantID, m.Text, m.DueOn, m.State, m.SettledAt, null(m.SettledIn), m.CreatedAt, m.UpdatedAt, m.Version)
	} else {
		err = t.exec(`UPDATE commitments SET client_id = ?, participant_id = ?, text = ?, due_on = ?, state = ?, settled_at = ?, settled_in = ?, updated_at = ?, version = ? WHERE id = ?`,
			m.ClientID, m.ParticipantID, m.Text, m.DueOn, m.State, m.SettledAt, null(m.SettledIn), m.UpdatedAt, m.Version, m.ID)
	}
	if err != nil {
		return m, err
	}
	_, err = t.Record(act, "commitment", m.ID, "version "+strconv.Itoa(m.Version)+", "+string(m.State))
	return m, err
}

// ownCommitment refuses sessions of another client.
func (t *Tx) ownCommitment(m practice.Commitment) error {
	for _, participantID := range []string{m.ParticipantID, m.SettledIn} {
		if participantID == "" {
			continue
		}
		of, err := one(t, "session", scalar[string], `SELECT client_id FROM participants WHERE id = ?`, participantID)
		if err != nil {
			return err
		}
		if of != m.ClientID {
			return fault.New(fault.Conflict, "That session is not one of this client. Nothing was changed.")
		}
	}
	return nil
}
