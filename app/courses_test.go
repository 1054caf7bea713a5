package app

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// plan begins a course of a client today.
func (b *bench) plan(clientID string, change func(*CourseForm)) CourseView {
	b.Helper()
	form := CourseForm{
		ID: practice.NewID(), ClientID: clientID, Goal: "To sleep.", TemplateName: "Two dosing sessions",
		Plan:      practice.CoursePlan{Preparations: 1, Dosings: 2, CadenceDays: 14, Integrations: 2, LaterIntegrationDays: 7, ReviewAfter: []int{2}, MaintenanceWeeks: 6},
		StartedOn: practice.Date(b.clock.In(zoneOf(b, "America/Los_Angeles")).Format(time.DateOnly)),
	}
	if change != nil {
		change(&form)
	}
	return must(b, b.courses.Save)(form)
}

// hold holds a session of a kind for an hour.
func (b *bench) hold(kind practice.SessionKind, clientID, follows string) SessionView {
	b.Helper()
	v := b.begin(kind, clientID, follows)
	if kind == practice.Dosing {
		v = b.dose(v, 200)
	}
	b.wait(time.Hour)
	return b.end(v.Session.ID)
}

// A course from its plan to its end: what was held fills it, its own window
// counts, and at its end the client's treatment is closed.
func TestCourse(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	empty := must(b, b.courses.Get)(ana.ID)
	if empty.Course != nil || len(empty.Templates) != 2 || empty.StartedOn != "2026-03-12" || empty.WindowText != "72 h, first stage 48 h, as in Settings" {
		t.Errorf("without a course: %+v", empty)
	}
	b.admit(ana.ID)
	v := b.plan(ana.ID, func(f *CourseForm) { f.WindowHours, f.FirstStageHours = 96, 36 })
	if v.Progress.Text != "0 of 2 dosing sessions. Next: preparation 1 of 1" || v.WindowText != "96 h, first stage 36 h, this course's own" || v.StartedText != "Since 12 Mar, from “Two dosing sessions”" {
		t.Errorf("planned: %+v", v)
	}
	chart := must(b, b.clients.Chart)(ana.ID)
	if chart.CourseText != "Two dosing sessions planned" || chart.Next.Label != "Plan preparation 1" || chart.Next.Kind != practice.Preparation || chart.Next.Hint != "Preparation 1 of 1" {
		t.Errorf("chart %q, next %+v", chart.CourseText, chart.Next)
	}
	_, err := b.courses.Save(CourseForm{ID: practice.NewID(), ClientID: ana.ID, Plan: v.Course.Plan, StartedOn: "2026-03-12"})
	b.refused(err, fault.Conflict)
	_, err = b.courses.Save(CourseForm{ID: practice.NewID(), ClientID: ana.ID, Plan: v.Course.Plan, StartedOn: "2026-03-13"})
	if w := b.refused(err, fault.Invalid); w.Fields["started_on"] == "" {
		t.Errorf("a course in the future: %+v", w)
	}

	b.signed(b.hold(practice.Preparation, ana.ID, ""))
	dosing := b.hold(practice.Dosing, ana.ID, "")
	b.signed(dosing)
	b.wait(80 * time.Hour) // after the practice's 72 h, inside the course's 96
	day := get(b, b.today.Get)
	if len(day.Windows) != 1 || day.Windows[0].StageLabel != "36 h" {
		t.Errorf("windows %+v", day.Windows)
	}
	chart = must(b, b.clients.Chart)(ana.ID)
	if chart.CourseText != "Dosing 1 of 2 done" || chart.Next.Label != "Plan integration after dosing 1" || chart.Next.FollowsID != dosing.Session.ID || chart.Next.PlanOn != "2026-03-15" {
		t.Errorf("chart %q, next %+v", chart.CourseText, chart.Next)
	}
	b.signed(b.hold(practice.Integration, ana.ID, dosing.Session.ID))
	v = must(b, b.courses.Get)(ana.ID)
	if v.Progress.Steps[2].State != practice.StepDone {
		t.Errorf("the window of 96 h was not met: %+v", v.Progress.Steps[2])
	}

	id := v.Course.ID
	_, err = b.courses.AddReview(id, v.Course.Version, 2, "Better")
	b.refused(err, fault.Invalid)
	_, err = b.courses.BeginMaintenance(id, v.Course.Version)
	b.refused(err, fault.Blocked)
	b.wait(10 * 24 * time.Hour)
	held := b.hold(practice.Dosing, ana.ID, "")
	b.promise(ana.ID, held.Parts[0].ParticipantID, "Write each morning", "")
	b.signed(held)
	for range 2 { // the second is the same once more
		v, err = b.courses.AddReview(id, 1, 2, "Sleeps through.")
		b.ok(err)
	}
	_, err = b.courses.AddReview(id, 1, 2, "Other words")
	b.refused(err, fault.Conflict)
	if list := strings.Join(v.Unfinished, " "); list != "A window is open until Sunday at 21:00 without a contact. One practice or commitment stands neither kept nor let go." {
		t.Errorf("unfinished: %s", list)
	}
	if !v.Maintain || v.Course.Version != 2 || len(v.Course.Reviews) != 1 {
		t.Errorf("reviewed: %+v", v.Course)
	}
	v, err = b.courses.BeginMaintenance(id, 2)
	b.ok(err)
	if last := v.Progress.Steps[len(v.Progress.Steps)-1]; last.Key != "maintenance-1" || v.Maintain {
		t.Errorf("maintenance: %+v", last)
	}

	_, err = b.courses.Complete(id, 3, practice.EndingCompleted, " ")
	if w := b.refused(err, fault.Invalid); w.Fields["closing_summary"] == "" {
		t.Errorf("no closing summary: %+v", w)
	}
	before := must(b, b.clients.Get)(ana.ID)
	if before.Stage == practice.StageClosed {
		t.Error("a refused end closed the treatment")
	}
	for range 2 {
		v, err = b.courses.Complete(id, 3, practice.EndingCompleted, "Sleep came back.")
		b.ok(err)
	}
	if client := must(b, b.clients.Get)(ana.ID); client.Stage != practice.StageClosed || client.Version != before.Version+1 {
		t.Errorf("client %s, version %d", client.Stage, client.Version)
	}
	if v.Course != nil || len(v.Past) != 1 || v.Past[0].Closing != "Sleep came back." || v.Past[0].Reviews[0].Text != "Sleeps through." || !strings.Contains(v.Past[0].Text, "Completed") {
		t.Errorf("the end: %+v", v)
	}
	_, err = b.courses.AddReview(id, 4, 2, "Late words")
	b.refused(err, fault.Conflict)

	again := b.plan(ana.ID, nil)
	if again.Course.StartedAt != practice.At(b.clock) || again.Progress.DosingsDone != 0 {
		t.Errorf("a second course on the day the first ended counts its sessions: %+v", again.Course)
	}
}

