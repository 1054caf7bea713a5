package store

import (
	"encoding/json"
	"strconv"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const screeningColumns = `id, client_id, answers, notes, conclusion, review_on, completed_at, created_at, updated_at, version`

func scanScreening(r row) (s practice.Screening, err error) {
	var answers string
	if err := r.Scan(&s.ID, &s.ClientID, &answers, &s.Notes, &s.Conclusion, &s.ReviewOn, &s.CompletedAt, &s.CreatedAt, &s.UpdatedAt, &s.Version); err != nil {
		return s, err
	}
	return s, json.Unmarshal([]byte(answers), &s.Answers)
}

// Screening returns one round of a client's screening.
func (t *Tx) Screening(id string) (practice.Screening, error) {
	return one(t, "screening", scanScreening, `SELECT `+screeningColumns+` FROM screenings WHERE id = ?`, id)
}

// Screenings returns a client's rounds, newest first; the one that is open, if
// any, is the first.
func (t *Tx) Screenings(clientID string, limit int) ([]practice.Screening, error) {
	return all(t, scanScreening, `SELECT `+screeningColumns+` FROM screenings WHERE client_id = ?
		ORDER BY completed_at <> '', created_at DESC, rowid DESC LIMIT ?`, clientID, limit)
}

// PutScreening begins a round or, when its version is the one stored, changes
// it. It returns the stored round. Another version is a Conflict, and so is a
// second open round of one client; a complete one does not change. The trail
// gets the beginning and the completion.
func (t *Tx) PutScreening(s practice.Screening) (practice.Screening, error) {
	if s.Answers == nil {
		s.Answers = []practice.ScreeningAnswer{}
	}
	act, err := advance(t, &s, s.ID, t.Screening, func(s *practice.Screening) stamp { return stamp{&s.CreatedAt, &s.UpdatedAt, &s.Version} },
		"This screening was changed elsewhere since you opened it. What you typed is kept here; open it again and compare.")
	if err != nil || act == "" {
		return s, err
	}
	if act == practice.ActCreate {
		open, err := all(t, scanScreening, `SELECT `+screeningColumns+` FROM screenings WHERE client_id = ? AND completed_at = ''`, s.ClientID)
		if err != nil {
			return s, err
		}
		if len(open) > 0 {
			return open[0], fault.New(fault.Conflict, "A screening of this client is already open. Nothing was begun; go on with that one.")
		}
	}
	answers, err := json.Marshal(s.Answers)
	if err != nil {
		return s, err
	}
	if err := t.exec(`INSERT INTO screenings (`+screeningColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET client_id = excluded.client_id, answers = excluded.answers, notes = excluded.notes, conclusion = excluded.conclusion,
		review_on = excluded.review_on, completed_at = excluded.completed_at, updated_at = excluded.updated_at, version = excluded.version`,
		s.ID, s.ClientID, string(answers), s.Notes, s.Conclusion, s.ReviewOn, s.CompletedAt, s.CreatedAt, s.UpdatedAt, s.Version); err != nil {
		return s, err
	}
	switch {
	case s.Completed():
		_, err = t.Record(practice.ActChange, "screening", s.ID, "complete, version "+strconv.Itoa(s.Version))
	case act == practice.ActCreate:
		_, err = t.Record(act, "screening", s.ID, "")
	default:
		err = t.changed()
	}
	return s, err
}

// DueScreening is a client whose last complete screening is to be repeated.
type DueScreening struct {
	ClientID string
	Name     string
	ReviewOn practice.Date
}

// mostDue bounds a list of what is due; whoever has more works from the top.
const mostDue = 100

// ScreeningsDue returns the clients in treatment whose last complete screening
// is to be repeated by a day, the longest due first.
func (t *Tx) ScreeningsDue(by practice.Date) ([]DueScreening, error) {
	return all(t, func(r row) (d DueScreening, err error) {
		var legal, preferred string
		err = r.Scan(&d.ClientID, &legal, &preferred, &d.ReviewOn)
		d.Name = practice.Client{LegalName: legal, PreferredName: preferred}.Name()
		return d, err
	}, `SELECT c.id, c.legal_name, c.preferred_name, s.review_on FROM clients c JOIN screenings s ON s.client_id = c.id
		WHERE c.stage <> 'closed' AND s.review_on <= ? AND s.rowid = (SELECT rowid FROM screenings
			WHERE client_id = c.id AND completed_at <> '' ORDER BY created_at DESC, rowid DESC LIMIT 1)
		ORDER BY s.review_on, c.search_name, c.id LIMIT ?`, by, mostDue)
}

func scanResolution(r row) (x practice.Resolution, err error) {
	err = r.Scan(&x.ID, &x.ClientID, &x.Flag.ItemKey, &x.Flag.RaisedAt, &x.Reason, &x.CreatedAt)
	return x, err
}

const resolutionColumns = `id, client_id, item_key, raised_at, reason, created_at`

// Resolutions returns the reasons by which a client's flags were closed, the
// newest first.
func (t *Tx) Resolutions(clientID string) ([]practice.Resolution, error) {
	return all(t, scanResolution, `SELECT `+resolutionColumns+` FROM flag_resolutions WHERE client_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 500`, clientID)
}

// AddResolution keeps a reason that closes a flag. Adding the same one again
// is harmless; it never changes.
func (t *Tx) AddResolution(x practice.Resolution) (practice.Resolution, error) {
	stored, err := all(t, scanResolution, `SELECT `+resolutionColumns+` FROM flag_resolutions WHERE id = ?`, x.ID)
	if err != nil {
		return x, err
	}
	x.CreatedAt = t.now
	if len(stored) > 0 {
		x.CreatedAt = stored[0].CreatedAt
		if x == stored[0] {
			return x, nil
		}
		return stored[0], fault.New(fault.Conflict, "This reason is already recorded with other words. Nothing was changed.")
	}
	if err := t.exec(`INSERT INTO flag_resolutions (`+resolutionColumns+`) VALUES (?,?,?,?,?,?)`,
		x.ID, x.ClientID, x.Flag.ItemKey, x.Flag.RaisedAt, x.Reason, x.CreatedAt); err != nil {
		return x, err
	}
	_, err = t.Record(practice.ActCreate, "flag_resolution", x.ID, "")
	return x, err
}
