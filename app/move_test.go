package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

// dosingOf is a dosing session of these clients that runs.
func (b *bench) dosingOf(clientIDs ...string) SessionView {
	b.Helper()
	v := b.planDosing(practice.Office, clientIDs...)
	b.ready(v)
	return must(b, b.sessions.Begin)(v.Session.ID)
}

func (b *bench) moves(v SessionView, entryID, to string) ([]LogChange, error) {
	return b.sessions.MoveEntry(v.Session.ID, practice.Move{ID: practice.NewID(), EntryID: entryID, To: to, Reason: "Written in the wrong chart"})
}

// What was written under the wrong partner leaves that chart whole: log,
// totals, summary; and is in the other one with its own time.
func TestMoveToThePartner(t *testing.T) {
	b := newBench(t)
	b.create()
	nell, tom := b.add("Nell Harrow"), b.add("Tom Harrow")
	v := b.dosingOf(nell.ID, tom.ID)
	v = b.reading(v, 128, 82)
	b.wait(20 * time.Minute)
	v = b.dose(v, 200)
	b.wait(time.Hour)
	dose := v.Parts[0].Log[1]
	targets, err := b.sessions.MoveTargets(v.Session.ID, dose.Entry.ID)
	b.ok(err)
	if len(targets) != 1 || targets[0].Name != "Tom Harrow" || targets[0].SessionID != v.Session.ID {
		t.Fatalf("it could go to %+v", targets)
	}
	_, err = b.sessions.MoveEntry(v.Session.ID, practice.Move{ID: practice.NewID(), EntryID: dose.Entry.ID, To: targets[0].ParticipantID, Reason: " "})
	if b.refused(err, fault.Invalid).Fields["reason"] == "" {
		t.Error("no reason is asked for")
	}

	changes, err := b.moves(v, dose.Entry.ID, targets[0].ParticipantID)
	b.ok(err)
	if len(changes) != 2 || !changes[0].Whole || len(changes[0].Lines) != 1 || fmt.Sprint(changes[0].Gone) != "["+dose.Entry.ID+"]" || changes[0].State.Totals.Given != 0 || changes[0].Lines[0].TPlus != nil {
		t.Errorf("the chart it left shows %+v", changes[0])
	}
	if came := changes[1]; len(came.Lines) != 1 || came.State.Totals.TakenUg != 200_000 || came.Lines[0].Entry.At != dose.Entry.At || came.Lines[0].CanUndo ||
		came.Lines[0].MovedText != "Moved here on 12 March 2026 at 11:20" {
		t.Errorf("the chart it came to shows %+v", came)
	}
	after := must(b, b.sessions.Get)(v.Session.ID)
	if after.Parts[0].Totals.Given != 0 || after.Parts[1].Totals.Given != 1 {
		t.Errorf("given %d and %d", after.Parts[0].Totals.Given, after.Parts[1].Totals.Given)
	}
	for i, want := range []bool{false, true} {
		summary, err := b.documents.Make(summaryOf(v.Session.ID, v.Parts[i].ParticipantID))
		b.ok(err)
		text := reporttest.Text(t, b.app.documents.byTok[summary.Token].pdf)
		if strings.Contains(text, "200 mg") != want || strings.Contains(text, "Moved here from another chart") != want {
			t.Errorf("the summary of partner %d says\n%s", i, text)
		}
		if other := []string{"Tom", "Nell"}[i]; strings.Contains(text, other) {
			t.Errorf("the summary of partner %d names the other", i)
		}
	}
	_, err = b.moves(v, dose.Entry.ID, targets[0].ParticipantID) // sent again
	b.refused(err, fault.Invalid)
}

// An entry goes into another client's session of that day, with its
// corrections; not into a talk, one long ago, one planned or one signed.
func TestMoveToAnotherClient(t *testing.T) {
	b := newBench(t)
	b.create()
	long := b.dosingOf(b.add("Long Ago").ID)
	b.wait(48 * time.Hour)
	nell, ben := b.add("Nell Harrow"), b.add("Ben Lund")
	planned := b.planDosing(practice.Office, b.add("Later Today").ID)
	talk := b.begin(practice.Talk, b.add("Talked Only").ID, "")
	signed := b.dosingOf(b.add("Signed Already").ID)
	b.end(signed.Session.ID)
	saved := b.write(signed, "Done.")
	_, err := b.notes.Sign(saved.Note.ID, saved.Note.Version)
	b.ok(err)
	right := b.dosingOf(ben.ID)
	wrong := b.dosingOf(nell.ID)
	wrong = b.observe(wrong, "Looked for the window")
	first := wrong.Parts[0].Log[0].Entry
	b.wait(time.Minute)
	correction := practice.Observation{Entry: b.entry(wrong), Text: "Looked for the door"}
	correction.Entry.CorrectsID = first.ID
	_, err = b.sessions.RecordObservation(wrong.Session.ID, correction)
	b.ok(err)

	targets, err := b.sessions.MoveTargets(wrong.Session.ID, correction.Entry.ID)
	b.ok(err)
	if len(targets) != 1 || targets[0].Name != "Ben Lund" || targets[0].Title != "Dosing 1" {
		t.Fatalf("it could go to %+v", targets)
	}
	for name, to := range map[string]SessionView{"long ago": long, "planned": planned, "talk": talk} {
		if _, err := b.moves(wrong, first.ID, to.Parts[0].ParticipantID); err == nil {
			t.Errorf("it moved into %s", name)
		} else {
			b.refused(err, fault.Blocked)
		}
	}
	_, err = b.moves(wrong, first.ID, signed.Parts[0].ParticipantID)
	b.refused(err, fault.Signed)
	_, err = b.moves(right, first.ID, right.Parts[0].ParticipantID) // from where it is not
	b.refused(err, fault.NotFound)

	changes, err := b.moves(wrong, correction.Entry.ID, right.Parts[0].ParticipantID)
	b.ok(err)
	if len(changes) != 1 || len(changes[0].Gone) != 2 || len(changes[0].Lines) != 0 {
		t.Errorf("the chart it left shows %+v", changes)
	}
	log := must(b, b.sessions.Get)(right.Session.ID).Parts[0].Log
	if len(log) != 2 || log[0].Entry.StruckReason != "Corrected" || log[1].Entry.CorrectsID != first.ID {
		t.Errorf("it came as %+v", log)
	}
}

// A time outside the session an entry could go to is named.
func TestMoveOutsideTheSession(t *testing.T) {
	s := practice.Session{Zone: "Europe/Lisbon", ActualStart: "2026-03-12T13:00:00.000Z", ActualEnd: "2026-03-12T15:40:00.000Z"}
	open := s
	open.ActualEnd = ""
	for _, c := range []struct {
		session practice.Session
		at      practice.Instant
		want    string
	}{
		{s, "2026-03-12T12:59:59.000Z", "began at 13:00, after this entry"},
		{s, "2026-03-12T13:00:00.000Z", ""},
		{s, "2026-03-12T15:40:00.000Z", ""},
		{s, "2026-03-12T15:41:00.000Z", "ended at 15:40, before this entry"},
		{open, "2026-03-12T15:41:00.000Z", ""},
	} {
		if got := outsideText(c.session, c.at); got != c.want {
			t.Errorf("%s: %q, want %q", c.at, got, c.want)
		}
	}
}
