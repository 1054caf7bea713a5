package practice

import (
	"fmt"
	"time"
)

// SessionClock ties a running session to the computer's steady clock, which
// counts from the computer's start, sleep included, and which nobody can set.
// It holds as long as the computer runs.
type SessionClock struct {
	SessionID string
	Boot      string        // names the run of the computer
	Steady    time.Duration // what the steady clock said at At
	At        Instant
	Told      time.Duration // what the time of day was ahead when the log last told of it
}

// Holds reports whether the clock can be read in this run of the computer.
func (c SessionClock) Holds(boot string, steady time.Duration) bool {
	return boot != "" && c.Boot == boot && steady >= c.Steady
}

// Now returns the moment at a reading of the steady clock.
func (c SessionClock) Now(steady time.Duration) Instant { return c.At.Add(steady - c.Steady) }

// ClockSet is the word with which the log tells that the time of day was set.
const ClockSet = "clock_set"

// clockStep is how far the time of day must be set for the log to tell of it:
// small corrections come from the network all day.
const clockStep = 2 * time.Second

// Stepped reports whether the time of day, which is now ahead of the session's
// clock by this much (behind it, when negative), was set since the log last
// told of it, and how that is told.
func (c SessionClock) Stepped(ahead time.Duration) (words string, stepped bool) {
	step := ahead - c.Told
	if step.Abs() <= clockStep {
		return "", false
	}
	way := "forward"
	if step < 0 {
		way = "back"
	}
	return way + " " + stepText(step.Abs()) + ". This session keeps the time it began with.", true
}

func stepText(d time.Duration) string {
	if d < 2*time.Minute {
		return fmt.Sprintf("%d seconds", int(d.Round(time.Second)/time.Second))
	}
	if days := int(d.Round(time.Hour) / (24 * time.Hour)); days > 1 {
		return fmt.Sprintf("%d days", days)
	}
	return LengthText(d)
}
