package app

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

// allMet is everyone discharged, everything met.
func allMet(asked LeavingView) []practice.Leaving {
	list := []practice.Leaving{}
	for _, part := range asked.Parts {
		l := part.Leaving
		for i := range l.Checks {
			l.Checks[i].Met = practice.AnswerYes
		}
		if l.Ending == practice.LeftNoDose {
			l.Note = "Came along and took none."
		}
		l.EarlyReason, l.Escort = "Asked to go", practice.Contact{Name: "Kim Harrow", Phone: "555 0102"}
		list = append(list, l)
	}
	return list
}

// end ends a session, a dosing session with its checklist.
func (b *bench) end(sessionID string) SessionView {
	b.Helper()
	if must(b, b.sessions.Get)(sessionID).Session.Kind != practice.Dosing {
		return must(b, b.sessions.Finish)(sessionID)
	}
	live := &Live{b.app.core}
	v, err := live.End(sessionID, allMet(must(b, live.Leaving)(sessionID)))
	b.ok(err)
	return v
}

func TestEndWithTheChecklist(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	v := b.planDosing(practice.Office, b.add("Nell Harrow").ID)
	b.ready(v)
	day := must(b, b.preparations.DayCheck)(v.Parts[0].ParticipantID).Check
	day.RideHome.Name = "Kim Harrow"
	_, err := b.preparations.SaveDayCheck(v.Session.ID, day)
	b.ok(err)
	v = must(b, b.sessions.Begin)(v.Session.ID)
	v = b.reading(v, 128, 82)
	b.wait(15 * time.Minute)
	v = b.dose(v, 200)
	b.wait(90 * time.Minute)
	b.reading(v, 132, 84)

	asked := must(b, live.Leaving)(v.Session.ID)
	part := asked.Parts[0]
	if len(asked.Parts) != 1 || asked.Minutes != 120 || part.NotBefore != practice.At(b.clock.Add(30*time.Minute)) || part.Name != "Nell Harrow" ||
		part.BaselineText != "128/82 mmHg" || part.LatestText != "132/84 mmHg at 11:45" || len(part.Leaving.Checks) != 8 {
		t.Fatalf("asked %+v", asked)
	}
	if part.Leaving.Escort.Name != "Kim Harrow" {
		t.Error("the ride of the day is not taken over")
	}
	// Every other way to end it is closed.
	_, err = b.sessions.Finish(v.Session.ID)
	b.refused(err, fault.Blocked)
	_, err = b.sessions.CorrectTimes(v.Session.ID, v.Session.ActualStart, practice.At(b.clock))
	b.refused(err, fault.Blocked)
	_, err = live.End(v.Session.ID, nil)
	b.refused(err, fault.Blocked)
	_, err = live.End(v.Session.ID, []practice.Leaving{part.Leaving})
	if w := b.refused(err, fault.Invalid); w.Fields["early_reason"] == "" || w.Fields["checks.0"] == "" {
		t.Errorf("refused with %+v", w.Fields)
	}

	leaving := allMet(asked)
	leaving[0].Checks[1].Met, leaving[0].Checks[1].Reason = practice.AnswerNo, "Walks with a cane, as always"
	leaving[0].EarlyReason = "The last train"
	b.wait(10 * time.Minute)
	ended, err := live.End(v.Session.ID, leaving)
	b.ok(err)
	if ended.State != practice.Ended || ended.Session.ActualEnd != practice.At(b.clock.Add(-10*time.Minute)) {
		t.Errorf("it ended at %s, want when the client left", ended.Session.ActualEnd)
	}

	b.wait(10 * time.Second)
	again := must(b, live.OpenAgain)(v.Session.ID)
	if again.State != practice.Open {
		t.Errorf("opened again it is %s", again.State)
	}
	if kept := must(b, live.Leaving)(v.Session.ID).Parts[0].Leaving; kept.EarlyReason != "The last train" || kept.Version != 1 {
		t.Errorf("opened again, what was answered is %+v", kept)
	}
	b.dose(again, 50) // after which the client has not left
	_, err = b.sessions.Finish(v.Session.ID)
	b.refused(err, fault.Blocked)
	b.wait(2 * time.Hour)
	kept := must(b, live.Leaving)(v.Session.ID).Parts[0].Leaving
	kept.At = practice.At(b.clock)
	_, err = live.End(v.Session.ID, []practice.Leaving{kept})
	b.ok(err)
	b.wait(13 * time.Second)
	_, err = live.OpenAgain(v.Session.ID)
	b.refused(err, fault.Conflict)

	summary, err := b.documents.Make(summaryOf(v.Session.ID, v.Parts[0].ParticipantID))
	b.ok(err)
	text := reporttest.Text(t, b.app.documents.byTok[summary.Token].pdf)
	for _, want := range []string{"Leaving", "Discharged at 13:55", "Walks with a cane, as always", "Kim Harrow, 555 0102"} {
		if !strings.Contains(text, want) {
			t.Errorf("the summary lacks %q", want)
		}
	}

	saved := b.write(ended, "Quiet.")
	_, err = b.notes.Sign(saved.Note.ID, saved.Note.Version)
	b.ok(err)
	late := must(b, live.Leaving)(v.Session.ID).Parts[0]
	if !late.Locked {
		t.Error("signed, it can still be changed")
	}
	late.Leaving.Note = "More"
	_, err = live.KeepLeaving(v.Session.ID, late.Leaving)
	b.refused(err, fault.Signed)
}

