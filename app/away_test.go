package app

import (
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// TestSleptSince tells sleep from ordinary ticks.
func TestSleptSince(t *testing.T) {
	for _, c := range []struct {
		what        string
		passed, ran time.Duration
		want        bool
	}{
		{"an ordinary tick", clockTick, clockTick, false},
		{"a late one", 40 * time.Second, 40 * time.Second, false},
		{"clocks that differ a little", clockTick + 30*time.Second, clockTick, false},
		{"a system without the first clock", 0, clockTick, false},
		{"sleep in which the program's clock stood still", 8 * time.Hour, clockTick, true},
		{"sleep in which it ran on, as on Windows", 8 * time.Hour, 8 * time.Hour, true},
		{"the shortest sleep that is told", clockTick + awayAfter + time.Millisecond, clockTick, true},
	} {
		before := reading{passed: time.Hour, running: time.Minute}
		now := reading{before.passed + c.passed, before.running + c.ran}
		if got := now.sleptSince(before); got != c.want {
			t.Errorf("%s: slept %v", c.what, got)
		}
	}
}

// TestWatchClocks tells once that the computer slept, and nothing before.
func TestWatchClocks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var slept atomic.Int64 // what the computer slept so far
		var told atomic.Int32
		stop := make(chan struct{})
		started := time.Now()
		go watchClocks(stop, func() reading {
			running := time.Since(started)
			return reading{running + time.Duration(slept.Load()), running}
		}, func() { told.Add(1) })
		time.Sleep(time.Hour)
		if told.Load() != 0 {
			t.Fatal("an hour of work was taken for sleep")
		}
		slept.Store(int64(time.Hour))
		time.Sleep(2 * clockTick)
		if told.Load() != 1 {
			t.Errorf("sleep was told %d times", told.Load())
		}

		go watchClocks(stop, readClocks, func() { t.Error("told after the end") })
		close(stop)
		synctest.Wait()
	})
}

// TestLeave locks open records and then does what waits for that; with locked
// ones it does so at once, and leaves no lock behind for the next unlock.
func TestLeave(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t)
		b.create()
		done := []string{}
		b.app.leave(func() { done = append(done, "first") })
		b.app.mu.Lock() // as a task does that has the records for itself
		b.app.leave(nil)
		b.app.mu.Unlock()
		b.app.leave(func() { done = append(done, "second") })
		if len(done) > 0 || !slices.Contains(b.shell.told(), "lock-now") {
			t.Errorf("before the page flushed: %q, told %q", done, b.shell.told())
		}
		b.ok(b.vault.Lock(""))
		b.app.leave(func() { done = append(done, "third") })
		if !slices.Equal(done, []string{"first", "second", "third"}) {
			t.Errorf("done %q", done)
		}
		b.app.lockSoon(func() { done = append(done, "asked for while it locked") })
		time.Sleep(2 * flushTime)
		synctest.Wait()
		if len(done) != 4 {
			t.Errorf("done %q", done)
		}
		must(b, b.vault.Unlock)(testPassphrase)
		time.Sleep(2 * flushTime)
		synctest.Wait()
		if b.app.isLocked() {
			t.Error("locked again without being asked")
		}
		b.app.stopped()
	})
}
