package store

import (
	"encoding/json"

	"snowfield/internal/practice"
)

const responseColumns = `id, client_id, instrument_id, instrument_version, answered_at, zone, answered_by, answers, score,
	finished_at, struck_at, struck_reason, created_at, updated_at, version`

// mostResponses bounds the forms of one client that are read at once.
const mostResponses = 2000

func scanResponse(r row) (x practice.Response, err error) {
	var answers string
	if err := r.Scan(&x.ID, &x.ClientID, &x.Instrument.ID, &x.Instrument.Version, &x.AnsweredAt, &x.Zone, &x.By, &answers, &x.Score,
		&x.FinishedAt, &x.StruckAt, &x.StruckReason, &x.CreatedAt, &x.UpdatedAt, &x.Version); err != nil {
		return x, err
	}
	return x, json.Unmarshal([]byte(answers), &x.Answers)
}

// Response returns a form.
func (t *Tx) Response(id string) (practice.Response, error) {
	return one(t, "form", scanResponse, `SELECT `+responseColumns+` FROM responses WHERE id = ?`, id)
}

// Responses returns a client's forms, the one answered last first; struck and
// unfinished ones too.
func (t *Tx) Responses(clientID string) ([]practice.Response, error) {
	return all(t, scanResponse, `SELECT `+responseColumns+` FROM responses WHERE client_id = ?
		ORDER BY answered_at DESC, created_at DESC, id DESC LIMIT ?`, clientID, mostResponses)
}

// ResponsesAtRisk returns every client's forms that speak of a risk nobody has
// reviewed, the oldest first.
func (t *Tx) ResponsesAtRisk() ([]practice.Response, error) {
	return all(t, scanResponse, `SELECT `+responseColumns+` FROM responses WHERE at_risk = 1 ORDER BY answered_at, id LIMIT ?`, mostResponses)
}

// ResponsesWithRisk returns a client's forms that speak of a risk nobody has
// reviewed or whose risk was reviewed, the one answered last first.
func (t *Tx) ResponsesWithRisk(clientID string) ([]practice.Response, error) {
	return all(t, scanResponse, `SELECT `+responseColumns+` FROM responses f WHERE client_id = ?
		AND (at_risk = 1 OR EXISTS (SELECT 1 FROM risk_reviews WHERE response_id = f.id))
		ORDER BY answered_at DESC, created_at DESC, id DESC LIMIT ?`, clientID, mostResponses)
}

// HasResponses reports whether a client has any form.
func (t *Tx) HasResponses(clientID string) (bool, error) {
	return one(t, "form", scalar[bool], `SELECT EXISTS (SELECT 1 FROM responses WHERE client_id = ?)`, clientID)
}

// PutResponse adds a form or, when its version is the one stored, changes it;
// it returns the stored form. Adding the same one twice is harmless; a version
// that is not the stored one is a Conflict. The definition it is answered with
// is kept with it. Answers on their way are no acts of the trail; the
// beginning and the end of a form are.
func (t *Tx) PutResponse(x practice.Response, i practice.Instrument) (practice.Response, error) {
	if err := t.keepInstrument(i); err != nil {
		return x, err
	}
	if x.Answers == nil {
		x.Answers = map[string]int{}
	}
	answers, err := json.Marshal(x.Answers)
	if err != nil {
		return x, err
	}
	act, err := advance(t, &x, x.ID, t.Response, func(x *practice.Response) stamp { return stamp{&x.CreatedAt, &x.UpdatedAt, &x.Version} },
		"This form was changed elsewhere since you opened it. Nothing was changed; open it again.")
	if err != nil || act == "" {
		return x, err
	}
	risk, err := t.atRisk(x)
	if err != nil {
		return x, err
	}
	if err := t.exec(`INSERT INTO responses (`+responseColumns+`, at_risk) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET client_id = excluded.client_id, instrument_id = excluded.instrument_id, instrument_version = excluded.instrument_version,
		answered_at = excluded.answered_at, zone = excluded.zone, answered_by = excluded.answered_by, answers = excluded.answers, score = excluded.score,
		finished_at = excluded.finished_at, struck_at = excluded.struck_at, struck_reason = excluded.struck_reason,
		updated_at = excluded.updated_at, version = excluded.version, at_risk = excluded.at_risk`,
		x.ID, x.ClientID, x.Instrument.ID, x.Instrument.Version, x.AnsweredAt, x.Zone, x.By, string(answers), x.Score,
		x.FinishedAt, x.StruckAt, x.StruckReason, x.CreatedAt, x.UpdatedAt, x.Version, risk); err != nil {
		return x, err
	}
	if act == practice.ActCreate || x.Finished() {
		detail := x.Instrument.ID
		if x.Finished() {
			detail += ", finished"
		}
		_, err = t.Record(act, "form", x.ID, detail)
	}
	return x, err
}

// StrikeResponse keeps that a finished form does not count.
func (t *Tx) StrikeResponse(x practice.Response) error {
	if err := t.exec(`UPDATE responses SET struck_at = ?, struck_reason = ?, at_risk = 0, updated_at = ?, version = version + 1 WHERE id = ?`,
		x.StruckAt, x.StruckReason, t.now, x.ID); err != nil {
		return err
	}
	_, err := t.Record(practice.ActStrike, "form", x.ID, x.Instrument.ID)
	return err
}

// DropResponse takes away a form in which nothing was answered.
func (t *Tx) DropResponse(id string) error {
	if err := t.exec(`DELETE FROM responses WHERE id = ?`, id); err != nil {
		return err
	}
	_, err := t.Record(practice.ActErase, "form", id, "nothing was answered")
	return err
}

// atRisk tells whether a form speaks of a risk nobody has reviewed.
func (t *Tx) atRisk(x practice.Response) (bool, error) {
	i, err := t.Instrument(x.Instrument)
	if err != nil {
		return false, err
	}
	reviews, err := t.RiskReviews(x.ID)
	return len(practice.OpenRisks(i, x, reviews)) > 0, err
}
