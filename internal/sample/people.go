package sample

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

const marenIntention = "To put the armour down for an afternoon and see who is under it."

// maren is in the middle of her course: three dosing sessions, the third
// yesterday, its note written and not yet signed.
func (w *writer) maren() {
	id := w.client(practice.Client{
		LegalName: "Maren Holt", Pronouns: "she/her", BirthDate: "1984-05-03", Phone: "555 0141", Email: "maren@example.org",
		Address:          "4 Sample Lane\nSampletown, CA 90000",
		EmergencyContact: practice.Contact{Name: "Anders Holt", Relationship: "brother", Phone: "555 0142"},
		AllergyAnswer:    practice.AllergiesListed, Allergies: "Penicillin (rash)",
		Concerns: []string{"treatment-resistant depression", "grief"}, Intention: marenIntention,
		Watch: "Treated high blood pressure. Measure before each dose.", Stage: practice.StageInCourse,
	}, w.day(-70, 10, 0))

	intake := w.plan(practice.Consultation, id, w.day(-66, 10, 0), 90*time.Minute, "").begin(0).end(85)
	intake.sign(intake.note(20*time.Minute, marenIntention, practice.RiskNoConcern,
		"Low since her mother died three years ago. “Everything is behind glass.” Two medicines tried, little change.",
		"Present, slow speech, warm when she spoke of her garden.", "Long grief with depression; curious and careful about ketamine.", "Two preparation sessions, then a first dosing session."))
	for i, days := range []int{-52, -45} {
		prep := w.plan(practice.Preparation, id, w.day(days, 10, 0), 50*time.Minute, "").begin(2).end(50)
		prep.sign(prep.note(15*time.Minute, marenIntention, practice.RiskNoConcern,
			[]string{"“" + marenIntention + "”", "To stay with whatever is there, and not to manage it."}[i],
			"Afraid of losing hold. What helps: breath, a hand on the shoulder after asking, her brother waiting outside.",
			"Eye shades, the quiet playlist, hand on shoulder agreed, to be asked each time. Anders drives her home.",
			"Nothing solid for four hours before."))
	}

	w.ready(id, w.day(-45, 12, 0))
	first := w.plan(practice.Dosing, id, w.day(-38, 13, 0), 3*time.Hour, "").begin(1)
	first.vitals(6, 132, 84, 72, 98)
	first.saw(22, "", "Guided reflection, hand on the belly")
	first.dose(31, 150, 150, "S-1041")
	first.saw(49, "onset", "")
	first.saw(58, "still", "")
	first.vitals(72, 141, 88, 78, 97)
	first.said(84, "It is like snow with no edges.")
	first.saw(118, "returning", "")
	first.vitals(165, 130, 82, 70, 98)
	first.end(172)
	first.sign(first.note(30*time.Minute, marenIntention, practice.RiskNoConcern,
		"Arrived rested, brought a photograph of the garden.", "Quiet and inward. Few words. No distress.", "Slow return, steady on her feet, left with Anders.", "Integration tomorrow."))
	after1 := w.plan(practice.Integration, id, w.day(-37, 16, 0), time.Hour, first.session.ID).begin(3).end(58)
	after1.sign(after1.note(10*time.Minute, marenIntention, practice.RiskNoConcern,
		"The white field came first. “Nothing was asked of me there.”", "Warmth in the chest, a long breath out.", "Rest as something she may have.", "- Ten minutes of silence after waking", "Second dosing in two weeks."))

	w.marenSecond(id)
	w.marenThird(id)
	w.opened(id, w.now.Add(-40*time.Minute))
}

