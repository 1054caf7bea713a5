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
	"slices"
	"strconv"
	"strings"
	"time"
)

// measurement is one line of the table: the median of some runs, and where
// it was taken how long the slowest 5 and 1 in 100 took at least.
type measurement struct {
	what     string
	runs     int
	median   time.Duration
	p95, p99 time.Duration
	peakMB   float64 // the most memory at once, where it was measured
}

// benchmarks are the Go benchmarks that belong in the table, in its order, by
// package and with the runs to take. Each reports the median of its runs as
// "median-ms", and some the most memory they took as "peak-MB".
var benchmarks = []struct {
	pkg, runs string
	lines     []line
	linux     bool // measured on Linux alone
}{
	{"./app", "15x", []line{
		{"BenchmarkUnlockToToday", "unlock to Today"},
		{"BenchmarkAddVitals", "add a vitals reading, call to durable row"},
		{"BenchmarkSummaryCold", "session summary PDF, first since the start"},
		{"BenchmarkSummaryWarm", "session summary PDF, once more"},
		{"BenchmarkSearchClients", "search of 2,000 clients by name"},
		{"BenchmarkCourse", "course of 200 sessions and 400 forms, the call"},
	}, false},
	{"./app", "3x", []line{{"BenchmarkChart", "full chart of 500 sessions, from the records"}}, false},
	{"./internal/report", "5x", []line{
		{"BenchmarkDraw/summary", "session summary, the drawing alone"},
		{"BenchmarkDraw/chart", "full chart of 500 sessions, the drawing alone"},
	}, false},
	{"./internal/report", "3x", []line{
		{"BenchmarkChromium/summary", "session summary, printed by headless Chromium"},
		{"BenchmarkChromium/chart", "full chart, printed by headless Chromium"},
	}, true},
	{"./internal/vault", "3x", []line{
		{"BenchmarkBackup", "verified backup of a 300 MB vault"},
		{"BenchmarkPlainCopy", "  copying its file and syncing the copy"},
		{"BenchmarkOpen", "unlock of a 300 MB vault"},
		{"BenchmarkCheck", "full check of a 300 MB vault"},
	}, false},
	{"./internal/vault/cipherfs", "25x", []line{
		{"BenchmarkCommit/sealed", "durable commit of a row"},
		{"BenchmarkCommit/plain", "  the same with plain SQLite"},
		{"BenchmarkScan/readings/sealed", "scan of 200,000 readings"},
		{"BenchmarkScan/readings/plain", "  the same with plain SQLite"},
		{"BenchmarkScan/notes/sealed", "scan of 10,000 notes"},
		{"BenchmarkScan/notes/plain", "  the same with plain SQLite"},
	}, false},
}

// line is a benchmark and what the table calls it.
type line struct{ name, what string }

// bench measures what a therapist waits for and prints a table.
func bench(ctx context.Context, _ []string) error {
	var table []measurement
	var session []string
	err := inOrder(ctx, []step{
		{name: "what the system needs", run: func(ctx context.Context, out io.Writer) error {
			return ensureSystem(ctx, out, debianBuild, debianDisplay, debianTest)
		}},
		{name: "pages", run: buildFrontend},
		{name: "app", run: buildProduction},
		{name: "app for journeys", run: buildForJourneys},
		{name: "start", run: func(ctx context.Context, out io.Writer) error {
			start, err := benchStart(ctx, out)
			if err == nil {
				table = append(table, start)
			}
			return skipElsewhere(err)
		}},
		{name: "a running session", run: func(ctx context.Context, out io.Writer) error {
			live, said, err := benchLive(ctx, out)
			table, session = append(table, live...), append(session, said)
			return skipElsewhere(err)
		}},
		{name: "a running session, native window", run: func(ctx context.Context, out io.Writer) error {
			native, said, err := benchNative(ctx, out)
			table, session = append(table, native...), append(session, said)
			return skipElsewhere(err)
		}},
		{name: "a long course", run: func(ctx context.Context, out io.Writer) error {
			course, said, err := benchCourse(ctx, out)
			table, session = append(table, course...), append(session, said)
			return skipElsewhere(err)
		}},
		{name: "calls", run: func(ctx context.Context, out io.Writer) error {
			calls, err := benchCalls(ctx, out)
			table = append(table, calls...)
			return err
		}},
	})
	if err != nil {
		return err
	}
	fmt.Printf("\n%-48s %12s %6s %10s %10s\n", runtime.GOOS+"/"+runtime.GOARCH, "median", "runs", "p95", "p99")
	for _, m := range table {
		fmt.Printf("%-48s %9.2f ms %6d", m.what, inMS(m.median), m.runs)
		if m.p95 > 0 {
			fmt.Printf(" %7.2f ms %7.2f ms", inMS(m.p95), inMS(m.p99))
		}
		if m.peakMB > 0 {
			fmt.Printf("  at most %.0f MB", m.peakMB)
		}
		fmt.Println()
	}
	for _, said := range session {
		if said != "" {
			fmt.Println(said)
		}
	}
	return nil
}

