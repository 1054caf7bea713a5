package app

import (
	"testing"
	"time"

	"snowfield/internal/practice"
)

// The chart's one act follows from what the client still needs, gate by gate,
// and then from the plan.
func TestNextStepIsTheNextGate(t *testing.T) {
	b := newBench(t)
	b.create()
	nell := b.add("Nell Harrow")
	wants := func(act, label, part string) {
		t.Helper()
		if next := must(b, b.clients.Chart)(nell.ID).Next; next.Act != act || next.Label != label || next.Part != part {
			t.Errorf("next is %+v, not %s %q %s", next, act, label, part)
		}
	}
	screening := &Screening{b.app.core}

	wants("open_part", "Begin the screening", "screening")
	must(b, screening.Begin)(nell.ID)
	wants("open_part", "Complete the screening", "screening")
	b.answerAllergies(nell.ID)
	b.screen(nell.ID, practice.ScreeningClear)
	wants("open_part", "Record the clearance", "clearance")
	b.clear(nell.ID)
	wants("open_part", "Sign the consent", "consent")
	b.agree(nell.ID, "kap")
	wants("open_part", "Begin the preparation", "preparation")

	// What a course asks for first is a session to prepare in.
	b.plan(nell.ID, nil)
	wants("plan_session", "Plan preparation 1", "")
	b.signed(b.hold(practice.Preparation, nell.ID, ""))
	wants("open_part", "Begin the preparation", "preparation")
	b.prepare(nell.ID)
	wants("plan_session", "Plan dosing 1", "")

	// A dosing session ahead waits for the gate; on its day its own room says what stands in the way.
	v := b.planDosing(practice.Office, nell.ID)
	_, err := b.preparations.Reopen(nell.ID)
	b.ok(err)
	wants("prepare", "Prepare dosing 1", "")
	v.Session.PlannedStart, v.Session.PlannedEnd = practice.At(b.clock.Add(72*time.Hour)), practice.At(b.clock.Add(75*time.Hour))
	must(b, b.sessions.Save)(v.Session)
	wants("open_part", "Complete the preparation", "preparation")

	nell = must(b, b.clients.Get)(nell.ID)
	nell.Stage = practice.StageClosed
	must(b, b.clients.Save)(nell)
	wants("prepare", "Prepare dosing 1", "")
}
