package store_test

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func TestMedicineComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	m := practice.Medicine{
		ID: practice.NewID(), ClientID: d.client("Ana").ID, Name: "Lorazepam", Dose: "1 mg", Schedule: "at night", Class: "benzodiazepine",
		PrescribedBy: "Dr. M.", EndedOn: "2026-03-01",
	}
	var saved practice.Medicine
	put := func(m practice.Medicine) error {
		return d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutMedicine(m); return err })
	}
	if err := put(m); err != nil {
		t.Fatal(err)
	}
	first, trail := m, d.audits()
	m.Version, m.CreatedAt, m.UpdatedAt = 1, practice.At(noon), practice.At(noon)
	if got := see(d, func(tx *store.Tx) (practice.Medicine, error) { return tx.Medicine(m.ID) }); got != m || saved != m {
		t.Errorf("stored %+v\nreturned %+v\nwant %+v", got, saved, m)
	}
	d.later(time.Minute)
	if err := put(first); err != nil || saved != m || d.audits() != trail {
		t.Errorf("sent again: %v, %+v", err, saved)
	}
	first.Dose = "2 mg"
	want(t, put(first), fault.Conflict)
	m.Dose = "2 mg"
	if err := put(m); err != nil || saved.Version != 2 || saved.CreatedAt != practice.At(noon) || saved.UpdatedAt != practice.At(d.now) {
		t.Errorf("changed: %v, %+v", err, saved)
	}
	m.ID, m.ClientID, m.Version = practice.NewID(), practice.NewID(), 0
	want(t, put(m), fault.NotFound)
}

func TestMedicinesTakenNowFirst(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	for _, x := range []struct {
		name  string
		ended practice.Date
	}{{"Ended early", "2025-01-01"}, {"Zinc", ""}, {"Ended late", "2026-01-01"}, {"Aspirin", ""}} {
		d.do(func(tx *store.Tx) error {
			_, err := tx.PutMedicine(practice.Medicine{ID: practice.NewID(), ClientID: ana.ID, Name: x.name, EndedOn: x.ended})
			return err
		})
		d.later(time.Second)
	}
	var names []string
	for _, m := range see(d, func(tx *store.Tx) ([]practice.Medicine, error) { return tx.Medicines(ana.ID) }) {
		names = append(names, m.Name)
	}
	if got := strings.Join(names, ", "); got != "Zinc, Aspirin, Ended late, Ended early" {
		t.Errorf("listed %s", got)
	}
}
