package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// What became known later stands under the event, which stays as it was; the
// event is seen wherever the session is.
func TestAdverseEventAndWhatBecameKnown(t *testing.T) {
	b := newBench(t)
	b.create()
	client, other := b.add("Nell Harrow"), b.add("Ben Ode")
	v := b.begin(practice.Dosing, client.ID, "")
	talk := b.begin(practice.Talk, other.ID, "")
	event := practice.AdverseEvent{
		ID: practice.NewID(), ParticipantID: v.Parts[0].ParticipantID, At: practice.At(b.clock), What: "Fainted",
		Serious: true, Grade: "severe", Ending: "transferred", Outcome: "By ambulance.",
	}
	v, err := b.readiness.RecordAdverseEvent(v.Session.ID, event)
	b.ok(err)
	line := v.Parts[0].Events[0]
	if line.Title != "Serious adverse event, severe" || line.OutcomeText != "Transferred. By ambulance." || line.SuspendedText != "The clearance is suspended until a new one is recorded." {
		t.Errorf("%+v", line)
	}
	must(b, b.sessions.Finish)(v.Session.ID)
	saved := b.write(v, "Ended early.")
	_, err = b.notes.Sign(saved.Note.ID, saved.Note.Version)
	b.ok(err)

	b.wait(20 * time.Hour)
	addition := practice.AdverseAddition{ID: practice.NewID(), EventID: event.ID, Text: " Home at nine, well. "}
	for range 2 { // sent twice
		v, err = b.readiness.AddToAdverseEvent(v.Session.ID, addition)
		b.ok(err)
	}
	line = v.Parts[0].Events[0]
	if len(line.Added) != 1 || line.Added[0].Text != "Home at nine, well." || line.Added[0].WhenText != "Added on 13 March 2026 at 06:00" || line.Event.What != "Fainted" {
		t.Errorf("%+v", line)
	}
	addition.ID, addition.Text = practice.NewID(), " "
	_, err = b.readiness.AddToAdverseEvent(v.Session.ID, addition)
	if b.refused(err, fault.Invalid).Fields["text"] == "" {
		t.Error("nothing is said beside the field")
	}
	addition.Text = "In another session"
	_, err = b.readiness.AddToAdverseEvent(talk.Session.ID, addition)
	b.refused(err, fault.NotFound)

	row := must(b, b.clients.Chart)(client.ID).Record[0]
	if row.Event != "Serious adverse event" || !row.Serious {
		t.Errorf("the chart's row: %+v", row)
	}
	beside := must(b, b.notes.Open)(v.Parts[0].ParticipantID).Reference
	if beside == nil || len(beside.Events) != 1 || len(beside.Events[0].Added) != 1 || len(beside.Lifted) != 0 {
		t.Errorf("beside the note: %+v", beside)
	}
	due := get(b, b.today.Get).Due
	if !slices.ContainsFunc(due, func(r DueRow) bool {
		return r.Kind == "clearance" && r.ClientID == client.ID && r.Hint == "Suspended: Serious adverse event on 12 March 2026"
	}) {
		t.Errorf("due: %+v", due)
	}

	b.clear(client.ID)
	if line := must(b, b.sessions.Get)(v.Session.ID).Parts[0].Events[0]; line.SuspendedText != "" {
		t.Errorf("with a new clearance: %q", line.SuspendedText)
	}
}

// A running session shows what went wrong at once, and every later change of
// its log tells it again, with what became known and what is suspended.
func TestAdverseEventInARunningSession(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	client := b.add("Nell Harrow")
	v := b.begin(practice.Dosing, client.ID, "")
	state := func() LiveState { return must(b, live.Get)(v.Session.ID).Parts[0].State }
	if got := state().Events; got == nil || len(got) != 0 {
		t.Errorf("before anything went wrong: %+v", got)
	}
	event := practice.AdverseEvent{ID: practice.NewID(), ParticipantID: v.Parts[0].ParticipantID, At: practice.At(b.clock), What: "Fainted", Serious: true}
	_, err := b.readiness.RecordAdverseEvent(v.Session.ID, event)
	b.ok(err)
	_, err = b.readiness.AddToAdverseEvent(v.Session.ID, practice.AdverseAddition{ID: practice.NewID(), EventID: event.ID, Text: "Awake after a minute."})
	b.ok(err)
	c, err := b.sessions.RecordObservation(v.Session.ID, practice.Observation{Entry: b.entry(v), Kind: "settled"})
	b.ok(err)
	for what, state := range map[string]LiveState{"the session": state(), "a change": c.State} {
		if len(state.Events) != 1 {
			t.Errorf("%s tells %+v", what, state.Events)
			continue
		}
		line := state.Events[0]
		if line.Event.ID != event.ID || line.TimeText != practice.ClockText(event.At.In(v.Session.Zone)) || line.SuspendedText != "The clearance is suspended until a new one is recorded." || len(line.Added) != 1 {
			t.Errorf("%s tells %+v", what, line)
		}
	}
}

// The therapist who writes the note sees what was lifted when the session
// began.
func TestLiftedBesideTheNote(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	v := b.planDosing(practice.Office, client.ID)
	b.ready(v)
	part := v.Parts[0].ParticipantID
	check := must(b, b.preparations.DayCheck)(part).Check
	check.Fasted = practice.AnswerNo
	_, err := b.preparations.SaveDayCheck(v.Session.ID, check)
	b.ok(err)
	_, err = b.readiness.Lift(v.Session.ID, practice.Lift{ID: practice.NewID(), ParticipantID: part, CheckKey: "day_fasted:no", Kind: practice.LiftReason, Reason: "A glass of water."})
	b.ok(err)
	must(b, b.sessions.Begin)(v.Session.ID)
	beside := must(b, b.notes.Open)(part).Reference
	if beside == nil || len(beside.Lifted) != 1 || !strings.Contains(beside.Lifted[0].Text, "fasted") || beside.Lifted[0].Lift.Reason != "A glass of water." {
		t.Errorf("%+v", beside)
	}
}

// The client may still be in the room when the session has ended: its card
// stays at hand that day.
func TestCardAtHand(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	v := b.planDosing(practice.Office, client.ID)
	if v.Card {
		t.Error("before it began")
	}
	b.ready(v)
	if v = must(b, b.sessions.Begin)(v.Session.ID); !v.Card {
		t.Error("not while it is open")
	}
	b.wait(time.Hour)
	if v = must(b, b.sessions.Finish)(v.Session.ID); !v.Card {
		t.Error("not when it has just ended")
	}
	b.wait(24 * time.Hour)
	if must(b, b.sessions.Get)(v.Session.ID).Card {
		t.Error("on the day after")
	}
	if b.begin(practice.Talk, client.ID, "").Card {
		t.Error("in a talk session")
	}
}
