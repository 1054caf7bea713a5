package practice

import "time"

// ClockIsBehind tells that the computer's clock was set back, or was wrong
// before: the latest act of the records bears a later time, by more than a
// small correction explains.
func ClockIsBehind(latest, now Instant) bool {
	return latest != "" && latest.Sub(now) > 2*time.Minute
}
