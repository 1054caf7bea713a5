//go:build !windows

package main

import (
	"os"
	"os/exec"
	"syscall"
)

// ownGroup puts a program and all it starts into one process group, and ends
// that group as a whole when its context ends.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
}

// askToEnd tells a program to close.
func askToEnd(process *os.Process) error { return process.Signal(syscall.SIGTERM) }
