package practice

import (
	"strings"
	"testing"
	"time"
)

func TestOffer(t *testing.T) {
	s := dosing()
	at := func(minutes int, systolic int) VitalSigns {
		v := reading("systolic_mmhg", systolic)
		v.Entry = entryOf(s, noon.Add(time.Duration(minutes)*time.Minute))
		return v
	}
	struck := at(20, 170)
	struck.Entry.StruckAt = noon
	dose := DoseEvent{Entry: entryOf(s, noon.Add(10*time.Minute)), TakenUg: 1}
	notGiven := DoseEvent{Entry: dose.Entry, NotGiven: true}
	for name, c := range map[string]struct {
		readings []VitalSigns
		doses    []DoseEvent
		want     string // how the offer begins; empty for none
	}{
		"nothing measured":         {nil, nil, ""},
		"calm":                     {[]VitalSigns{at(0, 120)}, nil, ""},
		"caution":                  {[]VitalSigns{at(0, 150)}, nil, ""},
		"hold before a dose":       {[]VitalSigns{at(0, 161)}, nil, "Rest"},
		"hold, dose not given":     {[]VitalSigns{at(20, 161)}, []DoseEvent{notGiven}, "Rest"},
		"hold, then a dose":        {[]VitalSigns{at(0, 161)}, []DoseEvent{dose}, ""},
		"hold after a dose":        {[]VitalSigns{at(20, 161)}, []DoseEvent{dose}, "Measure again in 5"},
		"hold, then calm":          {[]VitalSigns{at(0, 161), at(5, 120)}, nil, ""},
		"calm, then a struck hold": {[]VitalSigns{at(0, 120), struck}, nil, ""},
		"emergency":                {[]VitalSigns{at(0, 180)}, nil, "This is at an emergency limit"},
		"emergency after a dose":   {[]VitalSigns{at(20, 190)}, []DoseEvent{dose}, "This is at an emergency limit"},
	} {
		got := Offer(c.readings, c.doses, Limits{})
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: offers %q", name, got)
		}
	}
}
