package disktest

import (
	"slices"
	"sync"

	"snowfield/internal/disk"
)

// Trace is what was done to a folder: how it began and every step since.
type Trace struct {
	start func() (*Disk, error)

	mu    sync.Mutex
	steps []disk.Step
}

// Record begins a trace of a folder and keeps a copy of what it holds now in
// begin, a folder that must not be there yet. stop ends it. Only one trace can
// be recorded at a time.
func Record(root, begin string) (t *Trace, stop func(), err error) {
	d, err := Read(root)
	if err != nil {
		return nil, nil, err
	}
	if err := d.Keep(begin); err != nil {
		return nil, nil, err
	}
	t = &Trace{start: func() (*Disk, error) {
		d, err := Read(begin)
		if err == nil {
			d.root = root
		}
		return d, err
	}}
	stop = disk.Watch(func(s disk.Step) error {
		s.Data = slices.Clone(s.Data)
		t.mu.Lock()
		defer t.mu.Unlock()
		t.steps = append(t.steps, s)
		return nil
	})
	return t, stop, nil
}

// Len is how many steps were recorded so far.
func (t *Trace) Len() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.steps)
}

// Steps returns those from one moment to another, as Len counts them.
func (t *Trace) Steps(from, to int) []disk.Step {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.steps[from:to]
}

// Replay follows the trace from its beginning and calls visit before the first
// step, between any two, and after the last: done is how many were made, next
// the one that the cut would fall into (of no kind at the end). A disk that is
// kept for later changes with the next step.
func (t *Trace) Replay(visit func(done int, next disk.Step, d *Disk) error) error {
	d, err := t.start()
	if err != nil {
		return err
	}
	for i, s := range t.steps {
		if err := visit(i, s, d); err != nil {
			return err
		}
		d.Do(s)
	}
	return visit(len(t.steps), disk.Step{}, d)
}
