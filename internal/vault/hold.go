package vault

import (
	"github.com/gofrs/flock"

	"snowfield/internal/fault"
)

// Hold is the right to use a place. One process has it at a time; the system
// takes it back when the process ends, however it ends.
type Hold struct{ lock *flock.Flock }

// Hold makes the folder if need be and takes the hold. It fails with
// fault.Conflict when another Snowfield has it.
func (p Place) Hold() (*Hold, error) {
	if err := p.makeFolder(); err != nil {
		return nil, err
	}
	lock := flock.New(p.path(lockName), flock.SetPermissions(0o600))
	ok, err := lock.TryLock()
	if err != nil {
		return nil, unreachable(err)
	}
	if !ok {
		return nil, fault.New(fault.Conflict, "Snowfield is already open with these records. Use the window that is open, or close it first. Nothing was changed.")
	}
	return &Hold{lock}, nil
}

// Release gives the hold back.
func (h *Hold) Release() error { return h.lock.Close() }
