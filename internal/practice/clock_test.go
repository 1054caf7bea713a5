package practice

import (
	"testing"
	"time"
)

func TestClockIsBehind(t *testing.T) {
	for back, want := range map[time.Duration]bool{
		-time.Hour: false, 0: false, 2 * time.Minute: false, 2*time.Minute + time.Millisecond: true, 365 * 24 * time.Hour: true,
	} {
		if got := ClockIsBehind(noon, noon.Add(-back)); got != want {
			t.Errorf("set back by %s: %v", back, got)
		}
	}
	if ClockIsBehind("", noon) {
		t.Error("records without an act tell of a clock")
	}
}
