package sample

import (
	"time"

	"snowfield/internal/practice"
)

var (
	guided  = []string{"Guided reflection", "Talk"}
	parts   = []string{"IFS", "Somatic"}
	somatic = []string{"Somatic", "Journaling"}
)

// maren is in the middle of her course: three dosing sessions of six, the
// third yesterday, its note written and not yet signed.
func (s *story) maren() {
	p := s.client(practice.Client{
		LegalName: "Maren Holt", Pronouns: "she/her", BirthDate: "1984-05-03", Phone: "555 0141", Email: "maren@example.org",
		Address:          "4 Sample Lane\nSampletown, CA 90000",
		EmergencyContact: practice.Contact{Name: "Anders Holt", Relationship: "brother", Phone: "555 0142"},
		AllergyAnswer:    practice.AllergiesListed, Allergies: "Penicillin (rash)",
		Concerns: []string{"treatment-resistant depression", "grief"}, Diagnoses: []string{"F33.1 Major depressive disorder, recurrent, moderate"},
		Intention: "To put the armour down for an afternoon and see who is under it.",
		Watch:     "Treated high blood pressure. Measure before each dose.", Stage: practice.StageInCourse,
	}, s.day(-70, 10, 0))
	course := p.begins(s.day(-66, 12, 0), "six", "To be less walled off: with her brother first, and at work.")

	intake := p.plan(practice.Consultation, s.day(-66, 10, 0), 90*time.Minute).begin(0).end(85)
	intake.note(20*time.Minute, quiet, nil,
		"Low since her mother died three years ago. “Everything is behind glass.” Two medicines tried, little change.",
		"Present, slow speech, warm when she spoke of her garden.", "Long grief with depression; curious and careful about ketamine.", "Two preparation sessions, then a first dosing session.").sign()
	p.marenCleared()
	for i, days := range []int{-52, -45} {
		prep := p.plan(practice.Preparation, s.day(days, 10, 0), 50*time.Minute).begin(2).end(50)
		prep.note(15*time.Minute, quiet, guided,
			[]string{"“To put the armour down for an afternoon and see who is under it.”", "To stay with whatever is there, and not to manage it."}[i],
			"Afraid of losing hold. What helps: breath, a hand on the shoulder after asking, her brother waiting outside.",
			"Eye shades, the quiet playlist, hand on shoulder agreed, to be asked each time. Anders drives her home.",
			"Nothing solid for four hours before.").sign()
	}
	silence, sunday := p.marenFirst()
	p.marenSecond(silence, sunday)
	p.reviewed(s.day(-14, 17, 0), course, 2, "Sleep is better, mornings are lighter. She cooks again. The wall is thinner with Anders and as it was at work. We go on as planned.")
	p.marenThird()
	p.marenMeasured()
	p.thought(s.day(-20, 18, 10), "I notice how much I want this to go well for her, and how I hurried past the sister. Look at that before the next hour.")
	p.billed(s.now.Add(-50 * time.Minute))
	p.opened(s.now.Add(-40 * time.Minute))
}

