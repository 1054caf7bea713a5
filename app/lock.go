package app

import (
	"context"
	"sync"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// flushTime is how long the page has to put unfinished text on disk before
// the records are locked without it. It writes 400 ms after every key press
// anyway.
const flushTime = 3 * time.Second

// idle locks the records, or covers the screen, after a time without activity.
// Its timers go by the time the program runs, so nobody stretches it by setting
// the clock.
type idle struct {
	mu      sync.Mutex
	timer   *time.Timer // nil while it is off
	minutes int
	unasked *time.Timer   // locks or covers when the page does not answer lock-now or cover-now
	after   []func()      // what to do once locked, such as closing the window
	clocks  chan struct{} // closed to end the watch of the clocks
}

// occupy makes a folder this app's vault folder. When another Snowfield holds
// it the window opens all the same and says so.
func (c *core) occupy(place vault.Place) {
	c.place = place
	c.takeHold()
}

func (c *core) takeHold() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.inUse = c.mayEnter(); c.inUse == nil {
		c.hold, c.inUse = c.place.Hold()
	}
}

// held returns why the vault folder is not ours, nil when it is.
func (c *core) held() error {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.inUse
}

func (c *core) isLocked() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.open == nil
}

// surelyLocked is isLocked for those who must not wait: false as well while the
// records are being opened, closed or given a new key.
func (c *core) surelyLocked() bool {
	if !c.mu.TryRLock() {
		return false
	}
	defer c.mu.RUnlock()
	return c.open == nil
}

// admit opens the store on an open vault, writes what happened while the
// records were locked into the trail and starts the idle timer. On an error
// the vault is closed again. It returns the place kept at the last lock, empty
// when that could not keep it. The caller holds no lock.
func (c *core) admit(v *vault.Vault, more func(*store.Tx) error) (result UnlockResult, err error) {
	ctx := context.Background()
	defer func() {
		if err != nil {
			err = v.Explain(ctx, err)
			v.Close() //nolint:errcheck // the first error is the one to tell
		}
	}()
	s, err := store.Open(ctx, v.DB(), func() error {
		_, err := long(c, workUpdate, func(ctx context.Context, tell progress) (vault.Backup, error) {
			return v.Backup(ctx, c.place.BeforeUpdateFolder(), c.now(), describe, tell)
		})
		return err
	})
	if err != nil {
		return result, err
	}
	failed, err := c.place.FailedUnlocks()
	if err != nil {
		return result, err
	}
	var settings practice.Settings
	err = s.Update(ctx, c.now(), func(tx *store.Tx) error {
		for _, at := range failed {
			if _, err := tx.Record(practice.ActFailedUnlock, "vault", "", string(practice.At(at))); err != nil {
				return err
			}
		}
		if err := tx.PutAppVersion(Version); err != nil {
			return err
		}
		if more != nil {
			if err := more(tx); err != nil {
				return err
			}
		}
		if settings, err = tx.Settings(); err != nil {
			return err
		}
		result.Place, err = tx.Place()
		return err
	})
	if err != nil {
		return result, err
	}
	if err := c.place.ForgetFailedUnlocks(); err != nil { // they will be in the trail twice; the records open
		c.log.Add("unlock.forget", kindOf(err))
	}
	result.FailedAttempts, result.CheckNeeded = len(failed), v.EndedUncleanly()

	opened := &records{vault: v, store: s}
	c.mu.Lock()
	c.open = opened
	if c.placeLost {
		result.Place = ""
	}
	c.mu.Unlock()
	c.attempts.reset()
	c.watchIdle(settings, false)
	if err := c.followIn(ctx, opened); err != nil {
		c.log.Add("session.follow", kindOf(err))
	}
	if runs := c.clock.running(); runs != nil {
		result.Session = runs.session.ID
	}
	c.watchSchedule(opened, settings)
	c.watchOpen()
	return result, nil
}

