package sample

import (
	"time"

	"snowfield/internal/practice"
)

// ines is preparing: a note that still misses its risk, a form begun, and a
// session in half an hour.
func (s *story) ines() {
	p := s.client(practice.Client{
		LegalName: "Inés Calder", Pronouns: "she/they", BirthDate: "1996-08-30", Phone: "555 0171",
		AllergyAnswer: practice.AllergiesUnknown, Concerns: []string{"anxiety", "life transitions"}, Stage: practice.StagePreparing,
	}, s.day(-20, 9, 0))
	p.takes(s.day(-17, 9, 0), practice.Medicine{Name: "Lorazepam", Dose: "0.5 mg", Schedule: "when needed, about twice a month", Class: "benzodiazepine", PrescribedBy: "Her family doctor"})
	p.screened(s.day(-17, 9, 10), practice.ScreeningPrescriber, nil)
	p.cleared(s.day(-11, 10, 0), s.robin, usual())
	p.begins(s.day(-10, 9, 0), "six", "To be less loud inside.")
	p.agreed(s.day(-8, 10, 0), "kap")
	first := p.plan(practice.Preparation, s.day(-8, 10, 30), 50*time.Minute).begin(0).end(50)
	first.note(2*time.Hour, risk{}, nil, "“To be less loud inside.”", "That it stays loud.")
	p.prepares(s.day(-8, 11, 0), practice.PreparationForm{Fears: "That it stays loud.", AlteredStates: "One retreat of silence.", FastingHours: 4})
	p.plan(practice.Preparation, s.soon(30*time.Minute), 50*time.Minute)
	p.plan(practice.Dosing, s.day(8, 13, 0), 3*time.Hour)
	p.opened(s.now.Add(-5 * time.Hour))
}

// ruth became a client after a call; her screening is open and raises flags.
func (s *story) ruth() {
	call := s.asked(s.day(-14, 15, 0), practice.Inquiry{
		Name: "Ruth Amari", Phone: "555 0185", FoundBy: "A friend who was here", Hopes: "To feel like myself with the baby.", Concerns: []string{"postpartum"},
	})
	p := s.continues(s.day(-12, 15, 0), call)
	p.changes(s.day(-12, 15, 10), func(c *practice.Client) {
		c.Pronouns, c.BirthDate, c.AllergyAnswer = "she/her", "1994-01-22", practice.AllergiesNoneKnown
	})
	p.takes(s.day(-2, 15, 0), practice.Medicine{Name: "Levothyroxine", Dose: "50 µg", Schedule: "each morning", Class: "thyroid_hormone", PrescribedBy: "Her family doctor"})
	round := p.round(s.day(-2, 15, 5))
	p.answers(s.day(-2, 15, 20), round, practice.NotAnswered, map[string]said{
		"hypersensitivity": {answer: practice.AnswerNo},
		"vascular":         {answer: practice.AnswerNo},
		"high_pressure":    {answer: practice.AnswerNo},
		"psychosis":        {answer: practice.AnswerNo},
		"pregnancy":        {practice.AnswerYes, "Breastfeeding, four months", true},
		"suicidal":         {answer: practice.AnswerNo, detail: "Thoughts of vanishing in the first month; none since"},
		"heart":            {practice.AnswerUnsure, "Palpitations since the birth; the doctor’s letter is awaited", true},
		"seizures":         {answer: practice.AnswerNo},
	})
}

// waiting are those who have asked.
func (s *story) waiting() {
	s.client(practice.Client{
		LegalName: "Łukasz Wiśniewski", Pronouns: "he/him", Phone: "555 0181", Concerns: []string{"grief"},
		Stage: practice.StageInquiry, Notes: "Wants to talk once more before he decides. Prefers mornings.",
	}, s.day(-2, 15, 0))
	s.asked(s.day(-1, 17, 30), practice.Inquiry{
		Name: "Wren", Phone: "555 0186", FoundBy: "The practice’s page", Hopes: "To sleep, and to stop being angry at everybody.", Concerns: []string{"burnout and high achievement"},
		Notes: "Calls back on Thursday after talking with her partner.",
	})
	s.asked(s.day(-9, 12, 0), practice.Inquiry{
		Name: "Bo Larkin", Phone: "555 0187", FoundBy: "His psychiatrist", Hopes: "Relief.", Concerns: []string{"treatment-resistant depression"},
		Outcome: practice.InquiryReferred, OutcomeNote: "To a clinic with a psychiatrist on site; heard voices last winter.",
	})
	s.asked(s.day(-22, 16, 0), practice.Inquiry{
		Name: "Sam Teller", FoundBy: "A search", Outcome: practice.InquiryDeclined, OutcomeNote: "Looks for the medicine without therapy.",
	})
}
