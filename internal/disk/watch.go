// Package disk makes every change that the vault makes on a disk, one small
// step at a time: it replaces files so that after a power cut the old content
// or the new one is there, whole.
//
// Each step is announced before it is carried out. Nobody listens in the app;
// the tests do, to cut the power, to fail or to kill between any two steps.
package disk

import "sync/atomic"

// Kind is what a step does.
type Kind string

// The kinds of steps. A write or a new name is sure to survive a power cut only
// after the Sync of its file or the SyncFolder of its folder.
const (
	Create     Kind = "create" // a new, empty file
	Open       Kind = "open"   // of an existing file, for writing
	Write      Kind = "write"
	Truncate   Kind = "truncate"
	Sync       Kind = "sync"
	Mkdir      Kind = "mkdir"
	Rename     Kind = "rename" // replaces a file that has the new name
	Remove     Kind = "remove" // of a file or an empty folder
	SyncFolder Kind = "sync_folder"
)

// Step is one change of what is on the disk.
type Step struct {
	Kind   Kind
	Path   string
	To     string // Rename: the new path
	Offset int64  // Write: where, in bytes; Truncate: the new size
	Data   []byte // Write: valid only during the call
}

var watcher atomic.Pointer[func(Step) error]

// Watch has every step of this process announced to watch, before it is
// carried out. When watch returns an error the step is not, and fails with that
// error. Steps of different goroutines come as they are made. stop ends it.
func Watch(watch func(Step) error) (stop func()) {
	watcher.Store(&watch)
	return func() { watcher.Store(nil) }
}

// Watched reports whether anybody listens.
func Watched() bool { return watcher.Load() != nil }

// Announce tells of a step that the caller is about to make by itself. An
// error means that it must not.
func Announce(s Step) error {
	if watch := watcher.Load(); watch != nil {
		return (*watch)(s)
	}
	return nil
}
