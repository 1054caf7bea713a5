package sample

import (
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// consentText is the practice's own wording of the consent to KAP.
var consentText = practice.ConsentText{
	Key: "kap", Kind: practice.ConsentKAP, Title: "Consent to ketamine-assisted psychotherapy", ValidMonths: 12, Offered: true,
	Text:    "This is a sample. It says in plain words what is proposed, what is known about it, what the risks and the alternatives are, and that consent can be withdrawn at any time.",
	Clauses: []string{"I have been told the risks and could ask questions.", "I will not drive until I have slept a night.", "I can withdraw at any time."},
}

// founded writes what the practice works with: its prescriber and its consent.
func (w *writer) founded(when time.Time) {
	w.prescriber = practice.Prescriber{
		ID: w.id(), Name: "Dr. Ana Sample", Credential: "MD", Organisation: "Sample Medical Group", Phone: "555 0190", SecureFax: "555 0191", Email: "ana.sample@example.org",
	}
	w.at(when, func(tx *store.Tx) (err error) {
		w.prescriber, err = tx.PutPrescriber(w.prescriber)
		return err
	})
	w.at(when, func(tx *store.Tx) error {
		item, err := practice.Shelve(practice.ShelfConsent, consentText.Key, consentText)
		if err != nil {
			return err
		}
		_, err = tx.PutLibrary(item)
		return err
	})
}

// ready takes a client through screening, clearance, consent and preparation
// on one day, so that dosing sessions can begin.
func (w *writer) ready(clientID string, when time.Time) {
	on := practice.Date(when.Format(time.DateOnly))
	screening, clearance, consent := w.id(), w.id(), w.id()
	w.at(when, func(tx *store.Tx) error {
		client, err := tx.Client(clientID)
		if err != nil {
			return err
		}
		if err := screened(tx, screening, client, on); err != nil {
			return err
		}
		if _, err := tx.PutClearance(practice.Clearance{
			ID: clearance, ClientID: clientID, PrescriberID: w.prescriber.ID, ClearedOn: on, ExpiresOn: on.AddMonths(6), Covers: []practice.FlagRef{},
			DoseMinUg: 100_000, DoseMaxUg: 300_000, Route: practice.Sublingual, Form: practice.Lozenge,
			BoosterAllowed: true, BoosterMaxUg: 100_000, BoosterEarliestMin: 30, Sessions: 6, Pharmacy: "Example Compounding",
		}); err != nil {
			return err
		}
		signed := practice.Consent{
			ID: consent, ClientID: clientID, Initials: []string{"X", "X", "X"}, SignedOn: on, ExpiresOn: on.AddMonths(12),
			SignedBy: client.LegalName, SignerRole: "client", Method: practice.ConsentTyped,
		}
		if err := signed.Sign(consentText, 1, on); err != nil {
			return err
		}
		if _, err := tx.AddConsent(signed); err != nil {
			return err
		}
		form := practice.PreparationForm{
			ClientID: clientID, Touch: practice.TouchNone, FastingHours: 4, MedicinesReviewed: true,
			SafetyPlan: "Call the practice, then the emergency contact.", RideHome: client.EmergencyContact,
		}
		if form, err = tx.PutPreparation(form); err != nil {
			return err
		}
		if err := form.Complete(client, tx.Now()); err != nil {
			return err
		}
		_, err = tx.PutPreparation(form)
		return err
	})
}

func screened(tx *store.Tx, id string, client practice.Client, on practice.Date) error {
	shelf, err := practice.ScreeningShelf(nil)
	if err != nil {
		return err
	}
	items := make([]practice.ScreeningItem, 0, len(shelf))
	for _, s := range shelf {
		items = append(items, s.Item)
	}
	round := practice.NewScreening(id, client.ID, items)
	for i := range round.Answers {
		round.Answers[i].Answer = practice.AnswerNo
	}
	round.Conclusion, round.ReviewOn = practice.ScreeningClear, on.AddMonths(6)
	if round, err = tx.PutScreening(round); err != nil {
		return err
	}
	if err := round.Complete(client, nil, on, tx.Now()); err != nil {
		return err
	}
	_, err = tx.PutScreening(round)
	return err
}

// started asks the questions of the day and keeps what stands, as a dosing
// session begins.
func started(tx *store.Tx, s practice.Session) error {
	on := practice.Date(tx.Now().In(Zone).Format(time.DateOnly))
	for _, p := range s.Participants {
		if _, err := tx.PutDayCheck(practice.DayCheck{
			ParticipantID: p.ID, AskedOn: on, Identity: practice.AnswerYes, Fasted: practice.AnswerYes, Medicines: practice.AnswerYes, Ride: practice.AnswerYes,
			SuicidalThoughts: practice.AnswerNo, Intoxicated: practice.AnswerNo, AbleToConsent: practice.AnswerYes,
		}); err != nil {
			return err
		}
		in, err := tx.Readying(s, p, on)
		if err != nil {
			return err
		}
		in.Beginning = true
		start := practice.StartOf(in, "")
		if start.Readiness.Blocked {
			return fault.New(fault.Blocked, "The sample's story begins a session that is not ready: "+start.Readiness.Summary)
		}
		if err := tx.AddStart(start); err != nil {
			return err
		}
	}
	return nil
}
