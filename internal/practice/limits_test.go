package practice

import (
	"strings"
	"testing"
)

// A prescriber's limit takes the place of the default hold limit of its field
// and side alone; caution stays below it, and no emergency limit moves.
func TestPrescribersLimits(t *testing.T) {
	for _, c := range []struct {
		name   string
		limits Limits
		field  string
		n      int
		want   Level
	}{
		{"looser systolic", Limits{SystolicMaxMmHg: new(170)}, "systolic_mmhg", 140, LevelNone},
		{"looser systolic", Limits{SystolicMaxMmHg: new(170)}, "systolic_mmhg", 141, LevelCaution},
		{"looser systolic", Limits{SystolicMaxMmHg: new(170)}, "systolic_mmhg", 161, LevelCaution},
		{"looser systolic", Limits{SystolicMaxMmHg: new(170)}, "systolic_mmhg", 170, LevelCaution},
		{"looser systolic", Limits{SystolicMaxMmHg: new(170)}, "systolic_mmhg", 171, LevelHold},
		{"looser systolic", Limits{SystolicMaxMmHg: new(170)}, "systolic_mmhg", 180, LevelEmergency},
		{"looser systolic", Limits{SystolicMaxMmHg: new(170)}, "systolic_mmhg", 89, LevelHold},
		{"stricter systolic", Limits{SystolicMaxMmHg: new(135)}, "systolic_mmhg", 135, LevelNone},
		{"stricter systolic", Limits{SystolicMaxMmHg: new(135)}, "systolic_mmhg", 136, LevelHold},
		{"stricter systolic", Limits{SystolicMaxMmHg: new(135)}, "systolic_mmhg", 141, LevelHold},
		{"stricter systolic", Limits{SystolicMaxMmHg: new(135)}, "systolic_mmhg", 179, LevelHold},
		{"stricter systolic", Limits{SystolicMaxMmHg: new(135)}, "systolic_mmhg", 180, LevelEmergency},
		{"beyond the emergency", Limits{SystolicMaxMmHg: new(200)}, "systolic_mmhg", 179, LevelCaution},
		{"beyond the emergency", Limits{SystolicMaxMmHg: new(200)}, "systolic_mmhg", 180, LevelEmergency},
		{"beyond the emergency", Limits{SystolicMaxMmHg: new(200)}, "systolic_mmhg", 201, LevelEmergency},
		{"lower systolic", Limits{SystolicMinMmHg: new(100)}, "systolic_mmhg", 100, LevelNone},
		{"lower systolic", Limits{SystolicMinMmHg: new(100)}, "systolic_mmhg", 99, LevelHold},
		{"lower systolic", Limits{SystolicMinMmHg: new(80)}, "systolic_mmhg", 89, LevelNone},
		{"lower systolic", Limits{SystolicMinMmHg: new(80)}, "systolic_mmhg", 79, LevelHold},
		{"lower systolic", Limits{SystolicMinMmHg: new(80)}, "systolic_mmhg", 161, LevelHold},
		{"looser diastolic", Limits{DiastolicMaxMmHg: new(110)}, "diastolic_mmhg", 110, LevelCaution},
		{"looser diastolic", Limits{DiastolicMaxMmHg: new(110)}, "diastolic_mmhg", 111, LevelHold},
		{"looser diastolic", Limits{DiastolicMaxMmHg: new(130)}, "diastolic_mmhg", 120, LevelEmergency},
		{"stricter diastolic", Limits{DiastolicMaxMmHg: new(85)}, "diastolic_mmhg", 85, LevelNone},
		{"stricter diastolic", Limits{DiastolicMaxMmHg: new(85)}, "diastolic_mmhg", 86, LevelHold},
		{"looser heart rate", Limits{HeartRateMaxBpm: new(130)}, "heart_rate_bpm", 130, LevelCaution},
		{"looser heart rate", Limits{HeartRateMaxBpm: new(130)}, "heart_rate_bpm", 131, LevelHold},
		{"stricter heart rate", Limits{HeartRateMaxBpm: new(95)}, "heart_rate_bpm", 95, LevelNone},
		{"stricter heart rate", Limits{HeartRateMaxBpm: new(95)}, "heart_rate_bpm", 96, LevelHold},
		{"stricter heart rate", Limits{HeartRateMaxBpm: new(95)}, "heart_rate_bpm", 49, LevelHold},
		{"lower heart rate", Limits{HeartRateMinBpm: new(45)}, "heart_rate_bpm", 45, LevelNone},
		{"lower heart rate", Limits{HeartRateMinBpm: new(45)}, "heart_rate_bpm", 44, LevelHold},
		{"looser SpO2", Limits{SpO2MinPercent: new(92)}, "spo2_percent", 92, LevelCaution},
		{"looser SpO2", Limits{SpO2MinPercent: new(92)}, "spo2_percent", 91, LevelHold},
		{"looser SpO2", Limits{SpO2MinPercent: new(80)}, "spo2_percent", 90, LevelCaution},
		{"looser SpO2", Limits{SpO2MinPercent: new(80)}, "spo2_percent", 89, LevelEmergency},
		{"stricter SpO2", Limits{SpO2MinPercent: new(97)}, "spo2_percent", 97, LevelNone},
		{"stricter SpO2", Limits{SpO2MinPercent: new(97)}, "spo2_percent", 96, LevelHold},
		{"another field's", Limits{SystolicMaxMmHg: new(170)}, "diastolic_mmhg", 101, LevelHold},
		{"respiratory rate", Limits{SpO2MinPercent: new(80)}, "respiratory_rate_per_min", 9, LevelEmergency},
	} {
		v := reading(c.field, c.n)
		if c.field == "diastolic_mmhg" {
			v.SystolicMmHg = new(139)
		}
		if j := v.Judge(c.limits); j.Level != c.want {
			t.Errorf("%s, %s %d: %q, want %q", c.name, c.field, c.n, j.Level, c.want)
		}
	}
}

