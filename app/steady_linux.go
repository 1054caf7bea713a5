package app

import (
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// steadyNow returns what has gone by since the computer was started, sleep
// included. Nobody can set it.
func steadyNow() time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_BOOTTIME, &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

// bootName names the run of the computer that steadyNow counts in; empty where
// the system has no name for it.
func bootName() string {
	name, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil || steadyNow() == 0 {
		return ""
	}
	return strings.TrimSpace(string(name))
}
