package app

import (
	"context"
	"sync"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// sessionClock is the app's clock. It is the computer's time of day, but while
// a session runs it goes by the steady clock from where the session began: a
// time of day that is set then moves nothing (docs/decisions/session-clock.md).
type sessionClock struct {
	wall   func() time.Time     // the time of day
	steady func() time.Duration // since the computer was started, sleep included
	boot   string               // names the run of the computer; empty where it has no name

	turn sync.Mutex // held while it is looked at which session runs, or told that the time of day was set
	mu   sync.Mutex
	runs *running // nil while none does
}

// running is the session that runs, the one begun last where there are two.
type running struct {
	session practice.Session
	clock   practice.SessionClock
}

func newSessionClock() *sessionClock {
	return &sessionClock{wall: time.Now, steady: steadyNow, boot: bootName()}
}

func (s *sessionClock) now() time.Time {
	if r := s.running(); r != nil && r.clock.Holds(s.boot, s.steady()) {
		return r.clock.Now(s.steady()).Time()
	}
	return s.wall()
}

// running returns the session that runs, nil for none.
func (s *sessionClock) running() *running {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.runs
}

func (s *sessionClock) goBy(r *running) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.runs = r
}

// begin returns a clock for a session that has none, or one of another run of
// the computer: from now on as it is.
func (s *sessionClock) begin(sessionID string) practice.SessionClock {
	return practice.SessionClock{SessionID: sessionID, Boot: s.boot, Steady: s.steady(), At: practice.At(s.now())}
}

// ahead returns what the time of day is ahead of the session's clock.
func (s *sessionClock) ahead() time.Duration { return s.wall().Sub(s.now()) }

// follow looks which session runs, after anything that may have changed it,
// and does what that asks of the computer: the clock goes by it, the computer
// stays awake, and nobody being there covers the screen instead of locking the
// records.
func (c *core) follow() {
	c.clock.turn.Lock()
	defer c.clock.turn.Unlock()
	_, err := beneath(c, func(ctx context.Context, r *records) (nothing, error) { return nothing{}, c.followIn(ctx, r) })
	if err != nil {
		c.log.Add("session.follow", kindOf(err))
	}
}

// followIn is follow for records that are just being opened, when no call is
// let in yet.
func (c *core) followIn(ctx context.Context, r *records) error {
	var settings practice.Settings
	var runs *running
	err := r.store.View(ctx, c.now(), func(tx *store.Tx) (err error) {
		if settings, err = tx.Settings(); err != nil {
			return err
		}
		runs, err = c.findRunning(tx)
		return err
	})
	if err != nil {
		return err
	}
	if runs != nil && c.clock.boot != "" && !runs.clock.Holds(c.clock.boot, c.clock.steady()) {
		runs.clock = c.clock.begin(runs.session.ID)
		err = r.store.Update(ctx, c.now(), func(tx *store.Tx) error { return tx.PutSessionClock(runs.clock) })
	}
	c.clock.goBy(runs)
	c.awake.keep(runs != nil)
	c.watchIdle(settings, runs != nil)
	return err // of a clock that was not kept: it holds until the app ends
}

// updateSession is update for what may begin or end the running of a session.
func updateSession[T any](c *core, write func(*store.Tx) (T, error)) (T, error) {
	result, err := update(c, write)
	if err == nil {
		c.follow()
	}
	return result, err
}

// findRunning returns the session that runs by its own clock.
func (c *core) findRunning(tx *store.Tx) (*running, error) {
	open, err := tx.OpenSessions()
	if err != nil {
		return nil, err
	}
	var found *running
	for _, s := range open {
		clock, err := tx.SessionClock(s.ID)
		if err != nil {
			return nil, err
		}
		now := tx.Now()
		if steady := c.clock.steady(); clock.Holds(c.clock.boot, steady) {
			now = clock.Now(steady)
		}
		if s.Runs(now) && (found == nil || s.ActualStart >= found.session.ActualStart) {
			found = &running{s, clock}
		}
	}
	return found, nil
}

// watchSession looks at the clocks from time to time while the records are
// open, until stop.
func (c *core) watchSession(stop <-chan struct{}) {
	tick := time.NewTicker(clockTick)
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
			c.heedClock()
		}
	}
}

// heedClock ends the running of a session that was left open for too long, and
// tells in the log of one that runs when the time of day was set.
func (c *core) heedClock() {
	if runs := c.clock.running(); runs != nil && !runs.session.Runs(practice.At(c.now())) {
		c.follow()
	}
	c.clock.turn.Lock()
	defer c.clock.turn.Unlock()
	runs := c.clock.running()
	if runs == nil || !runs.clock.Holds(c.clock.boot, c.clock.steady()) {
		return
	}
	ahead := c.clock.ahead().Round(time.Second)
	words, stepped := runs.clock.Stepped(ahead)
	if !stepped {
		return
	}
	told := *runs
	told.clock.Told = ahead
	_, err := beneath(c, func(ctx context.Context, r *records) (nothing, error) {
		err := r.store.Update(ctx, c.now(), func(tx *store.Tx) error {
			for _, p := range told.session.Participants {
				err := tx.AddObservation(practice.Observation{
					Entry: practice.Entry{ID: practice.NewID(), ParticipantID: p.ID, At: tx.Now()},
					Kind:  practice.ClockSet, Text: words,
				})
				if err != nil && fault.CodeOf(err) != fault.Signed {
					return err
				}
			}
			return tx.PutSessionClock(told.clock)
		})
		if err == nil {
			c.clock.goBy(&told)
		}
		return nothing{}, err
	})
	if err != nil { // told at the next look
		c.log.Add("session.clock", kindOf(err))
		return
	}
	c.shell.Emit("clock-set")
}

// Now returns the present moment by the clock of the session that runs. It
// works while the records are locked or covered.
func (l *Live) Now() (practice.Instant, error) {
	return door(l.core, func() (practice.Instant, error) { return practice.At(l.now()), nil })
}
