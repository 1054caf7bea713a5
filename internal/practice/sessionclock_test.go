package practice

import (
	"testing"
	"time"
)

func TestSessionClockHolds(t *testing.T) {
	c := SessionClock{Boot: "a", Steady: time.Hour, At: "2026-03-12T13:00:00.000Z"}
	for _, x := range []struct {
		what   string
		boot   string
		steady time.Duration
		want   bool
	}{
		{"a moment later", "a", time.Hour + time.Second, true},
		{"at once", "a", time.Hour, true},
		{"after another start", "b", 2 * time.Hour, false},
		{"after a start that was not told", "a", time.Minute, false},
		{"where starts have no name", "", 2 * time.Hour, false},
	} {
		if got := c.Holds(x.boot, x.steady); got != x.want {
			t.Errorf("%s: holds %v", x.what, got)
		}
	}
	if got := c.Now(time.Hour + 42*time.Minute + 500*time.Millisecond); got != "2026-03-12T13:42:00.500Z" {
		t.Errorf("42 minutes later it is %s", got)
	}
}

func TestSessionClockStepped(t *testing.T) {
	const keeps = ". This session keeps the time it began with."
	for _, x := range []struct {
		told, ahead time.Duration
		want        string
	}{
		{0, 0, ""},
		{0, 2 * time.Second, ""},
		{0, -2 * time.Second, ""},
		{0, 2001 * time.Millisecond, "forward 2 seconds" + keeps},
		{0, -5 * time.Minute, "back 5 min" + keeps},
		{0, -90 * time.Second, "back 90 seconds" + keeps},
		{0, time.Hour, "forward 60 min" + keeps},
		{0, -(2*time.Hour + 5*time.Minute), "back 2 h 5 min" + keeps},
		{0, 48 * time.Hour, "forward 2 days" + keeps},
		{-5 * time.Minute, -5 * time.Minute, ""},
		{-5 * time.Minute, -5*time.Minute + time.Second, ""},
		{-5 * time.Minute, 0, "forward 5 min" + keeps},
	} {
		words, stepped := SessionClock{Told: x.told}.Stepped(x.ahead)
		if words != x.want || stepped != (x.want != "") {
			t.Errorf("told %s, ahead %s: %q, %v", x.told, x.ahead, words, stepped)
		}
	}
}
