package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"snowfield/internal/report/reporttest"
)

// BenchmarkChromium has headless Chromium print the documents of
// BenchmarkDraw as pages, from its start to the file. It reports the most
// memory any of its processes had as "peak-MB".
func BenchmarkChromium(b *testing.B) {
	browser := os.Getenv("CHROMIUM")
	if browser == "" {
		browser = "chromium"
	}
	for name, d := range measured(b) {
		b.Run(name, func(b *testing.B) {
			folder := b.TempDir()
			page, file := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
			if err := os.WriteFile(page, []byte(reporttest.HTML(d)), 0o600); err != nil {
				b.Fatal(err)
			}
			var runs []time.Duration
			var most int64
			for b.Loop() {
				command := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
					"--user-data-dir="+filepath.Join(folder, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+file, "file://"+page)
				started := time.Now()
				if said, err := command.CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, said)
				}
				runs = append(runs, time.Since(started))
				most = max(most, command.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
				if made, err := os.Stat(file); err != nil || made.Size() < 10_000 {
					b.Fatalf("nothing was printed: %v", err)
				}
			}
			reportMedian(b, runs)
			b.ReportMetric(float64(most)/1000, "peak-MB")
		})
	}
}
