package practice

import "testing"

func step(kind string, minutes int) Observation {
	return Observation{Entry: entryOf(dosing(), after(minutes)), Kind: kind}
}

func struckStep(o Observation) Observation { o.Entry.StruckAt = noon; return o }

func TestNextCheck(t *testing.T) {
	calm := func(minutes int) VitalSigns { return taken(minutes, "systolic_mmhg", 120) }
	high := func(minutes int) VitalSigns { return taken(minutes, "systolic_mmhg", 161) }
	emergency := func(minutes int) VitalSigns { return taken(minutes, "systolic_mmhg", 180) }
	const beyond = "after a reading beyond a limit"
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

		"a hold before the dose":             {readings{high(5)}, nil, nil, 5, 15, beyond},
		"an emergency before the dose":       {readings{emergency(5)}, nil, nil, 5, 15, beyond},
		"a hold, resting":                    {readings{high(5)}, nil, steps{step("rest", 8)}, 8, 18, "after the rest"},
		"a hold, resting at once":            {readings{high(5)}, nil, steps{step("rest", 5)}, 5, 15, "after the rest"},
		"a hold, rested, high again":         {readings{high(5), high(16)}, nil, steps{step("rest", 6)}, 16, 26, beyond},
		"a hold, rested, calm":               {readings{high(5), calm(16)}, nil, steps{step("rest", 6)}, 0, 0, ""},
		"a hold, decided against":            {readings{high(5)}, doses{notGiven(8)}, nil, 0, 0, ""},
		"a hold, struck":                     {readings{calm(3), struckReading(high(5))}, nil, nil, 0, 0, ""},
		"a hold, oxygen alone since":         {readings{high(5), oxygen(12, 98)}, nil, nil, 5, 15, beyond},
		"a hold, a dose all the same":        {readings{high(5)}, doses{doseAt(10)}, nil, 10, 50, "40 min after the dose"},
		"a hold after the dose":              {readings{calm(5), high(20)}, doses{doseAt(10)}, nil, 20, 25, beyond},
		"an emergency after the dose":        {readings{calm(5), emergency(20)}, doses{doseAt(10)}, nil, 20, 25, beyond},
		"an emergency, a dose all the same":  {readings{emergency(5)}, doses{doseAt(7)}, nil, 5, 10, beyond},
		"an emergency, then a hold":          {readings{emergency(20), high(24)}, doses{doseAt(10)}, nil, 24, 29, beyond},
		"a hold, to be measured again":       {readings{high(20)}, doses{doseAt(10)}, steps{step("recheck", 22)}, 22, 27, "measure again"},
		"a hold after the dose, calm again":  {readings{high(20), calm(25)}, doses{doseAt(10)}, nil, 25, 50, "40 min after the dose"},
		"a hold within five minutes of 40":   {readings{high(46)}, doses{doseAt(10)}, nil, 46, 51, beyond},
		"a hold when all checks were done":   {readings{high(126)}, doses{doseAt(10)}, nil, 126, 131, beyond},
		"a hold, rested before, given since": {readings{high(5), high(12)}, doses{doseAt(10)}, steps{step("rest", 6)}, 12, 17, beyond},
		"caution is no hold":                 {readings{taken(20, "systolic_mmhg", 160)}, doses{doseAt(10)}, nil, 20, 50, "40 min after the dose"},
	} {
		hold := HoldOf(c.readings, c.doses, Limits{}, settings)
		got := NextCheckOf(shippedSessionPlan, settings, dosing(), c.readings, c.doses, hold, c.steps)
		switch {
		case got == nil && c.why != "":
			t.Errorf("%s: no check, want %s", name, c.why)
		case got != nil && c.why == "":
			t.Errorf("%s: %+v, want none", name, got)
		case got != nil && (*got != NextCheck{From: after(c.from), Due: after(c.due), Why: c.why, Step: asked[c.why]}):
			t.Errorf("%s: %+v, want %d to %d, %s", name, got, c.from, c.due, c.why)
		}
	}
	// The minutes are the settings'; a check of the plan that comes earlier stays first.
	for _, c := range []struct {
		doses         []DoseEvent
		rest, recheck int
		due           int
	}{{nil, 12, 7, 32}, {doses{doseAt(10)}, 12, 7, 27}, {doses{doseAt(10)}, 12, 60, 50}} {
		settings.RestMinutes, settings.RecheckMinutes = c.rest, c.recheck
		given := readings{high(20)}
		hold := HoldOf(given, c.doses, Limits{}, settings)
		if got := NextCheckOf(shippedSessionPlan, settings, dosing(), given, c.doses, hold, nil); got == nil || got.Due != after(c.due) {
			t.Errorf("rest %d, recheck %d: %+v, want %d", c.rest, c.recheck, got, c.due)
		}
	}
	ended := dosing()
	ended.ActualEnd = after(180)
	if got := NextCheckOf(shippedSessionPlan, settings, ended, nil, nil, nil, nil); got != nil {
		t.Errorf("after the end: %+v", got)
	}
	if got := NextCheckOf(SessionPlan{}, settings, dosing(), nil, []DoseEvent{doseAt(0)}, nil, nil); got == nil || got.Why != "before leaving" {
		t.Errorf("without checks in the plan: %+v", got)
	}
}
