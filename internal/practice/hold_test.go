package practice

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// after is a time so many minutes after noon.
func after(minutes int) Instant { return noon.Add(time.Duration(minutes) * time.Minute) }

// taken is a reading with one value, so many minutes after noon.
func taken(minutes int, field string, n int) VitalSigns {
	v := reading(field, n)
	v.Entry = entryOf(dosing(), after(minutes))
	return v
}

// oxygen is a reading of SpO2 alone.
func oxygen(minutes, n int) VitalSigns {
	return VitalSigns{Entry: entryOf(dosing(), after(minutes)), SpO2Percent: &n}
}

func struckReading(v VitalSigns) VitalSigns { v.Entry.StruckAt = noon; return v }

func doseAt(minutes int) DoseEvent {
	return DoseEvent{Entry: entryOf(dosing(), after(minutes)), TakenUg: 100_000, Route: Sublingual}
}

func notGiven(minutes int) DoseEvent {
	d := doseAt(minutes)
	d.NotGiven, d.TakenUg, d.Reason = true, 0, "Held."
	return d
}

func acts(h *Hold) string {
	if h == nil {
		return ""
	}
	words := []string{}
	for _, a := range h.Acts {
		words = append(words, string(a))
	}
	return strings.Join(words, " ")
}

func TestHold(t *testing.T) {
	systolic := func(minutes, n int) VitalSigns { return taken(minutes, "systolic_mmhg", n) }
	struckDose := doseAt(10)
	struckDose.Entry.StruckAt = noon
	type readings = []VitalSigns
	type doses = []DoseEvent
	for name, c := range map[string]struct {
		readings readings
		doses    doses
		want     string // the acts
		of       int    // the reading it names, from the end
	}{
		"nothing measured":                {nil, nil, "", 0},
		"calm":                            {readings{systolic(0, 120)}, nil, "", 0},
		"caution":                         {readings{systolic(0, 150)}, nil, "", 0},
		"at the limit":                    {readings{systolic(0, 160)}, nil, "", 0},
		"one beyond":                      {readings{systolic(0, 161)}, nil, "rest call talk", 1},
		"one below the emergency":         {readings{systolic(0, 179)}, nil, "rest call talk", 1},
		"at the emergency":                {readings{systolic(0, 180)}, nil, "plan rest call talk", 1},
		"then a dose":                     {readings{systolic(0, 161)}, doses{doseAt(10)}, "", 0},
		"with the dose":                   {readings{systolic(10, 161)}, doses{doseAt(10)}, "recheck call", 1},
		"after a dose":                    {readings{systolic(20, 161)}, doses{doseAt(10)}, "recheck call", 1},
		"after a dose, at the limit":      {readings{systolic(20, 160)}, doses{doseAt(10)}, "", 0},
		"then a dose that was struck":     {readings{systolic(0, 161)}, doses{struckDose}, "rest call talk", 1},
		"then calm":                       {readings{systolic(0, 161), systolic(5, 120)}, nil, "", 0},
		"then calm, struck":               {readings{systolic(0, 161), struckReading(systolic(5, 120))}, nil, "rest call talk", 2},
		"calm, then a struck hold":        {readings{systolic(0, 120), struckReading(systolic(5, 170))}, nil, "", 0},
		"then decided against":            {readings{systolic(0, 161)}, doses{notGiven(10)}, "", 0},
		"high again after that":           {readings{systolic(20, 161)}, doses{notGiven(10)}, "rest call", 1},
		"decided against, then given":     {readings{systolic(5, 161)}, doses{notGiven(10), doseAt(15)}, "", 0},
		"then oxygen alone":               {readings{systolic(0, 161), oxygen(5, 98)}, nil, "rest call talk", 2},
		"oxygen beyond, pressure calm":    {readings{oxygen(0, 93), taken(5, "systolic_mmhg", 120)}, nil, "rest call talk", 2},
		"two values, at different times":  {readings{systolic(0, 161), oxygen(5, 93)}, nil, "rest call talk", 1},
		"emergency, then a dose":          {readings{systolic(0, 180)}, doses{doseAt(10)}, "plan recheck call", 1},
		"emergency, then decided against": {readings{systolic(0, 180)}, doses{notGiven(10)}, "plan rest call", 1},
		"emergency, then calm":            {readings{systolic(0, 180), systolic(5, 120)}, nil, "", 0},
		"emergency, then hold":            {readings{systolic(0, 180), systolic(5, 161)}, nil, "rest call talk", 1},
	} {
		h := HoldOf(c.readings, c.doses, Limits{}, DefaultSettings())
		if got := acts(h); got != c.want {
			t.Errorf("%s: offers %q, want %q", name, got, c.want)
		}
		if h != nil && h.ReadingID != c.readings[len(c.readings)-c.of].Entry.ID {
			t.Errorf("%s: names another reading", name)
		}
	}
}

