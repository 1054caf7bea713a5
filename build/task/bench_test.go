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
PASS
`)
	if len(found) != 3 {
		t.Errorf("found %v", found)
	}
	if got := found["BenchmarkAddVitals"]; got.runs != 25 || got.median != 3750*time.Microsecond {
		t.Errorf("got %+v", got)
	}
	if got := found["BenchmarkScan/with-dash/plain"]; got.median != 500*time.Microsecond {
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