func inMS(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// skipElsewhere lets the other measurements go on where this one cannot be
// taken.
func skipElsewhere(err error) error {
	if errors.Is(err, onlyLinux) {
		return nil
	}
	return err
}

// benchStart measures from starting the program to the painted lock screen.
func benchStart(ctx context.Context, out io.Writer) (measurement, error) {
	const runs = 9
	m := measurement{what: "start to painted lock screen", runs: runs}
	if runtime.GOOS != "linux" {
		return m, onlyLinux
	}
	folder, err := os.MkdirTemp("", "snowfield-bench-")
	if err != nil {
		return m, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	vault := filepath.Join(folder, "vault")
	if err := makeSample(ctx, out, vault); err != nil {
		return m, err
	}
	var took []time.Duration
	for range runs {
		t, err := startOnce(ctx, out, vault)
		if err != nil {
			return m, err
		}
		took = append(took, t)
	}
	m.median = median(took)
	return m, nil
}

// makeSample leaves the sample practice in a folder, closed.
func makeSample(ctx context.Context, out io.Writer, vault string) error {
	d, err := openDisplay(ctx, out, 1280, 800)
	if err != nil {
		return err
	}
	defer d.close()
	_, err = sampleVault(ctx, out, d, vault)
	return err
}

func startOnce(ctx context.Context, out io.Writer, vault string) (time.Duration, error) {
	d, err := openDisplay(ctx, out, 1280, 800)
	if err != nil {
		return 0, err
	}
	defer d.close()
	ctx, cancel := context.WithTimeout(ctx, showLimit)
	defer cancel()
	start := time.Now()
	app, err := startApp(ctx, out, d, []string{"SNOWFIELD_VAULT=" + vault})
	if err != nil {
		return 0, err
	}
	defer func() { _ = app.end() }()
	for ctx.Err() == nil {
		picture, err := d.picture()
		if err != nil {
			return 0, err
		}
		if colours(picture) >= fewestColour {
			took := time.Since(start)
			return took, app.end()
		}
	}
	return 0, errors.New("the lock screen was not painted")
}

// benchCalls runs the Go benchmarks.
func benchCalls(ctx context.Context, out io.Writer) ([]measurement, error) {
	var table []measurement
	for _, group := range benchmarks {
		if group.linux && runtime.GOOS != "linux" {
			continue
		}
		var names []string
		for _, l := range group.lines {
			name, _, _ := strings.Cut(l.name, "/")
			names = append(names, name)
		}
		var said bytes.Buffer
		err := runCommand(ctx, &said, ".", nil, "go", "test", "-run", "^$",
			"-bench", "^("+strings.Join(names, "|")+")$", "-benchtime", group.runs, group.pkg)
		_, _ = out.Write(said.Bytes())
		if err != nil {
			return nil, err
		}
		found := readBenchmarks(said.String())
		for _, l := range group.lines {
			m, ok := found[l.name]
			if !ok {
				return nil, fmt.Errorf("%s did not report a median", l.name)
			}
			m.what = l.what
			table = append(table, m)
		}
	}
	return table, nil
}

// readBenchmarks reads what go test -bench prints: a name with the number of
// processors, the runs, then pairs of value and unit.
func readBenchmarks(text string) map[string]measurement {
	found := map[string]measurement{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		unit := slices.Index(fields, "median-ms")
		if unit < 3 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name := fields[0]
		if at := strings.LastIndexByte(name, '-'); at > 0 {
			name = name[:at]
		}
		runs, errRuns := strconv.Atoi(fields[1])
		ms, errMs := strconv.ParseFloat(fields[unit-1], 64)
		if errRuns == nil && errMs == nil {
			m := measurement{runs: runs, median: time.Duration(ms * float64(time.Millisecond))}
			if at := slices.Index(fields, "peak-MB"); at > 0 {
				m.peakMB, _ = strconv.ParseFloat(fields[at-1], 64)
			}
			found[name] = m
		}
	}
	return found
}

func median(durations []time.Duration) time.Duration {
	slices.Sort(durations)
	return durations[len(durations)/2]
}
