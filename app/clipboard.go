package app

import (
	"sync"
	"time"
)

// lentTime is how long the recovery code stays on the system's clipboard.
const lentTime = time.Minute

// lent is the recovery code while it is on the system's clipboard.
type lent struct {
	mu    sync.Mutex
	text  string // empty when nothing is lent
	timer *time.Timer
}

// lend puts text on the clipboard and takes it back after lentTime, or sooner
// when the records lock or the app ends.
func (c *core) lend(text string) error {
	if err := c.shell.SetClipboard(text); err != nil {
		return err
	}
	c.lent.mu.Lock()
	defer c.lent.mu.Unlock()
	if c.lent.timer != nil {
		c.lent.timer.Stop()
	}
	c.lent.text = text
	c.lent.timer = time.AfterFunc(lentTime, c.takeBack)
	return nil
}

// takeBack empties the clipboard if it still holds what was lent, and leaves
// alone what was copied since.
func (c *core) takeBack() {
	c.lent.mu.Lock()
	text := c.lent.text
	c.lent.text = ""
	if c.lent.timer != nil {
		c.lent.timer.Stop()
	}
	c.lent.mu.Unlock()
	if text == "" {
		return
	}
	// The desktop may have stopped answering, as it does once the window is
	// gone: locking must not wait for it.
	done := make(chan struct{})
	go func() {
		defer close(done)
		if now, err := c.shell.Clipboard(); err != nil || now != text {
			return
		}
		if err := c.shell.SetClipboard(""); err != nil {
			c.log.Add("clipboard.clear", kindOf(err))
		}
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
	}
}
