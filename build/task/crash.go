package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// runningPassphrase opens the records that TestRunningSessionOpensAgain leaves.
const runningPassphrase = "four grey geese over the ridge"

// windowCrashes writes into a running session of the production window by
// its keys and kills it, so many times: what it showed as saved must be there
// again, and its clock right.
func windowCrashes(rounds int) func(context.Context, io.Writer) error {
	return func(ctx context.Context, out io.Writer) error {
		return inRunningSession(ctx, out, out, "build/task/crash.py", strconv.Itoa(rounds))
	}
}

// inRunningSession gives a script the production window and records in which
// a session runs. What the script says goes to said.
func inRunningSession(ctx context.Context, out, said io.Writer, script string, args ...string) error {
	if runtime.GOOS != "linux" {
		return onlyLinux
	}
	folder, err := os.MkdirTemp("", "snowfield-running-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	vault := filepath.Join(folder, "vault")
	err = runCommand(ctx, out, ".", nil, "go", "test", "-count=1", "-run", "^TestRunningSessionOpensAgain$", "./app", "-args", "-running-vault="+vault)
	if err != nil {
		return err
	}
	dose, err := os.ReadFile(vault + ".dose")
	if err != nil {
		return err
	}
	d, err := openDisplay(ctx, out, 1280, 800)
	if err != nil {
		return err
	}
	defer d.close()
	worker := command(ctx, out, "dbus-run-session", append([]string{"--", "/usr/bin/python3", "-B", script, appPath()}, args...)...)
	worker.Stdout = said
	worker.Env = append(d.environment(folder), "TMPDIR="+folder, "SNOWFIELD_VAULT="+vault,
		"SNOWFIELD_TEST_PASSPHRASE="+runningPassphrase, "SNOWFIELD_TEST_DOSE="+strings.TrimSpace(string(dose)))
	return worker.Run()
}
