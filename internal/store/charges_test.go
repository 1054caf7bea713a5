package store_test

import (
	"reflect"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// charge is one of a participant, of an hour.
func (d *desk) charge(participantID string) practice.Charge {
	d.t.Helper()
	c := practice.Charge{
		ID: practice.NewID(), ParticipantID: participantID, CPT: "90837", Words: "An hour", Units: 2, FeeCents: 18_000, PaidCents: 5_050,
		POS: practice.POSHome, Diagnoses: []string{"F33.1 it's \"low\""},
	}
	d.do(func(tx *store.Tx) (err error) { c, err = tx.PutCharge(c); return err })
	return c
}

func TestChargeComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	id := d.session(practice.Talk, d.client("Ana")).Participants[0].ID
	trail := d.audits()
	c := d.charge(id)
	get := func(tx *store.Tx) (practice.Charge, error) { return tx.Charge(c.ID) }
	if got := see(d, get); !reflect.DeepEqual(got, c) || c.Version != 1 || c.CreatedAt != practice.At(noon) || d.audits() != trail+1 {
		t.Errorf("stored %+v, returned %+v", got, c)
	}
	d.later(time.Minute)
	put := func(c practice.Charge) (got practice.Charge, err error) {
		err = d.try(func(tx *store.Tx) (err error) { got, err = tx.PutCharge(c); return err })
		return got, err
	}
	again := c
	again.Version, again.CreatedAt, again.UpdatedAt = 0, "", ""
	if got, err := put(again); err != nil || !reflect.DeepEqual(got, c) || d.audits() != trail+1 {
		t.Errorf("sent again: %v, %+v", err, got)
	}
	again.PaidCents = 36_000
	_, err := put(again)
	want(t, err, fault.Conflict)
	c.PaidCents, c.Diagnoses = 36_000, []string{}
	changed, err := put(c)
	if err != nil || changed.Version != 2 || changed.UpdatedAt != practice.At(d.now) || !reflect.DeepEqual(see(d, get), changed) || d.audits() != trail+2 {
		t.Errorf("changed: %v, %+v", err, changed)
	}
	d.do(func(tx *store.Tx) error { return tx.RemoveCharge(changed) })
	want(t, d.try(func(tx *store.Tx) error { _, err := get(tx); return err }), fault.NotFound)
	last, _, err := lastOf(d, practice.ActErase)
	if err != nil || last.Subject != "charge" || last.SubjectID != c.ID || last.Detail != "version 2" {
		t.Errorf("the trail says %+v, %v", last, err)
	}
	c.ID, c.ParticipantID, c.Version = practice.NewID(), practice.NewID(), 0
	_, err = put(c)
	want(t, err, fault.NotFound)
}

func lastOf(d *desk, act practice.Act) (last practice.AuditEntry, found bool, err error) {
	err = d.try(func(tx *store.Tx) (err error) { last, found, err = tx.LastOf(act); return err })
	return last, found, err
}

func TestChargesOfOneClientAlone(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	second := d.put(practice.Session{
		ID: practice.NewID(), Kind: practice.Talk, Zone: "America/Los_Angeles", Place: practice.Office, PlannedStart: "2026-04-01T05:00:00.000Z", ActualStart: "2026-04-01T05:00:00.000Z",
		Participants: []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}, {ID: practice.NewID(), ClientID: ben.ID}},
	})
	first := d.session(practice.Talk, ana)
	late, _ := d.charge(second.Participants[0].ID), d.charge(second.Participants[1].ID)
	d.later(time.Second)
	early := d.charge(first.Participants[0].ID)
	d.later(time.Second)
	more := d.charge(first.Participants[0].ID)
	got := see(d, func(tx *store.Tx) ([]practice.DatedCharge, error) { return tx.ChargesOfClient(ana.ID) })
	// The evening of 31 March where the session was.
	wanted := []practice.DatedCharge{{Charge: early, Day: "2026-03-12"}, {Charge: more, Day: "2026-03-12"}, {Charge: late, Day: "2026-03-31"}}
	if !reflect.DeepEqual(got, wanted) {
		t.Errorf("charged %+v\nwant %+v", got, wanted)
	}
	if got := see(d, func(tx *store.Tx) ([]practice.Charge, error) { return tx.Charges(first.Participants[0].ID) }); !reflect.DeepEqual(got, []practice.Charge{early, more}) {
		t.Errorf("of the session %+v", got)
	}
}

// A charge is no clinical entry: a signed note does not hold it.
func TestChargeOfASignedSession(t *testing.T) {
	c := newSignedCase(t)
	charge := c.charge(c.ana)
	charge.PaidCents = 18_000
	c.do(func(tx *store.Tx) error { _, err := tx.PutCharge(charge); return err })
}
