package sample

import (
	"time"

	"snowfield/internal/practice"
)

// jonas has his fourth dosing planned for today, and his clearance expired
// three days ago.
func (s *story) jonas() {
	p := s.client(practice.Client{
		LegalName: "Jonas Reyes", Pronouns: "he/him", BirthDate: "1978-02-14", Phone: "555 0161",
		EmergencyContact: practice.Contact{Name: "Elena Reyes", Relationship: "sister", Phone: "555 0162"},
		AllergyAnswer:    practice.AllergiesNoneKnown, Concerns: []string{"trauma", "disconnection"},
		Intention: "To come home to my own hands.", Stage: practice.StageInCourse,
	}, s.day(-84, 12, 0))
	p.takes(s.day(-80, 12, 0), practice.Medicine{Name: "Cannabis", Schedule: "some evenings", Class: "cannabis", EndedOn: practice.DateOf(s.day(-81, 0, 0))})
	p.screened(s.day(-80, 12, 10), practice.ScreeningPrescriber, map[string]said{
		"brain_injury":      {practice.AnswerYes, "A fall from a ladder 14 months ago", false},
		"substance_history": {practice.AnswerYes, "Alcohol until 2015", false},
	})
	p.resolved(s.day(-78, 9, 0), "brain_injury", "The letter of his doctor says fully recovered, no limits. Read and kept in the paper file.")
	c := usual()
	c.ExpiresOn = practice.DateOf(s.day(-3, 0, 0))
	p.cleared(s.day(-76, 14, 0), s.ana, c)
	course := p.begins(s.day(-75, 9, 0), "six", "To feel at home in his body again.")
	p.agreed(s.day(-74, 13, 0), "kap")
	p.agreed(s.day(-68, 13, 0), "touch")
	for i, days := range []int{-74, -68} {
		prep := p.plan(practice.Preparation, s.day(days, 11, 0), 50*time.Minute).begin(0).end(50)
		prep.note(time.Hour, quiet, guided, []string{"“To come home to my own hands.”", "As before, with less fear of it."}[i], "That nothing happens.", "A hand on his hands, asked first.", "Nothing solid for four hours before.").sign()
	}
	p.prepared(s.day(-68, 12, 30), practice.PreparationForm{
		Fears: "That nothing happens.", SetAndSetting: "On the floor, blanket, wood to hold.", Music: "Cello.", Touch: practice.TouchAgreed, TouchAgreement: "A hand on his hands. Asked first.",
		SafetyPlan: "Call the practice, then Elena.", FastingHours: 4, RideHome: practice.Contact{Name: "Elena Reyes", Relationship: "sister", Phone: "555 0162"}, MedicinesReviewed: true,
	})
	carve := ""
	for i, days := range []int{-60, -46, -32} {
		d := p.plan(practice.Dosing, s.day(days, 13, 0), 3*time.Hour)
		d.asks(s.day(days, 12, 45), nil)
		d.begin(3)
		d.vitals(7, 128, 80, 70, 98)
		mg := int64(150 + 50*min(i, 1))
		d.dose(30, mg, mg, "S-0998")
		d.saw(52, "onset", "")
		d.vitals(70, 139, 86, 77, 97)
		d.vitals(155, 126, 80, 68, 98)
		d.end(165)
		d.note(time.Hour, quiet, nil, "Ready.", "Slow, bodily, hands warm.", "Calm.", "Integration.").sign()
		a := p.follow(d, s.day(days+1, 15, 0), time.Hour).begin(0).end(55)
		n := a.note(time.Hour, quiet, somatic, "The workshop, his father’s bench.", "Hands.", "They were never only for work.", "", "Next dosing in two weeks.")
		switch i {
		case 0:
			carve = n.takesOn("Carve something small", s.day(-47, 0, 0))
		case 1:
			n.settles(carve, practice.CommitmentKept)
		case 2:
			n.takesOn("Visit the old workshop", s.now)
		}
		n.sign()
		p.follow(d, s.day(days+7, 9, 30), time.Hour).begin(0).end(50).
			note(time.Hour, quiet, guided, []string{"Sleeping through. The hands stay warm at night.", "Stood at the bench again and sanded a board.", "Lent a neighbour his plane and did not ask for it back."}[i],
				"Steady.", "What the hands do, he does.", "", "As agreed.").sign()
	}
	p.reviewed(s.day(-39, 16, 0), course, 2, "He says hands where he said it. Works with wood again, twice a week. Go on.")
	p.jonasMeasured()
	today := p.plan(practice.Dosing, s.soon(90*time.Minute), 3*time.Hour)
	today.asks(before(s.now, 20*time.Minute), nil)
	p.opened(s.now.Add(-2 * time.Hour))
}
