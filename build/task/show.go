package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
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
	app, err := startApp(ctx, out, d, nil, "--sample-to", shownVault, "--export", shownPDF)
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
