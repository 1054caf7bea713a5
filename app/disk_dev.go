//go:build dev

package app

import (
	"os"
	"syscall"
	"time"

	"snowfield/internal/disk"
)

// slowDisk is how long each change takes on a slow disk: with it a backup of
// few records can be watched and cancelled.
const slowDisk = 50 * time.Millisecond

// SNOWFIELD_DISK names a folder. While a file "full" is in it the disk of the
// records is full, for journeys that need one: what takes no room still works.
// While a file "slow" is in it the disk is slow.
func init() {
	folder := os.Getenv("SNOWFIELD_DISK")
	if folder == "" {
		return
	}
	is := func(sign string) bool {
		_, err := os.Stat(folder + "/" + sign)
		return err == nil
	}
	disk.Watch(func(s disk.Step) error {
		if is("slow") {
			time.Sleep(slowDisk)
		}
		switch s.Kind {
		case disk.Create, disk.Write, disk.Mkdir:
			if is("full") {
				return syscall.ENOSPC
			}
		}
		return nil
	})
}
