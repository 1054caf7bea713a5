package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
	"snowfield/internal/store"
)

// The card follows what is asked today, what is recorded and what the
// clearance says, on screen and on paper.
func TestEmergencyCard(t *testing.T) {
	b := newBench(t)
	b.create()
	client := must(b, b.clients.Save)(practice.Client{
		ID: practice.NewID(), LegalName: "Nell Harrow", Address: "9 Home Road", AllergyAnswer: practice.AllergiesNoneKnown,
		EmergencyContact: practice.Contact{Name: "Kim", Phone: "555 0102"},
	})
	s := b.planDosing(practice.Virtual, client.ID)
	part := s.Parts[0].ParticipantID
	card := func() practice.EmergencyCard {
		t.Helper()
		c, err := b.preparations.EmergencyCard(s.Session.ID, part)
		b.ok(err)
		return c
	}
	numbers := func() string {
		list := []string{}
		for _, n := range card().Numbers {
			list = append(list, n.Number)
		}
		return strings.Join(list, ", ")
	}
	if c := card(); c.AddressLabel != "The client's own address, not confirmed for today" || len(c.Steps) != 5 || numbers() != ", , , , , 555 0102" {
		t.Errorf("nothing asked: %+v", c)
	}

	check := must(b, b.preparations.DayCheck)(part).Check
	check.Virtual = practice.VirtualSafety{
		Address: "A hotel", CallBackNumber: "555 0103", EmergencyNumber: "911", EmergencyRoom: "St. Anne", ChaperoneName: "Sam", ChaperonePhone: "555 0104",
	}
	_, err := b.preparations.SaveDayCheck(s.Session.ID, check)
	b.ok(err)
	if c := card(); c.Address != "A hotel" || numbers() != "911, , 555 0104, 555 0103, , 555 0102" {
		t.Errorf("asked: %+v", c)
	}

	v, err := b.documents.Make(DocumentRequest{Kind: practice.DocEmergency, SessionID: s.Session.ID, ParticipantID: part})
	b.ok(err)
	if v.Pages != 1 || v.FileName != "emergency-card-2026-03-12.pdf" || strings.Contains(v.FileName+v.Title, "Nell") {
		t.Errorf("document: %+v", v)
	}
	b.shell.save = t.TempDir()
	exported := b.export(v.Token)
	pdf, err := os.ReadFile(exported.Path)
	b.ok(err)
	for _, text := range []string{"Nell Harrow", "A hotel", "911", "555 0104", "Not known"} {
		if !strings.Contains(reporttest.Text(t, pdf), text) {
			t.Errorf("%q is not on paper", text)
		}
	}
	if filepath.Base(exported.Path) != v.FileName {
		t.Errorf("written to %s", filepath.Base(exported.Path))
	}
	trail := get(b, func() ([]practice.AuditEntry, error) {
		return view(b.app.core, func(tx *store.Tx) ([]practice.AuditEntry, error) { return tx.Audit(0, 1000) })
	})
	last := trail[len(trail)-1]
	if last.Act != practice.ActExport || !strings.HasPrefix(last.Detail, "emergency card, sha256 ") || last.SubjectID != s.Session.ID {
		t.Errorf("the trail ends with %+v", last)
	}

	// What was recorded in the session is on it, and an emergency word or
	// reading opens it.
	must(b, b.prescribers.Save)(practice.Prescriber{ID: practice.NewID(), Name: "Dr. A. Lindqvist", Phone: "555 0105"})
	b.ready(s)
	s = must(b, b.sessions.Begin)(s.Session.ID)
	s = b.reading(s, 128, 82)
	s = b.dose(s, 100)
	s = b.observe(s, "Quiet.")
	b.wait(time.Minute)
	s = b.reading(s, 184, 96)
	b.wait(time.Minute)
	_, err = b.sessions.RecordObservation(s.Session.ID, practice.Observation{Entry: b.entry(s), Kind: "chest_pain"})
	b.ok(err)
	s = must(b, b.sessions.Get)(s.Session.ID)
	opens := []bool{}
	for _, line := range s.Parts[0].Log {
		opens = append(opens, line.Emergency)
	}
	if !slices.Equal(opens, []bool{false, false, false, true, true}) {
		t.Errorf("opened by %v", opens)
	}
	facts := card().Facts
	if facts[0].Lines[0] != "10:00, 100 mg sublingual lozenge. Reason: The cuff was broken." || facts[1].Lines[0] != "10:01, 184/96 mmHg" || numbers() != "112, , 555 0101, 555 0100, 555 0105, 555 0102" {
		t.Errorf("in the session: %+v, %s", facts, numbers())
	}

	// What to do about a lost connection stands there until it is back.
	lost := func() string { return must(b, b.sessions.Get)(s.Session.ID).Parts[0].LostText }
	mark := func(kind string) {
		t.Helper()
		b.wait(time.Minute)
		_, err := b.sessions.RecordObservation(s.Session.ID, practice.Observation{Entry: b.entry(s), Kind: kind})
		b.ok(err)
	}
	mark("connection_lost")
	if got := lost(); got != "The connection is lost. Call the client, 555 0100. Then the chaperone, Kim, 555 0101. After 5 minutes emergency services, 112." {
		t.Errorf("lost: %q", got)
	}
	if last := card().Facts[len(card().Facts)-1]; last.Label != "If the connection is lost" || last.Lines[2] != "After 5 minutes emergency services, 112." {
		t.Errorf("on the card: %+v", last)
	}
	mark("connection_restored")
	if got := lost(); got != "" {
		t.Errorf("restored: %q", got)
	}

	// What was noted is offered for the next virtual session, confirming nothing.
	b.end(s.Session.ID)
	b.wait(14 * 24 * time.Hour)
	next := b.planDosing(practice.Virtual, client.ID)
	offered := must(b, b.preparations.DayCheck)(next.Parts[0].ParticipantID)
	if u := offered.Usual; u.EmergencyRoom != "Mercy" || u.ChaperoneName != "Kim" || u.Address != "9 Home Road" || u.ChaperonePresent || offered.Check.Virtual != (practice.VirtualSafety{}) {
		t.Errorf("offered %+v", offered)
	}

	_, err = b.preparations.EmergencyCard(s.Session.ID, practice.NewID())
	b.refused(err, fault.NotFound)
}

