package store

import (
	"encoding/json"
	"strconv"

	"snowfield/internal/practice"
)

const clearanceColumns = `c.id, c.client_id, c.prescriber_id, c.cleared_on, c.expires_on, c.conditions, c.covers,
	c.systolic_max_mmhg, c.systolic_min_mmhg, c.diastolic_max_mmhg, c.heart_rate_max_bpm, c.heart_rate_min_bpm, c.spo2_min_percent,
	c.dose_min_ug, c.dose_max_ug, c.route, c.form, c.booster_allowed, c.booster_max_ug, c.booster_earliest_min, c.sessions, c.pharmacy,
	coalesce(c.attachment_id, ''), c.suspended_at, c.suspended_reason, coalesce(c.adverse_event_id, ''), c.created_at, c.updated_at, c.version`

func scanClearance(r row) (c practice.Clearance, err error) {
	var covers string
	if err := r.Scan(&c.ID, &c.ClientID, &c.PrescriberID, &c.ClearedOn, &c.ExpiresOn, &c.Conditions, &covers,
		&c.Limits.SystolicMaxMmHg, &c.Limits.SystolicMinMmHg, &c.Limits.DiastolicMaxMmHg,
		&c.Limits.HeartRateMaxBpm, &c.Limits.HeartRateMinBpm, &c.Limits.SpO2MinPercent,
		&c.DoseMinUg, &c.DoseMaxUg, &c.Route, &c.Form, &c.BoosterAllowed, &c.BoosterMaxUg, &c.BoosterEarliestMin, &c.Sessions, &c.Pharmacy,
		&c.AttachmentID, &c.SuspendedAt, &c.SuspendedReason, &c.AdverseEventID, &c.CreatedAt, &c.UpdatedAt, &c.Version); err != nil {
		return c, err
	}
	return c, json.Unmarshal([]byte(covers), &c.Covers)
}

// Clearance returns a clearance.
func (t *Tx) Clearance(id string) (practice.Clearance, error) {
	return one(t, "clearance", scanClearance, `SELECT `+clearanceColumns+` FROM clearances c WHERE c.id = ?`, id)
}

// Clearances returns a client's clearances, newest first.
func (t *Tx) Clearances(clientID string) ([]practice.Clearance, error) {
	return all(t, scanClearance, `SELECT `+clearanceColumns+` FROM clearances c WHERE c.client_id = ?
		ORDER BY c.cleared_on DESC, c.created_at DESC, c.id LIMIT 500`, clientID)
}

// ClearanceOf returns the clearance a participant's session began under;
// false when it began under none or has not begun.
func (t *Tx) ClearanceOf(participantID string) (practice.Clearance, bool, error) {
	list, err := all(t, scanClearance, `SELECT `+clearanceColumns+` FROM clearances c JOIN starts s ON s.clearance_id = c.id WHERE s.participant_id = ?`, participantID)
	if err != nil || len(list) == 0 {
		return practice.Clearance{}, false, err
	}
	return list[0], true, nil
}

// UsedUnder counts a client's sessions with a dose given, by the clearance
// they began under.
func (t *Tx) UsedUnder(clientID string) (map[string]int, error) {
	type count struct {
		id string
		n  int
	}
	list, err := all(t, func(r row) (c count, err error) {
		err = r.Scan(&c.id, &c.n)
		return c, err
	}, `SELECT s.clearance_id, count(*) FROM starts s JOIN participants p ON p.id = s.participant_id
		WHERE p.client_id = ? AND s.clearance_id IS NOT NULL AND EXISTS (
			SELECT 1 FROM entries e JOIN doses d ON d.entry_id = e.id WHERE e.participant_id = p.id AND e.struck_at = '' AND d.not_given = 0)
		GROUP BY s.clearance_id ORDER BY s.clearance_id LIMIT 500`, clientID)
	used := map[string]int{}
	for _, c := range list {
		used[c.id] = c.n
	}
	return used, err
}