// Every limit there is, exactly at it and one to either side, by default and
// with the prescriber's, before a dose and after it: the hold stands where the
// reading is judged a hold or an emergency, and nowhere else.
func TestHoldAtEveryLimit(t *testing.T) {
	own := Limits{new(150), new(100), new(95), new(110), new(55), new(93)}
	for _, c := range []struct {
		field                string
		upDefault, upOwn     int // the first value held, going up; 0 for none
		downDefault, downOwn int // and going down
		emergency, emergLow  int // the first that is an emergency, going up and down
	}{
		{field: "systolic_mmhg", upDefault: 161, upOwn: 151, downDefault: 89, downOwn: 99, emergency: 180},
		{field: "diastolic_mmhg", upDefault: 101, upOwn: 96, emergency: 120},
		{field: "heart_rate_bpm", upDefault: 121, upOwn: 111, downDefault: 49, downOwn: 54},
		{field: "spo2_percent", downDefault: 93, downOwn: 92, emergLow: 89},
		{field: "respiratory_rate_per_min", downDefault: 9, downOwn: 9, emergLow: 9},
	} {
		for _, by := range []struct {
			name     string
			limits   Limits
			up, down int
		}{{"default", Limits{}, c.upDefault, c.downDefault}, {"prescriber's", own, c.upOwn, c.downOwn}} {
			for _, first := range []int{by.up, by.down, c.emergency, c.emergLow} {
				if first == 0 {
					continue
				}
				for n := first - 1; n <= first+1; n++ {
					want := LevelNone
					switch {
					case c.emergency != 0 && n >= c.emergency, c.emergLow != 0 && n <= c.emergLow:
						want = LevelEmergency
					case by.up != 0 && n >= by.up, by.down != 0 && n <= by.down:
						want = LevelHold
					}
					for when, doses := range map[string][]DoseEvent{"before": nil, "after": {doseAt(0)}} {
						v := taken(20, c.field, n)
						switch c.field { // its partner stays within every limit
						case "systolic_mmhg":
							v.DiastolicMmHg = new(50)
						case "diastolic_mmhg":
							v.SystolicMmHg = new(139)
						}
						got := LevelNone
						if h := HoldOf([]VitalSigns{v}, doses, by.limits, DefaultSettings()); h != nil {
							got = h.Level
							if rests := slices.Contains(h.Acts, HoldRest); rests != (when == "before") {
								t.Errorf("%s %d %s a dose: offers %v", c.field, n, when, h.Acts)
							}
						}
						if got != want {
							t.Errorf("%s %d by %s limits %s a dose: %q, want %q", c.field, n, by.name, when, got, want)
						}
						held := len(HeldBy(DoseEvent{Entry: Entry{At: after(30)}}, []VitalSigns{v}, by.limits)) > 0
						if held != (want != LevelNone) {
							t.Errorf("%s %d by %s limits: a dose held %v", c.field, n, by.name, held)
						}
					}
				}
			}
		}
	}
}

