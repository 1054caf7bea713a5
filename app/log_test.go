package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

const canary = "Ottoline Quillfeather"

func readLogs(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	return all.String()
}

func TestWailsLoggerDropsMessages(t *testing.T) {
	folder := t.TempDir()
	logger := wailsLogger{OpenLog(folder)}
	message := `process message error: C{"name":"app.Vault.Unlock","args":["` + canary + `"]} -> panic`
	for _, say := range []func(string){
		logger.Print, logger.Trace, logger.Debug, logger.Info, logger.Warning, logger.Error, logger.Fatal,
	} {
		say(message)
	}
	logged := readLogs(t, folder)
	if strings.Contains(logged, canary) {
		t.Errorf("the log holds what Wails was told:\n%s", logged)
	}
	for _, event := range []string{"window.warning", "window.error", "window.fatal"} {
		if !strings.Contains(logged, event) {
			t.Errorf("the log does not say %s:\n%s", event, logged)
		}
	}
}

func TestLogLine(t *testing.T) {
	folder := t.TempDir()
	log := OpenLog(folder)
	cause := fmt.Errorf("reading %s: %w", canary, os.ErrNotExist)
	log.Add("call.failed", took(1500*time.Millisecond), number("ref", 42), kindOf(cause), whereFrom(0))

	line := readLogs(t, folder)
	want := regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ call\.failed took_ms=1500 ref=42 ` +
		`error=\*fmt\.wrapError>\*errors\.errorString at=\S+\.TestLogLine:\d+<\S+\n$`)
	if !want.MatchString(line) {
		t.Errorf("the line is %q", line)
	}
	if strings.Contains(line, canary) {
		t.Errorf("an error's message reached the log: %q", line)
	}
}

type codedError struct{}

func (codedError) Error() string { return canary }
func (codedError) Code() int     { return 2067 }

func TestKindOfKeepsTheCode(t *testing.T) {
	got := kindOf(errors.Join(codedError{}))
	if strings.Contains(string(got), canary) {
		t.Errorf("kindOf quotes the message: %s", got)
	}
	if got := kindOf(fmt.Errorf("x: %w", codedError{})); !strings.HasSuffix(string(got), " code=2067") {
		t.Errorf("kindOf lost the code: %s", got)
	}
}

// TestLogStartsAnew has many write at once, more than fits: two files are left,
// neither larger than the limit, and every line is whole.
func TestLogStartsAnew(t *testing.T) {
	folder := t.TempDir()
	log := OpenLog(folder)
	long := logEvent(strings.Repeat("x", 1000))
	var writers sync.WaitGroup
	for writer := range 8 {
		writers.Go(func() {
			for i := range 3 * logLimit / 1000 / 8 {
				log.Add(long, number("writer", writer), number("line", i))
			}
		})
	}
	writers.Wait()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 2 {
		t.Errorf("%d files", len(entries))
	}
	whole := regexp.MustCompile(`^\S+Z x{1000} writer=\d line=\d+$`)
	for _, entry := range entries {
		content := readFile(t, filepath.Join(folder, entry.Name()))
		if len(content) > logLimit {
			t.Errorf("%s has %d bytes", entry.Name(), len(content))
		}
		for _, line := range strings.Split(strings.TrimSuffix(string(content), "\n"), "\n") {
			if !whole.MatchString(line) {
				t.Fatalf("%s has the line %q", entry.Name(), line)
			}
		}
	}
}

func TestLogWithoutAFolder(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"", filepath.Join(blocked, "logs")} {
		OpenLog(folder).Add("started") // must not panic, and has nowhere to go
	}
}
