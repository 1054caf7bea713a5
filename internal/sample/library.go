package sample

import (
	"slices"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Practice is its letterhead.
var Practice = practice.Practice{
	TherapistName: "Mira Okafor", Credential: "LMFT", License: "Sample 00000", PracticeName: "Alder Street Practice",
	Address: "12 Example Street\nSampletown, CA 90000", Phone: "555 0100", Email: "hello@example.org", Zone: Zone,
	NPI: "1234567893", EIN: "00-0000000", // the example CMS prints; none begins with 00
}

// founded is what the practice worked with from the beginning, and what it
// changed since.
func (s *story) founded() {
	s.at(s.day(-200, 9, 0), func(tx *store.Tx) error { return tx.PutPractice(Practice) })
	s.ana = s.prescriber(s.day(-200, 9, 30), practice.Prescriber{
		Name: "Dr. Ana Sample", Credential: "MD", Organisation: "Sample Medical Group", Phone: "555 0190", SecureFax: "555 0191", Email: "ana.sample@example.org",
	})
	s.robin = s.prescriber(s.day(-150, 11, 0), practice.Prescriber{
		Name: "Robin Example", Credential: "PMHNP", Organisation: "Example Telehealth", Phone: "555 0195", SecureFax: "555 0196", Email: "robin@example.org",
	})
	s.fees(s.day(-198, 11, 0), map[string]practice.Cents{"90791": 25_000, "90832": 9_500, "90834": 15_000, "90837": 18_000, "90847": 19_500})
	for _, text := range consents {
		s.words(s.day(-199, 10, 0), text)
	}
	changed := consents[0]
	changed.Text += "\n\n## Records\n\nI keep my notes for seven years after our last contact. You can ask for a copy."
	s.words(s.day(-96, 18, 0), changed)
	s.template(s.day(-198, 12, 0), practice.CourseTemplate{Key: "short", Name: "Short course", Offered: true, Plan: practice.CoursePlan{
		Preparations: 1, Dosings: 3, CadenceDays: 14, Integrations: 1, ReviewAfter: []int{3},
	}})
	s.measures(s.day(-198, 12, 30), "pcl-5")
	s.severity(s.day(-120, 12, 0), "apnoea", practice.SeverityHold, "Dr. Sample wants to see the sleep report first.")
}

// consents are the practice's own words.
var consents = []practice.ConsentText{
	{
		Key: "kap", Kind: practice.ConsentKAP, Title: "Consent to ketamine-assisted psychotherapy", ValidMonths: 12, Offered: true,
		Text: "## What is proposed\n\nPsychotherapy with ketamine as a lozenge. Your prescriber decides whether and how much; I am with you the whole time, two to three hours.\n\n" +
			"## Off-label use\n\nKetamine is approved as an anaesthetic. Its use here is outside that approval and is supported by studies that are still few.\n\n" +
			"## Risks\n\nRaised blood pressure, nausea, dizziness, anxiety, a sense of losing hold. Rarely more; we go through it together.\n\n" +
			"## Alternatives\n\nTalking therapy alone, other medicines, or none of it for now.\n\n" +
			"## Before and after\n\nNothing solid for the agreed hours before. Somebody takes you home. Call me at any hour of the first night.\n\n" +
			"## Ending\n\nYou can stop at any time, also on the day itself.",
		Clauses: []string{"I have been told the risks and could ask questions.", "I will not drive until I have slept a night.", "I can withdraw at any time."},
	},
	{
		Key: "touch", Kind: practice.ConsentTouch, Title: "Agreement on touch", ValidMonths: 3, Offered: true,
		Text:    "A hand to hold, or a hand on the shoulder. Nothing else. I ask each time before, and a no needs no reason. We look at this again every three months.",
		Clauses: []string{"I may say no at any moment."},
	},
	{
		Key: "telehealth", Kind: practice.ConsentTelehealth, Title: "Consent to sessions by video", ValidMonths: 12, Offered: true,
		Text:    "You are at home and an adult you trust is in the room. We go through the address and the numbers before each session. When the line breaks I call you, then the person with you, then emergency services.",
		Clauses: []string{"An adult is with me during each dosing session at home."},
	},
	{
		Key: "release", Kind: practice.ConsentRelease, Title: "Release of information", ValidMonths: 12, Offered: true,
		Text:    "I may give the person named below what is written below, and nothing more. You can take this back in writing at any time.",
		Clauses: []string{},
	},
}

func (s *story) prescriber(when time.Time, p practice.Prescriber) string {
	p.ID = s.id()
	s.at(when, func(tx *store.Tx) error {
		p.Normalize()
		if err := p.Validate(); err != nil {
			return err
		}
		_, err := tx.PutPrescriber(p)
		return err
	})
	return p.ID
}

// words keeps the next version of a consent.
func (s *story) words(when time.Time, text practice.ConsentText) {
	s.at(when, func(tx *store.Tx) error {
		text.Normalize()
		if err := text.Validate(); err != nil {
			return err
		}
		_, version, err := consentText(tx, text.Key)
		if err != nil {
			return err
		}
		return shelve(tx, practice.ShelfConsent, text.Key, version, text)
	})
}

// template keeps a plan of the practice's own.
func (s *story) template(when time.Time, t practice.CourseTemplate) {
	s.at(when, func(tx *store.Tx) error {
		t.Normalize()
		if err := t.Validate(); err != nil {
			return err
		}
		return shelve(tx, practice.ShelfCourse, t.Key, 0, t)
	})
}

// measures keeps a questionnaire out of the practice's plan: it is asked where
// a client's own plan has it.
func (s *story) measures(when time.Time, without string) {
	s.at(when, func(tx *store.Tx) error {
		shelf, err := practice.MeasuresShelf(nil)
		if err != nil {
			return err
		}
		plan := shelf[0].Item
		plan.Rows = slices.DeleteFunc(slices.Clone(plan.Rows), func(r practice.MeasureRow) bool { return r.InstrumentID == without })
		if err := plan.Validate(); err != nil {
			return err
		}
		return shelve(tx, practice.ShelfMeasures, practice.TheOne, 0, plan)
	})
}

// severity changes how much a question of the screening weighs.
func (s *story) severity(when time.Time, key string, severity practice.Severity, reason string) {
	s.at(when, func(tx *store.Tx) error {
		shelf, err := screeningShelf(tx)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(shelf, func(x practice.Shelved[practice.ScreeningItem]) bool { return x.Key == key })
		if i < 0 {
			return fault.New(fault.NotFound, "The screening has no question “"+key+"”.")
		}
		item := shelf[i].Item
		item.Severity, item.Reason = severity, reason
		if err := item.Validate(shelf[i].Item); err != nil {
			return err
		}
		return shelve(tx, practice.ShelfScreening, key, shelf[i].Version, item)
	})
}

func shelve(tx *store.Tx, kind practice.LibraryKind, key string, version int, thing any) error {
	item, err := practice.Shelve(kind, key, thing)
	if err != nil {
		return err
	}
	item.Version = version
	_, err = tx.PutLibrary(item)
	return err
}

func consentText(tx *store.Tx, key string) (practice.ConsentText, int, error) {
	stored, err := tx.LibraryLatest(practice.ShelfConsent)
	if err != nil {
		return practice.ConsentText{}, 0, err
	}
	shelf, err := practice.ConsentShelf(stored)
	if err != nil {
		return practice.ConsentText{}, 0, err
	}
	i := slices.IndexFunc(shelf, func(x practice.Shelved[practice.ConsentText]) bool { return x.Key == key })
	if i < 0 {
		return practice.ConsentText{}, 0, fault.New(fault.NotFound, "The Library has no consent “"+key+"”.")
	}
	return shelf[i].Item, shelf[i].Version, nil
}

func screeningShelf(tx *store.Tx) ([]practice.Shelved[practice.ScreeningItem], error) {
	stored, err := tx.LibraryLatest(practice.ShelfScreening)
	if err != nil {
		return nil, err
	}
	return practice.ScreeningShelf(stored)
}

// items are the questions of the screening as the practice has them.
func items(tx *store.Tx) ([]practice.ScreeningItem, error) {
	shelf, err := screeningShelf(tx)
	list := make([]practice.ScreeningItem, 0, len(shelf))
	for _, x := range shelf {
		list = append(list, x.Item)
	}
	return list, err
}
