package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// tortureLimit is how long a torture may take, whatever number of rounds was
// asked for.
const tortureLimit = 2 * time.Hour

// torture works a practice while processes are killed, the power fails, files
// are damaged and the disk refuses, and ends with a table of what was lost. The
// work is TestTorture's in package app; this gives it more rounds.
func torture(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("torture", flag.ContinueOnError)
	kills := flags.Int("kills", 400, "rounds in which a process is killed")
	cuts := flags.Int("cuts", 5000, "rounds in which the power fails")
	flips := flags.Int("flips", 2000, "rounds in which a file is damaged")
	faults := flags.Int("faults", 1500, "rounds in which the disk refuses")
	windows := flags.Int("windows", 50, "rounds in which the window of a running session is killed")
	seed := flags.Uint64("seed", 1, "what the choices are made from")
	if err := flags.Parse(args); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "snowfield-torture-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	program := filepath.Join(folder, "torture.exe") // a name that every system runs
	err = inOrder(ctx, []step{{name: "the torture's program", run: func(ctx context.Context, out io.Writer) error {
		return runCommand(ctx, out, ".", nil, "go", "test", "-c", "-o", program, "./app")
	}}})
	if err != nil {
		return err
	}
	err = runCommand(ctx, os.Stdout, "app", nil, program,
		"-test.run=^TestTorture$", "-test.timeout="+tortureLimit.String(),
		fmt.Sprintf("-torture.kills=%d", *kills), fmt.Sprintf("-torture.cuts=%d", *cuts),
		fmt.Sprintf("-torture.flips=%d", *flips), fmt.Sprintf("-torture.faults=%d", *faults),
		fmt.Sprintf("-torture.seed=%d", *seed))
	if err != nil || *windows == 0 || runtime.GOOS != "linux" {
		return err
	}
	return inOrder(ctx, []step{
		{name: "what the system needs", run: func(ctx context.Context, out io.Writer) error {
			return ensureSystem(ctx, out, debianBuild, debianDisplay, debianTest)
		}},
		{name: "pages", run: buildFrontend},
		{name: "app", run: buildProduction},
		{name: "native window, killed", run: windowCrashes(*windows)},
	})
}
