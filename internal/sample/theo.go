package sample

import (
	"time"

	"snowfield/internal/practice"
)

// theo had his first dose 47 hours ago and nobody has spoken with him since.
func (s *story) theo() {
	p := s.client(practice.Client{
		LegalName: "Theodore Adeyemi", PreferredName: "Theo", Pronouns: "he/him", BirthDate: "1991-11-19", Phone: "555 0151",
		EmergencyContact: practice.Contact{Name: "Lola Adeyemi", Relationship: "wife", Phone: "555 0152"},
		AllergyAnswer:    practice.AllergiesNoneKnown, Concerns: []string{"burnout and high achievement"},
		Intention: "To find out what is left when I stop.", Stage: practice.StageInCourse,
	}, s.day(-30, 11, 0))
	p.screened(s.day(-24, 11, 0), practice.ScreeningClear, map[string]said{
		"substance_history": {practice.AnswerYes, "Stimulants at university, ten years ago", false},
	})
	p.cleared(s.day(-20, 15, 0), s.ana, usual())
	p.begins(s.day(-16, 9, 0), "short", "To rest without earning it.")
	p.agreed(s.day(-16, 11, 0), "kap")
	prep := p.plan(practice.Preparation, s.day(-9, 11, 0), 50*time.Minute).begin(0).end(50)
	prep.note(10*time.Minute, quiet, guided, "“To find out what is left when I stop.”", "Being useless.", "Lola waits at home. Touch: no.", "First dosing.").sign()
	p.prepared(s.day(-9, 12, 0), practice.PreparationForm{
		Fears: "Being useless.", Supports: "Lola.", Music: "Rain.", EyeShades: "Yes.", Touch: practice.TouchNone,
		SafetyPlan: "Call the practice, then Lola.", FastingHours: 4, RideHome: practice.Contact{Name: "Lola Adeyemi", Relationship: "wife", Phone: "555 0152"}, MedicinesReviewed: true,
	})
	start := s.now.Add(-47*time.Hour - 32*time.Minute)
	d := p.plan(practice.Dosing, start, 3*time.Hour)
	d.asks(before(start, 15*time.Minute), nil)
	d.begin(0)
	d.vitals(8, 124, 78, 66, 99)
	d.dose(32, 150, 150, "S-1187")
	d.saw(55, "imagery", "fields, rows of light")
	d.vitals(72, 133, 84, 72, 98)
	d.saw(110, "laughing", "")
	d.vitals(160, 122, 78, 64, 99)
	d.end(166)
	d.note(time.Hour, quiet, nil, "Tired, dry humour.", "Light, visual, unafraid.", "“I did nothing and nothing fell down.”", "Check-in tomorrow.").sign()
	p.theoMeasured()
	p.opened(s.now.Add(-3 * time.Hour))
}
