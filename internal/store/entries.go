package store

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const entryColumns = `e.id, e.participant_id, e.at, e.recorded_at, e.struck_at, e.struck_reason, coalesce(e.corrects_id, '')`

func entryFields(e *practice.Entry) []any {
	return []any{&e.ID, &e.ParticipantID, &e.At, &e.RecordedAt, &e.StruckAt, &e.StruckReason, &e.CorrectsID}
}

func scanDose(r row) (d practice.DoseEvent, err error) {
	err = r.Scan(append(entryFields(&d.Entry), &d.PrescribedUg, &d.TakenUg, &d.Route, &d.Form, &d.Lot, &d.Pharmacy, &d.AdministeredBy,
		&d.OutAt, &d.OutHow, &d.LeftoverUg, &d.NotGiven, &d.Reason)...)
	return d, err
}

const doseQuery = `SELECT ` + entryColumns + `, d.prescribed_ug, d.taken_ug, d.route, d.form, d.lot, d.pharmacy, d.administered_by,
	d.out_at, d.out_how, d.leftover_ug, d.not_given, d.reason FROM entries e JOIN doses d ON d.entry_id = e.id `

func scanVitals(r row) (v practice.VitalSigns, err error) {
	err = r.Scan(append(entryFields(&v.Entry), &v.SystolicMmHg, &v.DiastolicMmHg, &v.HeartRateBpm, &v.SpO2Percent,
		&v.RespiratoryRatePerMin, &v.TemperatureDeciCelsius, &v.Position, &v.TakenBy, &v.Note)...)
	return v, err
}

const vitalsQuery = `SELECT ` + entryColumns + `, v.systolic_mmhg, v.diastolic_mmhg, v.heart_rate_bpm, v.spo2_percent,
	v.respiratory_rate_per_min, v.temperature_decicelsius, v.position, v.taken_by, v.note FROM entries e JOIN vital_signs v ON v.entry_id = e.id `

func scanObservation(r row) (o practice.Observation, err error) {
	var call practice.Call
	err = r.Scan(append(entryFields(&o.Entry), &o.Kind, &o.Text, &o.ClientWords, &call.Callee, &call.Name, &call.Number, &call.Reached)...)
	if call.Callee != "" {
		o.Call = &call
	}
	return o, err
}

const observationQuery = `SELECT ` + entryColumns + `, o.word, o.text, o.client_words, coalesce(c.callee, ''), coalesce(c.name, ''), coalesce(c.number, ''), coalesce(c.reached, '')
	FROM entries e JOIN observations o ON o.entry_id = e.id LEFT JOIN calls c ON c.entry_id = e.id `

// ofKind are a participant's entries of one kind, in time order.
const ofKind = `WHERE e.participant_id = ? AND e.kind = ? ORDER BY e.at, e.id LIMIT 5000`

// Doses returns a participant's doses in time order, struck ones included.
func (t *Tx) Doses(participantID string) ([]practice.DoseEvent, error) {
	return all(t, scanDose, doseQuery+ofKind, participantID, "dose")
}

// DosesOfClient returns a client's doses in all sessions in time order, struck
// ones included.
func (t *Tx) DosesOfClient(clientID string) ([]practice.DoseEvent, error) {
	return all(t, scanDose, doseQuery+`JOIN participants p ON p.id = e.participant_id
		WHERE p.client_id = ? AND e.kind = 'dose' ORDER BY e.at, e.id LIMIT 5000`, clientID)
}

// VitalSigns returns a participant's readings in time order, struck ones
// included.
func (t *Tx) VitalSigns(participantID string) ([]practice.VitalSigns, error) {
	return all(t, scanVitals, vitalsQuery+ofKind, participantID, "vitals")
}

// Observations returns a participant's observations in time order, struck
// ones included.
func (t *Tx) Observations(participantID string) ([]practice.Observation, error) {
	return all(t, scanObservation, observationQuery+ofKind, participantID, "observation")
}

// AddDose writes a dose. Writing the same one again is harmless.
func (t *Tx) AddDose(d practice.DoseEvent) error {
	return addOnce(t, d, "dose", false, func(d *practice.DoseEvent) *practice.Entry { return &d.Entry }, scanDose, doseQuery, func() error {
		return t.exec(`INSERT INTO doses (entry_id, prescribed_ug, taken_ug, route, form, lot, pharmacy, administered_by, out_at, out_how, leftover_ug, not_given, reason)
			VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)`, d.Entry.ID, d.PrescribedUg, d.TakenUg, d.Route, d.Form, d.Lot, d.Pharmacy, d.AdministeredBy,
			d.OutAt, d.OutHow, d.LeftoverUg, d.NotGiven, d.Reason)
	})
}

