package app

import (
	"strconv"
	"time"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// steadyNow returns what has gone by since the computer was started, sleep
// included, in steps of about 16 ms. Nobody can set it.
func steadyNow() time.Duration { return windows.DurationSinceBoot() }

// bootName names the run of the computer that steadyNow counts in, by the
// number Windows gives each start; empty where it gives none.
func bootName() string {
	key, err := registry.OpenKey(registry.LOCAL_MACHINE, `SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters`, registry.QUERY_VALUE)
	if err != nil {
		return ""
	}
	defer key.Close() //nolint:errcheck // it was only read
	number, _, err := key.GetIntegerValue("BootId")
	if err != nil {
		return ""
	}
	return strconv.FormatUint(number, 10)
}
