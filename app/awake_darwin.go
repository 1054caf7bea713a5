package app

import (
	"os"
	"os/exec"
	"strconv"
)

// stayAwake has macOS's own caffeinate keep the computer and its screen awake
// until release is called, or this program ends.
func stayAwake() (release func(), err error) {
	caffeinate := exec.Command("/usr/bin/caffeinate", "-di", "-w", strconv.Itoa(os.Getpid()))
	if err := caffeinate.Start(); err != nil {
		return nil, err
	}
	return func() {
		caffeinate.Process.Kill() //nolint:errcheck // it may have ended by itself
		caffeinate.Wait()         //nolint:errcheck // killed
	}, nil
}