// admit passes a client through the gates before preparation.
func (b *bench) admit(clientID string) {
	b.Helper()
	b.answerAllergies(clientID)
	b.screen(clientID, practice.ScreeningClear)
	b.clear(clientID)
	b.agree(clientID, "kap")
}

// A check-in meets the window; the plan still asks for the integration session.
func TestCheckInFillsNoIntegration(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	b.plan(ana.ID, func(f *CourseForm) { f.Plan.Preparations = 0 })
	dosing := b.dosed(ana.ID)
	b.wait(20 * time.Hour)
	c := checkIn(ana.ID, dosing.Session.ID, practice.At(b.clock))
	c.Sign = true
	must(b, b.sessions.WriteCheckIn)(c)
	for _, later := range []time.Duration{time.Hour, 72 * time.Hour} {
		b.wait(later)
		step := must(b, b.courses.Get)(ana.ID).Progress.Steps[1]
		if step.Key != "integration-1-1" || step.State != practice.StepNext || step.WhenText != "Window met by a check-in" || step.SessionID != "" {
			t.Errorf("after %s: %+v", later, step)
		}
		if next := must(b, b.clients.Chart)(ana.ID).Next; next.Label != "Plan integration after dosing 1" || next.Kind != practice.Integration {
			t.Errorf("after %s the chart asks for %+v", later, next)
		}
	}
	b.signed(b.hold(practice.Integration, ana.ID, dosing.Session.ID))
	if step := must(b, b.courses.Get)(ana.ID).Progress.Steps[1]; step.State != practice.StepDone {
		t.Errorf("held: %+v", step)
	}
}

// signed signs the note of a session, so that it waits for nothing.
func (b *bench) signed(v SessionView) {
	b.Helper()
	n := b.write(v, "As it was.")
	_, err := b.notes.Sign(n.Note.ID, n.Note.Version)
	b.ok(err)
}

// The next step of a chart: what is planned soonest, unless the course asks
// for something earlier.
func TestNextStepOfACourse(t *testing.T) {
	b := newBench(t)
	b.create()
	ana := b.add("Ana Reyes")
	b.admit(ana.ID)
	b.prepare(ana.ID)
	b.plan(ana.ID, func(f *CourseForm) { f.Plan.Preparations = 0 })
	later := practice.Session{
		ID: practice.NewID(), Kind: practice.Dosing, Participants: []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}},
		PlannedStart: practice.At(b.clock.Add(20 * 24 * time.Hour)), Zone: "America/Los_Angeles", Place: practice.Office,
	}
	sooner := later
	sooner.ID, sooner.Participants = practice.NewID(), []practice.Participant{{ID: practice.NewID(), ClientID: ana.ID}}
	sooner.PlannedStart = practice.At(b.clock.Add(24 * time.Hour))
	must(b, b.sessions.Save)(later)
	must(b, b.sessions.Save)(sooner)
	if next := must(b, b.clients.Chart)(ana.ID).Next; next.Act != "prepare" || next.SessionID != sooner.ID {
		t.Errorf("the soonest planned: %+v", next)
	}
	must(b, b.sessions.Cancel)(sooner.ID)
	b.wait(24 * time.Hour)
	b.dosed(ana.ID)
	if next := must(b, b.clients.Chart)(ana.ID).Next; next.Label != "Plan integration after dosing 1" {
		t.Errorf("inside the window: %+v", next)
	}
	b.set(later.PlannedStart.Add(-24 * time.Hour).Time())
	if next := must(b, b.clients.Chart)(ana.ID).Next; next.Label != "Plan later integration after dosing 1" {
		t.Errorf("overdue: %+v", next)
	}
	b.set(later.PlannedStart.Add(-3 * time.Hour).Time())
	if next := must(b, b.clients.Chart)(ana.ID).Next; next.Act != "prepare" || next.SessionID != later.ID {
		t.Errorf("overdue, and a session is planned for today: %+v", next)
	}
}
