package app

import (
	"slices"
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

// Today leads back to a session that runs, and asks for no contact after it
// before it has ended; the hours of its window count from the dose.
func TestTodayWhileASessionRuns(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Aiko Lindgren")
	earlier := b.hold(practice.Dosing, client.ID, "")
	b.wait(20 * time.Hour)
	s := practice.Session{
		ID: practice.NewID(), Kind: practice.Dosing, Participants: []practice.Participant{{ID: practice.NewID(), ClientID: client.ID}},
		PlannedStart: practice.At(b.clock.Add(6 * time.Hour)), PlannedEnd: practice.At(b.clock.Add(510 * time.Minute)),
		Zone: "America/Los_Angeles", Place: practice.Office,
	}
	b.ready(must(b, b.sessions.Save)(s))
	v := must(b, b.sessions.Begin)(s.ID)
	row := func() SessionRow {
		rows := get(b, b.today.Get).Sessions
		return rows[slices.IndexFunc(rows, func(r SessionRow) bool { return r.SessionID == s.ID })]
	}
	if r := row(); r.Act != "Return" || r.LengthText != "2 h 30 min" {
		t.Errorf("running it is shown as %+v", r)
	}
	b.dose(v, 200)
	day := get(b, b.today.Get)
	if len(day.Windows) != 1 || day.Windows[0].Window.DosingSessionID != earlier.Session.ID {
		t.Errorf("windows while it runs: %+v", day.Windows)
	}
	must(b, b.clients.Chart)(client.ID)
	if recent := get(b, b.clients.Recent); len(recent) != 1 || recent[0].WindowLeftHours != 72 {
		t.Errorf("recent charts %+v", recent)
	}

	// One that nobody ended runs no longer, and its window must not be missed.
	b.wait(24 * time.Hour)
	if r := row(); r.Act != "Open" {
		t.Errorf("left open it is shown as %+v", r)
	}
	day = get(b, b.today.Get)
	if len(day.Windows) != 2 || day.Windows[1].Window.DosingSessionID != s.ID || day.Windows[1].LeftText != "48 h left" {
		t.Errorf("windows after a session left open: %+v", day.Windows)
	}
	b.end(s.ID)
	if day = get(b, b.today.Get); len(day.Windows) != 2 {
		t.Errorf("windows once it has ended: %+v", day.Windows)
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
