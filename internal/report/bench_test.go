package report

import (
	"slices"
	"testing"
	"time"

	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// longChart is a chart of 500 sessions, a thousand pages.
func longChart(t testing.TB) block.Document {
	t.Helper()
	in := wholeChart()
	var one []ChartSession
	for s := range in.Sessions {
		one = append(one, s)
	}
	in.Sessions = func(yield func(ChartSession, error) bool) {
		for i := range 500 {
			if !yield(one[i%2], nil) {
				return
			}
		}
	}
	d, err := fullChart(in)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// measured are the documents whose drawing is measured.
func measured(b *testing.B) map[string]block.Document {
	b.Helper()
	one, err := summary(sample())
	if err != nil {
		b.Fatal(err)
	}
	return map[string]block.Document{"summary": one, "chart": longChart(b)}
}

// BenchmarkDraw draws documents whose blocks are at hand.
func BenchmarkDraw(b *testing.B) {
	for name, d := range measured(b) {
		b.Run(name, func(b *testing.B) {
			var runs []time.Duration
			for b.Loop() {
				started := time.Now()
				if _, err := pdf.Draw(d); err != nil {
					b.Fatal(err)
				}
				runs = append(runs, time.Since(started))
			}
			reportMedian(b, runs)
		})
	}
}

func reportMedian(b *testing.B, runs []time.Duration) {
	slices.Sort(runs)
	b.ReportMetric(float64(runs[len(runs)/2].Microseconds())/1000, "median-ms")
}
