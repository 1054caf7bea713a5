package app

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func (b *bench) state() string {
	b.Helper()
	return get(b, b.vault.State).State
}

// settle changes the settings.
func (b *bench) settle(change func(*practice.Settings)) {
	b.Helper()
	s := get(b, b.settings.Get).Settings
	change(&s)
	must(b, b.settings.SaveSettings)(s)
}

// TestCover covers while a session runs, takes entries without a word, and
// comes back to its place for the passphrase alone.
func TestCover(t *testing.T) {
	b := newBench(t)
	b.create()
	client := b.add("Nell Harrow")
	s := b.begin(practice.Dosing, client.ID, "")
	s = b.dose(s, 200)
	if !must(b, b.vault.Cover)("the live screen") || b.state() != "covered" {
		t.Fatalf("the state is %q", b.state())
	}
	if told := b.shell.told(); !slices.Contains(told, "covered") || slices.Contains(told, "locked") {
		t.Errorf("the page was told %q", told)
	}
	must(b, b.vault.Cover)("another place") // once more, as by a page that was slow
	_, err := b.sessions.Get(s.Session.ID)
	b.refused(err, fault.Locked)

	live := &Live{b.app.core}
	rows := get(b, live.Covered)
	if len(rows) != 1 || rows[0].SessionID != s.Session.ID || rows[0].FirstDose != practice.At(b.clock) || len(rows[0].Parts) != 1 || rows[0].Parts[0].Initials != client.Initials() {
		t.Errorf("the cover shows %+v", rows)
	}
	change, err := b.sessions.RecordObservation(s.Session.ID, practice.Observation{Entry: b.entry(s), Text: "Sat up."})
	b.ok(err)
	if change.ParticipantID != "" || len(change.Lines) > 0 {
		t.Errorf("an entry under the cover is answered with %+v", change)
	}

	for range freeAttempts - 1 {
		_, err = b.vault.Uncover("not this one")
		b.refused(err, fault.WrongPassphrase)
	}
	result := must(b, b.vault.Uncover)(testPassphrase)
	if result.Place != "the live screen" || result.FailedAttempts != freeAttempts-1 || b.state() != "unlocked" {
		t.Errorf("uncovered with %+v, state %q", result, b.state())
	}
	log := must(b, b.sessions.Get)(s.Session.ID).Parts[0].Log
	if last := log[len(log)-1]; last.Text != "Sat up." {
		t.Errorf("the log ends with %+v", last)
	}
	failed := 0
	for _, e := range b.trail() {
		if e.Act == practice.ActFailedUnlock {
			failed++
		}
	}
	if failed != freeAttempts-1 {
		t.Errorf("the trail has %d failed tries", failed)
	}
	_, err = b.vault.Uncover(testPassphrase)
	b.refused(err, fault.Conflict)
}

// TestCoverMakesGuessingWait as unlocking does.
func TestCoverMakesGuessingWait(t *testing.T) {
	b := newBench(t)
	b.create()
	b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
	must(b, b.vault.Cover)("")
	for range freeAttempts {
		_, err := b.vault.Uncover("not this one")
		b.refused(err, fault.WrongPassphrase)
	}
	_, err := b.vault.Uncover(testPassphrase)
	b.refused(err, fault.Blocked)
	if wait := get(b, b.vault.State).WaitSeconds; wait == 0 {
		t.Error("the page is not told to wait")
	}
}

// TestCoverWithoutSession locks: nothing runs that must stay at hand.
func TestCoverWithoutSession(t *testing.T) {
	b := newBench(t)
	b.create()
	b.begin(practice.Talk, b.add("Nell Harrow").ID, "")
	if must(b, b.vault.Cover)("the chart") || b.state() != "locked" {
		t.Errorf("the state is %q", b.state())
	}
	if got := must(b, b.vault.Unlock)(testPassphrase); got.Place != "the chart" || got.Session != "" {
		t.Errorf("unlocked with %+v", got)
	}
}

// TestCoverEnds: locking, going away and closing take the key, cover or not,
// and the next unlock knows the place under the cover and the session.
func TestCoverEnds(t *testing.T) {
	for what, leave := range map[string]func(*bench){
		"locked for good": func(b *bench) { b.ok(b.vault.Lock("")) },
		"asleep":          func(b *bench) { b.app.lock("") }, // what leave comes to when the page says nothing
		"closed":          func(b *bench) { b.ok(b.vault.CloseWithoutBackup("")) },
	} {
		t.Run(what, func(t *testing.T) {
			b := newBench(t)
			b.create()
			s := b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
			must(b, b.vault.Cover)("the live screen")
			leave(b)
			if b.state() != "locked" || b.app.open != nil || b.app.cover != nil {
				t.Fatalf("the state is %q", b.state())
			}
			_, err := b.vault.Uncover(testPassphrase)
			b.refused(err, fault.Locked)
			got := must(b, b.vault.Unlock)(testPassphrase)
			if got.Place != "the live screen" || got.Session != s.Session.ID {
				t.Errorf("unlocked with %+v", got)
			}
			if b.state() != "unlocked" {
				t.Errorf("the state is %q", b.state())
			}
		})
	}
}

