package app

import (
	"testing"
	"time"

	"snowfield/internal/practice"
)

// Other screens name the sessions that run: the last begun first, by their
// first dose once there is one, and nobody by name where names are hidden.
func TestRunning(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	if list := get(b, live.Running); len(list) != 0 {
		t.Fatalf("nothing has begun, yet %+v runs", list)
	}
	couple := b.dosingOf(b.add("Nell Harrow").ID, b.add("Tom Harrow").ID)
	b.wait(10 * time.Minute)
	later := b.begin(practice.Dosing, b.add("Jonas Reyes").ID, "")
	b.dose(later, 200)

	list := get(b, live.Running)
	if len(list) != 2 || list[0].SessionID != later.Session.ID || list[1].SessionID != couple.Session.ID {
		t.Fatalf("the last begun is not first: %+v", list)
	}
	if list[0].Names != "J. Reyes" || list[1].Names != "N. Harrow and T. Harrow" {
		t.Errorf("named %q and %q", list[0].Names, list[1].Names)
	}
	if list[0].FirstDose != practice.At(b.clock) || list[1].FirstDose != "" || list[1].StartedAt != couple.Session.ActualStart {
		t.Errorf("since when they run: %+v", list)
	}

	s := get(b, b.settings.Get).Settings
	s.HideNames = true
	must(b, b.settings.SaveSettings)(s)
	list = get(b, live.Running)
	if list[0].Names != "J.R." || list[1].Names != "N.H. and T.H." {
		t.Errorf("hidden, they are named %q and %q", list[0].Names, list[1].Names)
	}
	if v := must(b, live.Get)(later.Session.ID); !v.HideNames || v.Parts[0].Initials != "J.R." {
		t.Errorf("the live screen is not told to hide names: %+v", v)
	}

	b.wait(24 * time.Hour)
	if list := get(b, live.Running); len(list) != 0 {
		t.Errorf("left open yesterday, still running: %+v", list)
	}
}

// The phases of a running session follow its log and the practice's plan.
func TestLivePhases(t *testing.T) {
	b := newBench(t)
	b.create()
	live := &Live{b.app.core}
	v := b.begin(practice.Dosing, b.add("Jonas Reyes").ID, "")
	b.wait(10 * time.Minute)
	b.dose(v, 200)
	b.wait(30 * time.Minute)
	rows := func() []practice.PhaseRow { return must(b, live.Get)(v.Session.ID).Parts[0].State.Phases }
	if got := rows()[2]; got.State != practice.PhaseNow || got.At != practice.At(b.clock.Add(-30*time.Minute)) {
		t.Errorf("the dose did not begin Medicine: %+v", got)
	}
	change, err := b.sessions.RecordObservation(v.Session.ID, practice.Observation{Entry: b.entry(v), Kind: practice.PhaseReturning.Word()})
	b.ok(err)
	if got := change.State.Phases[3]; got.State != practice.PhaseNow || got.At != practice.At(b.clock) {
		t.Errorf("the change does not tell of the new phase: %+v", got)
	}
	change, err = b.sessions.TakeBack(v.Session.ID, change.Lines[0].Entry.ID, "")
	b.ok(err)
	if got := change.State.Phases; got[2].State != practice.PhaseNow || got[3].State != practice.PhaseComing {
		t.Errorf("taken back, yet it runs: %+v", got)
	}

	s := get(b, b.settings.Get).Settings
	s.DischargeMinutes = 150
	must(b, b.settings.SaveSettings)(s)
	if got := rows()[5]; !got.Earliest || got.At != practice.At(b.clock.Add(120*time.Minute)) {
		t.Errorf("leaving %+v, want 150 min after the dose", got)
	}
}