// lock closes the records; a long task is cancelled first. place, if any, is
// kept for the next unlock; without it that begins at Today. Locking never
// fails for the person: an error is logged and the key is gone all the same.
func (c *core) lock(place string) {
	c.idle.stop()
	c.backups.rest()
	c.closing.off()
	c.work.cancel() // renewing the key holds c.mu
	c.mu.Lock()
	r := c.open
	c.open = nil
	if c.cover != nil && place == "" {
		place = c.cover.place
	}
	c.cover = nil
	if c.handed != nil {
		place = c.handed.place // whoever asks for the lock, the therapist comes back to the form
	}
	c.handed = nil
	c.work.stop()
	if r != nil {
		err := c.beforeLock(r, place)
		if err != nil {
			c.log.Add("lock.before", kindOf(err))
		}
		c.placeLost = err != nil || place == ""
		if err := r.vault.Close(); err != nil {
			c.log.Add("lock.close", kindOf(err))
		}
	}
	c.documents.forget()
	c.files.forget()
	c.private.close(anybody)
	c.clock.goBy(nil)
	c.awake.keep(false)
	c.mu.Unlock()
	if r != nil {
		c.takeBack()
		c.shell.Emit("locked")
	}
	c.idle.mu.Lock()
	after := c.idle.after
	c.idle.after = nil
	c.idle.mu.Unlock()
	for _, act := range after {
		act()
	}
}

// beforeLock keeps the place and a revision of every draft note that changed.
func (c *core) beforeLock(r *records, place string) error {
	return r.store.Update(context.Background(), c.now(), func(tx *store.Tx) error {
		if err := keepRevisions(tx); err != nil {
			return err
		}
		if place == "" {
			return nil
		}
		return tx.PutPlace(place)
	})
}

func keepRevisions(tx *store.Tx) error {
	notes, err := tx.UnsignedNotes(200)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if _, err := tx.KeepRevision(n); err != nil {
			return err
		}
	}
	return nil
}

// lockSoon asks the page to flush and lock, and locks without it when it does
// not answer in time. after, if any, runs once locked.
func (c *core) lockSoon(after func()) {
	c.idle.mu.Lock()
	if after != nil {
		c.idle.after = append(c.idle.after, after)
	}
	if c.idle.unasked == nil {
		c.idle.unasked = time.AfterFunc(flushTime, func() { c.lock("") })
	}
	c.idle.mu.Unlock()
	c.shell.Emit("lock-now")
}

// watchIdle starts the idle timer anew. While a session runs it covers, and is
// off unless a time was chosen for that.
func (c *core) watchIdle(s practice.Settings, runs bool) {
	minutes, over := s.AutoLockMinutes, func() { c.lockSoon(nil) }
	if runs {
		minutes, over = s.CoverMinutes, c.coverSoon
	}
	c.idle.mu.Lock()
	defer c.idle.mu.Unlock()
	if c.idle.timer != nil {
		c.idle.timer.Stop()
		c.idle.timer = nil
	}
	c.idle.minutes = minutes
	if minutes > 0 {
		c.idle.timer = time.AfterFunc(time.Duration(minutes)*time.Minute, over)
	}
}

// watchOpen looks at the clocks while the records are open: it locks them once
// the computer has slept, and heeds the session that runs.
func (c *core) watchOpen() {
	c.idle.mu.Lock()
	defer c.idle.mu.Unlock()
	if c.idle.clocks == nil {
		c.idle.clocks = make(chan struct{})
		go watchClocks(c.idle.clocks, readClocks, func() { c.leave(nil) })
		go c.watchSession(c.idle.clocks)
	}
}

func (i *idle) touch() {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.timer != nil {
		i.timer.Reset(time.Duration(i.minutes) * time.Minute)
	}
}

func (i *idle) stop() {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.clocks != nil {
		close(i.clocks)
		i.clocks = nil
	}
	for _, timer := range []**time.Timer{&i.timer, &i.unasked} {
		if *timer != nil {
			(*timer).Stop()
			*timer = nil
		}
	}
}
