package practice

import (
	"fmt"
	"testing"
)

// reading sets one value of an otherwise calm reading.
func reading(field string, n int) VitalSigns {
	v := VitalSigns{SystolicMmHg: new(120), DiastolicMmHg: new(80)}
	switch field {
	case "systolic_mmhg":
		v.SystolicMmHg = &n
		v.DiastolicMmHg = new(min(80, n-1))
	case "diastolic_mmhg":
		v.DiastolicMmHg = &n
		v.SystolicMmHg = new(max(120, n+1))
	case "heart_rate_bpm":
		v.HeartRateBpm = &n
	case "spo2_percent":
		v.SpO2Percent = &n
	case "respiratory_rate_per_min":
		v.RespiratoryRatePerMin = &n
	case "temperature_decicelsius":
		v.TemperatureDeciCelsius = &n
	}
	return v
}

func TestPlausibleVitals(t *testing.T) {
	s := dosing()
	for _, c := range []struct {
		field     string
		low, high int
	}{
		{"systolic_mmhg", 50, 300},
		{"diastolic_mmhg", 20, 200},
		{"heart_rate_bpm", 20, 250},
		{"spo2_percent", 50, 100},
		{"respiratory_rate_per_min", 2, 80},
		{"temperature_decicelsius", 250, 450},
	} {
		for n, want := range map[int]string{c.low: "", c.high: "", c.low - 1: c.field, c.high + 1: c.field, -1: c.field, 0: c.field} {
			v := reading(c.field, n)
			if c.field == "systolic_mmhg" {
				v.DiastolicMmHg = new(20)
				if n <= 20 {
					continue
				}
			}
			if c.field == "diastolic_mmhg" {
				v.SystolicMmHg = new(300)
			}
			v.Entry = entryOf(s, noon)
			if got := fields(t, v.Validate(s, noon)); got != want {
				t.Errorf("%s %d: refused %q, want %q", c.field, n, got, want)
			}
		}
	}
	for name, c := range map[string]struct {
		v    VitalSigns
		want string
	}{
		"empty":             {VitalSigns{}, "systolic_mmhg"},
		"SpO2 alone":        {VitalSigns{SpO2Percent: new(98)}, ""},
		"systolic alone":    {VitalSigns{SystolicMmHg: new(120)}, "diastolic_mmhg"},
		"diastolic alone":   {VitalSigns{DiastolicMmHg: new(80)}, "systolic_mmhg"},
		"equal pressures":   {VitalSigns{SystolicMmHg: new(100), DiastolicMmHg: new(100)}, "systolic_mmhg"},
		"pressures swapped": {VitalSigns{SystolicMmHg: new(80), DiastolicMmHg: new(120)}, "systolic_mmhg"},
		"one apart":         {VitalSigns{SystolicMmHg: new(101), DiastolicMmHg: new(100)}, ""},
		"seated":            {VitalSigns{SpO2Percent: new(98), Position: "seated"}, ""},
		"upside down":       {VitalSigns{SpO2Percent: new(98), Position: "upside down"}, "position"},
		"two lines":         {VitalSigns{SpO2Percent: new(98), TakenBy: "a\nb"}, "taken_by"},
	} {
		c.v.Entry = entryOf(s, noon)
		if got := fields(t, c.v.Validate(s, noon)); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

// Every limit, exactly at it and one to either side (docs: caution and hold
// exclusive, emergency pressures inclusive).
func TestLimits(t *testing.T) {
	for _, c := range []struct {
		field string
		n     int
		want  Level
	}{
		{"systolic_mmhg", 140, LevelNone},
		{"systolic_mmhg", 141, LevelCaution},
		{"systolic_mmhg", 160, LevelCaution},
		{"systolic_mmhg", 161, LevelHold},
		{"systolic_mmhg", 179, LevelHold},
		{"systolic_mmhg", 180, LevelEmergency},
		{"systolic_mmhg", 181, LevelEmergency},
		{"systolic_mmhg", 90, LevelNone},
		{"systolic_mmhg", 89, LevelHold},
		{"diastolic_mmhg", 90, LevelNone},
		{"diastolic_mmhg", 91, LevelCaution},
		{"diastolic_mmhg", 100, LevelCaution},
		{"diastolic_mmhg", 101, LevelHold},
		{"diastolic_mmhg", 119, LevelHold},
		{"diastolic_mmhg", 120, LevelEmergency},
		{"diastolic_mmhg", 121, LevelEmergency},
		{"heart_rate_bpm", 100, LevelNone},
		{"heart_rate_bpm", 101, LevelCaution},
		{"heart_rate_bpm", 120, LevelCaution},
		{"heart_rate_bpm", 121, LevelHold},
		{"heart_rate_bpm", 250, LevelHold},
		{"heart_rate_bpm", 50, LevelNone},
		{"heart_rate_bpm", 49, LevelHold},
		{"spo2_percent", 95, LevelNone},
		{"spo2_percent", 94, LevelCaution},
		{"spo2_percent", 93, LevelHold},
		{"spo2_percent", 90, LevelHold},
		{"spo2_percent", 89, LevelEmergency},
		{"spo2_percent", 100, LevelNone},
		{"respiratory_rate_per_min", 10, LevelNone},
		{"respiratory_rate_per_min", 9, LevelEmergency},
		{"respiratory_rate_per_min", 80, LevelNone},
		{"temperature_decicelsius", 450, LevelNone},
	} {
		v := reading(c.field, c.n)
		if c.field == "diastolic_mmhg" {
			v.SystolicMmHg = new(139) // within its own limits
		}
		j := v.Judge(Limits{})
		findings := 1
		if c.want == LevelNone {
			findings = 0
		}
		if j.Level != c.want || len(j.Findings) != findings || findings == 1 && (j.Findings[0].Field != c.field || j.Findings[0].Level != c.want) {
			t.Errorf("%s %d: %+v, want %q", c.field, c.n, j, c.want)
		}
	}
}

func TestJudgementInWords(t *testing.T) {
	v := VitalSigns{SystolicMmHg: new(180), DiastolicMmHg: new(101), HeartRateBpm: new(49), SpO2Percent: new(94)}
	j := v.Judge(Limits{})
	got := fmt.Sprint(j.Level)
	for _, f := range j.Findings {
		got += "; " + f.Text
	}
	want := "emergency; Systolic 180 is at the emergency limit of 180; Diastolic 101 is above the hold limit of 100; " +
		"Heart rate 49 is below the hold limit of 50; SpO2 94 is below the caution limit of 95"
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if j := (VitalSigns{}).Judge(Limits{}); j.Level != LevelNone || j.Findings == nil || len(j.Findings) != 0 {
		t.Errorf("nothing measured: %+v", j)
	}
}
