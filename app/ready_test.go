package app

import (
	"slices"
	"time"

	"snowfield/internal/practice"
)

// ready puts everything right that stands in the way of a planned dosing
// session, through the bound methods, as a therapist would.
func (b *bench) ready(v SessionView) {
	b.Helper()
	for _, part := range v.Parts {
		missing := func(topic string) bool {
			list := must(b, b.readiness.Get)(v.Session.ID)
			i := slices.IndexFunc(list, func(r practice.Readiness) bool { return r.ParticipantID == part.ParticipantID })
			return slices.ContainsFunc(list[i].Checks, func(c practice.Check) bool { return c.Topic == topic && c.State == practice.CheckBlocks })
		}
		if missing("screening") {
			b.answerAllergies(part.ClientID)
			b.screen(part.ClientID, practice.ScreeningClear)
		}
		if missing("clearance") {
			b.clear(part.ClientID)
		}
		if missing("consent") {
			b.agree(part.ClientID, "kap")
			if v.Session.Place == practice.Virtual {
				b.agree(part.ClientID, "telehealth")
			}
		}
		if missing("preparation") {
			b.prepare(part.ClientID)
		}
		if missing("day") || missing("virtual") {
			b.askToday(v, part.ParticipantID)
		}
	}
}

func (b *bench) day() practice.Date {
	return practice.Date(practice.At(b.clock).In(get(b, b.settings.Get).Practice.Zone).Format(time.DateOnly))
}

func (b *bench) answerAllergies(clientID string) {
	b.Helper()
	client := must(b, b.clients.Get)(clientID)
	if client.AllergyAnswer == "" {
		client.AllergyAnswer = practice.AllergiesNoneKnown
		must(b, b.clients.Save)(client)
	}
}

// clear records a clearance of half a year by the practice's prescriber,
// covering the flags there are.
func (b *bench) clear(clientID string) practice.Clearance {
	b.Helper()
	prescribers := get(b, b.prescribers.List)
	if len(prescribers) == 0 {
		prescribers = append(prescribers, must(b, b.prescribers.Save)(practice.Prescriber{ID: practice.NewID(), Name: "Dr. A. Lindqvist", Credential: "MD"}))
	}
	c := practice.Clearance{
		ID: practice.NewID(), ClientID: clientID, PrescriberID: prescribers[0].ID, ClearedOn: b.day(), ExpiresOn: b.day().AddMonths(6), Covers: []practice.FlagRef{},
	}
	for _, f := range must(b, (&Screening{b.app.core}).Get)(clientID).Flags {
		c.Covers = append(c.Covers, f.Flag.Ref)
	}
	must(b, b.clearances.Save)(c)
	return c
}

// agree signs a consent of the Library, which the practice has made its own.
func (b *bench) agree(clientID, key string) {
	b.Helper()
	find := func() ShelvedConsent {
		library := get(b, b.library.Get)
		return library.Consents[slices.IndexFunc(library.Consents, func(c ShelvedConsent) bool { return c.Item.Key == key })]
	}
	text := find()
	if text.Item.Skeleton {
		text.Item.Skeleton, text.Item.Text = false, "What we agreed to."
		_, err := b.library.KeepConsent(text.Item, text.Version)
		b.ok(err)
		text = find()
	}
	initials := make([]string, len(text.Item.Clauses))
	for i := range initials {
		initials[i] = "NH"
	}
	must(b, b.consents.Sign)(practice.Consent{
		ID: practice.NewID(), ClientID: clientID, TextKey: key, TextVersion: text.Version, Initials: initials,
		SignedOn: b.day(), SignedBy: "Nell Harrow", SignerRole: "client", Method: practice.ConsentTyped,
	})
}

func (b *bench) prepare(clientID string) {
	b.Helper()
	client := must(b, b.clients.Get)(clientID)
	if client.Intention == "" {
		client.Intention = "To rest."
		must(b, b.clients.Save)(client)
	}
	v := must(b, b.preparations.Get)(clientID)
	if v.Form.Done() {
		return
	}
	form := v.Form
	form.Touch, form.SafetyPlan, form.MedicinesReviewed = practice.TouchNone, "Call the sister.", true
	v = must(b, b.preparations.Save)(form)
	_, err := b.preparations.Complete(clientID, v.Form.Version)
	b.ok(err)
}

// askToday answers each question of the day as is wished for.
func (b *bench) askToday(v SessionView, participantID string) {
	b.Helper()
	check := must(b, b.preparations.DayCheck)(participantID).Check
	check.Identity, check.Fasted, check.Medicines, check.Ride, check.AbleToConsent = practice.AnswerYes, practice.AnswerYes, practice.AnswerYes, practice.AnswerYes, practice.AnswerYes
	check.SuicidalThoughts, check.Intoxicated = practice.AnswerNo, practice.AnswerNo
	if v.Session.Place == practice.Virtual {
		check.Virtual = practice.VirtualSafety{
			Address: "1 Road", CallBackNumber: "555 0100", EmergencyNumber: "112", EmergencyRoom: "Mercy", ChaperoneName: "Kim", ChaperonePhone: "555 0101",
			ChaperoneAdult: true, ChaperonePresent: true, PressureCuff: true, SpitCup: true, Dependents: true, LostConnection: true, LostMinutes: 5,
		}
	}
	_, err := b.preparations.SaveDayCheck(v.Session.ID, check)
	b.ok(err)
}
