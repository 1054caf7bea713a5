package store

import "snowfield/internal/practice"

func scanEntry(r row) (e practice.Entry, err error) {
	return e, r.Scan(entryFields(&e)...)
}

// EntryChain returns an entry with all it corrects and all that correct it, in
// the order they were written.
func (t *Tx) EntryChain(id string) ([]practice.Entry, error) {
	return all(t, scanEntry, `WITH RECURSIVE chain (id) AS (
			VALUES (?)
			UNION SELECT e.id FROM entries e JOIN chain c ON e.corrects_id = c.id
			UNION SELECT e.corrects_id FROM entries e JOIN chain c ON e.id = c.id WHERE e.corrects_id IS NOT NULL)
		SELECT `+entryColumns+` FROM entries e JOIN chain c ON c.id = e.id ORDER BY e.recorded_at, e.id LIMIT 500`, id)
}

// MoveEntry gives an entry, with its corrections, to another participant. Each
// keeps its times. The trail tells it twice, once for either chart.
func (t *Tx) MoveEntry(m practice.Move) error {
	chain, err := t.EntryChain(m.EntryID)
	if err != nil {
		return err
	}
	for _, e := range chain {
		id := m.ID
		if e.ID != m.EntryID {
			id = practice.NewID()
		}
		if err := t.exec(`INSERT INTO moves (id, entry_id, from_participant, to_participant, reason, at) VALUES (?,?,?,?,?,?)`,
			id, e.ID, m.From, m.To, m.Reason, t.now); err != nil {
			return err
		}
		if err := t.exec(`UPDATE entries SET participant_id = ? WHERE id = ?`, m.To, e.ID); err != nil {
			return err
		}
	}
	for _, x := range []struct{ participant, detail string }{{m.From, "out"}, {m.To, "in"}} {
		if _, err := t.Record(practice.ActMove, "participant", x.participant, "entry "+m.EntryID+" moved "+x.detail); err != nil {
			return err
		}
	}
	return nil
}

// MovedIn returns when entries of a participant's were moved there, by the id
// of the entry.
func (t *Tx) MovedIn(participantID string) (map[string]practice.Instant, error) {
	type moved struct {
		id string
		at practice.Instant
	}
	list, err := all(t, func(r row) (m moved, err error) { return m, r.Scan(&m.id, &m.at) },
		`SELECT e.id, max(m.at) FROM moves m CROSS JOIN entries e ON e.id = m.entry_id AND e.participant_id = m.to_participant
		WHERE m.to_participant = ? GROUP BY e.id LIMIT 5000`, participantID)
	in := map[string]practice.Instant{}
	for _, m := range list {
		in[m.id] = m.at
	}
	return in, err
}
