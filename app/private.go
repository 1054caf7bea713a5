package app

import (
	"sync"

	"snowfield/internal/fault"
)

// privateDoor is the door to the psychotherapy notes of one client. It opens
// for the passphrase and closes when the page leaves the notes, when another
// client's are opened and when the records lock.
type privateDoor struct {
	mu       sync.Mutex
	clientID string          // whose notes are behind it; empty while it is closed
	traced   map[string]bool // notes whose change since it opened is in the trail
}

func (d *privateDoor) open(clientID string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.clientID, d.traced = clientID, map[string]bool{}
}

// close closes the door to a client's notes, or to anybody's.
func (d *privateDoor) close(clientID string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if clientID == anybody || clientID == d.clientID {
		d.clientID, d.traced = "", nil
	}
}

const anybody = ""

// pass refuses whoever comes while the door is closed.
func (d *privateDoor) pass(clientID string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if clientID == "" || clientID != d.clientID {
		return fault.New(fault.Blocked, "The door to these notes is closed. Nothing was changed. Open it with the passphrase.")
	}
	return nil
}

// isTraced tells whether a change of a note since the door opened is in the
// trail.
func (d *privateDoor) isTraced(noteID string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.traced[noteID]
}

func (d *privateDoor) trace(noteID string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.traced != nil { // it may have closed meanwhile
		d.traced[noteID] = true
	}
}
