package store_test

import (
	"context"
	"fmt"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// From the call to the durable row, on the encrypted file of a running
// session.
func BenchmarkAddVitalSigns(b *testing.B) {
	d := newDesk(b)
	c := practice.Client{ID: practice.NewID(), LegalName: "Ana"}
	c.Normalize()
	d.do(func(tx *store.Tx) error { _, err := tx.PutClient(c); return err })
	p := d.session(practice.Dosing, c).Participants[0].ID
	for b.Loop() {
		v := practice.VitalSigns{Entry: d.entry(p), SystolicMmHg: new(128), DiastolicMmHg: new(82), HeartRateBpm: new(74), SpO2Percent: new(98)}
		if err := d.try(func(tx *store.Tx) error { return tx.AddVitalSigns(v) }); err != nil {
			b.Fatal(err)
		}
	}
}

// A word typed into the search of 2,000 clients with ten sessions each.
func BenchmarkSearchClients(b *testing.B) {
	d := newDesk(b)
	d.do(func(tx *store.Tx) error {
		for i := range 2000 {
			c := practice.Client{ID: practice.NewID(), LegalName: fmt.Sprintf("Ána %c%c Nováková %d", 'A'+i%26, 'a'+i/26%26, i), Stage: practice.Stages[i%len(practice.Stages)]}
			c.Normalize()
			if _, err := tx.PutClient(c); err != nil {
				return err
			}
			for range 10 {
				s := practice.Session{
					ID: practice.NewID(), Kind: practice.Talk, Zone: "UTC", Place: practice.Office, PlannedStart: practice.At(d.now),
					Participants: []practice.Participant{{ID: practice.NewID(), ClientID: c.ID}},
				}
				if _, err := tx.PutSession(s); err != nil {
					return err
				}
			}
		}
		return nil
	})
	for b.Loop() {
		if err := d.s.View(context.Background(), d.now, func(tx *store.Tx) error {
			rows, total, err := tx.Clients("novakova 19", store.AllClients, 0, 50)
			if len(rows) == 0 || total < len(rows) {
				b.Fatal("nothing found")
			}
			return err
		}); err != nil {
			b.Fatal(err)
		}
	}
}