// A session without a dose ends as before; one that was left open for a day
// gets its checklist later.
func TestLeavingWithoutADoseAndLater(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	client := b.add("Nell Harrow")
	none := b.begin(practice.Dosing, client.ID, "")
	b.wait(time.Hour)
	if l := must(b, live.Leaving)(none.Session.ID).Parts[0].Leaving; l.Ending != practice.LeftNoDose {
		t.Errorf("without a dose it offers %q", l.Ending)
	}
	must(b, b.sessions.Finish)(none.Session.ID)

	v := b.begin(practice.Dosing, client.ID, "")
	v = b.dose(v, 200)
	b.wait(25 * time.Hour)
	left := v.Session.ActualStart.Add(3 * time.Hour)
	_, err := b.sessions.CorrectTimes(v.Session.ID, v.Session.ActualStart, left)
	b.ok(err)
	l := allMet(must(b, live.Leaving)(v.Session.ID))[0]
	l.At = left
	shown, err := live.KeepLeaving(v.Session.ID, l)
	b.ok(err)
	if got := shown.Parts[0].LeftText; got != "Discharged at 14:00. All eight met." {
		t.Errorf("the session says %q", got)
	}
	if beside := must(b, b.notes.Open)(v.Parts[0].ParticipantID).Reference; beside == nil || beside.LeftText != "Discharged at 14:00. All eight met." {
		t.Errorf("beside the note: %+v", beside)
	}
	if beside := must(b, b.notes.Open)(none.Parts[0].ParticipantID).Reference; beside == nil || beside.LeftText != "" {
		t.Errorf("where nothing is kept: %+v", beside)
	}
	l.ParticipantID = none.Parts[0].ParticipantID
	_, err = live.KeepLeaving(v.Session.ID, l)
	b.refused(err, fault.NotFound)
	_, err = live.Leaving(b.begin(practice.Talk, client.ID, "").Session.ID)
	b.refused(err, fault.NotFound)
}

// A couple leaves one after the other, and both have to.
func TestACoupleLeaves(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	v := b.planDosing(practice.Office, b.add("Nell Harrow").ID, b.add("Tom Harrow").ID)
	b.ready(v)
	v = must(b, b.sessions.Begin)(v.Session.ID)
	v = b.dose(v, 200)
	b.wait(3 * time.Hour)
	both := allMet(must(b, live.Leaving)(v.Session.ID))
	if len(both) != 2 || both[1].Ending != practice.LeftNoDose {
		t.Fatalf("asked %+v", both)
	}
	_, err := live.End(v.Session.ID, both[:1])
	b.refused(err, fault.Blocked)
	if must(b, live.Leaving)(v.Session.ID).Parts[0].Leaving.Version != 0 {
		t.Error("half an end left something behind")
	}
	ended, err := live.End(v.Session.ID, both)
	b.ok(err)
	if ended.Parts[1].LeftText != "No dose was given." {
		t.Errorf("the partner's part says %q", ended.Parts[1].LeftText)
	}
}