// A limit given as its default judges every value as the default does.
func TestLimitsGivenAsDefaults(t *testing.T) {
	same := Limits{new(160), new(90), new(100), new(120), new(50), new(94)}
	for _, field := range []string{"systolic_mmhg", "diastolic_mmhg", "heart_rate_bpm", "spo2_percent"} {
		for n := 21; n <= 300; n++ {
			v := reading(field, n)
			if a, b := v.Judge(Limits{}).Level, v.Judge(same).Level; a != b {
				t.Errorf("%s %d: %q by default, %q with the same limits", field, n, a, b)
			}
		}
	}
}

func TestFindingsNameWhoseLimit(t *testing.T) {
	own := Limits{SystolicMaxMmHg: new(150), SpO2MinPercent: new(93)}
	v := VitalSigns{SystolicMmHg: new(151), DiastolicMmHg: new(101), SpO2Percent: new(92)}
	var texts []string
	for _, f := range v.Judge(own).Findings {
		texts = append(texts, f.Text)
	}
	want := "Systolic 151 is above the prescriber's hold limit of 150; Diastolic 101 is above the hold limit of 100; SpO2 92 is below the prescriber's hold limit of 93"
	if got := strings.Join(texts, "; "); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// A value exactly at an emergency limit that counts is said to be at it.
func TestEmergencyLimitsInFindings(t *testing.T) {
	for _, c := range []struct {
		field string
		n     int
		want  string
	}{
		{"systolic_mmhg", 179, "Systolic 179 is above the hold limit of 160"},
		{"systolic_mmhg", 180, "Systolic 180 is at the emergency limit of 180"},
		{"systolic_mmhg", 181, "Systolic 181 is above the emergency limit of 180"},
		{"diastolic_mmhg", 120, "Diastolic 120 is at the emergency limit of 120"},
		{"diastolic_mmhg", 121, "Diastolic 121 is above the emergency limit of 120"},
		{"spo2_percent", 90, "SpO2 90 is below the hold limit of 94"},
		{"spo2_percent", 89, "SpO2 89 is below the emergency limit of 90"},
		{"respiratory_rate_per_min", 9, "Respiratory rate 9 is below the emergency limit of 10"},
	} {
		v := reading(c.field, c.n)
		if c.field == "diastolic_mmhg" {
			v.SystolicMmHg = new(139)
		}
		if j := v.Judge(Limits{}); len(j.Findings) != 1 || j.Findings[0].Text != c.want {
			t.Errorf("%s %d: %+v, want %s", c.field, c.n, j.Findings, c.want)
		}
	}
}

func TestLimitsInWords(t *testing.T) {
	for _, c := range []struct {
		limits         Limits
		text, defaults string
	}{
		{Limits{}, "", "up to 160/100, systolic from 90, heart rate 50 to 120, SpO2 from 94 %"},
		{
			Limits{SystolicMaxMmHg: new(150), DiastolicMaxMmHg: new(95), HeartRateMaxBpm: new(110), SpO2MinPercent: new(93)},
			"up to 150/95, heart rate to 110, SpO2 from 93 %", "systolic from 90, heart rate from 50",
		},
		{Limits{SystolicMaxMmHg: new(150)}, "systolic up to 150", "diastolic up to 100, systolic from 90, heart rate 50 to 120, SpO2 from 94 %"},
		{Limits{new(150), new(95), new(95), new(110), new(45), new(93)}, "up to 150/95, systolic from 95, heart rate 45 to 110, SpO2 from 93 %", ""},
	} {
		if text, defaults := c.limits.Text(), c.limits.DefaultText(); text != c.text || defaults != c.defaults {
			t.Errorf("%q and %q, want %q and %q", text, defaults, c.text, c.defaults)
		}
	}
}
