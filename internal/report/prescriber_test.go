package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

// forPrescriber is the report of the sample's dosing session. The client has
// a partner in the session, whose entries are in the record it is made from.
func forPrescriber() PrescriberInput {
	in := underOrder()
	r := in.Session
	r.Session.Participants = append(r.Session.Participants, practice.Participant{ID: "part-9", ClientID: "client-9"})
	others := reading(50, 199, 118, 140, 80)
	others.Entry.ParticipantID = "part-9"
	r.Vitals = append(r.Vitals, others)
	r.Observations = append(r.Observations, practice.Observation{
		Entry: practice.Entry{ID: "other", ParticipantID: "part-9", At: at(61), RecordedAt: at(61)}, Kind: "chest_pain", Text: "The partner's own.",
	})
	r.Events = []practice.AdverseEvent{{ID: "e2", ParticipantID: "part-9", At: at(58), What: "The partner's event."}}
	r.Leaving = &practice.Leaving{
		ParticipantID: "part-1", At: at(140), Ending: practice.LeftDischarged, Escort: practice.Contact{Name: "Ingrid Holt"}, Note: "Said she was glad.",
		Checks: []practice.LeavingCheck{{Label: "Oriented", Met: practice.AnswerYes}, {Label: "Nausea controlled", Met: practice.AnswerNo, Reason: "slight, has ginger"}},
	}
	before := r
	before.Number, before.Note = 2, nil
	before.Session.ID, before.Session.ActualStart, before.Session.ActualEnd = "session-0", at(-22-14*24*60), at(144-14*24*60)
	return PrescriberInput{
		Practice: in.Practice, Client: in.Client, Session: r, To: r.Prescriber, AuditHead: in.AuditHead, At: in.At,
		Standing: &practice.Cleared{Clearance: r.Clearance, Used: 3, State: practice.ClearanceInForce}, Sessions: []Record{before, r},
		Next: at(14 * 24 * 60), Questions: []string{"Lorazepam 1 mg, at night. Benzodiazepine: how should it be handled around a ketamine session?"},
		Medicines: []practice.Medicine{{Name: "Lorazepam", Dose: "1 mg", Schedule: "at night", Class: "benzodiazepine", PrescribedBy: "Dr. Weiss"}, {Name: "Sertraline", EndedOn: "2026-01-04"}},
		Measures:  measuredTwice(),
		Parts:     practice.DocPrescriber.Default(),
	}
}

// everything is what a document may hold at most.
func everything(k practice.DocumentKind) practice.PartSet {
	set := practice.PartSet{}
	for _, r := range k.Parts() {
		set[r.Part] = true
	}
	return set
}

func reported(t *testing.T, in PrescriberInput) string {
	t.Helper()
	d, err := prescriberReport(in)
	if err != nil {
		t.Fatal(err)
	}
	return reporttest.Document(d)
}

func TestPrescriberReport(t *testing.T) {
	in := forPrescriber()
	golden(t, "prescriber.txt", reported(t, in))
	r, err := PrescriberReport(in)
	if err != nil || r.Pages != 1 {
		t.Errorf("%d pages, %v", r.Pages, err)
	}
	again, _ := PrescriberReport(forPrescriber())
	if !bytes.Equal(r.PDF, again.PDF) {
		t.Error("the same input gave other bytes")
	}
}

// With all it may hold, the first page stays as it is.
func TestPrescriberReportWhole(t *testing.T) {
	in := forPrescriber()
	in.Parts = everything(practice.DocPrescriber)
	golden(t, "prescriber-whole.txt", reported(t, in))
	if r, err := PrescriberReport(in); err != nil || r.Pages != 2 {
		t.Errorf("%d pages, %v", r.Pages, err)
	}
}

// Whatever is chosen, neither the note nor the client's words, neither the
// partner's entries nor what was struck are in it.
func TestPrescriberReportIsTheMinimum(t *testing.T) {
	for _, parts := range []practice.PartSet{practice.DocPrescriber.Default(), everything(practice.DocPrescriber)} {
		in := forPrescriber()
		in.Parts = parts
		got := reported(t, in)
		for _, never := range []string{"partner", "199/118", "194/78", "typing slip", "It is so wide", "To put the armour down", "Steady on her feet", "grandmother", "Ingrid", "glad", "couple"} {
			if strings.Contains(got, never) {
				t.Errorf("it tells %q", never)
			}
		}
	}
}

// A session that was held and went on as talk says why no dose was given.
func TestPrescriberReportWithoutDose(t *testing.T) {
	in := forPrescriber()
	h := held()
	in.Session, in.Client, in.Sessions, in.Standing = h.Session, h.Client, nil, nil
	in.To = practice.Prescriber{}
	got := reported(t, in)
	golden(t, "prescriber-no-dose.txt", got)
	if !strings.Contains(got, "No dose was given: Too high after the rest.") {
		t.Errorf("it does not say why no dose was given\n%s", got)
	}
	in.Session.Doses = nil
	in.Session.Leaving = &practice.Leaving{ParticipantID: "part-1", Ending: practice.LeftNoDose, Note: "She would rather talk."}
	if got := reported(t, in); !strings.Contains(got, "No dose was given: She would rather talk.") {
		t.Errorf("the ending does not say why\n%s", got)
	}
}