func TestHoldInWords(t *testing.T) {
	settings := DefaultSettings()
	settings.RestMinutes, settings.RecheckMinutes = 12, 1
	high, emergency := []VitalSigns{taken(20, "systolic_mmhg", 170)}, []VitalSigns{taken(20, "systolic_mmhg", 180)}
	for _, c := range []struct {
		readings []VitalSigns
		doses    []DoseEvent
		want     string
		again    string
	}{
		{high, nil, "Rest 12 minutes and measure again, call the prescriber, or go on as a talk session.", "Rest 12 min, then measure"},
		{high, []DoseEvent{notGiven(0)}, "Rest 12 minutes and measure again, or call the prescriber.", "Rest 12 min, then measure"},
		{high, []DoseEvent{doseAt(0)}, "Measure again in 1 minute, or call the prescriber.", "Measure again in 1 min"},
		{emergency, []DoseEvent{doseAt(0)}, "This is at an emergency limit. Follow your emergency plan first. Measure again in 1 minute, or call the prescriber.", "Measure again in 1 min"},
		{emergency, nil, "This is at an emergency limit. Follow your emergency plan first. Rest 12 minutes and measure again, call the prescriber, or go on as a talk session.", "Rest 12 min, then measure"},
	} {
		if h := HoldOf(c.readings, c.doses, Limits{}, settings); h == nil || h.Text != c.want || h.AgainLabel != c.again {
			t.Errorf("%+v\nwant %s %s", h, c.want, c.again)
		}
	}
	h := HoldOf([]VitalSigns{taken(0, "systolic_mmhg", 161), {Entry: entryOf(dosing(), after(1)), SpO2Percent: new(94)}}, nil, Limits{}, settings)
	if len(h.Findings) != 1 || h.Findings[0].Field != "systolic_mmhg" {
		t.Errorf("a caution is no hold: %+v", h.Findings)
	}
}

func TestHeldDose(t *testing.T) {
	high, calm := taken(0, "systolic_mmhg", 170), taken(5, "systolic_mmhg", 120)
	const none, beyond = "No vital signs were taken before it.", "What was measured before it is beyond a limit: systolic 170 is above the hold limit of 160."
	type readings = []VitalSigns
	for name, c := range map[string]struct {
		dose     DoseEvent
		readings readings
		want     string
	}{
		"nothing measured":          {doseAt(10), nil, none},
		"measured after it":         {doseAt(10), readings{taken(11, "systolic_mmhg", 120)}, none},
		"measured with it":          {doseAt(10), readings{taken(10, "systolic_mmhg", 120)}, ""},
		"measured and struck":       {doseAt(10), readings{struckReading(calm)}, none},
		"calm":                      {doseAt(10), readings{calm}, ""},
		"high":                      {doseAt(10), readings{high}, beyond},
		"high, then calm":           {doseAt(10), readings{high, calm}, ""},
		"high, then calm, struck":   {doseAt(10), readings{high, struckReading(calm)}, beyond},
		"oxygen low":                {doseAt(10), readings{calm, oxygen(6, 93)}, "What was measured before it is beyond a limit: SpO2 93 is below the hold limit of 94."},
		"high, then oxygen alone":   {doseAt(10), readings{high, oxygen(5, 98)}, beyond},
		"high after it":             {doseAt(10), readings{calm, taken(11, "systolic_mmhg", 170)}, ""},
		"between high and calm":     {doseAt(3), readings{high, calm}, beyond},
		"not given":                 {notGiven(10), readings{high}, ""},
		"not given, nothing before": {notGiven(10), nil, ""},
	} {
		if got := strings.Join(HeldBy(c.dose, c.readings, Limits{}), " "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		want := ""
		if c.want != "" {
			want = "reason"
		}
		c.dose.Reason = " "
		if got := fields(t, Clearance{}.Ordered(c.dose, nil, c.readings)); got != want {
			t.Errorf("%s: refused %q", name, got)
		}
		c.dose.Reason = "The prescriber agreed by phone."
		if err := (Clearance{}).Ordered(c.dose, nil, c.readings); err != nil {
			t.Errorf("%s: refused with a reason: %v", name, err)
		}
	}
	// The limits are the prescriber's.
	at155, own := []VitalSigns{taken(0, "systolic_mmhg", 155)}, Clearance{Limits: Limits{SystolicMaxMmHg: new(150)}}
	if got := fmt.Sprint(own.Ways(doseAt(10), nil, at155)); !strings.Contains(got, "above the prescriber's hold limit of 150") {
		t.Error(got)
	}
	if got := (Clearance{}).Ways(doseAt(10), nil, at155); len(got) != 0 {
		t.Error(got)
	}
}
