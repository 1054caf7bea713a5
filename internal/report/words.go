package report

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"snowfield/internal/practice"
)

func shortDate(t time.Time) string { return t.Format("2 Jan 2006") }

func longDate(t time.Time) string { return t.Format("Monday 2 January 2006") }

func clock(i practice.Instant, zone string) string { return i.In(zone).Format("15:04") }

// stamp writes an instant with its zone: "12 Mar 2026, 17:04 PDT".
func stamp(i practice.Instant, zone string) string { return i.In(zone).Format("2 Jan 2006, 15:04 MST") }

// span writes a stretch of time: "12 Mar 2026, 16:00 to 17:00 PDT", with the
// second day where it ends on another.
func span(from, to practice.Instant, zone string) string {
	if from == "" {
		return ""
	}
	if to == "" {
		return stamp(from, zone)
	}
	a, b := from.In(zone), to.In(zone)
	switch {
	case a.Format(time.DateOnly) != b.Format(time.DateOnly):
		return stamp(from, zone) + " to " + stamp(to, zone)
	case a.Format("MST") != b.Format("MST"):
		return a.Format("2 Jan 2006, 15:04 MST") + " to " + b.Format("15:04 MST")
	}
	return a.Format("2 Jan 2006, 15:04") + " to " + b.Format("15:04 MST")
}

// lasting writes elapsed time: "2 h 46 min".
func lasting(d time.Duration) string {
	minutes := int(d.Round(time.Minute) / time.Minute)
	switch {
	case minutes < 60:
		return fmt.Sprintf("%d min", minutes)
	case minutes%60 == 0:
		return fmt.Sprintf("%d h", minutes/60)
	}
	return fmt.Sprintf("%d h %d min", minutes/60, minutes%60)
}

// number writes a value that may be missing: nothing rather than zero.
func number(n *int, unit string) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n) + unit
}

// joined joins what is there.
func joined(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}

func numbered(name string, n int) string {
	if n == 0 {
		return name
	}
	return fmt.Sprintf("%s %d", name, n)
}

// sentence begins with a capital.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
