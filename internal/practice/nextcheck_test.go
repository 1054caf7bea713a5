package practice

import "testing"

func step(kind string, minutes int) Observation {
	return Observation{Entry: entryOf(dosing(), after(minutes)), Kind: kind}
}

func struckStep(o Observation) Observation { o.Entry.StruckAt = noon; return o }

func TestNextCheck(t *testing.T) {
	calm := func(minutes int) VitalSigns { return taken(minutes, "systolic_mmhg", 120) }
	settings := DefaultSettings() // rest 10, recheck 5, leaving 120 minutes after the last dose
	type readings = []VitalSigns
	type doses = []DoseEvent
	type steps = []Observation
	asked := map[string]string{"after the rest": "rest", "measure again": "recheck"}
	for name, c := range map[string]struct {
		readings readings
		doses    doses
		steps    steps
		from     int // minutes after noon
		due      int
		why      string // empty for no check
	}{
		"baseline":                          {nil, nil, nil, 0, 15, "baseline, before the dose"},
		"baseline struck":                   {readings{struckReading(calm(5))}, nil, nil, 0, 15, "baseline, before the dose"},
		"baseline taken":                    {readings{calm(5)}, nil, nil, 0, 0, ""},
		"baseline taken on arrival":         {readings{calm(-20)}, nil, nil, 0, 0, ""},
		"decided against, nothing measured": {nil, doses{notGiven(5)}, nil, 0, 0, ""},
		"resting":                           {readings{calm(5)}, nil, steps{step("rest", 6)}, 6, 16, "after the rest"},
		"resting, struck":                   {readings{calm(5)}, nil, steps{struckStep(step("rest", 6))}, 0, 0, ""},
		"rested and measured":               {readings{calm(5), calm(9)}, nil, steps{step("rest", 6)}, 0, 0, ""},
		"resting anew":                      {readings{calm(5), calm(17)}, nil, steps{step("rest", 6), step("rest", 18)}, 18, 28, "after the rest"},
		"resting, before any reading":       {nil, nil, steps{step("rest", 1)}, 1, 11, "after the rest"},
		"resting, then decided against":     {readings{calm(5)}, doses{notGiven(8)}, steps{step("rest", 6)}, 6, 16, "after the rest"},
		"after the dose":                    {readings{calm(5)}, doses{doseAt(10)}, nil, 10, 50, "40 min after the dose"},
		"after the dose, rest is over":      {readings{calm(5)}, doses{doseAt(10)}, steps{step("rest", 6)}, 10, 50, "40 min after the dose"},
		"measured in between":               {readings{calm(5), calm(30)}, doses{doseAt(10)}, nil, 30, 50, "40 min after the dose"},
		"six minutes early":                 {readings{calm(44)}, doses{doseAt(10)}, nil, 44, 50, "40 min after the dose"},
		"five minutes early":                {readings{calm(45)}, doses{doseAt(10)}, nil, 45, 100, "90 min after the dose"},
		"late":                              {readings{calm(70)}, doses{doseAt(10)}, nil, 70, 100, "90 min after the dose"},
		"one for two":                       {readings{calm(95)}, doses{doseAt(10)}, nil, 95, 130, "before leaving"},
		"before leaving, done":              {readings{calm(125)}, doses{doseAt(10)}, nil, 0, 0, ""},
		"before leaving, too early":         {readings{calm(124)}, doses{doseAt(10)}, nil, 124, 130, "before leaving"},
		"a booster moves leaving alone":     {readings{calm(100)}, doses{doseAt(10), doseAt(60)}, nil, 100, 180, "before leaving"},
		"counted from the first dose":       {nil, doses{doseAt(10), doseAt(40)}, nil, 10, 50, "40 min after the dose"},
		"measure again":                     {readings{calm(20)}, doses{doseAt(10)}, steps{step("recheck", 21)}, 21, 26, "measure again"},
		"measure again, after the other":    {readings{calm(20)}, doses{doseAt(10)}, steps{step("recheck", 48)}, 20, 50, "40 min after the dose"},
		"measured again":                    {readings{calm(20), calm(24)}, doses{doseAt(10)}, steps{step("recheck", 21)}, 24, 50, "40 min after the dose"},
		"other steps":                       {readings{calm(20)}, doses{doseAt(10)}, steps{step("talk_instead", 21), step("call", 22)}, 20, 50, "40 min after the dose"},
	} {
		got := NextCheckOf(shippedSessionPlan, settings, dosing(), c.readings, c.doses, c.steps)
		switch {
		case got == nil && c.why != "":
			t.Errorf("%s: no check, want %s", name, c.why)
		case got != nil && c.why == "":
			t.Errorf("%s: %+v, want none", name, got)
		case got != nil && (*got != NextCheck{From: after(c.from), Due: after(c.due), Why: c.why, Step: asked[c.why]}):
			t.Errorf("%s: %+v, want %d to %d, %s", name, got, c.from, c.due, c.why)
		}
	}
	ended := dosing()
	ended.ActualEnd = after(180)
	if got := NextCheckOf(shippedSessionPlan, settings, ended, nil, nil, nil); got != nil {
		t.Errorf("after the end: %+v", got)
	}
	if got := NextCheckOf(SessionPlan{}, settings, dosing(), nil, []DoseEvent{doseAt(0)}, nil); got == nil || got.Why != "before leaving" {
		t.Errorf("without checks in the plan: %+v", got)
	}
}
