package practice

import (
	"slices"
	"strconv"
	"testing"
	"time"
)

func TestOutstandingReadings(t *testing.T) {
	at := func(minute int) Instant {
		return At(time.Date(2026, 3, 11, 20, 0, 0, 0, time.UTC).Add(time.Duration(minute) * time.Minute))
	}
	reading := func(minute, systolic, rate, spo2 int) VitalSigns {
		v := VitalSigns{Entry: Entry{At: at(minute)}, HeartRateBpm: &rate, SpO2Percent: &spo2}
		if systolic > 0 {
			diastolic := systolic - 40
			v.SystolicMmHg, v.DiastolicMmHg = &systolic, &diastolic
		}
		return v
	}
	struck := reading(20, 250, 200, 60)
	struck.Entry.StruckAt = at(21)
	dose := []DoseEvent{{Entry: Entry{At: at(0)}, TakenUg: 1}}
	for name, c := range map[string]struct {
		readings []VitalSigns
		doses    []DoseEvent
		want     []string
	}{
		"nothing":         {nil, dose, nil},
		"only struck":     {[]VitalSigns{struck}, dose, nil},
		"only a baseline": {[]VitalSigns{reading(-20, 120, 70, 98), reading(-5, 130, 80, 97)}, dose, []string{"Baseline -5"}},
		"a course": {
			[]VitalSigns{reading(90, 118, 70, 98), reading(-5, 130, 80, 97), struck, reading(30, 150, 90, 95), reading(40, 150, 95, 96), reading(60, 140, 95, 94)},
			dose,
			[]string{"Baseline -5", "Highest pressure 30", "Highest heart rate 40", "Lowest SpO2 60", "Last 90"},
		},
		"one after":    {[]VitalSigns{reading(-5, 130, 80, 97), reading(40, 150, 90, 95)}, dose, []string{"Baseline -5", "Highest pressure, highest heart rate, lowest SpO2 and last 40"}},
		"no baseline":  {[]VitalSigns{reading(40, 150, 90, 95), reading(50, 0, 80, 95)}, dose, []string{"Highest pressure, highest heart rate and lowest SpO2 40", "Last 50"}},
		"no dose":      {[]VitalSigns{reading(-5, 170, 80, 97), reading(10, 165, 85, 97)}, nil, []string{"Baseline -5", "Highest pressure, highest heart rate, lowest SpO2 and last 10"}},
		"at the dose":  {[]VitalSigns{reading(0, 170, 80, 97)}, dose, []string{"Baseline 0"}},
		"no pressures": {[]VitalSigns{reading(-5, 0, 80, 97), reading(10, 0, 70, 99)}, dose, []string{"Baseline -5", "Highest heart rate, lowest SpO2 and last 10"}},
	} {
		var got []string
		for _, x := range OutstandingReadings(c.readings, c.doses) {
			minute := int(x.Reading.Entry.At.Sub(at(0)) / time.Minute)
			got = append(got, x.Label+" "+strconv.Itoa(minute))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
