package sample

import (
	"time"

	"snowfield/internal/practice"
)

// rowan had a serious adverse event in the second dosing: the clearance was
// suspended, the screening repeated and the clearance renewed since.
func (s *story) rowan() {
	p := s.client(practice.Client{
		LegalName: "Rowan Ellery", Pronouns: "they/them", BirthDate: "1982-09-16", Phone: "555 0111",
		EmergencyContact: practice.Contact{Name: "Juno Ellery", Relationship: "partner", Phone: "555 0112"},
		AllergyAnswer:    practice.AllergiesListed, Allergies: "Latex", Concerns: []string{"anxiety", "identity shifts"},
		Intention: "To let it be enough.", Stage: practice.StageInCourse,
		Watch: "Blood pressure rose sharply in dosing 2. Measure every 20 minutes in the first hour.",
	}, s.day(-92, 10, 0))
	p.screened(s.day(-88, 10, 0), practice.ScreeningClear, map[string]said{"family_psychosis": {practice.AnswerUnsure, "Father’s side not known", true}})
	p.cleared(s.day(-84, 10, 0), s.ana, usual())
	p.begins(s.day(-83, 9, 0), "three", "To stop keeping score.")
	p.agreed(s.day(-82, 10, 0), "kap")
	p.agreed(s.day(-82, 10, 5), "touch") // ends within two weeks
	for i, days := range []int{-82, -75} {
		prep := p.plan(practice.Preparation, s.day(days, 11, 0), 50*time.Minute).begin(0).end(50)
		prep.note(time.Hour, quiet, guided, []string{"“To let it be enough.”", "The same."}[i], "The heart racing.", "A hand on the back, asked first.", "First dosing.").sign()
	}
	p.prepared(s.day(-75, 12, 30), practice.PreparationForm{
		Fears: "The heart racing.", Supports: "Juno.", Music: "Strings.", Touch: practice.TouchAgreed, TouchAgreement: "A hand on the back. Asked first.",
		SafetyPlan: "Call the practice, then Juno.", FastingHours: 4, RideHome: practice.Contact{Name: "Juno Ellery", Relationship: "partner", Phone: "555 0112"}, MedicinesReviewed: true,
	})
	first := p.plan(practice.Dosing, s.day(-54, 13, 0), 3*time.Hour)
	first.asks(s.day(-54, 12, 45), nil)
	first.begin(0)
	first.vitals(6, 134, 86, 80, 98)
	first.dose(30, 150, 150, "S-1009")
	first.vitals(70, 146, 91, 88, 97)
	first.vitals(150, 132, 84, 76, 98)
	first.end(160)
	first.note(time.Hour, quiet, nil, "A little tense.", "Waves, then still.", "Fine.", "Integration.").sign()
	p.follow(first, s.day(-53, 10, 0), time.Hour).begin(0).end(50).
		note(time.Hour, quiet, somatic, "A scale with nothing on it.", "Shoulders down.", "Enough is not an amount.", "", "Second dosing in two weeks.").sign()
	p.follow(first, s.day(-47, 10, 0), time.Hour).begin(0).end(50).
		note(time.Hour, quiet, guided, "Did not count once on Sunday.", "Breath low in the belly.", "It was enough at noon.", "", "Second dosing in a week.").sign()
	p.rowanHarmed()

	p.takes(s.day(-30, 10, 0), practice.Medicine{Name: "Clonidine", Dose: "0.1 mg", Schedule: "at night", Class: "clonidine", PrescribedBy: "Their family doctor"})
	p.screened(s.day(-30, 10, 10), practice.ScreeningPrescriber, map[string]said{
		"heart":            {practice.AnswerYes, "High blood pressure found after the second dosing; examined, treated since", true},
		"earlier_ketamine": {practice.AnswerYes, "Two sessions here; blood pressure 188/112 in the second", true},
		"family_psychosis": {practice.AnswerNo, "Asked an aunt: none", false},
	})
	c := usual()
	c.Conditions = "Lower dose. Blood pressure every 20 minutes in the first hour. No booster."
	c.Limits = practice.Limits{SystolicMaxMmHg: new(145), DiastolicMaxMmHg: new(92), HeartRateMaxBpm: new(110)}
	c.DoseMinUg, c.DoseMaxUg, c.Sessions = 50_000, 100_000, 2
	c.BoosterAllowed, c.BoosterMaxUg, c.BoosterEarliestMin = false, 0, 0
	p.cleared(s.day(-21, 9, 0), s.ana, c, "heart", "earlier_ketamine")
	p.rowanMeasured()
	p.plan(practice.Dosing, s.day(6, 13, 0), 3*time.Hour)
}

func (p *person) rowanHarmed() {
	d := p.plan(practice.Dosing, p.day(-40, 13, 0), 3*time.Hour)
	d.asks(p.day(-40, 12, 45), nil)
	d.begin(0)
	d.vitals(6, 138, 88, 84, 98)
	d.dose(30, 200, 200, "S-1041")
	d.saw(48, "anxiety", "the heart is loud")
	d.vitals(58, 188, 112, 124, 96)
	d.saw(59, "chest_pain", "pressure, left; emergency plan opened")
	d.saw(61, "prescriber_contact", "Dr. Sample on the phone")
	d.saw(64, "rescue_medicine", "clonidine 0.1 mg, ordered by Dr. Sample, read back")
	d.vitals(78, 162, 98, 104, 97)
	d.saw(84, "", "Ambulance crew in the room, Juno called")
	d.leaves(92, func(l *practice.Leaving) {
		l.Ending, l.Destination, l.Checks = practice.LeftTransferred, "St. Example, emergency department, by ambulance. Juno followed.", []practice.LeavingCheck{}
	})
	event := d.harmed(58, d.minute(100), practice.AdverseEvent{
		What: "Blood pressure 188/112 with pressure in the chest, 28 minutes after the dose.", Action: "Sat up, oxygen at hand, clonidine 0.1 mg as ordered. Stayed beside them.",
		Called: "Dr. Ana Sample at 14:01, emergency services at 14:03, Juno Ellery at 14:24.", Grade: "severe", Ending: "transferred", Outcome: "With the ambulance at 14:31.", Serious: true,
	})
	d.known(p.day(-40, 19, 0), event, "Home the same evening. Nothing was found on the heart.")
	d.note(time.Hour, risk{practice.RiskAct, "Emergency plan followed. Reached at the hospital at 19:00: calm, no thoughts of suicide."}, nil,
		"Slept little, said so only later.", "Anxious early; see the timeline.", "Left with the ambulance crew, Juno followed.", "No dose until Dr. Sample has cleared them anew.").sign()
	p.follow(d, p.day(-39, 11, 0), time.Hour).begin(0).end(60).
		note(time.Hour, risk{practice.RiskWatch, "Shaken, sleeping at their sister’s. No thoughts of suicide."}, somatic,
			"Fear first, then anger, then relief.", "Trembling that eased.", "“I was looked after.”", "", "See the doctor this week. Talk again on Friday.").sign()
	p.checkIn(d, p.day(-36, 16, 0), practice.ContactPhone, quiet, "Seen by the family doctor, a tablet at night. Sleeping again.")
	p.follow(d, p.day(-32, 11, 0), time.Hour).begin(0).end(55).
		note(time.Hour, quiet, guided, "The fear has a place now and does not fill the room.", "Slept in their own bed.", "“I can ask for help and it comes.”", "", "The screening once more, then Dr. Sample decides.").sign()
}
