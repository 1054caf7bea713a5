package report

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

// those gives sessions as the records do, one after the other.
func those(sessions ...ChartSession) iter.Seq2[ChartSession, error] {
	return func(yield func(ChartSession, error) bool) {
		for _, s := range sessions {
			if !yield(s, nil) {
				return
			}
		}
	}
}

// wholeChart is the chart of the sample's client with something of each part.
func wholeChart() FullChartInput {
	s := sample()
	dosing, integration := s.Session, s.Following[0]
	dosing.Start = &practice.Start{
		ParticipantID: "part-1", At: at(-22),
		Readiness:   practice.Readiness{Summary: "Ready"},
		Preparation: practice.PreparationForm{Touch: practice.TouchAgreed, TouchAgreement: "Hand, when asked for", Music: "Strings, no words"},
		Day: practice.DayCheck{
			AskedOn: "2026-03-11", Identity: practice.AnswerYes, Fasted: practice.AnswerYes, FastingNote: "since 9:00", Medicines: practice.AnswerYes,
			SuicidalThoughts: practice.AnswerNo, Intoxicated: practice.AnswerNo, AbleToConsent: practice.AnswerYes,
			Intention: "To put the armour down.", Touch: practice.TouchAgreed,
		},
	}
	dosing.Events = []practice.AdverseEvent{{ParticipantID: "part-1", At: at(50), What: "Nausea, brief", CreatedAt: at(55)}}
	dosing.Observations = append(dosing.Observations, seen(41, "rest", "ten minutes on the side", false))
	dosing.Leaving = &practice.Leaving{ParticipantID: "part-1", At: at(144), Ending: practice.LeftDischarged, Note: "Walked well."}
	integration.Made = []practice.Commitment{{ParticipantID: "part-2", Text: "Write ten minutes before the phone", DueOn: "2026-03-14"}}
	checkIn := Record{
		Session: practice.Session{
			ID: "session-3", Kind: practice.CheckIn, Zone: zone, Place: practice.Virtual, Contact: practice.ContactPhone, DosingSessionID: "session-1",
			Participants: []practice.Participant{{ID: "part-3", ClientID: "client-1"}},
			PlannedStart: at(2800), PlannedEnd: at(2802), ActualStart: at(2800), ActualEnd: at(2802),
		},
		Number: 1,
	}
	planned := Record{Session: practice.Session{
		ID: "session-4", Kind: practice.Dosing, Zone: zone, Place: practice.Office,
		Participants: []practice.Participant{{ID: "part-4", ClientID: "client-1"}}, PlannedStart: at(20000), PlannedEnd: at(20180),
	}, Number: 4}
	client := s.Client
	client.Phone, client.Address, client.CreatedAt = "(510) 555-0199", "14 Alder Way\nOakland, CA 94602", at(-60000)
	client.EmergencyContact = practice.Contact{Name: "Ingrid Holt", Relationship: "sister", Phone: "(510) 555-0150"}
	client.Concerns, client.Watch, client.Intention = []string{"Grief", "Sleep"}, "Migraine after long sessions", "To put the armour down."
	client.Diagnoses = []string{"F33.1 Major depressive disorder, recurrent, moderate"}
	clearance := practice.Clearance{
		ID: "clearance-1", ClientID: "client-1", ClearedOn: "2026-02-20", ExpiresOn: "2026-08-20", Conditions: "Take amlodipine on the morning of the day.",
		Covers: []practice.FlagRef{{ItemKey: "pressure"}}, Limits: practice.Limits{SystolicMaxMmHg: n(150), DiastolicMaxMmHg: n(95)},
		DoseMinUg: 100_000, DoseMaxUg: 200_000, Route: practice.Sublingual, Form: practice.Lozenge, Sessions: 6, CreatedAt: at(-28000), AttachmentID: "file-1",
	}
	return FullChartInput{
		Practice: s.Practice,
		Client:   client,
		Inquiry: &practice.Inquiry{
			CalledAt: at(-70000), FoundBy: "A friend", Hopes: "To sleep through.", Concerns: []string{"Grief"}, Notes: "Rang twice.", Outcome: practice.InquiryContinues,
		},
		Screenings: []practice.Screening{{
			CreatedAt: at(-50000), CompletedAt: at(-49990), Conclusion: practice.ScreeningPrescriber, ReviewOn: "2026-08-01", Notes: "Brought her own readings.",
			Answers: []practice.ScreeningAnswer{
				{ItemKey: "pressure", Question: "Is the blood pressure high?", Severity: practice.SeverityHold, Answer: practice.AnswerYes, Detail: "treated since 2021", AskPrescriber: true},
				{ItemKey: "psychosis", Question: "Has there been psychosis?", Severity: practice.SeverityAbsolute, Answer: practice.AnswerNo},
			},
		}},
		Resolutions: []practice.Resolution{{Flag: practice.FlagRef{ItemKey: "pressure"}, Reason: "Home readings are even.", CreatedAt: at(-40000)}},
		Medicines: []practice.Medicine{
			{Name: "Amlodipine", Dose: "5 mg", Schedule: "each morning", PrescribedBy: "Dr. Chen", CreatedAt: at(-50000)},
			{Name: "Lorazepam", Dose: "0.5 mg", Class: "benzodiazepine", CreatedAt: at(-50000), EndedOn: "2026-02-01"},
		},
		Clearances: []ChartClearance{{
			Cleared:    practice.Cleared{Clearance: clearance, Used: 1, State: practice.ClearanceInForce},
			Prescriber: practice.Prescriber{Name: "Ana Ruiz", Credential: "MD", Organisation: "Harbor Clinic"},
		}},
		Consents: []practice.Consent{
			{
				Kind: practice.ConsentTouch, Title: "Touch", Text: "Touch is **only** what was agreed.", Clauses: []string{"I can say no at any time."}, Initials: []string{"MH"},
				SignedOn: "2026-02-12", SignedBy: "Maren Elisabeth Holt", SignerRole: "client", Method: practice.ConsentDrawn,
				Drawing: "M 40 150 L 90 40 L 130 150 M 150 120 L 300 60 L 420 130", CreatedAt: at(-38000), RevokedOn: "2026-03-20", RevokedReason: "No reason given",
			},
			{
				Kind: practice.ConsentKAP, Title: "Ketamine-assisted psychotherapy", Text: "## What it is\n\nWhat was explained.", SignedOn: "2026-02-10", ExpiresOn: "2027-02-10",
				SignedBy: "Maren Elisabeth Holt", SignerRole: "client", Method: practice.ConsentScanned, AttachmentID: "file-2", CreatedAt: at(-39000),
			},
		},
		Courses: []practice.Course{{
			Goal: "To grieve, and sleep.", TemplateName: "Six sessions", Plan: practice.CoursePlan{Preparations: 2, Dosings: 6, CadenceDays: 14, Integrations: 1, ReviewAfter: []int{2}},
			StartedAt: at(-30000), Reviews: []practice.CourseReview{{AfterDosings: 2, At: at(-2000), Text: "Sleep is longer."}},
		}},
		Commitments: []practice.Commitment{{Text: "Write ten minutes before the phone", DueOn: "2026-03-14", State: practice.CommitmentKept, CreatedAt: at(1600), SettledAt: at(2800)}},
		Preparation: &practice.PreparationForm{
			Fears: "To lose control.", Touch: practice.TouchAgreed, TouchAgreement: "Hand, when asked for.", SafetyPlan: "Calls Ingrid first.", FastingHours: 4,
			RideHome: practice.Contact{Name: "Ingrid Holt"}, MedicinesReviewed: true, CompletedAt: at(-10000),
		},
		Files: []practice.Attachment{
			{ID: "file-2", Kind: practice.AttachmentConsent, Title: "Consent, scanned", MediaType: "application/pdf", Bytes: 240_000, CreatedAt: at(-39000)},
			{ID: "file-1", Kind: practice.AttachmentClearance, Title: "Letter of Dr. Ruiz", MediaType: "image/png", Bytes: 1_400_000, CreatedAt: at(-28000)},
		},
		Charges: []practice.DatedCharge{{
			Day: "2026-03-12", Charge: practice.Charge{CPT: "90837", Words: "Psychotherapy, an hour", Units: 1, FeeCents: 18_000, PaidCents: 5_000, POS: practice.POSOffice, Diagnoses: client.Diagnoses},
		}},
		Requests: []practice.RecordsRequest{{
			AskedOn: "2026-03-12", AskedBy: practice.AskedByClient, AskedFor: practice.AskedCopies, What: "All of 2026", DueOn: "2026-04-11", Outcome: practice.RequestReleased, AnsweredOn: "2026-03-13",
			ReleasedWhat: "This chart",
		}},
		Disclosures: []practice.Disclosure{{
			At: at(2900), Kind: practice.DocPrescriber, Way: practice.WaySaved, Reader: practice.ReaderPrescriber, Recipient: "Ana Ruiz, MD", Purpose: "Treatment",
			LeftOut: "The note.",
		}},
		Sessions:  those(ChartSession{dosing, s.Window}, ChartSession{Record: integration}, ChartSession{Record: checkIn}, ChartSession{Record: planned}),
		Page:      func(page, of int) error { return nil },
		Forms:     treated().Facts.Forms,
		Risks:     treated().Risks,
		Parts:     whole(practice.DocChart),
		AuditHead: s.AuditHead,
		At:        at(3100),
	}
}

