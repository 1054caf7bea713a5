package practice

import "time"

// runsFor is how long a session that was never ended still counts as running:
// one left open by mistake gives the screen back the next day.
const runsFor = 24 * time.Hour

// Runs reports whether the session is a dosing session that is being held: it
// is open and began less than 24 hours ago. When now lies before its beginning
// the clock was set back, and it runs.
func (s Session) Runs(now Instant) bool {
	return s.Kind == Dosing && s.State() == Open && now.Sub(s.ActualStart) < runsFor
}