// AddVitalSigns writes a reading. Writing the same one again is harmless.
func (t *Tx) AddVitalSigns(v practice.VitalSigns) error {
	return addOnce(t, v, "vitals", false, func(v *practice.VitalSigns) *practice.Entry { return &v.Entry }, scanVitals, vitalsQuery, func() error {
		return t.exec(`INSERT INTO vital_signs (entry_id, systolic_mmhg, diastolic_mmhg, heart_rate_bpm, spo2_percent, respiratory_rate_per_min, temperature_decicelsius, position, taken_by, note)
			VALUES (?,?,?,?,?,?,?,?,?,?)`, v.Entry.ID, v.SystolicMmHg, v.DiastolicMmHg, v.HeartRateBpm, v.SpO2Percent, v.RespiratoryRatePerMin,
			v.TemperatureDeciCelsius, v.Position, v.TakenBy, v.Note)
	})
}

// AddObservation writes an observation. Writing the same one again is
// harmless.
func (t *Tx) AddObservation(o practice.Observation) error {
	return addOnce(t, o, "observation", o.IsStep(), func(o *practice.Observation) *practice.Entry { return &o.Entry }, scanObservation, observationQuery, func() error {
		if err := t.exec(`INSERT INTO observations (entry_id, word, text, client_words) VALUES (?,?,?,?)`, o.Entry.ID, o.Kind, o.Text, o.ClientWords); err != nil || o.Call == nil {
			return err
		}
		return t.exec(`INSERT INTO calls (entry_id, callee, name, number, reached) VALUES (?,?,?,?,?)`, o.Entry.ID, o.Call.Callee, o.Call.Name, o.Call.Number, o.Call.Reached)
	})
}

// addOnce writes an entry and its details, and strikes the entry it corrects.
// An id that is already stored with the same content is left as it is; with
// other content it is a Conflict.
func addOnce[T any](t *Tx, x T, kind string, step bool, entry func(*T) *practice.Entry, scan func(row) (T, error), query string, details func() error) error {
	e := entry(&x)
	stored, err := all(t, scan, query+`WHERE e.id = ?`, e.ID)
	if err != nil {
		return err
	}
	if len(stored) > 0 {
		before := entry(&stored[0])
		e.RecordedAt, e.StruckAt, e.StruckReason = before.RecordedAt, before.StruckAt, before.StruckReason
		if same(x, stored[0]) {
			return nil
		}
		return fault.New(fault.Conflict, "This entry is already recorded with other content. Nothing was changed.")
	}
	if e.CorrectsID != "" {
		if err := t.strikeCorrected(*e, kind); err != nil {
			return err
		}
	}
	if err := t.exec(`INSERT INTO entries (id, participant_id, kind, at, recorded_at, struck_at, struck_reason, corrects_id, step) VALUES (?,?,?,?,?,'','',?,?)`,
		e.ID, e.ParticipantID, kind, e.At, t.now, null(e.CorrectsID), step); err != nil {
		return err
	}
	if err := details(); err != nil {
		return err
	}
	_, err = t.Record(practice.ActCreate, kind, e.ID, "")
	return err
}

// strikeCorrected strikes the entry that e, of a kind, corrects.
func (t *Tx) strikeCorrected(e practice.Entry, kind string) error {
	old, oldKind, err := t.Entry(e.CorrectsID)
	if err != nil {
		return err
	}
	if old.ParticipantID != e.ParticipantID || oldKind != kind {
		return fault.New(fault.Conflict, "A correction is of the same kind and for the same client as the entry it corrects.")
	}
	return t.StrikeEntry(old, "Corrected")
}

// Entry returns what every line of the log has, and its kind: "dose",
// "vitals" or "observation".
func (t *Tx) Entry(id string) (practice.Entry, string, error) {
	var kind string
	e, err := one(t, "entry", func(r row) (e practice.Entry, err error) {
		err = r.Scan(append(entryFields(&e), &kind)...)
		return e, err
	}, `SELECT `+entryColumns+`, e.kind FROM entries e WHERE e.id = ?`, id)
	return e, kind, err
}

// StrikeEntry strikes an entry through with a reason.
func (t *Tx) StrikeEntry(e practice.Entry, reason string) error {
	if err := e.Strike(t.now, reason); err != nil {
		return err
	}
	if err := t.exec(`UPDATE entries SET struck_at = ?, struck_reason = ? WHERE id = ?`, e.StruckAt, e.StruckReason, e.ID); err != nil {
		return err
	}
	_, err := t.Record(practice.ActStrike, "entry", e.ID, "")
	return err
}

// UndoEntry takes an entry back as if never written. It refuses one that is
// too old (practice.UndoWindow), struck, already corrected by another, or
// moved here from another chart.
func (t *Tx) UndoEntry(e practice.Entry) error {
	moved, err := one(t, "entry", scalar[bool], `SELECT EXISTS (SELECT 1 FROM moves WHERE entry_id = ?)`, e.ID)
	if err != nil {
		return err
	}
	if !e.CanUndo(t.now) || !e.Stands() || moved {
		return fault.New(fault.Conflict, "This entry can no longer be taken back. Strike it through instead.")
	}
	if err := t.exec(`DELETE FROM entries WHERE id = ?`, e.ID); err != nil {
		return err
	}
	_, err = t.Record(practice.ActUndo, "entry", e.ID, "")
	return err
}
