package app

import (
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// TestSleptSince tells sleep and a clock set forward from ordinary ticks,
// small corrections and a clock set back.
func TestSleptSince(t *testing.T) {
	for _, c := range []struct {
		what      string
		wall, ran time.Duration
		want      bool
	}{
		{"an ordinary tick", clockTick, clockTick, false},
		{"a late one", 40 * time.Second, 40 * time.Second, false},
		{"a small correction forward", clockTick + 30*time.Second, clockTick, false},
		{"the clock set back an hour", clockTick - time.Hour, clockTick, false},
		{"the clock set back a year", clockTick - 365*24*time.Hour, clockTick, false},
		{"the clock set forward an hour", clockTick + time.Hour, clockTick, true},
		{"sleep in which the program's clock stood still", 8 * time.Hour, clockTick, true},
		{"sleep in which it ran on, as on Windows", 8 * time.Hour, 8 * time.Hour, true},
		{"such a sleep, and the clock set back by as much", 0, 8 * time.Hour, true},
		{"the shortest sleep that is told", clockTick + awayAfter + time.Millisecond, clockTick, true},
	} {
		before := reading{wall: time.Date(2026, 3, 12, 17, 0, 0, 0, time.UTC), running: time.Minute}
		now := reading{before.wall.Add(c.wall), before.running + c.ran}
		if got := now.sleptSince(before); got != c.want {
			t.Errorf("%s: slept %v", c.what, got)
		}
	}
}

// TestWatchClocks tells once that the computer slept, and nothing before.
func TestWatchClocks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var slept atomic.Int64 // what the time of day is ahead of the time run
		var told atomic.Int32
		stop := make(chan struct{})
		go watchClocks(stop, func() reading {
			r := readClocks()
			r.wall = r.wall.Add(time.Duration(slept.Load()))
			return r
		}, func() { told.Add(1) })
		time.Sleep(time.Hour)
		slept.Store(-int64(24 * time.Hour))
		time.Sleep(time.Hour)
		if told.Load() != 0 {
			t.Fatal("an hour of work, or a clock set back, was taken for sleep")
		}
		slept.Store(-int64(23 * time.Hour))
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
