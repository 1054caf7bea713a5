package app

import "sync"

// awake keeps the computer from falling asleep by itself while a session runs
// (stayAwake, one file for each system). A lid that is closed still puts it to
// sleep.
type awake struct {
	ask func() (release func(), err error)

	mu      sync.Mutex
	release func() // nil while nothing is asked of the system
	refused error  // why the system does not do it; nil when it does
}

// keep asks the system to stay awake, or no longer to.
func (a *awake) keep(on bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case on && a.release == nil:
		a.release, a.refused = a.ask()
	case !on:
		if a.release != nil {
			a.release()
		}
		a.release, a.refused = nil, nil
	}
}

// mayFail reports whether the computer may fall asleep though a session runs.
func (a *awake) mayFail() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.refused != nil
}
