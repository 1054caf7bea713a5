package main

import (
	"os"
	"os/exec"
)

// ownGroup leaves Windows' own rule: the program is killed when its context
// ends.
func ownGroup(*exec.Cmd) {}

// askToEnd ends a program; Windows has no polite signal.
func askToEnd(process *os.Process) error { return process.Kill() }
