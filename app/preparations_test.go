package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// A preparation is written, completed with what is missing named, closed to
// changes, and reopened.
func TestPreparation(t *testing.T) {
	b := newBench(t)
	b.create()
	client := must(b, b.clients.Save)(practice.Client{ID: practice.NewID(), LegalName: "Nell Harrow"})

	v := must(b, b.preparations.Get)(client.ID)
	if v.Form.ClientID != client.ID || v.Form.FastingHours != 4 || v.Form.Version != 0 || v.DoneText != "" {
		t.Fatalf("none begun: %+v", v)
	}
	_, err := b.preparations.Complete(client.ID, 0)
	refused := b.refused(err, fault.Invalid)
	for _, field := range []string{"intention", "touch", "safety_plan", "medicines_reviewed"} {
		if refused.Fields[field] == "" {
			t.Errorf("%s is not asked for: %v", field, refused.Fields)
		}
	}

	form := v.Form
	form.Touch, form.TouchAgreement, form.SafetyPlan, form.MedicinesReviewed = practice.TouchAgreed, "A hand held.", "Call the sister.", true
	form.CompletedAt = "2026-01-01T00:00:00.000Z" // the page cannot complete by saving
	v = must(b, b.preparations.Save)(form)
	if v.Form.Version != 1 || v.Form.Done() {
		t.Fatalf("saved: %+v", v)
	}
	client.Intention = "To rest."
	must(b, b.clients.Save)(client)
	_, err = b.preparations.Complete(client.ID, 7)
	b.refused(err, fault.Conflict)
	v, err = b.preparations.Complete(client.ID, 1)
	b.ok(err)
	if !v.Form.Done() || v.DoneText != "Complete since 12 March 2026, 10:00" {
		t.Errorf("complete: %+v", v)
	}

	form = v.Form
	form.Fears = "Falling"
	_, err = b.preparations.Save(form)
	b.refused(err, fault.Conflict)
	_, err = b.preparations.Complete(client.ID, v.Form.Version)
	b.refused(err, fault.Conflict)
	v = must(b, b.preparations.Reopen)(client.ID)
	_, err = b.preparations.Reopen(client.ID)
	b.refused(err, fault.Conflict)
	form.Version = v.Form.Version
	if v = must(b, b.preparations.Save)(form); v.Form.Fears != "Falling" || v.Form.Done() {
		t.Errorf("reopened: %+v", v)
	}
	_, err = b.preparations.Get(practice.NewID())
	b.refused(err, fault.NotFound)
}

// plan plans a dosing session for now.
func (b *bench) planDosing(place practice.Place, clientIDs ...string) SessionView {
	b.Helper()
	s := practice.Session{
		ID: practice.NewID(), Kind: practice.Dosing, PlannedStart: practice.At(b.clock), PlannedEnd: practice.At(b.clock.Add(3 * time.Hour)),
		Zone: "America/Los_Angeles", Place: place,
	}
	for _, id := range clientIDs {
		s.Participants = append(s.Participants, practice.Participant{ID: practice.NewID(), ClientID: id})
	}
	return must(b, b.sessions.Save)(s)
}

