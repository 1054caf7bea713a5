//go:build dev

package app

import (
	"os"
	"syscall"

	"snowfield/internal/disk"
)

// SNOWFIELD_DISK_FULL names a file; while it is there the disk of the records
// is full, for journeys that need one: what takes no room still works.
func init() {
	sign := os.Getenv("SNOWFIELD_DISK_FULL")
	if sign == "" {
		return
	}
	disk.Watch(func(s disk.Step) error {
		switch s.Kind {
		case disk.Create, disk.Write, disk.Mkdir:
			if _, err := os.Stat(sign); err == nil {
				return syscall.ENOSPC
			}
		}
		return nil
	})
}
