package store_test

import (
	"reflect"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func TestEntriesComeBackAsWritten(t *testing.T) {
	d := newDesk(t)
	s := d.session(practice.Dosing, d.client("Ana"))
	p := s.Participants[0].ID
	e := func() practice.Entry { return d.entry(p) }
	dose := practice.DoseEvent{
		Entry: e(), PrescribedUg: 200_000, TakenUg: 62_500, Route: practice.Buccal, Form: practice.DissolveTablet, Lot: "L-1", Pharmacy: "P",
		AdministeredBy: "Client", OutAt: practice.At(noon), OutHow: "swallowed", LeftoverUg: 1,
	}
	refused := practice.DoseEvent{Entry: e(), NotGiven: true, Reason: "Blood pressure"}
	full := practice.VitalSigns{
		Entry: e(), SystolicMmHg: new(128), DiastolicMmHg: new(82), HeartRateBpm: new(74), SpO2Percent: new(98),
		RespiratoryRatePerMin: new(14), TemperatureDeciCelsius: new(368), Position: "seated", TakenBy: "M", Note: "calm",
	}
	one := practice.VitalSigns{Entry: e(), SpO2Percent: new(97)}
	words := practice.Observation{Entry: e(), Text: "I was small.", ClientWords: true}
	d.do(func(tx *store.Tx) error {
		for _, write := range []error{tx.AddDose(dose), tx.AddDose(refused), tx.AddVitalSigns(full), tx.AddVitalSigns(one), tx.AddObservation(words)} {
			if write != nil {
				return write
			}
		}
		return nil
	})
	for _, entry := range []*practice.Entry{&dose.Entry, &refused.Entry, &full.Entry, &one.Entry, &words.Entry} {
		entry.RecordedAt = practice.At(noon)
	}
	if got := see(d, func(tx *store.Tx) ([]practice.DoseEvent, error) { return tx.Doses(p) }); !reflect.DeepEqual(got, []practice.DoseEvent{dose, refused}) {
		t.Errorf("doses %+v", got)
	}
	if got := see(d, func(tx *store.Tx) ([]practice.VitalSigns, error) { return tx.VitalSigns(p) }); !reflect.DeepEqual(got, []practice.VitalSigns{full, one}) {
		t.Errorf("vitals %+v", got)
	}
	if got := see(d, func(tx *store.Tx) ([]practice.Observation, error) { return tx.Observations(p) }); !reflect.DeepEqual(got, []practice.Observation{words}) {
		t.Errorf("observations %+v", got)
	}
}

// audits counts the trail.
func (d *desk) audits() int64 {
	d.t.Helper()
	return see(d, func(tx *store.Tx) (int64, error) {
		n, _, err := tx.AuditHead()
		return n, err
	})
}

func TestWritingAnEntryTwice(t *testing.T) {
	d := newDesk(t)
	p := d.session(practice.Dosing, d.client("Ana")).Participants[0].ID
	dose, vitals, seen := d.dose(p), d.vitals(p), d.observation(p, "calm")
	before := d.audits()
	d.later(time.Minute)
	d.do(func(tx *store.Tx) error { return tx.AddDose(dose) })
	d.do(func(tx *store.Tx) error { return tx.AddVitalSigns(vitals) })
	d.do(func(tx *store.Tx) error { return tx.AddObservation(seen) })
	if d.audits() != before {
		t.Error("a repeated submit left a trace")
	}
	other := dose
	other.TakenUg++
	want(t, d.try(func(tx *store.Tx) error { return tx.AddDose(other) }), fault.Conflict)
	seen.Text = "else"
	want(t, d.try(func(tx *store.Tx) error { return tx.AddObservation(seen) }), fault.Conflict)
	vitals.Entry.ID = dose.Entry.ID // an id of another kind
	want(t, d.try(func(tx *store.Tx) error { return tx.AddVitalSigns(vitals) }), fault.Conflict)
	if got := see(d, func(tx *store.Tx) ([]practice.DoseEvent, error) { return tx.Doses(p) }); len(got) != 1 || got[0].TakenUg != dose.TakenUg {
		t.Errorf("doses %+v", got)
	}
}

func TestCorrection(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	s := d.session(practice.Dosing, ana, ben)
	p := s.Participants[0].ID
	wrong := d.dose(p)
	right := wrong
	right.Entry = d.entry(p)
	right.Entry.CorrectsID, right.TakenUg = wrong.Entry.ID, 100_000
	for name, c := range map[string]struct {
		change func(*practice.Entry)
		code   fault.Code
	}{
		"of nothing":         {func(e *practice.Entry) { e.CorrectsID = practice.NewID() }, fault.NotFound},
		"of another's entry": {func(e *practice.Entry) { e.ParticipantID = s.Participants[1].ID }, fault.Conflict},
		"of itself":          {func(e *practice.Entry) { e.CorrectsID = e.ID }, fault.NotFound},
	} {
		x := right
		c.change(&x.Entry)
		if err := d.try(func(tx *store.Tx) error { return tx.AddDose(x) }); fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
	seen := practice.Observation{Entry: d.entry(p), Text: "x"}
	seen.Entry.CorrectsID = wrong.Entry.ID
	want(t, d.try(func(tx *store.Tx) error { return tx.AddObservation(seen) }), fault.Conflict)

	d.do(func(tx *store.Tx) error { return tx.AddDose(right) })
	d.do(func(tx *store.Tx) error { return tx.AddDose(right) }) // again: harmless
	doses := see(d, func(tx *store.Tx) ([]practice.DoseEvent, error) { return tx.Doses(p) })
	if len(doses) != 2 || doses[0].Entry.Stands() || !doses[1].Entry.Stands() {
		t.Fatalf("doses %+v", doses)
	}
	if total := practice.Totals(doses); total.TakenUg != 100_000 || total.Given != 1 {
		t.Errorf("totals %+v", total)
	}
	again := right
	again.Entry = d.entry(p)
	again.Entry.CorrectsID = wrong.Entry.ID
	want(t, d.try(func(tx *store.Tx) error { return tx.AddDose(again) }), fault.Conflict) // already struck
}

func TestStrikeAndUndo(t *testing.T) {
	d := newDesk(t)
	p := d.session(practice.Dosing, d.client("Ana")).Participants[0].ID
	entry := func(id string) practice.Entry {
		return see(d, func(tx *store.Tx) (practice.Entry, error) {
			e, _, err := tx.Entry(id)
			return e, err
		})
	}
	x := d.vitals(p)
	young := entry(x.Entry.ID)
	d.do(func(tx *store.Tx) error { return tx.UndoEntry(young) })
	if got := see(d, func(tx *store.Tx) ([]practice.VitalSigns, error) { return tx.VitalSigns(p) }); len(got) != 0 {
		t.Errorf("undone, yet there: %+v", got)
	}
	var left int
	if err := d.db.QueryRow("SELECT count(*) FROM vital_signs").Scan(&left); err != nil || left != 0 {
		t.Errorf("%d readings left without an entry, %v", left, err)
	}
	y := d.dose(p)
	d.later(time.Minute)
	old := entry(y.Entry.ID)
	want(t, d.try(func(tx *store.Tx) error { return tx.UndoEntry(old) }), fault.Conflict)
	want(t, d.try(func(tx *store.Tx) error { return tx.StrikeEntry(old, "  ") }), fault.Invalid)
	d.do(func(tx *store.Tx) error { return tx.StrikeEntry(old, "Wrong client") })
	struck := entry(y.Entry.ID)
	if struck.StruckAt != practice.At(d.now) || struck.StruckReason != "Wrong client" {
		t.Errorf("struck %+v", struck)
	}
	want(t, d.try(func(tx *store.Tx) error { return tx.StrikeEntry(struck, "again") }), fault.Conflict)
	want(t, d.try(func(tx *store.Tx) error { return tx.UndoEntry(struck) }), fault.Conflict)
	d.do(func(tx *store.Tx) error { return tx.AddDose(y) }) // sent again after the strike: harmless
	want(t, d.try(func(tx *store.Tx) error { _, _, err := tx.Entry(practice.NewID()); return err }), fault.NotFound)
}

func TestALineIsNeverRewritten(t *testing.T) {
	d := newDesk(t)
	s := d.session(practice.Dosing, d.client("Ana"), d.client("Ben"))
	p := s.Participants[0].ID
	id := d.dose(p).Entry.ID
	d.vitals(p)
	d.observation(p, "calm")
	for _, query := range []string{
		"UPDATE entries SET at = '2026-03-12T00:00:00.000Z'",
		"UPDATE entries SET recorded_at = '2026-03-12T00:00:00.000Z'",
		"UPDATE entries SET participant_id = '" + s.Participants[1].ID + "'",
		"UPDATE entries SET id = '" + practice.NewID() + "' WHERE kind = 'dose'",
		"UPDATE entries SET corrects_id = '" + id + "'",
		"UPDATE doses SET taken_ug = 1",
		"UPDATE vital_signs SET heart_rate_bpm = 60",
		"UPDATE observations SET text = 'x'",
		"REPLACE INTO entries SELECT * FROM entries",
		"REPLACE INTO doses SELECT * FROM doses",
		"REPLACE INTO vital_signs SELECT * FROM vital_signs",
		"REPLACE INTO observations SELECT * FROM observations",
	} {
		if d.raw(query) == nil {
			t.Errorf("%s: accepted", query)
		}
	}
}
