package sample

import (
	"time"

	"snowfield/internal/practice"
)

// delphine had her last dosing five days ago, begun by decision of the
// prescriber. A voicemail was left; nobody has spoken with her since, and the
// window closed. She asked for copies of her records.
func (s *story) delphine() {
	p := s.client(practice.Client{
		LegalName: "Delphine Marsh", Pronouns: "she/her", BirthDate: "1973-03-27", Phone: "555 0121",
		EmergencyContact: practice.Contact{Name: "Corin Marsh", Relationship: "son", Phone: "555 0122"},
		AllergyAnswer:    practice.AllergiesNoneKnown, Concerns: []string{"attachment wounds"},
		Intention: "To stop leaving first.", Stage: practice.StageInCourse,
	}, s.day(-60, 15, 0))
	p.takes(s.day(-56, 15, 0), practice.Medicine{Name: "Sertraline", Dose: "50 mg", Schedule: "each morning", PrescribedBy: "Dr. Ana Sample"})
	p.screened(s.day(-56, 15, 10), practice.ScreeningClear, nil)
	c := usual()
	c.Sessions, c.ExpiresOn = 2, practice.DateOf(s.day(60, 0, 0))
	p.cleared(s.day(-50, 11, 0), s.ana, c)
	p.begins(s.day(-48, 9, 0), "short", "To stay in the room when it gets close.")
	p.agreed(s.day(-46, 15, 0), "kap")
	prep := p.plan(practice.Preparation, s.day(-46, 16, 0), 50*time.Minute).begin(0).end(50)
	prep.note(time.Hour, quiet, guided, "“To stop leaving first.”", "That she will want to go home.", "No touch. Corin drives.", "First dosing.").sign()
	p.prepared(s.day(-46, 17, 0), practice.PreparationForm{
		Fears: "Wanting to go home.", Supports: "Corin; a neighbour.", Music: "None.", Touch: practice.TouchNone,
		SafetyPlan: "Call the practice, then Corin.", FastingHours: 3, RideHome: practice.Contact{Name: "Corin Marsh", Relationship: "son", Phone: "555 0122"}, MedicinesReviewed: true,
	})
	for _, days := range []int{-33, -19} {
		d := p.delphineDosing(days)
		a := p.follow(d, s.day(days+1, 10, 0), time.Hour).begin(0).end(55)
		a.note(20*time.Minute, quiet, parts, "The station again, and a train she did not take.", "Feet on the floor.", "A part that packs; it is tired.", "", "Next dosing in two weeks.").sign()
	}
	last := p.delphineDosing(-5)
	p.delphineMeasured()
	p.checkIn(last, s.day(-4, 10, 0), practice.ContactVoicemail, risk{practice.RiskWatch, "Not reached, so not asked. Call again."}, "Left a message asking her to call back.")
	renewed := usual()
	renewed.Sessions = 2
	p.cleared(s.day(-4, 15, 0), s.ana, renewed)
	p.received(s.day(-17, 9, 0), practice.Disclosure{
		Kind: practice.DocPrescriber, Way: practice.WaySaved, Reader: practice.ReaderPrescriber, Recipient: "Dr. Ana Sample, MD",
		Purpose: "Treatment: report on the session", ReleaseReason: "Treatment (45 CFR 164.506(c))", Pages: 1, Protected: true,
	})
	p.received(s.day(-16, 9, 0), practice.Disclosure{
		Kind: practice.DocClientCopy, Way: practice.WayPrinted, Reader: practice.ReaderClient, Recipient: "The client", Purpose: "The client's own copy", Pages: 1,
	})
	p.wants(s.day(-12, 9, 0), "Copies of the summaries of her three dosing sessions.")
	p.changes(s.day(-4, 15, 30), func(c *practice.Client) { c.Stage = practice.StageIntegrating })
}

// delphineDosing is one of her sessions. The clearance was for two: the third
// began by a decision.
func (p *person) delphineDosing(days int) *meeting {
	d := p.plan(practice.Dosing, p.day(days, 13, 0), 3*time.Hour)
	d.asks(p.day(days, 12, 30), nil)
	if days == -5 {
		d.lifts(p.day(days, 12, 50), "clearance_used_up", practice.Lift{
			Kind: practice.LiftDecision, PrescriberName: "Dr. Ana Sample", DecidedAt: practice.At(p.day(days, 12, 45)),
			Said: "One more session as before. The new clearance follows by fax.", ReadBack: true,
		})
	}
	d.begin(0)
	d.vitals(6, 118, 76, 70, 98)
	d.dose(30, 150, 150, "S-1133")
	d.saw(52, "onset", "")
	d.vitals(70, 127, 82, 75, 98)
	d.vitals(150, 117, 75, 68, 99)
	d.end(158)
	d.note(time.Hour, quiet, nil, "Arrived early.", "Stayed. Hands open at the end.", "Clear, a little cold.", "Call tomorrow.").sign()
	return d
}
