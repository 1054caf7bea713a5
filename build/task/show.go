package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// What show leaves behind.
const (
	shownVault   = "build/out/sample-practice"
	shownPDF     = "build/out/session-summary.pdf"
	shownPicture = "build/out/today.png"
)

const (
	showLimit    = 90 * time.Second
	endLimit     = 15 * time.Second
	fewestColour = 64 // a painted Today has hundreds, an empty window a handful
)

// show opens the production window on a virtual display with the sample
// practice, lets it export one session summary, takes a picture of Today, and
// ends it. It returns the passphrase of the sample practice.
func show(ctx context.Context, out io.Writer) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, showLimit)
	defer cancel()
	for _, path := range []string{shownVault, shownPDF, shownPicture} {
		if err := os.RemoveAll(path); err != nil {
			return "", err
		}
	}
	if err := os.MkdirAll("build/out", 0o755); err != nil {
		return "", err
	}
	d, err := openDisplay(ctx, out, 1280, 800)
	if err != nil {
		return "", err
	}
	defer d.close()
	app, err := startApp(ctx, out, d, "--sample-to", shownVault, "--export", shownPDF)
	if err != nil {
		return "", err
	}
	defer app.end()

	passphrase, err := app.waitFor(ctx, "passphrase: ")
	if err != nil {
		return "", fmt.Errorf("the sample practice did not open: %w", err)
	}
	if _, err := app.waitFor(ctx, "exported: "); err != nil {
		return "", fmt.Errorf("the session summary was not exported: %w", err)
	}
	if err := takePicture(ctx, d, shownPicture); err != nil {
		return "", err
	}
	if err := app.end(); err != nil {
		return "", err
	}
	return passphrase, checkShown()
}

// checkShown looks whether everything is there and is what it should be.
func checkShown() error {
	for _, path := range []string{shownPDF, shownPicture, filepath.Join(shownVault, "records.db"), filepath.Join(shownVault, "key.age")} {
		if err := mustHold(path); err != nil {
			return err
		}
	}
	pdf, err := os.ReadFile(shownPDF)
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf, []byte("%%EOF")) {
		return fmt.Errorf("%s is not a whole PDF", shownPDF)
	}
	return nil
}

// takePicture waits until the window has painted and stands still, and keeps
// what it shows.
func takePicture(ctx context.Context, d *display, path string) error {
	tick := time.NewTicker(250 * time.Millisecond)
	defer tick.Stop()
	var before []byte
	for {
		picture, err := d.picture()
		if err != nil {
			return fmt.Errorf("the picture of the window: %w", err)
		}
		if colours(picture) >= fewestColour {
			if err := writePNG(path, picture); err != nil {
				return err
			}
			now, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if bytes.Equal(before, now) {
				return nil
			}
			before = now
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the window stayed blank")
		case <-tick.C:
		}
	}
}

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

func startApp(ctx context.Context, out io.Writer, d *display, args ...string) (*runningApp, error) {
	home, err := os.MkdirTemp("", "snowfield-home-")
	if err != nil {
		return nil, err
	}
	app := &runningApp{home: home, lines: make(chan string, 64)}
	app.cmd = command(ctx, out, appPath(), args...)
	app.cmd.Stdout = nil
	app.cmd.Env = append(d.environment(home), "DBUS_SESSION_BUS_ADDRESS=disabled:", "NO_AT_BRIDGE=1")
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