// marenSecond is the session the sample's summary is printed from: dose and
// booster, readings around them, the note, the integration and an addendum.
func (w *writer) marenSecond(id string) {
	s := w.plan(practice.Dosing, id, w.day(-21, 13, 0), 3*time.Hour, "").begin(4)
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
	s.end(170)
	n := s.note(25*time.Minute, marenIntention, practice.RiskNoConcern,
		"Slept well, light breakfast at seven, nothing since. Blood pressure a little above her usual and settling with rest. The intention as before.",
		"Tears came early and without struggle. A hand was offered and taken. After the booster she spoke in short sentences, then lay still for half an hour.",
		"Back in the room by 15:10. Oriented, steady, hungry. Anders drove her home at 15:55.",
		"- Integration tomorrow at four\n- Check-in by phone on Saturday\n- Blood pressure at home on two mornings")
	s.sign(n)
	w.at(n.SignedAt.Time().Add(26*time.Hour), func(tx *store.Tx) error {
		return tx.AddAddendum(practice.Addendum{
			ID: w.id(), NoteID: n.ID, Zone: Zone, SignedName: Practice.Signature(),
			Text: "Home readings reported by phone: 128/80 and 130/82.",
		})
	})
	after := w.plan(practice.Integration, id, w.day(-20, 16, 0), time.Hour, s.session.ID).begin(0).end(60)
	after.sign(after.note(15*time.Minute, marenIntention, practice.RiskNoConcern,
		"Maren returned to the image of the wide room and named it, unprompted, as her grandmother’s kitchen. She spoke of being small there and not watched.\n\nGrief arrived without collapse; she stayed with it and described it as “warm, not sharp”.",
		"Jaw and shoulders soft through most of the hour. Tightness in the throat when her sister was mentioned, easing as she spoke.",
		"The armour was there to be seen by someone who never came. Under it: *a child who likes to cook*.",
		"1. Ten minutes of writing before the phone, mornings\n2. Call Ingrid, say the one sentence",
		"Third dosing in three weeks. Blood pressure before it."))
}

// marenThird was yesterday: her window is open and the note a draft.
func (w *writer) marenThird(id string) {
	s := w.plan(practice.Dosing, id, w.day(-1, 12, 30), 3*time.Hour, "").begin(2)
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
	s.note(40*time.Minute, marenIntention, practice.RiskNoConcern,
		"Arrived on foot with Anders. Blood pressure as last time.", "Easier going in. Tears again, then a long stillness.", "Hungry, laughing about the kettle.", "Integration session next.")
	w.plan(practice.Integration, id, w.soon(3*time.Hour), time.Hour, s.session.ID)
}

// soon is a round time about so long from now.
func (w *writer) soon(d time.Duration) time.Time { return w.now.Add(d).Truncate(30 * time.Minute) }

// theo had his first dose 47 hours ago and nobody has spoken with him since.
func (w *writer) theo() {
	id := w.client(practice.Client{
		LegalName: "Theodore Adeyemi", PreferredName: "Theo", Pronouns: "he/him", BirthDate: "1991-11-19", Phone: "555 0151",
		EmergencyContact: practice.Contact{Name: "Lola Adeyemi", Relationship: "wife", Phone: "555 0152"},
		AllergyAnswer:    practice.AllergiesNoneKnown, Concerns: []string{"burnout and high achievement"},
		Intention: "To find out what is left when I stop.", Stage: practice.StageInCourse,
	}, w.day(-30, 11, 0))
	prep := w.plan(practice.Preparation, id, w.day(-9, 11, 0), 50*time.Minute, "").begin(0).end(50)
	prep.sign(prep.note(10*time.Minute, "", practice.RiskNoConcern, "“To find out what is left when I stop.”", "Being useless.", "Lola waits at home. Touch: no.", "First dosing."))
	w.ready(id, w.day(-9, 12, 0))
	start := w.now.Add(-47*time.Hour - 32*time.Minute)
	s := w.plan(practice.Dosing, id, start, 3*time.Hour, "").begin(0)
	s.vitals(8, 124, 78, 66, 99)
	s.dose(32, 150, 150, "S-1187")
	s.saw(55, "imagery", "fields, rows of light")
	s.vitals(72, 133, 84, 72, 98)
	s.saw(110, "laughing", "")
	s.vitals(160, 122, 78, 64, 99)
	s.end(166)
	n := s.note(time.Hour, "", practice.RiskNoConcern, "Tired, dry humour.", "Light, visual, unafraid.", "“I did nothing and nothing fell down.”", "Check-in tomorrow.")
	s.sign(n)
	w.opened(id, w.now.Add(-3*time.Hour))
}

