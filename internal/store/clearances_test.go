package store_test

import (
	"reflect"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func (d *desk) prescriber() practice.Prescriber {
	d.t.Helper()
	p := practice.Prescriber{ID: practice.NewID(), Name: "Dr. Ana Sample"}
	d.do(func(tx *store.Tx) (err error) {
		p, err = tx.PutPrescriber(p)
		return err
	})
	return p
}

// clearance is a full clearance of a client, kept.
func (d *desk) clearance(clientID string) practice.Clearance {
	d.t.Helper()
	c := practice.Clearance{
		ID: practice.NewID(), ClientID: clientID, PrescriberID: d.prescriber().ID, ClearedOn: "2026-03-01", ExpiresOn: "2026-09-01",
		Conditions: "Pressure taken first", Covers: []practice.FlagRef{{ItemKey: "heart", RaisedAt: "2026-02-01T10:00:00.000Z"}},
		Limits:    practice.Limits{SystolicMaxMmHg: new(150), SystolicMinMmHg: new(95), DiastolicMaxMmHg: new(95), HeartRateMaxBpm: new(110), HeartRateMinBpm: new(45), SpO2MinPercent: new(93)},
		DoseMinUg: 50_000, DoseMaxUg: 200_000, Route: practice.Sublingual, Form: practice.Lozenge, BoosterAllowed: true, BoosterMaxUg: 50_000, BoosterEarliestMin: 20,
		Sessions: 6, Pharmacy: "Corner",
	}
	d.do(func(tx *store.Tx) (err error) {
		c, err = tx.PutClearance(c)
		return err
	})
	return c
}

func TestClearanceComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	c := d.clearance(ana.ID)
	get := func(tx *store.Tx) (practice.Clearance, error) { return tx.Clearance(c.ID) }
	if got := see(d, get); !reflect.DeepEqual(got, c) || got.Version != 1 || got.CreatedAt != practice.At(noon) || *got.Limits.SystolicMaxMmHg != 150 {
		t.Errorf("stored %+v\nwant %+v", got, c)
	}
	put := func(c practice.Clearance) (saved practice.Clearance, err error) {
		err = d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutClearance(c); return err })
		return saved, err
	}
	d.later(time.Hour)
	again := c
	again.Version, again.CreatedAt, again.UpdatedAt = 0, "", ""
	if saved, err := put(again); err != nil || !reflect.DeepEqual(saved, c) {
		t.Errorf("repeated: %v, %+v", err, saved)
	}
	again.Conditions = "Other"
	saved, err := put(again)
	want(t, err, fault.Conflict)
	if saved.Conditions != c.Conditions {
		t.Error("a conflict returns what is stored")
	}
	c.Limits.SystolicMaxMmHg, c.AttachmentID = nil, ""
	if saved, err := put(c); err != nil || saved.Version != 2 || saved.Limits.SystolicMaxMmHg != nil || see(d, get).Limits.SystolicMaxMmHg != nil {
		t.Errorf("changed: %v, %+v", err, saved)
	}
	ben := d.client("Ben")
	if list := see(d, func(tx *store.Tx) ([]practice.Clearance, error) { return tx.Clearances(ben.ID) }); len(list) != 0 {
		t.Errorf("another client's: %+v", list)
	}
}

// A clearance a session began under keeps what it said; it can be suspended
// once, and then it does not change at all.
func TestUsedClearanceIsKept(t *testing.T) {
	d := newDesk(t)
	ana := d.client("Ana")
	c := d.clearance(ana.ID)
	s := d.sessionUnder(c.ID, practice.Dosing, ana)

	under, ok, err := practice.Clearance{}, false, error(nil)
	d.do(func(tx *store.Tx) error {
		under, ok, err = tx.ClearanceOf(s.Participants[0].ID)
		return err
	})
	if !ok || under.ID != c.ID {
		t.Errorf("began under %+v, %v", under, ok)
	}
	none := d.session(practice.Dosing, ana)
	d.do(func(tx *store.Tx) error {
		_, ok, err = tx.ClearanceOf(none.Participants[0].ID)
		return err
	})
	if ok {
		t.Error("a session that did not begin is under no clearance")
	}

	for name, change := range map[string]func(*practice.Clearance){
		"limit":   func(c *practice.Clearance) { c.Limits.SystolicMaxMmHg = new(170) },
		"limit 2": func(c *practice.Clearance) { c.Limits.SpO2MinPercent = nil },
		"expiry":  func(c *practice.Clearance) { c.ExpiresOn = "2027-01-01" },
		"covers":  func(c *practice.Clearance) { c.Covers = []practice.FlagRef{} },
		"dose":    func(c *practice.Clearance) { c.DoseMaxUg = 400_000 },
		"count":   func(c *practice.Clearance) { c.Sessions = 0 },
		"client":  func(c *practice.Clearance) { c.ClientID = d.client("Ben").ID },
	} {
		other := c
		change(&other)
		if err := d.try(func(tx *store.Tx) error { _, err := tx.PutClearance(other); return err }); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("%s of a used clearance: %v", name, err)
		}
	}
	if err := c.Suspend("Pressure rose", "", practice.At(d.now)); err != nil {
		t.Fatal(err)
	}
	d.do(func(tx *store.Tx) (err error) { c, err = tx.PutClearance(c); return err })
	c.SuspendedAt, c.SuspendedReason = "", ""
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.PutClearance(c); return err }), fault.Conflict)
	if d.raw(`DELETE FROM clearances`) == nil {
		t.Error("a clearance was deleted")
	}
}

// Only sessions in which a dose was given count against a clearance.
func TestUsedUnder(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	first, second := d.clearance(ana.ID), d.clearance(ana.ID)
	under := func(c practice.Clearance, dose func(participantID string)) {
		s := d.sessionUnder(c.ID, practice.Dosing, ana, ben)
		dose(s.Participants[0].ID)
		d.dose(s.Participants[1].ID) // the partner's
	}
	given := func(id string) { d.dose(id); d.dose(id) } // a booster makes no second session
	under(first, given)
	under(first, given)
	under(first, func(string) {})
	under(first, func(id string) {
		x := practice.DoseEvent{Entry: d.entry(id), NotGiven: true, Reason: "pressure"}
		d.do(func(tx *store.Tx) error { return tx.AddDose(x) })
	})
	under(first, func(id string) {
		x := d.dose(id)
		d.later(time.Minute)
		d.do(func(tx *store.Tx) error { e, _, _ := tx.Entry(x.Entry.ID); return tx.StrikeEntry(e, "typed twice") })
	})
	under(second, given)
	got := see(d, func(tx *store.Tx) (map[string]int, error) { return tx.UsedUnder(ana.ID) })
	if wanted := map[string]int{first.ID: 2, second.ID: 1}; !reflect.DeepEqual(got, wanted) {
		t.Errorf("used %v, want %v", got, wanted)
	}
	if got := see(d, func(tx *store.Tx) (map[string]int, error) { return tx.UsedUnder(ben.ID) }); len(got) != 0 {
		t.Errorf("the partner's: %v", got)
	}
}