// marenCleared is what came before the first dose.
func (p *person) marenCleared() {
	p.takes(p.day(-64, 9, 0), practice.Medicine{Name: "Amlodipine", Dose: "5 mg", Schedule: "each morning", PrescribedBy: "Her family doctor"})
	p.takes(p.day(-64, 9, 5), practice.Medicine{Name: "Diphenhydramine", Dose: "25 mg", Schedule: "some nights", Class: "sedating_antihistamine"})
	p.screened(p.day(-64, 9, 10), practice.ScreeningPrescriber, map[string]said{
		"heart":            {practice.AnswerYes, "High blood pressure since 2021, treated and steady", true},
		"apnoea":           {practice.AnswerUnsure, "Snores; never looked into", true},
		"earlier_ketamine": {practice.AnswerNo, "", false},
	})
	letter := p.file(p.day(-58, 16, 0), practice.AttachmentClearance, "Clearance letter (sample)", letter())
	c := usual()
	c.Conditions = "Blood pressure before each dose and 40 minutes after. A sleep study is under way."
	c.Limits = practice.Limits{SystolicMaxMmHg: new(150), DiastolicMaxMmHg: new(95)}
	c.AttachmentID = letter
	p.cleared(p.day(-58, 16, 10), p.ana, c, "heart", "apnoea")
	p.agreed(p.day(-52, 11, 0), "kap")
	p.agreed(p.day(-52, 11, 5), "touch")
	p.agreedOn(p.day(-52, 11, 10), "release", practice.Consent{
		Recipient: "Sampletown Family Medicine", Scope: "The dates of the dosing sessions and the blood pressure readings, for the treatment of her blood pressure.",
	})
	p.prepared(p.day(-45, 11, 0), practice.PreparationForm{
		Fears: "Losing hold. Being seen crying.", AlteredStates: "Fever dreams as a child, never by a substance.", Supports: "Anders; the garden; a friend from choir.",
		SetAndSetting: "The mat by the window, door ajar, Anders in the waiting room.", Music: "The quiet playlist, no voices.", EyeShades: "Yes; off when she asks.",
		Touch: practice.TouchAgreed, TouchAgreement: "A hand to hold, or a hand on the shoulder. Asked each time.",
		Boundaries: "No questions about her sister during the medicine.", SafetyPlan: "Call the practice, then Anders. He stays the first night.",
		FastingHours: 4, RideHome: practice.Contact{Name: "Anders Holt", Relationship: "brother", Phone: "555 0142"}, MedicinesReviewed: true,
	})
}

// marenFirst returns what she took on after her first dose.
func (p *person) marenFirst() (silence, sunday string) {
	s := p.plan(practice.Dosing, p.day(-38, 13, 0), 3*time.Hour)
	s.asks(p.day(-38, 12, 45), nil)
	s.begin(1)
	s.vitals(6, 132, 84, 72, 98)
	s.saw(22, "", "Guided reflection, hand on the belly")
	s.dose(31, 150, 150, "S-1041")
	s.saw(49, "onset", "")
	s.saw(58, "still", "")
	s.vitals(72, 141, 88, 78, 97)
	s.said(84, "It is like snow with no edges.")
	s.saw(118, "returning", "")
	s.vitals(165, 130, 82, 70, 98)
	s.end(172)
	s.note(30*time.Minute, quiet, nil,
		"Arrived rested, brought a photograph of the garden.", "Quiet and inward. Few words. No distress.", "Slow return, steady on her feet, left with Anders.", "Integration tomorrow.").sign()
	after := p.follow(s, p.day(-37, 16, 0), time.Hour).begin(3).end(58)
	n := after.note(10*time.Minute, quiet, somatic,
		"The white field came first. “Nothing was asked of me there.”", "Warmth in the chest, a long breath out.", "Rest as something she may have.", "", "Second dosing in two weeks.")
	silence = n.takesOn("Ten minutes of silence after waking", time.Time{})
	sunday = n.takesOn("Ask Anders to keep a Sunday free", p.day(-31, 0, 0))
	n.sign()
	p.follow(s, p.day(-31, 12, 0), time.Hour).begin(0).end(50).
		note(time.Hour, quiet, guided, "The silence lasts five minutes, and that is enough. Sunday with Anders was good.", "Slower than before.", "Rest needs no reason.", "", "Second dosing in ten days.").sign()
	return silence, sunday
}

