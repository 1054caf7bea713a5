package sample

import (
	"time"

	"snowfield/internal/practice"
)

// otto completed his course more than two months ago.
func (s *story) otto() {
	p := s.client(practice.Client{
		LegalName: "Otto Vance", Pronouns: "he/him", BirthDate: "1958-12-01", Phone: "555 0101", AllergyAnswer: practice.AllergiesNoneKnown,
		EmergencyContact: practice.Contact{Name: "Hedda Vance", Relationship: "daughter", Phone: "555 0102"},
		Concerns:         []string{"treatment-resistant depression"}, Intention: "To want something again.", Stage: practice.StageInCourse,
	}, s.day(-171, 15, 0))
	p.screened(s.day(-167, 15, 0), practice.ScreeningClear, nil)
	p.cleared(s.day(-163, 10, 0), s.ana, usual())
	course := p.begins(s.day(-161, 9, 0), "short", "To want something again.")
	p.agreed(s.day(-161, 15, 0), "kap")
	prep := p.plan(practice.Preparation, s.day(-155, 15, 0), 50*time.Minute).begin(0).end(50)
	prep.note(time.Hour, quiet, guided, "“To want something again.”", "Disappointment.", "Hedda drives. No touch.", "First dosing.").sign()
	p.prepared(s.day(-155, 16, 0), practice.PreparationForm{
		Fears: "Disappointment.", Touch: practice.TouchNone, SafetyPlan: "Call the practice, then Hedda.", FastingHours: 4,
		RideHome: practice.Contact{Name: "Hedda Vance", Relationship: "daughter", Phone: "555 0102"}, MedicinesReviewed: true,
	})
	for _, days := range []int{-145, -131, -117} {
		d := p.plan(practice.Dosing, s.day(days, 10, 0), 3*time.Hour)
		d.asks(s.day(days, 9, 45), nil)
		d.begin(0)
		d.vitals(6, 128, 78, 68, 97)
		d.dose(30, 150, 150, "S-0871")
		d.vitals(70, 137, 84, 72, 97)
		d.end(160)
		d.note(time.Hour, quiet, nil, "Punctual.", "Quiet, music mostly.", "Hungry.", "Integration.").sign()
		p.follow(d, s.day(days+1, 10, 0), time.Hour).begin(0).end(50).
			note(time.Hour, quiet, guided, "The harbour, boats going out.", "Lighter in the legs.", "Going out is allowed.", "", "Go on.").sign()
	}
	p.ottoMeasured()
	p.reviewed(s.day(-103, 10, 0), course, 3, "He plans a journey with Hedda. The mornings are his again.")
	p.completes(s.day(-75, 11, 0), course, "Three dosing sessions, each with integration. He came without wishes and leaves with a few: the journey in spring, the choir, the boat.\n\nAgreed for afterwards: he calls when two weeks in a row are grey, and his family doctor knows of the course.")
}
