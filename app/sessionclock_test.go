package app

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

// clocks are a bench's two clocks, of which only the time of day can be set.
type clocks struct {
	*bench
	live   *Live
	wall   atomic.Int64 // in nanoseconds since 1970
	steady atomic.Int64 // in nanoseconds since the computer was started
	boot   string
}

func newClocks(t *testing.T) *clocks {
	b := newBench(t)
	c := &clocks{bench: b, boot: "first start"}
	c.wall.Store(b.clock.UnixNano())
	c.steady.Store(int64(time.Hour))
	c.fit()
	c.create()
	return c
}

// fit gives the clocks to the app that was just started.
func (c *clocks) fit() {
	c.app.clock = &sessionClock{
		wall:   func() time.Time { return time.Unix(0, c.wall.Load()).UTC() },
		steady: func() time.Duration { return time.Duration(c.steady.Load()) },
		boot:   c.boot,
	}
	c.app.now = c.app.clock.now
	c.live = &Live{c.app.core}
}

// pass lets time go by, awake or asleep.
func (c *clocks) pass(d time.Duration) {
	c.wall.Add(int64(d))
	c.steady.Add(int64(d))
}

// set sets the time of day by so much.
func (c *clocks) set(by time.Duration) { c.wall.Add(int64(by)) }

// restart ends the app and starts it again.
func (c *clocks) restart() {
	c.Helper()
	c.app.stopped()
	c.start()
	c.fit()
	must(c.bench, c.vault.Unlock)(testPassphrase)
}

// reboot is restart with the computer in between.
func (c *clocks) reboot() {
	c.Helper()
	c.boot += " again"
	c.steady.Store(int64(time.Minute))
	c.restart()
}

// told returns what the session's log tells of clocks that were set.
func (c *clocks) told(v SessionView) (lines []string) {
	c.Helper()
	for _, l := range must(c.bench, c.sessions.Get)(v.Session.ID).Parts[0].Log {
		if l.Observation != nil && l.Observation.Kind == practice.ClockSet {
			lines = append(lines, l.Text)
		}
	}
	return lines
}

// TestSessionClock reads the clock of a running session after all that can
// happen to a computer's clocks.
func TestSessionClock(t *testing.T) {
	for _, x := range []struct {
		what    string
		happens func(*clocks)
		want    time.Duration // by the session's clock, since it began
		wall    time.Duration // what the time of day is then
	}{
		{"an hour goes by", func(c *clocks) { c.pass(time.Hour) }, time.Hour, time.Hour},
		{"the clock is set back", func(c *clocks) { c.pass(time.Hour); c.set(-2 * time.Hour) }, time.Hour, -time.Hour},
		{"the clock is set forward", func(c *clocks) { c.pass(time.Hour); c.set(48 * time.Hour) }, time.Hour, 49 * time.Hour},
		{"it is set again and again", func(c *clocks) { c.set(time.Hour); c.pass(time.Minute); c.set(-3 * time.Hour); c.pass(time.Minute) }, 2 * time.Minute, -2*time.Hour + 2*time.Minute},
		{"the computer slept", func(c *clocks) { c.pass(3 * time.Hour) }, 3 * time.Hour, 3 * time.Hour},
		{"restarted", func(c *clocks) { c.pass(time.Hour); c.restart(); c.pass(time.Minute) }, time.Hour + time.Minute, time.Hour + time.Minute},
		{"set back and restarted", func(c *clocks) { c.set(-5 * time.Minute); c.pass(time.Hour); c.restart() }, time.Hour, 55 * time.Minute},
		{"set forward by two days and restarted", func(c *clocks) { c.set(48 * time.Hour); c.pass(time.Hour); c.restart() }, time.Hour, 49 * time.Hour},
		{"locked, set and unlocked", func(c *clocks) {
			c.ok(c.vault.Lock(""))
			c.set(-time.Hour)
			c.pass(time.Hour)
			must(c.bench, c.vault.Unlock)(testPassphrase)
		}, time.Hour, 0},
		{"the computer was started anew", func(c *clocks) { c.pass(time.Hour); c.reboot(); c.pass(time.Minute) }, time.Hour + time.Minute, time.Hour + time.Minute},
		{"started anew with another time, which it then keeps", func(c *clocks) {
			c.set(-5 * time.Minute)
			c.pass(time.Hour)
			c.reboot()
			c.set(time.Hour)
		}, 55 * time.Minute, time.Hour + 55*time.Minute},
		{"covered and uncovered", func(c *clocks) {
			must(c.bench, c.vault.Cover)("")
			c.set(time.Hour)
			c.pass(time.Hour)
			must(c.bench, c.vault.Uncover)(testPassphrase)
		}, time.Hour, 2 * time.Hour},
		{"left open for more than a day", func(c *clocks) { c.set(-time.Hour); c.pass(25 * time.Hour); c.app.heedClock() }, 24 * time.Hour, 24 * time.Hour},
	} {
		t.Run(x.what, func(t *testing.T) {
			c := newClocks(t)
			start := c.app.now()
			s := c.begin(practice.Dosing, c.add("Nell Harrow").ID, "")
			x.happens(c)
			if got := get(c.bench, c.live.Now); got != practice.At(start.Add(x.want)) {
				t.Errorf("by the session's clock it is %s after", got.Sub(practice.At(start)))
			}
			if got := c.app.clock.wall().Sub(start); got != x.wall {
				t.Errorf("the time of day is %s after", got)
			}
			if c.app.clock.running() != nil {
				entry := c.entry(s)
				entry.At = practice.At(c.app.now())
				_, err := c.sessions.RecordObservation(s.Session.ID, practice.Observation{Entry: entry, Text: "Rests."})
				c.ok(err)
				log := must(c.bench, c.sessions.Get)(s.Session.ID).Parts[0].Log
				if last := log[len(log)-1].Entry; last.RecordedAt != entry.At || last.Late() {
					t.Errorf("the entry became %+v", last)
				}
			}
		})
	}
}

