package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

var errChecksFailed = errors.New("some checks failed")

const onlyLinux = notRun("runs on Linux only")

func npmRun(name string) func(context.Context, io.Writer) error {
	return func(ctx context.Context, out io.Writer) error {
		return runCommand(ctx, out, "frontend", nil, npm, "run", name)
	}
}

// bindings makes the TypeScript twin of the bound methods anew, elsewhere,
// and compares it with the committed one.
func bindings(ctx context.Context, out io.Writer) error {
	folder, err := os.MkdirTemp("", "snowfield-bindings-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	generator := filepath.Join(folder, "generate")
	if runtime.GOOS == "windows" {
		generator += ".exe"
	}
	if err := goBuild(ctx, out, "-tags", "bindings,webkit2_41", "-o", generator, "."); err != nil {
		return err
	}
	config, err := os.ReadFile("wails.json") // names the folder below it to write to
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "wails.json"), config, 0o600); err != nil {
		return err
	}
	if err := runCommand(ctx, out, folder, nil, generator); err != nil {
		return err
	}
	err = runCommand(ctx, out, ".", nil, "git", "diff", "--no-index", "--exit-code", "--ignore-cr-at-eol",
		"frontend/src/wailsjs", filepath.Join(folder, "frontend", "src", "wailsjs"))
	if err != nil {
		return fmt.Errorf("frontend/src/wailsjs is not what the Go code makes; run go tool -modfile=build/tools/go.mod wails generate module")
	}
	return nil
}

// journeys works the app in a browser, against the real Go backend.
func journeys(ctx context.Context, out io.Writer) error {
	if runtime.GOOS != "linux" {
		return onlyLinux
	}
	written, err := filepath.Glob("frontend/e2e/*.test.*")
	if err != nil || len(written) == 0 {
		return errors.New("frontend/e2e holds no journeys")
	}
	path, err := filepath.Abs(journeyApp)
	if err != nil {
		return err
	}
	var told bytes.Buffer
	err = runCommand(ctx, &told, "frontend", []string{"SNOWFIELD_DEV_BINARY=" + path}, npm, "run", "e2e")
	// What failed comes first: of a long text often only the beginning is kept.
	_, _ = out.Write(append(failedTests(told.Bytes()), told.Bytes()...))
	return err
}

// failedTests returns the blocks of the tests that failed from what node's
// runner told (TAP 14).
func failedTests(tap []byte) []byte {
	var failed []byte
	inside := false
	for line := range bytes.Lines(tap) {
		word := bytes.TrimSpace(line)
		inside = inside || bytes.HasPrefix(word, []byte("not ok "))
		if inside {
			failed = append(failed, line...)
		}
		inside = inside && string(word) != "..."
	}
	return failed
}
