package app

import (
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// A dose beyond the prescriber's order is recorded with a reason and not
// without one; the log says the reason.
func TestDoseBeyondTheOrder(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	order := b.clear(client.ID)
	order.DoseMinUg, order.DoseMaxUg, order.Route, order.Form = 100_000, 300_000, practice.Sublingual, practice.Lozenge
	order.Version = 1
	must(b, b.clearances.Save)(order)
	v := b.begin(practice.Dosing, client.ID, "")
	if o := v.Parts[0].Order; o == nil || o.Text != "Ordered: 100 to 300 mg sublingual lozenge" || o.GivenText != "Nothing given yet" || o.Route != practice.Sublingual || o.Form != practice.Lozenge {
		t.Fatalf("the order: %+v", o)
	}

	b.reading(v, 120, 80)
	dose := practice.DoseEvent{Entry: b.entry(v), TakenUg: 350_000, Route: practice.Sublingual, Form: practice.Lozenge}
	_, err := b.sessions.RecordDose(v.Session.ID, dose)
	refused := b.refused(err, fault.Invalid)
	if want := "The highest dose ordered is 300 mg. Say why it was given all the same."; refused.Fields["reason"] != want {
		t.Errorf("refused with %q, want %q", refused.Fields, want)
	}
	if log := must(b, b.sessions.Get)(v.Session.ID).Parts[0].Log; len(log) != 1 {
		t.Errorf("it is in the log: %+v", log)
	}
	dose.Reason = "The client took both lozenges."
	for range 2 { // sent twice
		_, err = b.sessions.RecordDose(v.Session.ID, dose)
		b.ok(err)
	}
	if log := must(b, b.sessions.Get)(v.Session.ID).Parts[0].Log; len(log) != 2 || log[1].Text != "350 mg sublingual lozenge. Reason: The client took both lozenges." {
		t.Errorf("the log: %+v", log)
	}
	b.wait(time.Hour)
	_, err = b.sessions.RecordDose(v.Session.ID, practice.DoseEvent{Entry: b.entry(v), TakenUg: 50_000, Route: practice.Sublingual})
	if refused := b.refused(err, fault.Invalid); refused.Fields["reason"] != "No booster is ordered. Say why it was given all the same." {
		t.Errorf("refused with %q", refused.Fields)
	}

	// What was wrong is put right without a reason: the dose it corrects counts no more.
	corrected := practice.DoseEvent{Entry: b.entry(v), TakenUg: 300_000, Route: practice.Sublingual, Form: practice.Lozenge}
	corrected.Entry.CorrectsID, corrected.Entry.At = dose.Entry.ID, dose.Entry.At
	c, err := b.sessions.RecordDose(v.Session.ID, corrected)
	b.ok(err)
	if o := c.State.Order; o.GivenText != "300 mg given, at 10:00" {
		t.Errorf("given: %q", o.GivenText)
	}
}

// A clearance that names no dose orders none.
func TestNoOrder(t *testing.T) {
	b := newBench(t)
	b.create()
	v := b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
	if v.Parts[0].Order != nil {
		t.Errorf("%+v", v.Parts[0].Order)
	}
	b.dose(v, 400)
}
