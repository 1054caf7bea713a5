package app

import (
	"context"
	"errors"
	"sync"
	"time"

	"snowfield/internal/fault"
)

// Work is bound: the one long task that may run at a time.
type Work struct{ *core }

// Cancel stops the long task, if one runs. Its own call then returns
// Cancelled, and nothing of it is left.
func (w *Work) Cancel() error {
	_, err := door(w.core, func() (nothing, error) {
		w.work.cancel()
		return nothing{}, nil
	})
	return err
}

// workKind names a long task for the page.
type workKind string

const (
	workBackup  workKind = "backup"
	workCheck   workKind = "check"
	workRenew   workKind = "renew"
	workInspect workKind = "inspect"
	workRestore workKind = "restore"
	workUpdate  workKind = "update"

	workDocument workKind = "document"
)

// workState is what the event "work" tells, about ten times a second: how far
// the long task is, in units that differ by task; of the last one of a task
// Kind is empty. They may arrive out of order: Task, which grows, tells one
// that comes after its task's end.
type workState struct {
	Task  int64    `json:"task"`
	Kind  workKind `json:"kind"`
	Done  int64    `json:"done"`
	Total int64    `json:"total"` // 0 while it is not known
}

// work keeps the long task that runs. A task holds no lock of the app while it
// runs, so that saving and locking go on beside it; only renewing the data key
// needs the records for itself.
type work struct {
	mu      sync.Mutex
	running *task
	begun   int64 // how many there were
}

type task struct {
	number int64
	kind   workKind
	ctx    context.Context
	stop   context.CancelFunc
	ended  chan struct{}
}

// workPatience is how long locking waits for a task that was told to stop. It
// stops between two pages; only a drive that does not answer takes longer, and
// then the records are locked without it.
const workPatience = 5 * time.Second

// progress hears how far a task is.
type progress = func(done, total int64)

// long runs a task that can take long and be cancelled.
func long[T any](c *core, kind workKind, act func(context.Context, progress) (T, error)) (result T, err error) {
	t, err := c.work.begin(kind)
	if err != nil {
		return result, err
	}
	return runTask(c, t, act)
}

// longOn is long on the open records.
func longOn[T any](c *core, kind workKind, act func(context.Context, *records, progress) (T, error)) (none T, err error) {
	r, t, err := c.beginOn(kind)
	if err != nil {
		return none, err
	}
	return runTask(c, t, func(ctx context.Context, tell progress) (T, error) { return act(ctx, r, tell) })
}

// beginOn begins a task on the open records. Whoever closes them first takes
// c.mu and then waits for the task: none slips in between. While the screen is
// covered or a form is handed over, backups alone go on.
func (c *core) beginOn(kind workKind) (*records, *task, error) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if c.open == nil || (c.cover != nil || c.handed != nil) && kind != workBackup {
		return nil, nil, lockedFault()
	}
	t, err := c.work.begin(kind)
	return c.open, t, err
}

func runTask[T any](c *core, t *task, act func(context.Context, progress) (T, error)) (T, error) {
	defer c.work.end(t)
	defer c.shell.Emit("work", workState{Task: t.number})
	var told time.Time
	tell := func(done, total int64) {
		if now := time.Now(); now.Sub(told) >= 100*time.Millisecond {
			told = now
			c.shell.Emit("work", workState{t.number, t.kind, done, total})
		}
	}
	tell(0, 0)
	started := time.Now()
	result, err := act(t.ctx, tell)
	c.log.Add(logEvent("work."+t.kind), took(time.Since(started)))
	if errors.Is(err, context.Canceled) {
		err = fault.Wrap(fault.Cancelled, "Cancelled. Nothing was changed.", err)
	}
	return result, err
}

// begin refuses while another task runs.
func (w *work) begin(kind workKind) (*task, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.running != nil {
		return nil, fault.New(fault.Conflict, w.running.kind.busy()+" Nothing was changed. Wait until that is done, or cancel it.")
	}
	ctx, stop := context.WithCancel(context.Background())
	w.begun++
	w.running = &task{w.begun, kind, ctx, stop, make(chan struct{})}
	return w.running, nil
}

// other returns the kind of the task that runs, unless it is a backup; empty
// for none.
func (w *work) other() workKind {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.running == nil || w.running.kind == workBackup {
		return ""
	}
	return w.running.kind
}

func (w *work) end(t *task) {
	t.stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.running = nil
	close(t.ended)
}

// cancel tells the task to stop, if one runs, and returns at once.
func (w *work) cancel() (ended <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.running == nil {
		none := make(chan struct{})
		close(none)
		return none
	}
	w.running.stop()
	return w.running.ended
}

// stop cancels the task and waits for its end, but not for ever.
func (w *work) stop() {
	patience := time.NewTimer(workPatience)
	defer patience.Stop()
	select {
	case <-w.cancel():
	case <-patience.C:
	}
}

func (k workKind) busy() string {
	switch k {
	case workBackup:
		return "A backup is being made just now."
	case workCheck:
		return "The records are being checked just now."
	case workRenew:
		return "A new recovery code is being made just now."
	case workDocument:
		return "A document is being made just now."
	case workInspect, workRestore:
		return "A backup is being read just now."
	}
	return "The records are being brought up to date just now."
}
