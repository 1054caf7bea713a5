package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

// asked is a client who is referred with two flags, one of them new.
func asked() ReferralInput {
	in := forPrescriber()
	round := practice.Screening{
		ID: "round-1", ClientID: "client-1", Conclusion: practice.ScreeningPrescriber, ReviewOn: "2026-09-01", CreatedAt: at(-9000), CompletedAt: at(-8990),
		Notes: "She seemed guarded about this.",
		Answers: []practice.ScreeningAnswer{
			{ItemKey: "psychosis", Question: "Is or was there psychosis?", Severity: practice.SeverityAbsolute, Answer: practice.AnswerUnsure, Detail: "an episode in 2009, not named then", AskPrescriber: true},
			{ItemKey: "heart", Question: "Is there heart disease?", Severity: practice.SeverityHold, Answer: practice.AnswerYes, Detail: "a murmur since childhood"},
			{ItemKey: "liver", Question: "Is there liver disease?", Severity: practice.SeverityReview, Answer: practice.AnswerNo},
			{ItemKey: "earlier_ketamine", Question: "Has ketamine been taken before?", Severity: practice.SeverityReview, Answer: practice.AnswerYes, Detail: "in 2021 for an operation, sick afterwards"},
		},
	}
	flag := func(i int) practice.Flag {
		a := round.Answers[i]
		return practice.Flag{Ref: practice.FlagRef{ItemKey: a.ItemKey, RaisedAt: round.CreatedAt}, Severity: a.Severity, Question: a.Question, Answer: a.Answer, Detail: a.Detail}
	}
	client := in.Client
	client.Phone, client.Email, client.Address = "(510) 555-0188", "maren@example.org", "9 Home Road\nOakland"
	client.Concerns, client.Diagnoses = []string{"grief", "burnout"}, []string{"F33.1 Major depressive disorder, recurrent, moderate"}
	client.Intention, client.Notes, client.Watch = "To put the armour down", "Her brother calls often.", "Sleep"
	client.EmergencyContact = practice.Contact{Name: "Ingrid Holt", Phone: "555 0107"}
	return ReferralInput{
		Practice: in.Practice, Client: client, To: in.To, Rounds: []practice.Screening{round},
		Flags:     []FlagStanding{{Flag: flag(0), State: practice.FlagOpen}, {Flag: flag(1), State: practice.FlagResolved, Reason: "Cardiologist's letter of 2 March"}, {Flag: flag(3), State: practice.FlagCovered}},
		Medicines: in.Medicines, Cleared: in.Standing, ClearedBy: in.To,
		Events:   []practice.AdverseEvent{{At: at(60), What: "Nausea for an hour.", Action: "Ginger, lying down.", Grade: "mild", Ending: "resolved"}, {At: at(70), What: "Pressure 188/112.", Serious: true}},
		Measures: measuredTwice(), Sessions: in.Sessions, Parts: practice.DocReferral.Default(), AuditHead: in.AuditHead, At: in.At,
	}
}

func TestReferralPacket(t *testing.T) {
	in := asked()
	golden(t, "referral.txt", reporttest.Document(referralPacket(in)))
	r, err := ReferralPacket(in)
	if err != nil || r.Pages != 3 || len(r.Unprintable) != 0 {
		t.Errorf("%d pages, unprintable %q, %v", r.Pages, string(r.Unprintable), err)
	}
	again, _ := ReferralPacket(asked())
	if !bytes.Equal(r.PDF, again.PDF) {
		t.Error("the same input gave other bytes")
	}
	in.Parts = everything(practice.DocReferral)
	golden(t, "referral-whole.txt", reporttest.Document(referralPacket(in)))
}

// Little is known and the screening has hardly begun: it says so, and nothing
// missing prints as a made-up value.
func TestReferralDraft(t *testing.T) {
	in := asked()
	open := in.Rounds[0]
	open.CompletedAt, open.Conclusion = "", ""
	open.Answers = append([]practice.ScreeningAnswer(nil), open.Answers...)
	open.Answers[2].Answer, open.Answers[3].Answer = practice.NotAnswered, practice.NotAnswered
	little := ReferralInput{
		Practice: practice.Practice{TherapistName: "Miriam Okafor", Zone: zone}, Client: practice.Client{LegalName: "Jo"},
		Rounds: []practice.Screening{open}, Parts: practice.DocReferral.Default(), At: in.At,
	}
	golden(t, "referral-draft.txt", reporttest.Document(referralPacket(little)))
	for _, c := range []struct {
		rounds []practice.Screening
		want   string
	}{
		{nil, "Draft. The client has not been screened yet."},
		{[]practice.Screening{open}, "Draft. The screening is not complete: two questions are not answered yet."},
		{[]practice.Screening{open, in.Rounds[0]}, "Draft. The screening is being repeated and the new round is not complete: two questions are not answered yet. The answers below are those of 5 Mar 2026."},
	} {
		little.Rounds = c.rounds
		if got := reporttest.Document(referralPacket(little)); !strings.Contains(got, c.want) || !strings.Contains(got, "Referral packet (draft)") {
			t.Errorf("it does not say %q\n%s", c.want, got)
		}
	}
	if got := reporttest.Document(referralPacket(in)); strings.Contains(strings.ToLower(got), "draft") {
		t.Errorf("a complete screening is a draft\n%s", got)
	}
}

// It asks and never advises: no medicine is to be stopped, and the page for
// the decision names no amount.
func TestReferralAdvisesNothing(t *testing.T) {
	in := asked()
	in.Parts = everything(practice.DocReferral)
	for _, class := range practice.MedicineClasses {
		in.Medicines = append(in.Medicines, practice.Medicine{Name: "A medicine", Class: class.ID})
	}
	d := referralPacket(in)
	got := strings.ToLower(reporttest.Document(d))
	for _, word := range []string{"stop", "pause", "reduce", "avoid", "skip", "taper", "recommend", "suggest", "should be given"} {
		if strings.Contains(got, word) {
			t.Errorf("it says %q", word)
		}
	}
	for i, one := range d.Blocks {
		if one == (block.Break{}) {
			form := reporttest.Blocks(d.Blocks[i:])
			if regexp.MustCompile(`\d+ ?mg`).MatchString(form) || strings.Contains(form, "lozenge") {
				t.Errorf("the page for the decision proposes\n%s", form)
			}
		}
	}
}

// Its fields are those of the clearance, so that it can be typed in.
func TestReferralDecisionMirrorsTheClearance(t *testing.T) {
	got := reporttest.Document(referralPacket(asked()))
	for _, field := range []string{
		"Cleared on", "Holds until", "Dosing sessions it is for", "Systolic up to", "Diastolic up to", "Systolic from", "Heart rate up to",
		"Heart rate from", "SpO2 from", "Dose from, mg", "Dose up to, mg", "Route", "Form", "A booster is allowed", "Booster up to", "Not before",
		"Flags the prescriber knows of and accepts", "Conditions", "Pharmacy",
	} {
		if !strings.Contains(got, field) {
			t.Errorf("%q cannot be written down", field)
		}
	}
}

// Neither the client's own words nor the therapist's notes, neither people
// around the client nor anything of a partner are in it.
func TestReferralIsTheMinimum(t *testing.T) {
	in := asked()
	in.Parts = everything(practice.DocReferral)
	got := reporttest.Document(referralPacket(in))
	for _, never := range []string{"armour", "brother", "guarded", "Ingrid", "partner", "It is so wide", "Steady on her feet", "199/118"} {
		if strings.Contains(got, never) {
			t.Errorf("it tells %q", never)
		}
	}
}
