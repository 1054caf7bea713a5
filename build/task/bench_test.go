package main

import (
	"testing"
	"time"
)

func TestReadBenchmarks(t *testing.T) {
	found := readBenchmarks(`goos: linux
BenchmarkAddVitals-2     	      25	   4200000 ns/op	         3.750 median-ms
BenchmarkScan/with-dash/plain-2 25   4200000 ns/op	         0.500 median-ms
BenchmarkOther-2         	      25	   4200000 ns/op
BenchmarkSummaryWarm     	       9	        12.00 median-ms	   4200000 ns/op
BenchmarkChart-2         	       3	   4200000 ns/op	        1200 median-ms	       104.5 peak-MB
PASS
`)
	if len(found) != 4 {
		t.Errorf("found %v", found)
	}
	if got := found["BenchmarkAddVitals"]; got.runs != 25 || got.median != 3750*time.Microsecond {
		t.Errorf("got %+v", got)
	}
	if got := found["BenchmarkScan/with-dash/plain"]; got.median != 500*time.Microsecond {
		t.Errorf("got %+v", got)
	}
	if got := found["BenchmarkChart"]; got.median != 1200*time.Millisecond || got.peakMB != 104.5 {
		t.Errorf("got %+v", got)
	}
	if got := found["BenchmarkSummaryWarm"]; got.runs != 9 || got.median != 12*time.Millisecond {
		t.Errorf("got %+v", got)
	}
}

func TestMedian(t *testing.T) {
	if got := median([]time.Duration{9, 1, 5}); got != 5 {
		t.Errorf("got %d", got)
	}
}
