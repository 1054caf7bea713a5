package app

import (
	"testing"
	"time"

	"snowfield/internal/practice"
)

func (b *bench) stage(clientID string) practice.Stage {
	b.Helper()
	return must(b, b.clients.Get)(clientID).Stage
}

// The stage follows the acts from the first screening to the end of the
// course; nobody chooses it by hand on the way.
func TestStageFollowsTheActs(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	at := func(what string, want practice.Stage) {
		t.Helper()
		if got := b.stage(ana.ID); got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	at("added", practice.StageInquiry)
	b.answerAllergies(ana.ID)
	b.screen(ana.ID, practice.ScreeningUnsuitable)
	at("not suitable", practice.StageInquiry)
	b.agree(ana.ID, "touch")
	at("touch agreed on", practice.StageInquiry)
	b.screen(ana.ID, practice.ScreeningClear)
	at("screened", practice.StagePreparing)
	b.plan(ana.ID, func(f *CourseForm) { f.Plan.Dosings, f.Plan.ReviewAfter = 2, nil })
	planned := b.begin(practice.Preparation, ana.ID, "")
	b.end(planned.Session.ID)
	at("prepared", practice.StagePreparing)
	dosing := b.begin(practice.Dosing, ana.ID, "")
	at("first dosing begun", practice.StageInCourse)
	b.dose(dosing, 200)
	b.wait(time.Hour)
	b.end(dosing.Session.ID)
	at("first dosing held", practice.StageInCourse)
	b.wait(14 * 24 * time.Hour)
	b.hold(practice.Dosing, ana.ID, "")
	at("last dosing held", practice.StageIntegrating)

	client := must(b, b.clients.Get)(ana.ID)
	client.Stage = practice.StageInCourse
	must(b, b.clients.Save)(client)
	at("set back by hand", practice.StageInCourse)
	course := must(b, b.courses.Get)(ana.ID).Course
	_, err := b.courses.Complete(course.ID, course.Version, practice.EndingCompleted, "She sleeps.")
	b.ok(err)
	at("completed", practice.StageClosed)
	b.clear(ana.ID)
	at("cleared afterwards", practice.StageClosed)
}

// A clearance alone, and the consent to treatment alone, begin the preparation.
func TestStageByClearanceOrConsent(t *testing.T) {
	b := newBench(t)
	b.create()
	ana, ben := b.add("Ana Reyes"), b.add("Ben Ito")
	b.clear(ana.ID)
	b.agree(ben.ID, "kap")
	if a, c := b.stage(ana.ID), b.stage(ben.ID); a != practice.StagePreparing || c != practice.StagePreparing {
		t.Errorf("by clearance %s, by consent %s", a, c)
	}
}

// A session recorded as it happened puts the client in course, and the dose
// recorded late in the plan's last one ends the dosing.
func TestStageOfWhatHappened(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	b.plan(ana.ID, func(f *CourseForm) { f.Plan.Dosings, f.Plan.ReviewAfter = 1, nil })
	at := practice.At(b.clock)
	b.wait(5 * time.Hour)
	s := practice.Session{
		ID: practice.NewID(), Kind: practice.Dosing, Zone: "America/Los_Angeles", Place: practice.Office,
		Participants: []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}}, PlannedStart: at, PlannedEnd: at.Add(3 * time.Hour),
	}
	must(b, b.sessions.Save)(s)
	v, err := b.sessions.RecordAsHappened(s.ID, at.Add(time.Minute), at.Add(3*time.Hour), "The power was out.")
	b.ok(err)
	if got := b.stage(ana.ID); got != practice.StageInCourse {
		t.Errorf("recorded as it happened: %s", got)
	}
	_, err = b.sessions.RecordDose(s.ID, practice.DoseEvent{
		Entry:   practice.Entry{ID: practice.NewID(), ParticipantID: v.Parts[0].ParticipantID, At: at.Add(time.Hour)},
		TakenUg: 200_000, PrescribedUg: 200_000, Route: practice.Sublingual, Form: practice.Lozenge, Reason: "The power was out.",
	})
	b.ok(err)
	if got := b.stage(ana.ID); got != practice.StageIntegrating {
		t.Errorf("its dose recorded: %s", got)
	}
}
