package store

import (
	"encoding/json"
	"strconv"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

func scanMeasurePlan(r row) (x practice.ClientMeasures, err error) {
	var body string
	if err := r.Scan(&x.ClientID, &body, &x.CreatedAt, &x.UpdatedAt, &x.Version); err != nil {
		return x, err
	}
	return x, json.Unmarshal([]byte(body), &x.Plan)
}

// ClientMeasures returns a client's own plan of questionnaires; NotFound where
// the practice's holds.
func (t *Tx) ClientMeasures(clientID string) (practice.ClientMeasures, error) {
	return one(t, "plan", scanMeasurePlan, `SELECT client_id, body, created_at, updated_at, version FROM measure_plans WHERE client_id = ?`, clientID)
}

// PutClientMeasures keeps a client's own plan; a version that is not the
// stored one is a Conflict.
func (t *Tx) PutClientMeasures(x practice.ClientMeasures) (practice.ClientMeasures, error) {
	body, err := json.Marshal(x.Plan)
	if err != nil {
		return x, err
	}
	act, err := advance(t, &x, x.ClientID, t.ClientMeasures, func(x *practice.ClientMeasures) stamp { return stamp{&x.CreatedAt, &x.UpdatedAt, &x.Version} },
		"This plan was changed elsewhere since you opened it. What you chose is kept; look at it again, then save.")
	if err != nil || act == "" {
		return x, err
	}
	if err := t.exec(`INSERT INTO measure_plans (client_id, body, created_at, updated_at, version) VALUES (?,?,?,?,?)
		ON CONFLICT (client_id) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at, version = excluded.version`,
		x.ClientID, string(body), x.CreatedAt, x.UpdatedAt, x.Version); err != nil {
		return x, err
	}
	_, err = t.Record(act, "measure_plan", x.ClientID, "version "+strconv.Itoa(x.Version))
	return x, err
}

// DropClientMeasures puts a client back to the practice's plan; a version that
// is not the stored one is a Conflict. A client without an own plan stays so.
func (t *Tx) DropClientMeasures(clientID string, version int) error {
	own, err := t.ClientMeasures(clientID)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return nil
	case err != nil:
		return err
	case own.Version != version:
		return fault.New(fault.Conflict, "This plan was changed elsewhere since you opened it. Nothing was changed; look at it again.")
	}
	if err := t.exec(`DELETE FROM measure_plans WHERE client_id = ?`, clientID); err != nil {
		return err
	}
	_, err = t.Record(practice.ActErase, "measure_plan", clientID, "as the practice")
	return err
}