// TestSessionClockEnds goes by the time of day once no session runs, and by
// that of the session that still does where one of two has ended.
func TestSessionClockEnds(t *testing.T) {
	c := newClocks(t)
	c.set(time.Hour)
	if got := c.app.now(); !got.Equal(c.app.clock.wall()) {
		t.Errorf("before a session the clock goes by %s", got)
	}
	first := c.begin(practice.Dosing, c.add("Nell Harrow").ID, "")
	c.set(-time.Hour)
	ahead := c.app.now()
	second := c.begin(practice.Dosing, c.add("Ilse Oakes").ID, "")
	if got := c.app.now(); !got.Equal(ahead) || second.Session.ActualStart != practice.At(ahead) {
		t.Errorf("with a second session it is %s, and was %s", got, ahead)
	}
	c.pass(time.Minute)
	for i, s := range []SessionView{second, first} {
		must(c.bench, c.sessions.Finish)(s.Session.ID)
		want := ahead.Add(time.Minute)
		if i == 1 {
			want = c.app.clock.wall()
		}
		if got := c.app.now(); !got.Equal(want) {
			t.Errorf("after %d had ended it is %s, want %s", i+1, got, want)
		}
	}
}

// TestOtherSessionsKeepTheTimeOfDay: only a dosing session has a clock of its
// own.
func TestOtherSessionsKeepTheTimeOfDay(t *testing.T) {
	c := newClocks(t)
	c.begin(practice.Talk, c.add("Nell Harrow").ID, "")
	c.set(-time.Hour)
	if got := c.app.now(); !got.Equal(c.app.clock.wall()) {
		t.Errorf("the clock goes by %s", got)
	}
}

// TestWithoutSteadyClock goes by the time of day where starts of the computer
// have no name.
func TestWithoutSteadyClock(t *testing.T) {
	c := newClocks(t)
	c.app.clock.boot = ""
	s := c.begin(practice.Dosing, c.add("Nell Harrow").ID, "")
	c.set(-10 * time.Minute)
	c.app.heedClock()
	if got := c.app.now(); !got.Equal(c.app.clock.wall()) {
		t.Errorf("the clock goes by %s", got)
	}
	if lines := c.told(s); len(lines) != 0 {
		t.Errorf("the log tells %q", lines)
	}
}

// TestClockSetIsTold writes once into the log that the time of day was set,
// whatever is restarted in between, and again when it is set again.
func TestClockSetIsTold(t *testing.T) {
	c := newClocks(t)
	s := c.begin(practice.Dosing, c.add("Nell Harrow").ID, "")
	want := 0
	look := func(what string, words ...string) {
		t.Helper()
		c.app.heedClock()
		c.app.heedClock()
		want += len(words)
		lines := c.told(s)
		if len(lines) != want || want > 0 && len(words) > 0 && !strings.HasPrefix(lines[want-1], words[0]) {
			t.Errorf("%s: the log tells %q", what, lines)
		}
	}
	c.pass(time.Hour)
	look("an hour")
	c.set(1900 * time.Millisecond)
	look("a correction")
	c.set(-5*time.Minute - 1900*time.Millisecond)
	look("set back", "back 5 min. This session keeps the time it began with.")
	c.restart()
	look("restarted")
	c.set(5 * time.Minute)
	look("set right", "forward 5 min.")
	must(c.bench, c.vault.Cover)("")
	c.set(time.Hour)
	c.app.heedClock()
	must(c.bench, c.vault.Uncover)(testPassphrase)
	look("set while covered", "forward 60 min.")
	c.reboot()
	look("started anew")
	must(c.bench, c.sessions.Finish)(s.Session.ID)
	c.set(time.Hour)
	look("after its end")
	heard := 0
	for _, event := range c.shell.told() {
		if event == "clock-set" {
			heard++
		}
	}
	if heard != want {
		t.Errorf("the page heard of it %d times", heard)
	}
}

// TestEntryAheadOfTheClock takes an entry whose time lies ahead of a clock that
// is behind the records, and of no other.
func TestEntryAheadOfTheClock(t *testing.T) {
	c := newClocks(t)
	c.app.clock.boot = "" // nothing but the time of day
	s := c.begin(practice.Dosing, c.add("Nell Harrow").ID, "")
	c.pass(time.Hour)
	record := func(at time.Time) error {
		entry := c.entry(s)
		entry.At = practice.At(at)
		_, err := c.sessions.RecordObservation(s.Session.ID, practice.Observation{Entry: entry, Text: "Rests."})
		return err
	}
	right := c.app.now()
	c.ok(record(right))
	c.refused(record(right.Add(5*time.Minute)), fault.Invalid)
	c.set(-30 * time.Minute)
	c.ok(record(right.Add(-time.Minute)))
	c.ok(record(right.Add(5 * time.Minute)))
	c.refused(record(right.Add(25*time.Hour)), fault.Invalid)
}