// jonas has his fourth dosing planned for today.
func (w *writer) jonas() {
	id := w.client(practice.Client{
		LegalName: "Jonas Reyes", Pronouns: "he/him", BirthDate: "1978-02-14", Phone: "555 0161",
		EmergencyContact: practice.Contact{Name: "Elena Reyes", Relationship: "sister", Phone: "555 0162"},
		AllergyAnswer:    practice.AllergiesNoneKnown, Concerns: []string{"trauma", "disconnection"},
		Intention: "To come home to my own hands.", Stage: practice.StageInCourse,
	}, w.day(-80, 12, 0))
	w.ready(id, w.day(-66, 12, 0))
	for i, days := range []int{-60, -46, -32} {
		s := w.plan(practice.Dosing, id, w.day(days, 13, 0), 3*time.Hour, "").begin(3)
		s.vitals(7, 128, 80, 70, 98)
		s.dose(30, 150+50*int64(min(i, 1)), 150+50*int64(min(i, 1)), "S-0998")
		s.saw(52, "onset", "")
		s.vitals(70, 139, 86, 77, 97)
		s.vitals(155, 126, 80, 68, 98)
		s.end(165)
		s.sign(s.note(time.Hour, "", practice.RiskNoConcern, "Ready.", "Slow, bodily, hands warm.", "Calm.", "Integration."))
		a := w.plan(practice.Integration, id, w.day(days+1, 15, 0), time.Hour, s.session.ID).begin(0).end(55)
		a.sign(a.note(time.Hour, "", practice.RiskNoConcern, "The workshop, his father’s bench.", "Hands.", "They were never only for work.", "- Carve something small", "Next dosing in two weeks."))
	}
	w.plan(practice.Dosing, id, w.soon(90*time.Minute), 3*time.Hour, "")
	w.opened(id, w.now.Add(-2*time.Hour))
}

// ines is preparing: a note that still misses its risk, and a session in half
// an hour.
func (w *writer) ines() {
	id := w.client(practice.Client{
		LegalName: "Inés Calder", Pronouns: "she/they", BirthDate: "1996-08-30", Phone: "555 0171",
		AllergyAnswer: practice.AllergiesUnknown, Concerns: []string{"anxiety", "life transitions"}, Stage: practice.StagePreparing,
	}, w.day(-20, 9, 0))
	first := w.plan(practice.Preparation, id, w.day(-8, 10, 30), 50*time.Minute, "").begin(0).end(50)
	first.note(2*time.Hour, "", "", "“To be less loud inside.”", "That it stays loud.")
	w.plan(practice.Preparation, id, w.soon(30*time.Minute), 50*time.Minute, "")
	w.opened(id, w.now.Add(-5*time.Hour))
}

// others wait, or are done.
func (w *writer) others() {
	w.client(practice.Client{
		LegalName: "Łukasz Wiśniewski", Pronouns: "he/him", Phone: "555 0181", Concerns: []string{"grief"},
		Stage: practice.StageInquiry, Notes: "Called about the discovery call. Prefers mornings.",
	}, w.day(-2, 15, 0))
	w.client(practice.Client{
		LegalName: "Ruth Amari", Pronouns: "she/her", BirthDate: "1969-01-22", AllergyAnswer: practice.AllergiesNoneKnown,
		Concerns: []string{"postpartum"}, Stage: practice.StageScreening,
	}, w.day(-12, 15, 0))
	w.client(practice.Client{
		LegalName: "Otto Vance", Pronouns: "he/him", BirthDate: "1958-12-01", AllergyAnswer: practice.AllergiesNoneKnown,
		Concerns: []string{"treatment-resistant depression"}, Stage: practice.StageClosed,
	}, w.day(-89, 15, 0))
}
