package app

import "snowfield/internal/practice"

// Now returns the present moment by the clock of the session that runs. It
// works while the records are locked or covered.
func (l *Live) Now() (practice.Instant, error) {
	return door(l.core, func() (practice.Instant, error) { return practice.At(l.now()), nil })
}
