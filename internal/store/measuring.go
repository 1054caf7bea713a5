package store

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// mostDosings bounds the dosing sessions of one client that are read at once.
const mostDosings = 500

// Measuring gathers, for each of some clients, all that follows which
// questionnaires are due. It reads no form from before the treatment that is
// going on.
func (t *Tx) Measuring(clientIDs []string) ([]practice.MeasuresInput, error) {
	letterhead, err := t.Practice()
	if err != nil {
		return nil, err
	}
	settings, err := t.Settings()
	if err != nil {
		return nil, err
	}
	stored, err := t.LibraryLatest(practice.ShelfMeasures)
	if err != nil {
		return nil, err
	}
	shelf, err := practice.MeasuresShelf(stored)
	if err != nil {
		return nil, err
	}
	list, known := []practice.MeasuresInput{}, map[practice.InstrumentRef]practice.Instrument{}
	for _, id := range clientIDs {
		in := practice.MeasuresInput{Plan: shelf[0].Item, Settings: settings, Now: t.now, Zone: letterhead.Zone}
		if err := t.measuring(&in, id, known); err != nil {
			return nil, err
		}
		list = append(list, in)
	}
	return list, nil
}

func (t *Tx) measuring(in *practice.MeasuresInput, clientID string, known map[practice.InstrumentRef]practice.Instrument) error {
	stage, err := one(t, "client", scalar[practice.Stage], `SELECT stage FROM clients WHERE id = ?`, clientID)
	if err != nil {
		return err
	}
	in.Closed = stage == practice.StageClosed
	own, err := t.ClientMeasures(clientID)
	switch {
	case err == nil:
		in.Plan = own.Plan
	case fault.CodeOf(err) != fault.NotFound:
		return err
	}
	if in.Courses, err = t.Courses(clientID); err != nil {
		return err
	}
	if in.Dosings, err = t.dosings(clientID); err != nil {
		return err
	}
	forms, err := all(t, scanResponse, `SELECT `+responseColumns+` FROM responses
		WHERE client_id = ? AND answered_at >= ? AND struck_at = '' ORDER BY answered_at DESC, id DESC LIMIT ?`,
		clientID, practice.MeasuredFrom(in.Courses), mostResponses)
	if err != nil {
		return err
	}
	for _, r := range forms {
		i, found := known[r.Instrument]
		if !found {
			if i, err = t.Instrument(r.Instrument); err != nil {
				return err
			}
			known[r.Instrument] = i
		}
		in.Forms = append(in.Forms, practice.Measured(r, i))
	}
	return nil
}

// dosings returns a client's dosing sessions, the newest first, each with the first dose given
// to this client.
func (t *Tx) dosings(clientID string) ([]practice.Held, error) {
	return all(t, func(r row) (h practice.Held, err error) {
		h.Session, err = scanSession(alsoScan{r, &h.FirstAt})
		return h, err
	}, `SELECT `+sessionColumns+`, coalesce((SELECT min(e.at) FROM entries e JOIN doses d ON d.entry_id = e.id
			WHERE e.participant_id = c.id AND e.kind = 'dose' AND e.struck_at = '' AND d.not_given = 0), '')
		FROM sessions s JOIN participants c ON c.session_id = s.id
		WHERE c.client_id = ? AND s.kind = 'dosing' ORDER BY s.start_at DESC, s.id DESC LIMIT ?`, clientID, mostDosings)
}

// alsoScan reads one further column behind those of a record.
type alsoScan struct {
	row
	last any
}

func (a alsoScan) Scan(to ...any) error { return a.row.Scan(append(to, a.last)...) }

// MeasuredClients returns the clients for whom questionnaires can be due: a
// course runs, or a dosing session lies in [from, to]. Closed clients are not
// among them.
func (t *Tx) MeasuredClients(from, to practice.Instant) ([]string, error) {
	return all(t, scalar[string], `SELECT id FROM (SELECT id FROM clients WHERE stage <> 'closed' AND id IN (
			SELECT client_id FROM courses WHERE completed_at = ''
			UNION SELECT p.client_id FROM sessions s JOIN participants p ON p.session_id = s.id
				WHERE s.start_at BETWEEN ? AND ? AND s.kind = 'dosing' AND s.cancelled_at = '')
		ORDER BY id DESC LIMIT 500) ORDER BY id`, from, to)
}
