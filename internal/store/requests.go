package store

import (
	"encoding/json"
	"strconv"

	"snowfield/internal/practice"
)

const requestColumns = `id, client_id, asked_on, asked_by, asker, asked_for, what, rule, due_on, extended_on, extended_to, extended_why,
	outcome, answered_on, released_what, denied_what, denied_why, created_at, updated_at, version`

// mostRequests bounds a list of requests for records.
const mostRequests = 500

func scanRequest(r row) (x practice.RecordsRequest, err error) {
	var rule string
	if err := r.Scan(&x.ID, &x.ClientID, &x.AskedOn, &x.AskedBy, &x.Asker, &x.AskedFor, &x.What, &rule, &x.DueOn, &x.ExtendedOn, &x.ExtendedTo, &x.ExtendedWhy,
		&x.Outcome, &x.AnsweredOn, &x.ReleasedWhat, &x.DeniedWhat, &x.DeniedWhy, &x.CreatedAt, &x.UpdatedAt, &x.Version); err != nil {
		return x, err
	}
	return x, json.Unmarshal([]byte(rule), &x.Rule)
}

// RecordsRequest returns a request for records.
func (t *Tx) RecordsRequest(id string) (practice.RecordsRequest, error) {
	return one(t, "records request", scanRequest, `SELECT `+requestColumns+` FROM records_requests WHERE id = ?`, id)
}

// RecordsRequests returns a client's requests: the open ones first, then
// those answered, the one asked last first.
func (t *Tx) RecordsRequests(clientID string) ([]practice.RecordsRequest, error) {
	return all(t, scanRequest, `SELECT `+requestColumns+` FROM records_requests WHERE client_id = ?
		ORDER BY outcome <> '', asked_on DESC, created_at DESC, id LIMIT ?`, clientID, mostRequests)
}

// OpenRecordsRequests returns every client's open requests, the one due first
// first.
func (t *Tx) OpenRecordsRequests() ([]practice.RecordsRequest, error) {
	return all(t, scanRequest, `SELECT `+requestColumns+` FROM records_requests WHERE outcome = ''
		ORDER BY max(due_on, extended_to), created_at, id LIMIT ?`, mostRequests)
}

// PutRecordsRequest adds a request or, when its version is the one stored,
// changes it. It returns the stored record. Adding the same one twice is
// harmless; a version that is not the stored one is a Conflict, and so is any
// change of one that was answered.
func (t *Tx) PutRecordsRequest(x practice.RecordsRequest) (practice.RecordsRequest, error) {
	rule, err := json.Marshal(x.Rule)
	if err != nil {
		return x, err
	}
	act, err := advance(t, &x, x.ID, t.RecordsRequest, func(x *practice.RecordsRequest) stamp { return stamp{&x.CreatedAt, &x.UpdatedAt, &x.Version} },
		"This request was changed elsewhere since you opened it. What you typed is kept; look at it again, then save.")
	if err != nil || act == "" {
		return x, err
	}
	if err := t.exec(`INSERT INTO records_requests (`+requestColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET client_id = excluded.client_id, asked_on = excluded.asked_on, asked_by = excluded.asked_by, asker = excluded.asker,
		asked_for = excluded.asked_for, what = excluded.what, rule = excluded.rule, due_on = excluded.due_on, extended_on = excluded.extended_on,
		extended_to = excluded.extended_to, extended_why = excluded.extended_why, outcome = excluded.outcome, answered_on = excluded.answered_on,
		released_what = excluded.released_what, denied_what = excluded.denied_what, denied_why = excluded.denied_why,
		updated_at = excluded.updated_at, version = excluded.version`,
		x.ID, x.ClientID, x.AskedOn, x.AskedBy, x.Asker, x.AskedFor, x.What, string(rule), x.DueOn, x.ExtendedOn, x.ExtendedTo, x.ExtendedWhy,
		x.Outcome, x.AnsweredOn, x.ReleasedWhat, x.DeniedWhat, x.DeniedWhy, x.CreatedAt, x.UpdatedAt, x.Version); err != nil {
		return x, err
	}
	detail := "version " + strconv.Itoa(x.Version)
	if x.Outcome != practice.RequestOpen {
		detail += ", " + string(x.Outcome)
	}
	_, err = t.Record(act, "records_request", x.ID, detail)
	return x, err
}
