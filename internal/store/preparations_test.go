package store_test

import (
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func TestPreparationComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	client := d.client("Ana").ID
	get := func(tx *store.Tx) (practice.PreparationForm, error) { return tx.Preparation(client) }
	want(t, d.try(func(tx *store.Tx) error { _, err := get(tx); return err }), fault.NotFound)
	var saved practice.PreparationForm
	put := func(f practice.PreparationForm) error {
		return d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutPreparation(f); return err })
	}
	f := practice.PreparationForm{
		ClientID: client, Fears: "Falling", AlteredStates: "None", Supports: "A sister", SetAndSetting: "The blue room", Music: "Strings",
		EyeShades: "Yes", Touch: practice.TouchAgreed, TouchAgreement: "A hand", Boundaries: "No music with words", SafetyPlan: "Call K.",
		FastingHours: 5, RideHome: practice.Contact{Name: "K", Relationship: "Sister", Phone: "555"}, MedicinesReviewed: true,
	}
	before := d.audits()
	if err := put(f); err != nil {
		t.Fatal(err)
	}
	f.Version, f.UpdatedAt = 1, practice.At(noon)
	if got := see(d, get); got != f || saved != f {
		t.Errorf("stored %+v\nreturned %+v\nwant %+v", got, saved, f)
	}

	d.later(time.Minute)
	again := f
	again.Version, again.UpdatedAt = 0, ""
	if err := put(again); err != nil || saved != f {
		t.Errorf("repeated: %v, %+v", err, saved)
	}
	again.Fears = "Waking"
	want(t, put(again), fault.Conflict)
	f.Fears = "Waking"
	if err := put(f); err != nil || saved.Version != 2 || saved.UpdatedAt != practice.At(d.now) || d.audits() != before+1 {
		t.Errorf("changed: %v, %+v, trail of %d", err, saved, d.audits()-before)
	}

	f = saved
	f.CompletedAt = practice.At(d.now)
	if err := put(f); err != nil || d.audits() != before+2 {
		t.Errorf("completed: %v, trail of %d", err, d.audits()-before)
	}
	f = saved
	f.Fears = "None"
	want(t, put(f), fault.Conflict) // complete: kept
	f.CompletedAt = ""
	if err := put(f); err != nil || d.audits() != before+3 {
		t.Errorf("reopened: %v, trail of %d", err, d.audits()-before)
	}
	want(t, put(practice.PreparationForm{ClientID: practice.NewID()}), fault.NotFound)
}

func TestDayCheckComesBackUntilTheSessionBegins(t *testing.T) {
	d := newDesk(t)
	planned := func(name string) string {
		return d.put(practice.Session{
			ID: practice.NewID(), Kind: practice.Dosing, Zone: "America/Los_Angeles", Place: practice.Virtual, PlannedStart: practice.At(noon),
			Participants: []practice.Participant{{ID: practice.NewID(), ClientID: d.client(name).ID}},
		}).Participants[0].ID
	}
	participant := planned("Ana")
	get := func(tx *store.Tx) (practice.DayCheck, error) { return tx.DayCheck(participant) }
	want(t, d.try(func(tx *store.Tx) error { _, err := get(tx); return err }), fault.NotFound)
	var saved practice.DayCheck
	put := func(c practice.DayCheck) error {
		return d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutDayCheck(c); return err })
	}
	c := practice.DayCheck{
		ParticipantID: participant, AskedOn: "2026-03-12", Identity: practice.AnswerYes, Fasted: practice.AnswerNo, FastingNote: "Toast",
		Medicines: practice.AnswerYes, MedicinesNote: "As usual", Ride: practice.AnswerYes, RideHome: practice.Contact{Name: "K"},
		SuicidalThoughts: practice.AnswerNo, SuicidalNote: "N", Intoxicated: practice.AnswerNo, AbleToConsent: practice.AnswerYes,
		Intention: "To rest", Touch: practice.TouchNone, Virtual: practice.VirtualSafety{
			Address: "1 Road\nTown", CallBackNumber: "1", EmergencyNumber: "2", EmergencyRoom: "3", ChaperoneName: "S", ChaperonePhone: "4",
			ChaperoneAdult: true, ChaperonePresent: true, PressureCuff: true, SpitCup: true, Dependents: true, LostConnection: true, LostMinutes: 5,
		},
	}
	before := d.audits()
	if err := put(c); err != nil {
		t.Fatal(err)
	}
	c.Version, c.UpdatedAt = 1, practice.At(noon)
	if got := see(d, get); got != c || saved != c {
		t.Errorf("stored %+v\nreturned %+v\nwant %+v", got, saved, c)
	}
	d.later(time.Minute)
	c.Fasted = practice.AnswerYes
	if err := put(c); err != nil || saved.Version != 2 || d.audits() != before+1 {
		t.Errorf("changed: %v, %+v, trail of %d", err, saved, d.audits()-before)
	}
	c.FastingNote = "Nothing"
	want(t, put(c), fault.Conflict) // it names version 1
	c.Version, c.AskedOn = 2, "2026-03-13"
	if err := put(c); err != nil || d.audits() != before+2 {
		t.Errorf("asked anew: %v, trail of %d", err, d.audits()-before)
	}

	start := `INSERT INTO starts (participant_id, at, readiness, preparation, day, deviation) VALUES (?, '2026-03-12T12:00:00.000Z', '{}', '{}', '{}', '')`
	if err := d.raw(start, participant); err != nil {
		t.Fatal(err)
	}
	want(t, put(saved), fault.Conflict)
	other := planned("Ben")
	if err := d.raw(start, other); err != nil {
		t.Fatal(err)
	}
	want(t, put(practice.DayCheck{ParticipantID: other, AskedOn: "2026-03-12"}), fault.Conflict)
	want(t, put(practice.DayCheck{ParticipantID: practice.NewID(), AskedOn: "2026-03-12"}), fault.NotFound)
}
