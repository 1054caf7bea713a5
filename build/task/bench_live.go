package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"time"
)

// quantiles of some runs, in milliseconds.
type quantiles struct {
	Runs             int
	Median, P95, P99 float64
}

// liveResult is what frontend/bench/live.mjs found with the records in one
// place.
type liveResult struct {
	Sync         quantiles // of one page, in the folder of the records
	Empty, At500 struct{ Row, Frame quantiles }
	ThreeHours   *threeHours
}

// threeHours is a session with an entry every ten seconds, sent at full
// speed, then left alone for half a minute with its clock running.
type threeHours struct {
	Entries, Elements                       int
	HeapMB, BackendPssMB, BackendCPUPercent float64
}

// benchLive measures a running session in Chromium.
func benchLive(ctx context.Context, out io.Writer) ([]measurement, string, error) {
	if runtime.GOOS != "linux" {
		return nil, "", onlyLinux
	}
	app, err := filepath.Abs(journeyApp)
	if err != nil {
		return nil, "", err
	}
	var said bytes.Buffer
	if err := runCommand(ctx, &said, "frontend", []string{"SNOWFIELD_DEV_BINARY=" + app}, "node", "bench/live.mjs"); err != nil {
		_, _ = out.Write(said.Bytes())
		return nil, "", err
	}
	var found struct{ Disk, Memory liveResult }
	if err := json.Unmarshal(said.Bytes(), &found); err != nil {
		return nil, "", err
	}
	var table []measurement
	add := func(what string, q quantiles) { table = append(table, q.line(what)) }
	for _, place := range []struct {
		name string
		liveResult
	}{{"", found.Disk}, {", records in memory", found.Memory}} {
		add("one sync of a page"+place.name, place.Sync)
		add("key to saved row, empty log"+place.name, place.Empty.Row)
		add("  to the frame after it", place.Empty.Frame)
		add("key to saved row, 500 entries"+place.name, place.At500.Row)
		add("  to the frame after it", place.At500.Frame)
	}
	h := found.Disk.ThreeHours
	if h == nil {
		return table, "", fmt.Errorf("nothing was said of three hours")
	}
	return table, fmt.Sprintf("after %d entries: %d elements and %.0f MB of script in the page, %.0f MB in the program, which takes %.1f %% of a processor while the clock runs",
		h.Entries, h.Elements, h.HeapMB, h.BackendPssMB, h.BackendCPUPercent), nil
}

// nativeResult is what build/task/press.py found in the production window.
type nativeResult struct {
	Ask          quantiles // what asking the accessibility interface takes, which is in the others
	Empty, At500 quantiles
	Entries      int
	PssMB        float64
	CPUPercent   float64
}

// benchNative measures a running session in the production window.
func benchNative(ctx context.Context, out io.Writer) ([]measurement, string, error) {
	var said bytes.Buffer
	if err := inRunningSession(ctx, out, &said, "build/task/press.py"); err != nil {
		_, _ = out.Write(said.Bytes())
		return nil, "", err
	}
	var found nativeResult
	for line := range bytes.Lines(said.Bytes()) {
		if bytes.HasPrefix(line, []byte("{")) {
			if err := json.Unmarshal(line, &found); err != nil {
				return nil, "", err
			}
		}
	}
	if found.Entries == 0 {
		return nil, "", fmt.Errorf("the window said nothing of its session")
	}
	return []measurement{
		found.Empty.line("native window: key to saved row, empty log"),
		found.At500.line("native window: key to saved row, 500 entries"),
		found.Ask.line("  of which to ask the accessibility interface"),
	}, fmt.Sprintf("native window after %d entries: %.0f MB with its webview, %.1f %% of a processor while the clock runs",
		found.Entries, found.PssMB, found.CPUPercent), nil
}

func (q quantiles) line(what string) measurement {
	return measurement{what: what, runs: q.Runs, median: ms(q.Median), p95: ms(q.P95), p99: ms(q.P99)}
}

func ms(n float64) time.Duration { return time.Duration(n * float64(time.Millisecond)) }
