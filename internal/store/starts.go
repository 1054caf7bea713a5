package store

import (
	"encoding/json"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

func scanStart(r row) (s practice.Start, err error) {
	var readiness, preparation, day string
	if err := r.Scan(&s.ParticipantID, &s.At, &s.ClearanceID, &readiness, &preparation, &day, &s.Deviation); err != nil {
		return s, err
	}
	for _, x := range []struct {
		text string
		into any
	}{{readiness, &s.Readiness}, {preparation, &s.Preparation}, {day, &s.Day}} {
		if err := json.Unmarshal([]byte(x.text), x.into); err != nil {
			return s, err
		}
	}
	return s, nil
}

// Start returns what stood when a participant's dosing session began; false
// when it has not begun, was no dosing session, or began before these records
// kept it.
func (t *Tx) Start(participantID string) (practice.Start, bool, error) {
	list, err := all(t, scanStart, `SELECT participant_id, at, coalesce(clearance_id, ''), readiness, preparation, day, deviation
		FROM starts WHERE participant_id = ?`, participantID)
	if err != nil || len(list) == 0 {
		return practice.Start{}, false, err
	}
	return list[0], true, nil
}

// AddStart keeps what stands as a participant's dosing session begins. The
// schema lets no dosing session begin without it, and refuses one that blocks
// and names no deviation.
func (t *Tx) AddStart(s practice.Start) error {
	var columns []any
	for _, x := range []any{s.Readiness, s.Preparation, s.Day} {
		text, err := json.Marshal(x)
		if err != nil {
			return err
		}
		columns = append(columns, string(text))
	}
	if err := t.exec(`INSERT INTO starts (participant_id, at, clearance_id, readiness, preparation, day, deviation) VALUES (?,?,?,?,?,?,?)`,
		s.ParticipantID, t.now, null(s.ClearanceID), columns[0], columns[1], columns[2], s.Deviation); err != nil {
		return err
	}
	detail := ""
	if s.Deviation != "" {
		detail = "as it happened"
	}
	_, err := t.Record(practice.ActCreate, "start", s.ParticipantID, detail)
	return err
}

const liftColumns = `id, participant_id, check_key, check_text, kind, reason, prescriber_name, decided_at, said, read_back, created_at`

func scanLift(r row) (l practice.Lift, err error) {
	err = r.Scan(&l.ID, &l.ParticipantID, &l.CheckKey, &l.CheckText, &l.Kind, &l.Reason, &l.PrescriberName, &l.DecidedAt, &l.Said, &l.ReadBack, &l.CreatedAt)
	return l, err
}

// Lifts returns what was lifted for a participant, in the order it was.
func (t *Tx) Lifts(participantID string) ([]practice.Lift, error) {
	return all(t, scanLift, `SELECT `+liftColumns+` FROM lifts WHERE participant_id = ? ORDER BY created_at, id LIMIT 500`, participantID)
}

// AddLift records how something that blocks was lifted. Recording the same one
// again is harmless.
func (t *Tx) AddLift(l practice.Lift) error {
	stored, err := all(t, scanLift, `SELECT `+liftColumns+` FROM lifts WHERE id = ?`, l.ID)
	if err != nil {
		return err
	}
	if len(stored) > 0 {
		if l.CreatedAt = stored[0].CreatedAt; same(l, stored[0]) {
			return nil
		}
		return fault.New(fault.Conflict, "This was already lifted in other words. Nothing was changed.")
	}
	if err := t.exec(`INSERT INTO lifts (`+liftColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
		l.ID, l.ParticipantID, l.CheckKey, l.CheckText, l.Kind, l.Reason, l.PrescriberName, l.DecidedAt, l.Said, l.ReadBack, t.now); err != nil {
		return err
	}
	_, err = t.Record(practice.ActCreate, "lift", l.ID, string(l.Kind))
	return err
}
