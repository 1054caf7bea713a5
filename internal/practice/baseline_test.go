package practice

import (
	"encoding/json"
	"testing"
)

// The day's questions of before there was a baseline are read as ever.
func TestBaselineOfOlderRecords(t *testing.T) {
	var d DayCheck
	if err := json.Unmarshal([]byte(`{"participant_id":"p","identity":"yes","version":2}`), &d); err != nil || d.Baseline.Taken() || d.Identity != AnswerYes {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestBaselineAsAReading(t *testing.T) {
	for name, c := range map[string]struct {
		baseline Baseline
		taken    bool
		wrong    string
		line     string
	}{
		"nothing":        {Baseline{}, false, "Give at least one value.", ""},
		"a time alone":   {Baseline{At: noon}, false, "Give at least one value.", ""},
		"all of it":      {Baseline{noon, 124, 80, 72, 98}, true, "", "124/80 mmHg, heart rate 72, SpO2 98 %"},
		"oxygen alone":   {Baseline{At: noon, SpO2Percent: 98}, true, "", "SpO2 98 %"},
		"half":           {Baseline{At: noon, SystolicMmHg: 124}, true, "A blood pressure has two numbers.", ""},
		"turned round":   {Baseline{At: noon, SystolicMmHg: 80, DiastolicMmHg: 124}, true, "The systolic pressure is above the diastolic.", "80/124 mmHg"},
		"not of a human": {Baseline{At: noon, HeartRateBpm: 7}, true, "Heart rate lies between 20 and 250 bpm.", "heart rate 7"},
	} {
		v := c.baseline.Vitals("p")
		if c.baseline.Taken() != c.taken || c.baseline.Wrong() != c.wrong || v.Line() != c.line || v.Entry.At != c.baseline.At || v.Entry.ParticipantID != "p" {
			t.Errorf("%s: %v, %q, %q, %+v", name, c.baseline.Taken(), c.baseline.Wrong(), v.Line(), v.Entry)
		}
	}
}
