package practice

import (
	"testing"
	"time"
)

func TestWordsThatAskForAnEvent(t *testing.T) {
	for kind, want := range map[string]bool{
		"chest_pain": true, "seizure": true, "trouble_breathing": true, "cannot_be_roused": true, "rescue_medicine": true,
		"anxiety": false, "connection_lost": false, "prescriber_contact": false, "": false,
	} {
		if got := (Observation{Kind: kind}).AsksEvent(); got != want {
			t.Errorf("%q: %v", kind, got)
		}
	}
}

func TestEventMissing(t *testing.T) {
	recorded := func(after time.Duration) []AdverseEvent {
		return []AdverseEvent{{At: noon.Add(-time.Hour), CreatedAt: noon.Add(after)}}
	}
	for name, c := range map[string]struct {
		struck bool
		events []AdverseEvent
		want   bool
	}{
		"no event":                    {false, nil, true},
		"one recorded since":          {false, recorded(time.Minute), false},
		"one recorded at once":        {false, recorded(0), false},
		"only one from before":        {false, recorded(-time.Minute), true},
		"struck":                      {true, nil, false},
		"one from before, one since":  {false, append(recorded(-time.Minute), recorded(time.Hour)...), false},
		"struck, and one from before": {true, recorded(-time.Minute), false},
	} {
		entry := Entry{At: noon}
		if c.struck {
			entry.StruckAt = noon.Add(time.Minute)
		}
		if got := EventMissing(entry, c.events); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
