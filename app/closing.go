package app

import (
	"sync"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/store"
)

// Closing the window while the records are open: the page puts unfinished text
// on disk, a backup is made when one is wanted, the records are locked, and
// then the window goes. It never waits for an answer: a page that says nothing
// is gone without, and a second press of the close button leaves the backup
// out.

// closing is how far the closing of the window has come.
type closing struct {
	mu      sync.Mutex
	since   time.Time   // of the first press of the close button; zero while nothing closes
	unasked *time.Timer // goes on without the page when it does not answer
	backup  sync.Mutex  // held while the backup is made
}

// beforeClose is asked when the window is to close, by the thread that draws
// it: it never waits. It returns whether the window stays for now.
func (c *core) beforeClose() bool {
	if c.surelyLocked() {
		c.work.cancel()
		return false
	}
	switch c.closing.pressed() {
	case pressedAgain:
		c.work.cancel()
		go c.closeNow("")
	case pressedFirst:
		c.work.cancel()
		if c.backups.onClose() {
			c.closing.unlessHeard(c.closeUnasked)
			c.shell.Emit("closing")
		} else {
			c.lockSoon(c.shell.Quit)
		}
	}
	return true
}

// CloseWithBackup goes on with the closing that the event "closing" began,
// once the page has put unfinished text on disk: a backup is made if something
// changed since the last, then the records are locked and the window closes.
// place is as for Lock. On an error the window stays.
func (v *Vault) CloseWithBackup(place string) error {
	_, err := door(v.core, func() (nothing, error) {
		v.closing.heard()
		return nothing{}, v.closeWithBackup(place)
	})
	return err
}

// CloseWithoutBackup closes the window now, whatever the backup is doing.
func (v *Vault) CloseWithoutBackup(place string) error {
	_, err := door(v.core, func() (nothing, error) {
		v.closing.heard()
		v.work.cancel()
		v.closeNow(place)
		return nothing{}, nil
	})
	return err
}

// StayOpen ends a closing whose backup failed: the window stays after all.
func (v *Vault) StayOpen() error {
	_, err := door(v.core, func() (nothing, error) {
		v.closing.off()
		return nothing{}, nil
	})
	return err
}

func (c *core) closeWithBackup(place string) error {
	c.closing.backup.Lock()
	defer c.closing.backup.Unlock()
	c.work.stop()
	changed, err := c.changedSinceBackup()
	if err == nil && changed {
		_, err = longOn(c, workBackup, c.backUp)
	}
	switch fault.CodeOf(err) {
	case "", fault.Locked:
		c.closeNow(place)
		return nil
	case fault.Cancelled:
		c.closing.off() // who cancels has changed their mind
	}
	return err
}

// closeUnasked closes without the page, which has not answered: nobody would
// read why a backup failed.
func (c *core) closeUnasked() {
	if err := c.closeWithBackup(""); err != nil {
		c.log.Add("close.backup", kindOf(err))
		c.closeNow("")
	}
}

// changedSinceBackup keeps the drafts' revisions, as locking will, and tells
// whether there is something to back up.
func (c *core) changedSinceBackup() (bool, error) {
	return beneath(c, updating(c, func(tx *store.Tx) (bool, error) {
		if err := keepRevisions(tx); err != nil {
			return false, err
		}
		return tx.ChangedSinceBackup()
	}))
}

func (c *core) closeNow(place string) {
	c.lock(place)
	c.shell.Quit()
}

// A press of the close button is the first, or one that no longer wants to
// wait. In between lies a double click.
type press int

const (
	pressedFirst press = iota
	pressedTwice
	pressedAgain
)

func (s *closing) pressed() press {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.since.IsZero():
		s.since = time.Now()
		return pressedFirst
	case time.Since(s.since) < flushTime:
		return pressedTwice
	}
	return pressedAgain
}

// unlessHeard goes on without the page when it does not answer in time.
func (s *closing) unlessHeard(goOn func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.unasked = time.AfterFunc(flushTime, goOn)
}

// heard calls the closing without the page off.
func (s *closing) heard() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unasked != nil {
		s.unasked.Stop()
		s.unasked = nil
	}
}

// off ends the closing: the window stays.
func (s *closing) off() {
	s.heard()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.since = time.Time{}
}