// marenSecond is the session the sample's summary is printed from: a ride home
// that was not sure yet, dose and booster, readings around them, the note, the
// integration, a check-in and an addendum.
func (p *person) marenSecond(silence, sunday string) {
	s := p.plan(practice.Dosing, p.day(-21, 13, 0), 3*time.Hour)
	s.asks(p.day(-21, 12, 40), func(d *practice.DayCheck) { d.Ride = practice.AnswerNo })
	s.lifts(p.day(-21, 12, 50), "day_ride", practice.Lift{
		Kind: practice.LiftReason, Reason: "Anders cannot say before two o’clock when he is free. She stays in the quiet room until he is here.",
	})
	s.begin(4)
	s.vitals(5, 136, 86, 74, 98)
	s.dose(28, 200, 200, "S-1041")
	s.saw(46, "onset", "")
	s.said(54, "It is so wide in here.")
	s.saw(62, "tearful", "quiet; hand held, asked first")
	s.vitals(69, 148, 92, 84, 97)
	s.dose(73, 50, 50, "S-1041")
	s.said(86, "Nobody was watching me. I was just small.")
	s.saw(95, "deep_peace", "")
	s.said(112, "I could forgive her from here.")
	s.vitals(118, 139, 87, 76, 98)
	s.saw(126, "returning", "")
	s.vitals(166, 131, 83, 71, 98)
	s.leaves(170, func(l *practice.Leaving) {
		l.EarlyReason = "Anders could come only now. She was oriented and steady for three quarters of an hour, and he stays with her until the morning."
	})
	n := s.note(25*time.Minute, quiet, nil,
		"Slept well, light breakfast at seven, nothing since. Blood pressure a little above her usual and settling with rest. The intention as before.",
		"Tears came early and without struggle. A hand was offered and taken. After the booster she spoke in short sentences, then lay still for half an hour.",
		"Back in the room by 15:10. Oriented, steady, hungry. Anders drove her home at 15:55.",
		"- Integration tomorrow at four\n- Check-in by phone in a week\n- Blood pressure at home on two mornings").sign()
	n.adds(n.when.Add(27*time.Hour), "Home readings reported by phone: 128/80 and 130/82.")
	after := p.follow(s, p.day(-20, 16, 0), time.Hour).begin(0).end(60)
	m := after.note(15*time.Minute, quiet, parts,
		"Maren returned to the image of the wide room and named it, unprompted, as her grandmother’s kitchen. She spoke of being small there and not watched.\n\nGrief arrived without collapse; she stayed with it and described it as “warm, not sharp”.",
		"Jaw and shoulders soft through most of the hour. Tightness in the throat when her sister was mentioned, easing as she spoke.",
		"The armour was there to be seen by someone who never came. Under it: *a child who likes to cook*.",
		"", "Third dosing in three weeks. Blood pressure before it.")
	m.settles(sunday, practice.CommitmentKept)
	m.settles(silence, practice.CommitmentLetGo)
	m.takesOn("Ten minutes of writing before the phone, mornings", time.Time{})
	m.takesOn("Call Ingrid, say the one sentence", p.day(1, 0, 0))
	m.sign()
	p.checkIn(s, p.day(-14, 12, 30), practice.ContactPhone, quiet, "Writes most mornings. Has not called Ingrid and does not want to hurry it.")
	p.follow(s, p.day(-11, 16, 0), time.Hour).begin(2).end(52).
		note(time.Hour, quiet, parts, "The child who likes to cook made soup on Sunday, for two.", "At ease, laughs once.", "The armour may stay in the hall.", "", "Third dosing next week.").sign()
}

// marenThird was yesterday: her window is open and the note a draft.
func (p *person) marenThird() {
	s := p.plan(practice.Dosing, p.day(-1, 12, 30), 3*time.Hour)
	s.asks(p.day(-1, 12, 15), nil)
	s.begin(2)
	s.vitals(5, 134, 84, 73, 98)
	s.dose(32, 200, 200, "S-1187")
	s.saw(50, "onset", "")
	s.said(58, "There is a door and I have the key.")
	s.vitals(73, 144, 90, 80, 97)
	s.saw(76, "tearful", "")
	s.saw(81, "", "Asked for a hand, held left hand")
	s.said(100, "I can hear the kettle.")
	s.saw(124, "returning", "")
	s.vitals(160, 130, 82, 72, 98)
	s.end(168)
	s.note(40*time.Minute, quiet, nil,
		"Arrived on foot with Anders. Blood pressure as last time.", "Easier going in. Tears again, then a long stillness.", "Hungry, laughing about the kettle.", "Integration session next.")
	p.follow(s, p.byDay(5*time.Hour), time.Hour)
}