// What the sentences of the first lines say, case by case.
func TestPrescriberReportInShort(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*PrescriberInput)
		want   string
	}{
		"within the order":  {func(*PrescriberInput) {}, "13:26 150 mg sublingual lozenge, 14:01 62.5 mg sublingual lozenge: 212.5 mg in all, within the order, which was 100 to 200 mg sublingual lozenge; booster up to 75 mg, from 30 min after the first dose."},
		"beyond the order":  {func(in *PrescriberInput) { in.Session.Clearance.BoosterAllowed = false }, "212.5 mg in all, beyond the order: No booster is ordered."},
		"no order":          {func(in *PrescriberInput) { in.Session.Clearance = practice.Clearance{} }, "No dose was named in the order."},
		"one dose":          {func(in *PrescriberInput) { in.Session.Doses = in.Session.Doses[:1] }, "13:26 150 mg sublingual lozenge: 150 mg in all, within the order, which"},
		"nothing recorded":  {func(in *PrescriberInput) { in.Session.Doses = nil }, "No dose is recorded."},
		"within the limits": {func(*PrescriberInput) {}, "Pressure highest at 146/88, at 14:06 (T+40 min). No hold limit was crossed."},
		"beyond a limit": {
			func(in *PrescriberInput) { in.Session.Clearance.Limits.SystolicMaxMmHg = n(145) },
			"Beyond a hold limit first at 14:06 (T+40 min): Systolic 146 is above the prescriber's hold limit of 145.",
		},
		"no readings": {func(in *PrescriberInput) { in.Session.Vitals = nil }, "No vital signs are recorded."},
		"no event":    {func(*PrescriberInput) {}, "*Adverse events: *None recorded."},
		"an event": {func(in *PrescriberInput) {
			in.Session.Events[0].ParticipantID = "part-1"
			in.Session.Events[0].Serious = true
			in.Session.Events[0].Ending = "resolved"
		}, "Serious adverse event: Resolved."},
		"left":            {func(*PrescriberInput) {}, "*Leaving: *Discharged at 15:46. One of two met. Not met: Nausea controlled: slight, has ginger."},
		"not known how":   {func(in *PrescriberInput) { in.Session.Leaving = nil }, "*Leaving: *Not recorded."},
		"in force":        {func(*PrescriberInput) {}, "*Clearance: *In force until 20 July 2026; 3 of 6 sessions used. Conditions: Blood pressure at home each morning of the week before."},
		"next":            {func(*PrescriberInput) {}, "*Next: *The next dosing session is planned for 25 Mar 2026, 13:26 PDT.\n"},
		"nothing planned": {func(in *PrescriberInput) { in.Next = "" }, "No further dosing session is planned."},
		"used up":         {func(in *PrescriberInput) { in.Standing.State = practice.ClearanceUsedUp }, "PDT. A further one needs a new clearance."},
		"expired":         {func(in *PrescriberInput) { in.Standing.State = practice.ClearanceExpired }, "*Clearance: *Ended on 20 July 2026; 3 of 6"},
		"suspended": {func(in *PrescriberInput) {
			in.Standing.State, in.Standing.Clearance.SuspendedReason = practice.ClearanceSuspended, "Serious adverse event."
		}, "*Clearance: *Suspended: Serious adverse event; 3 of 6"},
		"not yet":           {func(in *PrescriberInput) { in.Standing.State = practice.ClearanceNotYet }, "Not in force before 20 January 2026;"},
		"superseded":        {func(in *PrescriberInput) { in.Standing.State = practice.ClearanceSuperseded }, "A newer one took its place;"},
		"without clearance": {func(in *PrescriberInput) { in.Standing = nil }, "*Clearance: *None on record."},
		"a draft":           {func(in *PrescriberInput) { in.Session.Note = nil }, "Draft. The session is not signed yet; what is written here can still change."},
	} {
		in := forPrescriber()
		c.change(&in)
		if got := reported(t, in); !strings.Contains(got, c.want) {
			t.Errorf("%s: it does not say %q\n%s", name, c.want, got)
		}
	}
}

// A long session still has a first page that suffices, which says that it was
// shortened; everything follows.
func TestPrescriberReportKeepsToItsFirstPage(t *testing.T) {
	in := forPrescriber()
	for i := range 30 {
		in.Session.Vitals = append(in.Session.Vitals, reading(60+i, 170+i%5, 101, 90, 96))
		in.Session.Events = append(in.Session.Events, practice.AdverseEvent{
			ID: fmt.Sprintf("e-%d", i), ParticipantID: "part-1", At: at(60 + i), What: strings.Repeat("Nausea, and then it passed. ", 30), Action: "Sat up.",
		})
	}
	d, err := prescriberReport(in)
	if err != nil {
		t.Fatal(err)
	}
	r, err := drawn(d)
	if err != nil {
		t.Fatal(err)
	}
	pages := reporttest.Read(t, r.PDF)
	first := strings.Join(strings.Fields(pages[0].Text()), " ")
	for _, want := range []string{"212.5 mg in all", "Pressure highest at 174/101", "Beyond a hold limit first", "Discharged at 15:46", "The next dosing session is planned", "Holds, calls and adverse events", "Shortened to fit this page", "Left out:"} {
		if !strings.Contains(first, want) {
			t.Errorf("the first page lacks %q\n%s", want, first)
		}
	}
	rest := ""
	for _, p := range pages[1:] {
		rest += p.Text() + " "
	}
	if got := strings.Count(strings.Join(strings.Fields(rest), " "), "Nausea, and then it passed."); got < 30*29 {
		t.Errorf("the events follow %d times", got)
	}
}

func TestPrescriberReportOfNothing(t *testing.T) {
	for name, change := range map[string]func(*PrescriberInput){
		"another client": func(in *PrescriberInput) { in.Client.ID = "client-7" },
		"an integration": func(in *PrescriberInput) { in.Session.Session.Kind = practice.Integration },
		"not begun":      func(in *PrescriberInput) { in.Session.Session.ActualStart, in.Session.Session.ActualEnd = "", "" },
	} {
		in := forPrescriber()
		change(&in)
		if _, err := PrescriberReport(in); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}
