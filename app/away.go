package app

import (
	"context"
	"time"
)

// The records lock when their therapist goes away: when the computer goes to
// sleep, when its screen is locked and when another user takes it over, where
// the system tells (awaySigns, one file for each system), and when its clocks
// show that the computer slept, where it does not. Setting the time of day is
// no sleep: the clocks looked at here cannot be set.

// leave locks the records; the page flushes first and is never asked. done, if
// any, runs once they are locked. It waits for nobody: a long task that has the
// records for itself is cancelled by the locking.
func (c *core) leave(done func()) {
	if !c.surelyLocked() {
		c.lockSoon(done)
	} else if done != nil {
		done()
	}
}

// heedSystem listens to what the system tells until ctx ends.
func (c *core) heedSystem(ctx context.Context) {
	if err := awaySigns(ctx, c.leave); err != nil && ctx.Err() == nil {
		c.log.Add("away.signs", kindOf(err))
	}
}

// clockTick is the time between two looks at the clocks; awayAfter is how much
// more than that must have gone by for the computer to have been asleep.
const (
	clockTick = 5 * time.Second
	awayAfter = time.Minute
)

// reading is one look at two clocks that nobody can set: what has gone by since
// the computer was started, sleep included, and the time the program has run.
// The second stands still in sleep on Linux and macOS, not on Windows.
type reading struct{ passed, running time.Duration }

// sleptSince tells whether the computer slept between two readings a tick
// apart.
func (r reading) sleptSince(before reading) bool {
	ran := r.running - before.running
	return ran > clockTick+awayAfter || r.passed-before.passed-ran > awayAfter
}

var began = time.Now()

func readClocks() reading { return reading{steadyNow(), time.Since(began)} }

// watchClocks calls gone once the clocks show that the computer slept. It ends
// then, or with stop.
func watchClocks(stop <-chan struct{}, read func() reading, gone func()) {
	tick := time.NewTicker(clockTick)
	defer tick.Stop()
	for before := read(); ; {
		select {
		case <-stop:
			return
		case <-tick.C:
		}
		now := read()
		if now.sleptSince(before) {
			gone()
			return
		}
		before = now
	}
}