// An emergency in the log waits for its adverse event until one is recorded.
func TestEmergenciesAskForAnEvent(t *testing.T) {
	b := newBench(t)
	b.create()
	s := b.planDosing(practice.Office, b.add("Nell Harrow").ID)
	b.ready(s)
	s = must(b, b.sessions.Begin)(s.Session.ID)
	observe := func(kind string) {
		t.Helper()
		b.wait(time.Minute)
		_, err := b.sessions.RecordObservation(s.Session.ID, practice.Observation{Entry: b.entry(s), Kind: kind})
		b.ok(err)
		s = must(b, b.sessions.Get)(s.Session.ID)
	}
	asks := func() string {
		words := []string{}
		for _, line := range s.Parts[0].Log {
			if line.AsksEvent {
				words = append(words, line.Label)
			}
		}
		return strings.Join(words, ", ")
	}
	observe("anxiety")
	observe("chest_pain")
	b.wait(time.Minute)
	s = b.reading(s, 184, 96)
	observe("rescue_medicine")
	if got := asks(); got != "Chest pain, Vitals, Rescue medicine given" {
		t.Errorf("waiting: %q", got)
	}
	s, err := (&Readiness{b.app.core}).RecordAdverseEvent(s.Session.ID, practice.AdverseEvent{
		ID: practice.NewID(), ParticipantID: s.Parts[0].ParticipantID, At: practice.At(b.clock), What: "Chest pain", Serious: true,
	})
	b.ok(err)
	if got := asks(); got != "" {
		t.Errorf("recorded: %q", got)
	}
	observe("seizure")
	if got := asks(); got != "Seizure" {
		t.Errorf("after it: %q", got)
	}
}
