package store_test

import (
	"reflect"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func TestPrescriberComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	p := practice.Prescriber{
		ID: practice.NewID(), Name: "Dr. A. Lindqvist", Credential: "MD", Organisation: "Harbour Clinic", Phone: "1", SecureFax: "2", Email: "a@example.org",
	}
	var saved practice.Prescriber
	put := func(p practice.Prescriber) error {
		return d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutPrescriber(p); return err })
	}
	if err := put(p); err != nil {
		t.Fatal(err)
	}
	p.Version, p.CreatedAt, p.UpdatedAt = 1, practice.At(noon), practice.At(noon)
	if got := see(d, func(tx *store.Tx) (practice.Prescriber, error) { return tx.Prescriber(p.ID) }); got != p || saved != p {
		t.Errorf("stored %+v\nreturned %+v\nwant %+v", got, saved, p)
	}

	d.later(time.Minute)
	again := p
	again.Version, again.CreatedAt, again.UpdatedAt = 0, "", "" // the first submit, repeated
	if err := put(again); err != nil || saved != p || d.audits() != 1 {
		t.Errorf("repeated: %v, %+v, trail of %d", err, saved, d.audits())
	}
	again.Phone = "3"
	want(t, put(again), fault.Conflict)
	if saved != p {
		t.Errorf("a conflict returns what is stored, not %+v", saved)
	}
	p.Phone, p.Retired = "3", true
	if err := put(p); err != nil || saved.Version != 2 || saved.CreatedAt != practice.At(noon) || saved.UpdatedAt != practice.At(d.now) || !saved.Retired {
		t.Errorf("changed: %v, %+v", err, saved)
	}
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.Prescriber(practice.NewID()); return err }), fault.NotFound)
}

func TestPrescribersByNameTheRetiredLast(t *testing.T) {
	d := newDesk(t)
	for name, retired := range map[string]bool{"Cole": false, "Abbot": true, "birch": false, "Ames": false} {
		p := practice.Prescriber{ID: practice.NewID(), Name: name, Retired: retired}
		d.do(func(tx *store.Tx) error { _, err := tx.PutPrescriber(p); return err })
	}
	var names []string
	for _, p := range see(d, (*store.Tx).Prescribers) {
		names = append(names, p.Name)
	}
	if want := []string{"Ames", "birch", "Cole", "Abbot"}; !reflect.DeepEqual(names, want) {
		t.Errorf("listed %v, want %v", names, want)
	}
}
