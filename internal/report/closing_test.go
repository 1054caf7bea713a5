package report

import (
	"bytes"
	"strings"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

// closed is a course of three sessions that is over. A partner took part in
// the second, whose entries are in the records it is made from.
func closed() ClosingInput {
	in := sample()
	dosing := in.Session
	dosing.Session.Participants = append(dosing.Session.Participants, practice.Participant{ID: "part-9", ClientID: "client-9"})
	partner := practice.DoseEvent{Entry: entry(1), TakenUg: 999_000, Route: practice.Intravenous}
	partner.Entry.ID, partner.Entry.ParticipantID = "other", "part-9"
	struck := practice.DoseEvent{Entry: entry(2), TakenUg: 777_000, Route: practice.Sublingual}
	struck.Entry.StruckAt = at(3)
	dosing.Doses = append(dosing.Doses, partner, struck)
	dosing.Number = 2
	dosing.Events = []practice.AdverseEvent{
		{ParticipantID: "part-1", At: at(59), What: "Vomited twice.", Action: "Stayed, measured.", Grade: "moderate", Ending: "resolved", Outcome: "Within the hour.", Serious: true},
		{ParticipantID: "part-9", At: at(60), What: "The partner's event."},
	}
	first := practice.Session{
		ID: "session-0", Kind: practice.Dosing, Zone: zone, Place: practice.Office, Participants: []practice.Participant{{ID: "part-0", ClientID: "client-1"}},
		ActualStart: at(-20180), ActualEnd: at(-20000),
	}
	small := practice.DoseEvent{Entry: practice.Entry{ID: "first", ParticipantID: "part-0", At: at(-20160)}, TakenUg: 100_000, Route: practice.Sublingual, Form: practice.Lozenge}
	refused := first
	refused.ID, refused.Participants, refused.ActualStart, refused.ActualEnd = "session-00", []practice.Participant{{ID: "part-00", ClientID: "client-1"}}, at(-10000), at(-9900)
	voicemail := in.Following[0].Session
	voicemail.Kind, voicemail.Contact = practice.CheckIn, practice.ContactVoicemail
	client := in.Client
	client.Concerns = []string{"grief", "sleep"}
	return ClosingInput{
		Practice: in.Practice, Client: client,
		Course: practice.Course{
			Goal: "To sleep again.", StartedAt: at(-30000), CompletedAt: at(3000), Ending: practice.EndingReferred,
			Plan:           practice.CoursePlan{Preparations: 1, Dosings: 3, CadenceDays: 14, Integrations: 2, LaterIntegrationDays: 7, ReviewAfter: []int{2}},
			Reviews:        []practice.CourseReview{{AfterDosings: 2, At: at(1700), Text: "She sleeps **through** on most nights."}},
			ClosingSummary: "Ended after two sessions; the third was not needed.\n\nAgreed: choir on Tuesdays.",
		},
		Sessions: []Record{{Session: first, Number: 1, Doses: []practice.DoseEvent{small}}, {Session: refused}, dosing, in.Following[0], {Session: voicemail}},
		Commitments: []practice.Commitment{
			{ParticipantID: "part-1", Text: "Ten minutes of writing", State: practice.CommitmentKept, DueOn: "2026-03-12"},
			{ParticipantID: "part-1", Text: "A cold shower", State: practice.CommitmentLetGo},
			{ParticipantID: "part-2", Text: "Call Ingrid", State: practice.CommitmentOpen, DueOn: "2026-03-20"},
			{ParticipantID: "part-9", Text: "The partner's commitment", State: practice.CommitmentKept},
			{ParticipantID: "elsewhere", Text: "Of another course", State: practice.CommitmentOpen},
		},
		Measures:    measuredTwice(),
		Next:        &practice.Session{Kind: practice.Talk, Zone: zone, PlannedStart: at(20000)},
		RetainUntil: "2033-03-13", Parts: practice.DocClosing.Default(), AuditHead: in.AuditHead, At: in.At,
	}
}

func closedWords(in ClosingInput) string { return reporttest.Document(closing(in)) }

func TestClosing(t *testing.T) {
	got := closedWords(closed())
	golden(t, "closing.txt", got)
	for _, never := range []string{"partner", "999", "777", "intravenous", "another course", "Observ", "118/74", "Arrived rested"} {
		if strings.Contains(got, never) {
			t.Errorf("it tells %q", never)
		}
	}
}

// A course that goes on is a draft; what is not known is not printed.
func TestClosingDraft(t *testing.T) {
	in := closed()
	golden(t, "closing-draft.txt", closedWords(ClosingInput{
		Practice: practice.Practice{Zone: zone}, Client: practice.Client{ID: "client-1", LegalName: "Jo"},
		Course: practice.Course{StartedAt: at(-30000), Plan: practice.CoursePlan{Dosings: 1, CadenceDays: 14}},
		Parts:  practice.DocClosing.Default(), At: in.At,
	}))
}

func TestClosingParts(t *testing.T) {
	leavingOut(t, practice.DocClosing, map[practice.Part][]string{
		practice.PartConcerns:  {"Grief, sleep"},
		practice.PartMeasures:  {"PHQ-9", "by the rule"},
		practice.PartSessions:  {"2 held, 3 planned", "no dose given"},
		practice.PartDoses:     {"100 mg to 212.5 mg", "Three doses in two sessions"},
		practice.PartEvents:    {"Vomited twice"},
		practice.PartPractices: {"Ten minutes of writing", "Call Ingrid"},
		practice.PartNextStep:  {"Talk session on"},
	}, func(parts practice.PartSet) string {
		in := closed()
		in.Parts = parts
		return closedWords(in)
	})
}

func TestClosingDrawn(t *testing.T) {
	r, err := Closing(closed())
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Closing(closed())
	if !bytes.Equal(r.PDF, again.PDF) {
		t.Error("the same input gave other bytes")
	}
	if len(r.Unprintable) > 0 {
		t.Errorf("cannot print %q", r.Unprintable)
	}
}
