package app

import (
	"time"

	"golang.org/x/sys/unix"
)

// steadyNow returns what has gone by since the computer was started, sleep
// included: on macOS this clock is mach_continuous_time. Nobody can set it.
func steadyNow() time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_MONOTONIC_RAW, &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

// bootName names the run of the computer that steadyNow counts in; empty where
// the system has no name for it.
func bootName() string {
	name, err := unix.Sysctl("kern.bootsessionuuid")
	if err != nil || steadyNow() == 0 {
		return ""
	}
	return name
}