// TestIdleWhileASessionRuns: nobody being there locks nothing while a session
// runs; it covers when a time was chosen for that, and locks again once the
// session has ended.
func TestIdleWhileASessionRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.create()
		s := b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
		idle := func(minutes int, want string) {
			t.Helper()
			b.ok(b.vault.Touch())
			time.Sleep(time.Duration(minutes)*time.Minute + flushTime + time.Second)
			synctest.Wait()
			if got := b.state(); got != want {
				t.Errorf("after %d idle minutes the state is %q, want %q", minutes, got, want)
			}
		}
		idle(60, "unlocked")
		b.settle(func(s *practice.Settings) { s.CoverMinutes = 2 })
		idle(1, "unlocked")
		idle(2, "covered")
		idle(60, "covered")
		must(b, b.vault.Uncover)(testPassphrase)
		idle(2, "covered")
		must(b, b.vault.Uncover)(testPassphrase)
		must(b, b.sessions.Finish)(s.Session.ID)
		idle(9, "unlocked")
		idle(10, "locked")
		b.app.stopped()
	})
}

// TestPageCoversFirst: the page flushes and covers; Go does it alone only when
// the page does not answer.
func TestPageCoversFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.create()
		b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
		b.app.coverSoon()
		if b.state() != "unlocked" || !slices.Contains(b.shell.told(), "cover-now") {
			t.Errorf("the state is %q, the page was told %q", b.state(), b.shell.told())
		}
		must(b, b.vault.Cover)("here")
		must(b, b.vault.Uncover)(testPassphrase)
		time.Sleep(2 * flushTime)
		if b.state() != "unlocked" {
			t.Errorf("covered once more: %q", b.state())
		}
		b.app.coverSoon()
		time.Sleep(2 * flushTime)
		if b.state() != "covered" {
			t.Errorf("the page said nothing, and the state is %q", b.state())
		}
		b.app.stopped()
	})
}

// TestCoverGoesOnWithBackups makes the backup that is due, and nothing else
// that runs long.
func TestCoverGoesOnWithBackups(t *testing.T) {
	b := newBench(t)
	b.create()
	b.shell.folder = t.TempDir()
	get(b, b.vault.ChooseBackupFolder)
	b.begin(practice.Dosing, b.add("Nell Harrow").ID, "")
	must(b, b.vault.Cover)("")
	b.app.backUpIfDue()
	_, err := b.vault.CheckRecords()
	b.refused(err, fault.Locked)
	_, err = b.vault.RenewRecoveryCode(testPassphrase)
	b.refused(err, fault.Locked)
	must(b, b.vault.Uncover)(testPassphrase)
	made := get(b, func() (bool, error) {
		return view(b.app.core, func(tx *store.Tx) (bool, error) {
			_, made, err := tx.LastOf(practice.ActBackup)
			return made, err
		})
	})
	if !made {
		t.Error("no backup was made under the cover")
	}
}

// TestStaysAwake asks the system while a session runs, also after a restart,
// and lets go with its end and with every lock.
func TestStaysAwake(t *testing.T) {
	b := newBench(t)
	asked, released := 0, 0
	count := func() {
		b.app.awake.ask = func() (func(), error) {
			asked++
			return func() { released++ }, nil
		}
	}
	look := func(what string, wantAsked, wantReleased int) {
		t.Helper()
		if asked != wantAsked || released != wantReleased {
			t.Errorf("%s: asked %d times, released %d", what, asked, released)
		}
	}
	count()
	b.create()
	client := b.add("Nell Harrow").ID
	b.begin(practice.Talk, client, "")
	look("a talk session", 0, 0)
	s := b.begin(practice.Dosing, client, "")
	look("a dosing session", 1, 0)
	must(b, b.vault.Cover)("")
	must(b, b.vault.Uncover)(testPassphrase)
	look("covered and uncovered", 1, 0)
	b.ok(b.vault.Lock(""))
	look("locked", 1, 1)
	b.app.stopped()
	b.start()
	count()
	must(b, b.vault.Unlock)(testPassphrase)
	look("restarted", 2, 1)
	must(b, b.sessions.Finish)(s.Session.ID)
	look("ended", 2, 2)
	b.ok(b.vault.Lock(""))
	look("locked after its end", 2, 2)
}
