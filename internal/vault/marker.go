package vault

import (
	"snowfield/internal/disk"
)

// A file lies beside the records while they are open, so that an end without
// closing them is noticed: a crash, a power cut, a computer that was switched
// off.

const markerName = "not-closed"

// EndedUncleanly reports whether these records were left open before they were
// opened this time. Nothing acknowledged is lost by that; a Check is due.
func (v *Vault) EndedUncleanly() bool { return v.unclean }

// mark puts the marker down, durably. That a full disk refuses it must not
// keep anybody from reading the records.
func (p Place) mark() {
	disk.Replace(p.path(markerName), nil) //nolint:errcheck // see above
}

// unmark takes it away. If a power cut brings it back, a check too many is made.
func (p Place) unmark() error {
	if err := disk.Delete(p.path(markerName)); err != nil {
		return notSaved(err)
	}
	return nil
}
