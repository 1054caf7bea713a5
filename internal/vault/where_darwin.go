package vault

import (
	"os"

	"golang.org/x/sys/unix"
)

// mediumOf tells what kind of medium a folder is on.
func mediumOf(folder string) (RiskKind, error) {
	var at unix.Statfs_t
	if err := unix.Statfs(folder, &at); err != nil {
		return NoRisk, &os.PathError{Op: "statfs", Path: folder, Err: err}
	}
	switch {
	case at.Flags&unix.MNT_RDONLY != 0:
		return ReadOnly, nil
	case at.Flags&unix.MNT_LOCAL == 0:
		return Network, nil
	}
	return NoRisk, nil
}