// PutClearance adds a clearance or, when its version is the one stored,
// changes it. It returns the stored record. Adding the same one twice is
// harmless; a version that is not the stored one is a Conflict, and so is a
// change of one a session began under, but for its suspension, and of one
// that is suspended.
func (t *Tx) PutClearance(c practice.Clearance) (practice.Clearance, error) {
	covers, err := json.Marshal(c.Covers)
	if err != nil {
		return c, err
	}
	act, err := advance(t, &c, c.ID, t.Clearance, func(c *practice.Clearance) stamp { return stamp{&c.CreatedAt, &c.UpdatedAt, &c.Version} },
		"This clearance was changed elsewhere since you opened it. What you typed is kept; look at it again, then save.")
	if err != nil || act == "" {
		return c, err
	}
	l := c.Limits
	if err := t.exec(`INSERT INTO clearances (id, client_id, prescriber_id, cleared_on, expires_on, conditions, covers,
			systolic_max_mmhg, systolic_min_mmhg, diastolic_max_mmhg, heart_rate_max_bpm, heart_rate_min_bpm, spo2_min_percent,
			dose_min_ug, dose_max_ug, route, form, booster_allowed, booster_max_ug, booster_earliest_min, sessions, pharmacy,
			attachment_id, suspended_at, suspended_reason, adverse_event_id, created_at, updated_at, version)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET client_id = excluded.client_id, prescriber_id = excluded.prescriber_id, cleared_on = excluded.cleared_on, expires_on = excluded.expires_on,
		conditions = excluded.conditions, covers = excluded.covers, systolic_max_mmhg = excluded.systolic_max_mmhg, systolic_min_mmhg = excluded.systolic_min_mmhg,
		diastolic_max_mmhg = excluded.diastolic_max_mmhg, heart_rate_max_bpm = excluded.heart_rate_max_bpm, heart_rate_min_bpm = excluded.heart_rate_min_bpm,
		spo2_min_percent = excluded.spo2_min_percent, dose_min_ug = excluded.dose_min_ug, dose_max_ug = excluded.dose_max_ug, route = excluded.route, form = excluded.form,
		booster_allowed = excluded.booster_allowed, booster_max_ug = excluded.booster_max_ug, booster_earliest_min = excluded.booster_earliest_min,
		sessions = excluded.sessions, pharmacy = excluded.pharmacy, attachment_id = excluded.attachment_id, suspended_at = excluded.suspended_at,
		suspended_reason = excluded.suspended_reason, adverse_event_id = excluded.adverse_event_id, updated_at = excluded.updated_at, version = excluded.version`,
		c.ID, c.ClientID, c.PrescriberID, c.ClearedOn, c.ExpiresOn, c.Conditions, string(covers),
		l.SystolicMaxMmHg, l.SystolicMinMmHg, l.DiastolicMaxMmHg, l.HeartRateMaxBpm, l.HeartRateMinBpm, l.SpO2MinPercent,
		c.DoseMinUg, c.DoseMaxUg, c.Route, c.Form, c.BoosterAllowed, c.BoosterMaxUg, c.BoosterEarliestMin, c.Sessions, c.Pharmacy,
		null(c.AttachmentID), c.SuspendedAt, c.SuspendedReason, null(c.AdverseEventID), c.CreatedAt, c.UpdatedAt, c.Version); err != nil {
		return c, err
	}
	detail := "version " + strconv.Itoa(c.Version)
	if c.SuspendedAt != "" {
		detail += ", suspended"
	}
	_, err = t.Record(act, "clearance", c.ID, detail)
	return c, err
}

// BegunUnder returns the clearances of a client a session began under: what
// they say is kept.
func (t *Tx) BegunUnder(clientID string) (map[string]bool, error) {
	ids, err := all(t, scalar[string], `SELECT id FROM clearances c WHERE client_id = ? AND EXISTS (SELECT 1 FROM starts WHERE clearance_id = c.id)
		ORDER BY id LIMIT 500`, clientID)
	return set(ids), err
}
