package practice

import (
	"fmt"
	"sync"
	"time"
	_ "time/tzdata" // Windows has no zone database of its own

	"snowfield/internal/fault"
)

// Instant is a moment in UTC as fixed-width RFC 3339 text with milliseconds,
// such as "2026-03-12T13:04:00.000Z": it sorts as text and crosses SQL and
// the bridge unchanged. The empty Instant means "not set".
type Instant string

const instantLayout = "2006-01-02T15:04:05.000Z"

// At returns the Instant of t, cut to milliseconds. The monotonic reading is
// dropped: Go's monotonic clock stops in sleep and dies with the process.
func At(t time.Time) Instant { return Instant(t.UTC().Format(instantLayout)) }

// ParseInstant reads RFC 3339 text with any offset, of the years 1900 to 2200.
func ParseInstant(text string) (Instant, error) {
	t, err := time.Parse(time.RFC3339Nano, text)
	if i := At(t); err == nil && i.valid() {
		return i, nil
	}
	return "", fault.New(fault.Invalid, "This time cannot be read.")
}

// Time returns the moment; the zero time for the empty Instant.
func (i Instant) Time() time.Time {
	t, err := time.Parse(instantLayout, string(i))
	if err != nil {
		return time.Time{}
	}
	return t
}

// In returns the moment on the wall clock of an IANA zone; in UTC where the
// zone is unknown.
func (i Instant) In(zone string) time.Time { return i.Time().In(location(zone)) }

// zones keeps the zones that were asked for, by name: a document asks for one
// with every line, and reading it takes longer than writing the line.
var zones sync.Map

// location returns a zone; UTC where it is unknown.
func location(zone string) *time.Location {
	if loc, ok := zones.Load(zone); ok {
		return loc.(*time.Location)
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return time.UTC
	}
	zones.Store(zone, loc)
	return loc
}

// Add returns the Instant d of elapsed time later.
func (i Instant) Add(d time.Duration) Instant { return At(i.Time().Add(d)) }

// Sub returns the elapsed time from earlier to i.
func (i Instant) Sub(earlier Instant) time.Duration { return i.Time().Sub(earlier.Time()) }

// valid reports whether i is set, written as At writes it (time.Parse is more
// lenient, and two texts for one moment would not sort), and from the years
// 1900 to 2200.
func (i Instant) valid() bool {
	t := i.Time()
	return At(t) == i && t.Year() >= 1900 && t.Year() <= 2200
}

func checkInstant(c *fault.Check, field string, i Instant, required bool) {
	if i == "" && !required {
		return
	}
	if !i.valid() {
		c.Refuse(field, "Give a date and a time.")
	}
}

// Date is a calendar day, "2006-01-02", without a zone. Empty means not set.
type Date string

// DateOf returns the day a wall-clock time lies on, in the zone of that time.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Day returns the midnight (UTC) that begins the day; false when unset or bad.
func (d Date) Day() (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	return t, err == nil
}

// AddMonths returns the day so many months later; the last day of the month
// where that one is shorter. A bad day stays as it is.
func (d Date) AddMonths(n int) Date {
	day, ok := d.Day()
	if !ok {
		return d
	}
	first := day.AddDate(0, n, 1-day.Day())
	last := first.AddDate(0, 1, -1)
	return DateOf(first.AddDate(0, 0, min(day.Day(), last.Day())-1))
}

// AgeOn returns the age in whole years on a day; -1 when the date is unset.
func (d Date) AgeOn(day time.Time) int {
	born, ok := d.Day()
	if !ok {
		return -1
	}
	age := day.Year() - born.Year()
	if day.Month() < born.Month() || day.Month() == born.Month() && day.Day() < born.Day() {
		age--
	}
	return age
}

// TPlus returns the whole minutes from the first dose to at, rounded down,
// so that T+0 is the minute of the dose. Negative before it.
func TPlus(firstDose, at Instant) int {
	d := at.Sub(firstDose)
	m := int(d / time.Minute)
	if d < 0 && d%time.Minute != 0 {
		m--
	}
	return m
}

// TPlusText writes minutes from the first dose as the field does: "T+40 min".
func TPlusText(minutes int) string {
	if minutes < 0 {
		return fmt.Sprintf("T-%d min", -minutes)
	}
	return fmt.Sprintf("T+%d min", minutes)
}