func chartWordsOf(t *testing.T, in FullChartInput) string {
	t.Helper()
	d, err := fullChart(in)
	if err != nil {
		t.Fatal(err)
	}
	return reporttest.Document(d)
}

func TestFullChart(t *testing.T) { golden(t, "fullchart.txt", chartWordsOf(t, wholeChart())) }

// What is left is the least a chart holds: whose it is, and that sessions
// took place.
func TestFullChartOfNoPart(t *testing.T) {
	in := wholeChart()
	var err error
	if in.Parts, err = practice.DocChart.Choose([]practice.Part{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "fullchart-least.txt", chartWordsOf(t, in))
}

// A part that is not chosen is nowhere in the chart, and every other stays.
func TestFullChartParts(t *testing.T) {
	leavingOut(t, practice.DocChart, map[practice.Part][]string{
		practice.PartContact:     {"14 Alder Way"},
		practice.PartConcerns:    {"Migraine after long sessions"},
		practice.PartInquiry:     {"Rang twice."},
		practice.PartDiagnoses:   {"F33.1"},
		practice.PartScreening:   {"Brought her own readings.", "Home readings are even."},
		practice.PartAllergies:   {"Penicillin"},
		practice.PartMedicines:   {"Amlodipine 5 mg"},
		practice.PartQuestions:   {"Is the blood pressure high? Yes"},
		practice.PartClearance:   {"Take amlodipine on the morning"},
		practice.PartConsents:    {"I can say no at any time.", "M 40 150"},
		practice.PartCourse:      {"To grieve, and sleep.", "Sleep is longer."},
		practice.PartMeasures:    {"Little interest", "entered for another client"},
		practice.PartNotices:     {"hard on myself"},
		practice.PartRiskReviews: {"Passing thoughts"},
		practice.PartPreparation: {"To lose control.", "Strings, no words"},
		practice.PartReadiness:   {"Intoxicated today?"},
		practice.PartEvents:      {"Nausea, brief"},
		practice.PartDoses:       {"K-2291", "212.5 mg"},
		practice.PartVitals:      {"146/88"},
		practice.PartHolds:       {"What was measured, decided and said"},
		practice.PartObserved:    {"asked for, left hand"},
		practice.PartOwnWords:    {"It is so wide in here."},
		practice.PartLeaving:     {"Walked well."},
		practice.PartNote:        {"kept it for", "She called Ingrid on Thursday evening."},
		practice.PartPractices:   {"Write ten minutes before the phone"},
		practice.PartFiles:       {"PNG picture", "Letter of Dr. Ruiz"},
		practice.PartCharges:     {"$180.00"},
		practice.PartRequests:    {"All of 2026"},
		practice.PartDisclosures: {"Treatment"},
	}, func(parts practice.PartSet) string {
		in := wholeChart()
		in.Parts = parts
		return chartWordsOf(t, in)
	})
}

func TestFullChartRefusesAnotherClient(t *testing.T) {
	in := wholeChart()
	other := sample().Session
	other.Session.Participants = []practice.Participant{{ID: "part-9", ClientID: "client-9"}}
	in.Sessions = those(ChartSession{Record: other})
	if _, err := FullChart(in); fault.CodeOf(err) != fault.Internal {
		t.Errorf("got %v", err)
	}
}

// An error on the way ends the chart and comes out as it is, from a session
// as from a page.
func TestFullChartStopped(t *testing.T) {
	stop := errors.New("stop")
	in := wholeChart()
	in.Page = func(page, of int) error {
		if page == 3 {
			return stop
		}
		return nil
	}
	if r, err := FullChart(in); !errors.Is(err, stop) || len(r.PDF) > 0 {
		t.Errorf("stopped at a page: got %v and %d bytes", err, len(r.PDF))
	}
	in = wholeChart()
	in.Sessions = func(yield func(ChartSession, error) bool) { yield(ChartSession{}, stop) }
	if r, err := FullChart(in); !errors.Is(err, stop) || len(r.PDF) > 0 {
		t.Errorf("stopped at a session: got %v and %d bytes", err, len(r.PDF))
	}
}

// The contents name the page each chapter is on, and the outline leads there.
func TestFullChartPages(t *testing.T) {
	in := wholeChart()
	var many []ChartSession
	for s := range in.Sessions {
		for range 12 {
			many = append(many, s)
		}
	}
	in.Sessions = those(many...)
	r, err := FullChart(in)
	if err != nil {
		t.Fatal(err)
	}
	again := wholeChart()
	again.Sessions = those(many...)
	if same, err := FullChart(again); err != nil || !bytes.Equal(same.PDF, r.PDF) {
		t.Error("the same input gave other bytes")
	}
	d, err := fullChart(in)
	if err != nil {
		t.Fatal(err)
	}
	pages := reporttest.Read(t, r.PDF)
	if len(pages) != r.Pages || r.Pages < 30 {
		t.Fatalf("%d pages read, %d told", len(pages), r.Pages)
	}
	var chapters []reporttest.Entry
	for _, e := range reporttest.Outline(t, r.PDF) {
		if e.Level < 2 && e.Title != "Contents" {
			chapters = append(chapters, e)
		}
	}
	var listed []string // the lines of the contents: a title, and a page
	for _, p := range pages[:2] {
		listed = append(listed, strings.Split(p.Text(), "\n")...)
	}
	n := 0
	for _, b := range d.Blocks {
		chapter, ok := b.(block.Chapter)
		if !ok {
			continue
		}
		if n == len(chapters) {
			t.Fatalf("%s is not in the outline", chapter.Text)
		}
		e := chapters[n]
		n++
		if e.Title != chapter.Text || e.Level != chapter.Depth {
			t.Errorf("chapter %d is %+v in the outline, want %q", n, e, chapter.Text)
		}
		if line := fmt.Sprintf("%s %d", chapter.Text, e.Page); !slices.Contains(listed, line) {
			t.Errorf("the contents have no line %q", line)
		}
		if !strings.Contains(pages[e.Page-1].Text(), chapter.Text) {
			t.Errorf("%q is not on page %d", chapter.Text, e.Page)
		}
	}
	if n != len(chapters) {
		t.Errorf("%d chapters, %d in the outline", n, len(chapters))
	}
}