// The day's answers hold for their day, belong to their session, and leave
// the client's own address as it is.
func TestDayCheck(t *testing.T) {
	b := newBench(t)
	b.create()
	client := must(b, b.clients.Save)(practice.Client{
		ID: practice.NewID(), LegalName: "Nell Harrow", Intention: "To rest.", Address: "9 Home Road", Phone: "555 0100",
	})
	form := must(b, b.preparations.Get)(client.ID).Form
	form.FastingHours, form.RideHome = 6, practice.Contact{Name: "Kim"}
	must(b, b.preparations.Save)(form)
	if ride := must(b, b.clients.Glance)(client.ID).RideText; ride != "Kim" {
		t.Errorf("the ride at a glance: %q", ride)
	}
	s := b.planDosing(practice.Virtual, client.ID)
	id := s.Parts[0].ParticipantID

	v := must(b, b.preparations.DayCheck)(id)
	if v.Check.AskedOn != "2026-03-12" || v.Check.Intention != "To rest." || v.Check.RideHome.Name != "Kim" || v.Closed {
		t.Errorf("nothing asked yet: %+v", v.Check)
	}
	if v.Questions[1].Text != "Nothing eaten for 6 hours, as agreed?" || len(v.Items) != 10 {
		t.Errorf("asked: %+v, %d items", v.Questions, len(v.Items))
	}
	if v.AnewText != "" || v.TouchText != "Not asked about in the preparation." {
		t.Errorf("said %q and %q", v.AnewText, v.TouchText)
	}
	if v.Usual.Address != "9 Home Road" || v.Usual.CallBackNumber != "555 0100" || v.Usual.LostMinutes != 5 || v.Check.Virtual.Address != "" {
		t.Errorf("usual %+v, today %+v", v.Usual, v.Check.Virtual)
	}

	check := v.Check
	check.Identity, check.Virtual.Address, check.Virtual.EmergencyRoom = practice.AnswerYes, "A hotel", "St. Anne"
	v, err := b.preparations.SaveDayCheck(s.Session.ID, check)
	b.ok(err)
	if v.Check.Version != 1 || !v.Items[0].There || v.Items[1].There {
		t.Errorf("saved: %+v, %+v", v.Check, v.Items)
	}
	if now := must(b, b.clients.Get)(client.ID); now.Address != "9 Home Road" || now.Version != client.Version {
		t.Errorf("the client's own address became %q", now.Address)
	}
	_, err = b.preparations.SaveDayCheck(s.Session.ID, practice.DayCheck{ParticipantID: practice.NewID(), AskedOn: "2026-03-12"})
	b.refused(err, fault.NotFound)

	b.wait(24 * time.Hour)
	_, err = b.preparations.SaveDayCheck(s.Session.ID, v.Check)
	b.refused(err, fault.Conflict)
	next := must(b, b.preparations.DayCheck)(id)
	if next.Check.AskedOn != "2026-03-13" || next.Check.Identity != "" || next.Check.Virtual != (practice.VirtualSafety{}) || next.Check.Version != 1 {
		t.Errorf("the next day: %+v", next.Check)
	}
	if next.Usual.Address != "9 Home Road" || next.Usual.EmergencyRoom != "St. Anne" {
		t.Errorf("offered the next day: %+v", next.Usual)
	}
	must(b, b.sessions.Cancel)(s.Session.ID)
	_, err = b.preparations.SaveDayCheck(s.Session.ID, next.Check)
	b.refused(err, fault.Conflict)

	b.wait(-48 * time.Hour)
	later := b.planDosing(practice.Office, client.ID)
	b.wait(-24 * time.Hour)
	if v := must(b, b.preparations.DayCheck)(later.Parts[0].ParticipantID); v.AnewText != "The session is planned for Wednesday, 11 March. What is answered now holds for today; on that day everything is asked anew." {
		t.Errorf("the day before: %q", v.AnewText)
	}
	b.wait(72 * time.Hour)

	talk := b.begin(practice.Talk, client.ID, "")
	_, err = b.preparations.SaveDayCheck(talk.Session.ID, practice.DayCheck{ParticipantID: talk.Parts[0].ParticipantID, AskedOn: "2026-03-13"})
	b.refused(err, fault.Conflict)
}

// What was agreed is in the session and beside the notes that follow it as it
// stood when the session began, whatever the preparation says later.
func TestPreparationIsCarried(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	s := b.begin(practice.Dosing, client.ID, "")
	form := must(b, b.preparations.Reopen)(client.ID).Form
	form.SafetyPlan = "Another plan."
	must(b, b.preparations.Save)(form)
	client = must(b, b.clients.Get)(client.ID)
	client.Intention = "Something else."
	must(b, b.clients.Save)(client)

	carried := func(lines []practice.PreparedLine) string {
		list := []string{}
		for _, l := range lines {
			list = append(list, l.Label+": "+l.Text)
		}
		return strings.Join(list, "\n")
	}
	leftOut := func() int { return len(must(b, b.sessions.Get)(s.Session.ID).Parts[0].LeftOut) }
	if leftOut() == 0 {
		t.Error("words of touch are offered, and none was agreed")
	}
	want := "Intention: To rest.\nTouch: No touch.\nSafety plan: Call the sister."
	if got := carried(must(b, b.sessions.Get)(s.Session.ID).Parts[0].Prepared); got != want {
		t.Errorf("in the session:\n%s", got)
	}
	b.dose(s, 100)
	b.wait(time.Hour)
	b.end(s.Session.ID)
	b.wait(time.Hour)
	after := b.begin(practice.Integration, client.ID, s.Session.ID)
	if got := carried(must(b, b.notes.Open)(after.Parts[0].ParticipantID).Reference.Prepared); got != want {
		t.Errorf("beside the note:\n%s", got)
	}
	if got := must(b, b.sessions.Get)(after.Session.ID).Parts[0].Prepared; len(got) != 0 {
		t.Errorf("an integration session carries %+v", got)
	}
}

// Words of touch are offered where touch was agreed, and as it was agreed when
// the session began.
func TestTouchIsOfferedWhereAgreed(t *testing.T) {
	b := newBench(t)
	b.create()
	s := b.planDosing(practice.Office, b.add("Nell Harrow").ID)
	b.ready(s)
	part := s.Parts[0]
	left := func() []string { return must(b, b.sessions.Get)(s.Session.ID).Parts[0].LeftOut }
	if got := left(); !slices.Equal(got, practice.TouchKinds) {
		t.Errorf("no touch: left out %q", got)
	}
	check := must(b, b.preparations.DayCheck)(part.ParticipantID).Check
	check.Touch = practice.TouchAgreed
	_, err := b.preparations.SaveDayCheck(s.Session.ID, check)
	b.ok(err)
	must(b, b.sessions.Begin)(s.Session.ID)
	if got := left(); len(got) != 0 {
		t.Errorf("agreed today: left out %q", got)
	}
	form := must(b, b.preparations.Reopen)(part.ClientID).Form
	form.Touch = practice.TouchNone
	must(b, b.preparations.Save)(form)
	if got := left(); len(got) != 0 {
		t.Errorf("after the start: left out %q", got)
	}
}
