package store_test

import (
	"slices"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func (d *desk) measuring(clientID string) practice.MeasuresInput {
	d.t.Helper()
	return see(d, func(tx *store.Tx) ([]practice.MeasuresInput, error) { return tx.Measuring([]string{clientID}) })[0]
}

// What is due follows from each client's own doses, also of a couple: a dose
// that was struck or not given is none.
func TestMeasuringReadsEachOnTheirOwn(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	s := d.session(practice.Dosing, ana, ben)
	d.session(practice.Talk, ana)
	of := func(clientID string) practice.Instant {
		list := d.measuring(clientID).Dosings
		if len(list) != 1 || list[0].Session.ID != s.ID || len(list[0].Session.Participants) != 2 {
			t.Fatalf("dosing sessions %+v", list)
		}
		return list[0].FirstAt
	}
	struck := d.dose(s.Participants[0].ID)
	if of(ana.ID) != struck.Entry.At || of(ben.ID) != "" {
		t.Errorf("first doses %q and %q", of(ana.ID), of(ben.ID))
	}
	d.later(time.Hour)
	second := d.dose(s.Participants[0].ID)
	d.do(func(tx *store.Tx) error { return tx.StrikeEntry(struck.Entry, "Entered twice") })
	if of(ana.ID) != second.Entry.At {
		t.Errorf("a struck dose counts: %q", of(ana.ID))
	}
	d.do(func(tx *store.Tx) error {
		return tx.AddDose(practice.DoseEvent{Entry: d.entry(s.Participants[1].ID), NotGiven: true, Reason: "Nausea"})
	})
	if of(ben.ID) != "" {
		t.Errorf("a dose not given counts: %q", of(ben.ID))
	}
}

func TestMeasuringReadsFormsAndPlans(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	old := practice.At(d.now)
	i, form := d.form(ana.ID)
	form.Answers = map[string]int{}
	for _, item := range i.Items {
		form.Answers[item.LinkID] = 0
	}
	form.FinishedAt = practice.At(d.now)
	form, err := d.putForm(form, i)
	want(t, err, "")
	if list := d.measuring(ana.ID).Forms; len(list) != 1 || !list[0].Complete || list[0].ID != form.ID {
		t.Errorf("a finished form: %+v", list)
	}
	if list := d.measuring(ben.ID).Forms; len(list) != 0 {
		t.Errorf("another client's: %+v", list)
	}
	d.later(time.Hour)
	_, again := d.form(ana.ID) // unfinished
	if list := d.measuring(ana.ID).Forms; len(list) != 2 || list[0].ID != again.ID || list[0].Finished {
		t.Errorf("an unfinished form: %+v", list)
	}
	d.do(func(tx *store.Tx) error {
		form.StruckAt, form.StruckReason = practice.At(d.now), "Another client's"
		return tx.StrikeResponse(form)
	})
	if list := d.measuring(ana.ID).Forms; len(list) != 1 || list[0].ID != again.ID {
		t.Errorf("a struck form is looked at: %+v", list)
	}
	d.later(60 * 24 * time.Hour)
	d.course(ana.ID)
	if list := d.measuring(ana.ID).Forms; len(list) != 0 || old >= practice.MeasuredFrom(d.measuring(ana.ID).Courses) {
		t.Errorf("forms from long before the course are read: %+v", list)
	}

	shipped := d.measuring(ana.ID).Plan
	if len(shipped.Rows) == 0 || shipped.DaysBefore != 7 {
		t.Errorf("the shipped plan %+v", shipped)
	}
	practices, err := practice.Shelve(practice.ShelfMeasures, practice.TheOne, practice.MeasurePlan{DaysBefore: 3})
	want(t, err, "")
	d.do(func(tx *store.Tx) error { _, err := tx.PutLibrary(practices); return err })
	own := practice.ClientMeasures{ClientID: ana.ID, Plan: practice.MeasurePlan{DaysBefore: 5}}
	put := func(x practice.ClientMeasures) error {
		return d.try(func(tx *store.Tx) (err error) { own, err = tx.PutClientMeasures(x); return err })
	}
	want(t, put(own), "")
	if a, b := d.measuring(ana.ID).Plan.DaysBefore, d.measuring(ben.ID).Plan.DaysBefore; a != 5 || b != 3 {
		t.Errorf("own plan %d, the practice's %d", a, b)
	}
	drop := func(version int) error {
		return d.try(func(tx *store.Tx) error { return tx.DropClientMeasures(ana.ID, version) })
	}
	want(t, drop(7), fault.Conflict)
	want(t, drop(own.Version), "")
	want(t, drop(own.Version), "")
	if got := d.measuring(ana.ID).Plan.DaysBefore; got != 3 {
		t.Errorf("back to the practice's: %d", got)
	}
	ben.Stage = practice.StageClosed
	d.do(func(tx *store.Tx) error { _, err := tx.PutClient(ben); return err })
	if d.measuring(ana.ID).Closed || !d.measuring(ben.ID).Closed {
		t.Error("who is closed")
	}
}

func TestMeasuredClients(t *testing.T) {
	d := newDesk(t)
	run, over, near, far, gone, off, talk, closed := d.client("A"), d.client("B"), d.client("C"), d.client("D"), d.client("E"), d.client("F"), d.client("G"), d.client("H")
	d.course(run.ID)
	d.course(closed.ID)
	done := d.course(over.ID)
	done.CompletedAt, done.Ending, done.ClosingSummary = practice.At(d.now), practice.EndingEarly, "Moved away"
	d.do(func(tx *store.Tx) error { _, err := tx.PutCourse(done); return err })
	closed.Stage = practice.StageClosed
	d.do(func(tx *store.Tx) error { _, err := tx.PutClient(closed); return err })
	day := 24 * time.Hour
	for client, after := range map[*practice.Client]time.Duration{&near: 5 * day, &far: 40 * day, &gone: -10 * day} {
		s := d.plan(*client)
		s.PlannedStart = practice.At(d.now.Add(after))
		d.put(s)
	}
	called := d.plan(off)
	called.CancelledAt = practice.At(d.now)
	d.put(called)
	d.session(practice.Talk, talk)
	got := see(d, func(tx *store.Tx) ([]string, error) {
		return tx.MeasuredClients(practice.At(d.now.Add(-4*day)), practice.At(d.now.Add(30*day)))
	})
	expected := []string{run.ID, near.ID}
	slices.Sort(expected)
	if !slices.Equal(got, expected) {
		t.Errorf("%d clients: %v, want the running course and the dosing in five days", len(got), got)
	}
}
