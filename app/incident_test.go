package app

import (
	"os"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
	"snowfield/internal/store"
)

// An adverse event recorded while the session runs suspends the clearance, and
// its report tells the calls, the timeline and nothing of the partner.
func TestIncident(t *testing.T) {
	b := newBench(t)
	b.create()
	client, partner := b.add("Nell Harrow"), b.add("Ben Ode")
	v := b.planDosing(practice.Office, client.ID, partner.ID)
	b.ready(v)
	v = must(b, b.sessions.Begin)(v.Session.ID)
	part, other := v.Parts[0].ParticipantID, v.Parts[1].ParticipantID
	v = b.reading(v, 128, 82)
	b.wait(40 * time.Minute)
	write := func(participant, kind, text string, call *practice.Call) practice.Observation {
		t.Helper()
		b.wait(time.Minute)
		o := practice.Observation{Entry: b.entry(v), Kind: kind, Text: text, Call: call}
		o.Entry.ParticipantID = participant
		_, err := b.sessions.RecordObservation(v.Session.ID, o)
		b.ok(err)
		return o
	}
	write(other, "", "The partner sat by.", nil)
	write(part, "chest_pain", "", nil)
	made := write(part, "call", "", &practice.Call{Callee: practice.CallEmergencyServices, Number: "911"})

	// What the call came to is written as a correction; the call stands once.
	came := made
	came.Entry.ID, came.Entry.CorrectsID = practice.NewID(), made.Entry.ID
	came.Text, came.Call = "On their way.", &practice.Call{Callee: practice.CallEmergencyServices, Number: "911", Reached: practice.AnswerYes}
	c, err := b.sessions.RecordObservation(v.Session.ID, came)
	b.ok(err)
	if len(c.Lines) != 1 || len(c.Gone) != 1 || c.State.Phases == nil {
		t.Errorf("the change: %+v", c)
	}
	card, err := b.preparations.EmergencyCard(v.Session.ID, part)
	b.ok(err)
	if len(card.Calls) != 1 || card.Calls[0].Entry.ID != came.Entry.ID || card.Calls[0].Call.Reached != practice.AnswerYes || card.Calls[0].Text != "On their way." {
		t.Errorf("on the card: %+v", card.Calls)
	}

	event := practice.AdverseEvent{
		ID: practice.NewID(), ParticipantID: part, At: made.Entry.At, What: "Chest pain", Serious: true, Grade: "severe", Ending: "transferred",
	}
	_, err = b.readiness.RecordAdverseEvent(v.Session.ID, event)
	b.ok(err)
	shown, err := b.documents.Make(incidentOf(v.Session.ID, part, event.ID))
	b.ok(err)
	if shown.Title != "Incident report" || shown.FileName != "incident-report-2026-03-12.pdf" || !strings.Contains(shown.LeftOut, "psychotherapy notes") {
		t.Errorf("%+v", shown)
	}
	b.shell.save = t.TempDir()
	exported := b.export(shown.Token)
	pdf, err := os.ReadFile(exported.Path)
	b.ok(err)
	text := reporttest.Text(t, pdf)
	for _, want := range []string{"Incident report", "Nell Harrow", "Chest pain", "Called emergency services, 911, reached: On their way.", "Suspended 12 Mar 2026"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in it", want)
		}
	}
	for _, never := range []string{"Ben", "Ode", "partner sat"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is in it", never)
		}
	}
	trail := get(b, func() ([]practice.AuditEntry, error) {
		return view(b.app.core, func(tx *store.Tx) ([]practice.AuditEntry, error) { return tx.Audit(0, 1000) })
	})
	if last := trail[len(trail)-1]; last.Act != practice.ActExport || !strings.HasPrefix(last.Detail, "incident report, sha256 ") {
		t.Errorf("the trail ends with %+v", last)
	}
	_, err = b.documents.Make(incidentOf(v.Session.ID, other, event.ID))
	b.refused(err, fault.NotFound)
	_, err = b.documents.Make(incidentOf(v.Session.ID, part, practice.NewID()))
	b.refused(err, fault.NotFound)
}

// The state of a virtual session tells the plan for a lost connection, whom
// was called since, and nothing once it is back.
func TestLostPlanLive(t *testing.T) {
	b := newBench(t)
	b.create()
	s := b.planDosing(practice.Virtual, b.add("Nell Harrow").ID)
	b.ready(s)
	v := must(b, b.sessions.Begin)(s.Session.ID)
	write := func(kind string, call *practice.Call) *practice.LostPlan {
		t.Helper()
		b.wait(time.Minute)
		c, err := b.sessions.RecordObservation(v.Session.ID, practice.Observation{Entry: b.entry(v), Kind: kind, Call: call})
		b.ok(err)
		return c.State.Lost
	}
	if plan := write("settled", nil); plan != nil {
		t.Errorf("before: %+v", plan)
	}
	plan := write("connection_lost", nil)
	if plan == nil || len(plan.Steps) != 3 || plan.Steps[0].Number != "555 0100" || plan.Steps[1].Name != "Kim" || plan.Steps[2].Due.Sub(plan.Since) != 5*time.Minute {
		t.Fatalf("lost: %+v", plan)
	}
	plan = write("call", &practice.Call{Callee: practice.CallClient, Number: "555 0100", Reached: practice.AnswerNo})
	if s := plan.Steps[0]; !s.Done || s.Reached != practice.AnswerNo || s.CalledAt.Sub(plan.Since) != time.Minute || plan.Steps[1].Done {
		t.Errorf("called: %+v", plan)
	}
	if live := must(b, (&Live{b.app.core}).Get)(v.Session.ID); live.Parts[0].State.Lost == nil || !live.Parts[0].State.Lost.Steps[0].Done {
		t.Errorf("after the page came back: %+v", live.Parts[0].State.Lost)
	}
	if plan := write("connection_restored", nil); plan != nil {
		t.Errorf("restored: %+v", plan)
	}
}

func incidentOf(session, participant, event string) DocumentRequest {
	return DocumentRequest{Kind: practice.DocIncident, SessionID: session, ParticipantID: participant, EventID: event}
}
