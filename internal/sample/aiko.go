package sample

import (
	"time"

	"snowfield/internal/practice"
)

// aiko is seen at home, by video. Her second dosing is today; of what it needs
// some is not there yet.
func (s *story) aiko() {
	p := s.client(practice.Client{
		LegalName: "Aiko Lindgren", Pronouns: "she/her", BirthDate: "1989-07-08", Phone: "555 0131", Email: "aiko@example.org",
		Address:          "31 Placeholder Road\nFar Sample, CA 90001",
		EmergencyContact: practice.Contact{Name: "Per Lindgren", Relationship: "husband", Phone: "555 0132"},
		AllergyAnswer:    practice.AllergiesNoneKnown, Concerns: []string{"life transitions", "fertility struggles or pregnancy loss"},
		Intention: "To make room for what did not come.", Stage: practice.StageInCourse,
	}, s.day(-35, 14, 0))
	p.screened(s.day(-32, 14, 0), practice.ScreeningClear, map[string]said{
		"pregnancy": {practice.AnswerNo, "Tested this week; tests again before each dose", false},
	})
	c := usual()
	c.DoseMaxUg, c.BoosterAllowed, c.BoosterMaxUg, c.BoosterEarliestMin = 200_000, false, 0, 0
	p.cleared(s.day(-28, 10, 0), s.robin, c)
	p.begins(s.day(-26, 9, 0), "short", "To grieve with company.")
	p.agreed(s.day(-26, 14, 0), "kap")
	p.agreed(s.day(-26, 14, 5), "telehealth")
	prep := p.plan(practice.Preparation, s.day(-22, 14, 0), 50*time.Minute).online().begin(0).end(48)
	prep.note(20*time.Minute, quiet, guided, "“To make room for what did not come.”", "Waking up and having to be brave again.", "Per is in the room, reads the cuff, says nothing.", "First dosing by video.").sign()
	p.prepared(s.day(-22, 15, 0), practice.PreparationForm{
		Fears: "Having to be brave.", Supports: "Per; her mother by phone.", SetAndSetting: "The back room, curtains drawn, the cat next door.", Music: "Piano.", EyeShades: "Yes.",
		Touch: practice.TouchAgreed, TouchAgreement: "By Per only: a hand, when she reaches for it.", SafetyPlan: "Per calls the practice; beyond that, emergency services.", FastingHours: 4, MedicinesReviewed: true,
	})
	p.agreed(s.day(-22, 15, 10), "touch")

	d := p.plan(practice.Dosing, s.day(-15, 13, 30), 150*time.Minute).online()
	d.asks(s.day(-15, 13, 10), func(day *practice.DayCheck) { day.Virtual = atHome })
	d.begin(2)
	d.vitals(6, 112, 72, 68, 99)
	d.dose(20, 100, 100, "S-1120")
	d.saw(41, "tearful", "")
	d.said(55, "There was a small room and the light was on.")
	d.vitals(62, 121, 78, 74, 98)
	d.saw(95, "returning", "")
	d.vitals(138, 110, 70, 66, 99)
	d.end(142)
	d.note(time.Hour, quiet, nil, "Rested, quiet.", "Tears, then ease. Per steady beside her.", "Tea, a few words.", "Integration tomorrow by video.").sign()
	after := p.follow(d, s.day(-14, 14, 0), time.Hour).begin(1).end(56)
	n := after.note(30*time.Minute, quiet, parts, "The lit room again. “It was ready, that is all.”", "Breath deep in the belly.", "Grief and welcome in one place.", "", "Second dosing in two weeks.")
	n.takesOn("Write to the room, one page", p.day(-1, 0, 0))
	n.sign()

	p.aikoMeasured()
	today := p.plan(practice.Dosing, s.soon(390*time.Minute), 150*time.Minute).online()
	today.asks(before(s.now, 50*time.Minute), func(day *practice.DayCheck) {
		day.Virtual = atHome
		day.Virtual.ChaperonePresent, day.Virtual.Dependents, day.Virtual.LostConnection = false, false, false
	})
}

// atHome is what was there before her first session.
var atHome = practice.VirtualSafety{
	Address: "31 Placeholder Road\nFar Sample, CA 90001", CallBackNumber: "555 0131", EmergencyNumber: "911",
	EmergencyRoom: "Far Sample General, 2 Example Avenue, 555 0199", ChaperoneName: "Per Lindgren", ChaperonePhone: "555 0132",
	ChaperoneAdult: true, ChaperonePresent: true, PressureCuff: true, SpitCup: true, Dependents: true, LostConnection: true, LostMinutes: 5,
}
