package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// endLimit is how long the app may take to close.
const endLimit = 15 * time.Second

// runningApp is the production binary on a virtual display, with a home
// folder of its own, so that what someone's own Snowfield remembers is
// neither used nor changed.
type runningApp struct {
	cmd    *exec.Cmd
	home   string
	lines  chan string // its standard output; closed when it ends
	ended  bool
	result error
}

func startApp(ctx context.Context, out io.Writer, d *display, env []string, args ...string) (*runningApp, error) {
	home, err := os.MkdirTemp("", "snowfield-home-")
	if err != nil {
		return nil, err
	}
	app := &runningApp{home: home, lines: make(chan string, 64)}
	app.cmd = command(ctx, out, appPath(), args...)
	app.cmd.Stdout = nil
	app.cmd.Env = append(append(d.environment(home), "DBUS_SESSION_BUS_ADDRESS=disabled:", "NO_AT_BRIDGE=1"), env...)
	stdout, err := app.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := app.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(app.lines)
		for scanner := bufio.NewScanner(stdout); scanner.Scan(); {
			app.lines <- scanner.Text()
		}
	}()
	return app, nil
}

// waitFor reads the app's output up to a line that begins with prefix and
// returns the rest of that line.
func (a *runningApp) waitFor(ctx context.Context, prefix string) (string, error) {
	for {
		select {
		case line, ok := <-a.lines:
			if !ok {
				return "", errors.New("the app ended early")
			}
			if rest, found := strings.CutPrefix(line, prefix); found {
				return rest, nil
			}
		case <-ctx.Done():
			return "", errors.New("it took too long")
		}
	}
}

// end closes the app as a shutdown of the system would, and complains when it
// does not go.
func (a *runningApp) end() error {
	if a.ended {
		return a.result
	}
	a.ended = true
	defer func() { _ = os.RemoveAll(a.home) }()
	_ = askToEnd(a.cmd.Process)
	kill := time.AfterFunc(endLimit, func() { _ = a.cmd.Process.Kill() })
	defer kill.Stop()
	for range a.lines { // Wait may only be called when all output is read
	}
	if err := a.cmd.Wait(); err != nil {
		a.result = fmt.Errorf("the app did not end well: %w", err)
	}
	return a.result
}

// sampleVault has the app make the sample practice in a folder, closes the
// app, and returns the passphrase.
func sampleVault(ctx context.Context, out io.Writer, d *display, folder string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, showLimit)
	defer cancel()
	app, err := startApp(ctx, out, d, nil, "--sample-to", folder)
	if err != nil {
		return "", err
	}
	defer func() { _ = app.end() }()
	passphrase, err := app.waitFor(ctx, "passphrase: ")
	if err != nil {
		return "", fmt.Errorf("the sample practice did not open: %w", err)
	}
	return passphrase, app.end()
}
