package practice

import (
	"fmt"
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// Limits are a prescriber's own hold limits for one client. A limit that is
// nil leaves the default in place. They are exclusive, as the defaults are,
// and never loosen an emergency limit.
type Limits struct {
	SystolicMaxMmHg  *int `json:"systolic_max_mmhg"`
	SystolicMinMmHg  *int `json:"systolic_min_mmhg"`
	DiastolicMaxMmHg *int `json:"diastolic_max_mmhg"`
	HeartRateMaxBpm  *int `json:"heart_rate_max_bpm"`
	HeartRateMinBpm  *int `json:"heart_rate_min_bpm"`
	SpO2MinPercent   *int `json:"spo2_min_percent"`
}

// limit is one threshold; above: the value exceeds it, else it falls below.
// inclusive: the limit itself already counts. own: the prescriber's.
type limit struct {
	level     Level
	field     string
	name      string
	above     bool
	inclusive bool
	at        int
	own       bool
}

// The default limits, the gravest of each field first. The emergency limits
// are never loosened. Caution and hold are exclusive (exactly 160/100 is no
// hold), emergency inclusive where the field says so: systolic >= 180,
// diastolic >= 120, SpO2 < 90, respiratory rate < 10.
var defaultLimits = []limit{
	{level: LevelEmergency, field: "systolic_mmhg", name: "Systolic", above: true, inclusive: true, at: 180},
	{level: LevelEmergency, field: "diastolic_mmhg", name: "Diastolic", above: true, inclusive: true, at: 120},
	{level: LevelEmergency, field: "spo2_percent", name: "SpO2", at: 90},
	{level: LevelEmergency, field: "respiratory_rate_per_min", name: "Respiratory rate", at: 10},
	{level: LevelHold, field: "systolic_mmhg", name: "Systolic", above: true, at: 160},
	{level: LevelHold, field: "systolic_mmhg", name: "Systolic", at: 90},
	{level: LevelHold, field: "diastolic_mmhg", name: "Diastolic", above: true, at: 100},
	{level: LevelHold, field: "heart_rate_bpm", name: "Heart rate", above: true, at: 120},
	{level: LevelHold, field: "heart_rate_bpm", name: "Heart rate", at: 50},
	{level: LevelHold, field: "spo2_percent", name: "SpO2", at: 94},
	{level: LevelCaution, field: "systolic_mmhg", name: "Systolic", above: true, at: 140},
	{level: LevelCaution, field: "diastolic_mmhg", name: "Diastolic", above: true, at: 90},
	{level: LevelCaution, field: "heart_rate_bpm", name: "Heart rate", above: true, at: 100},
	{level: LevelCaution, field: "spo2_percent", name: "SpO2", at: 95},
}

// of returns the prescriber's limit of a field and side; nil for the default.
func (l Limits) of(field string, above bool) *int {
	switch field {
	case "systolic_mmhg":
		if above {
			return l.SystolicMaxMmHg
		}
		return l.SystolicMinMmHg
	case "diastolic_mmhg":
		return l.DiastolicMaxMmHg
	case "heart_rate_bpm":
		if above {
			return l.HeartRateMaxBpm
		}
		return l.HeartRateMinBpm
	case "spo2_percent":
		return l.SpO2MinPercent
	}
	return nil
}

// inForce returns the limits a reading is held against, the gravest of each
// field first. As the first one crossed is told, a caution that lies beyond a
// stricter hold is never reached.
func (l Limits) inForce() []limit {
	list := slices.Clone(defaultLimits)
	for i := range list {
		if own := l.of(list[i].field, list[i].above); own != nil && list[i].level == LevelHold {
			list[i].at, list[i].own = *own, true
		}
	}
	return list
}

// hold returns the hold limit of a field and side that is in force.
func (l Limits) hold(field string, above bool) int {
	list := l.inForce()
	return list[slices.IndexFunc(list, func(x limit) bool { return x.level == LevelHold && x.field == field && x.above == above })].at
}

// Judge holds a reading against the limits: the prescriber's where there are
// any, else the defaults. It flags; the prescriber decides.
func (v VitalSigns) Judge(limits Limits) Judgement {
	j := Judgement{Findings: []Finding{}}
	told := map[string]bool{}
	for _, l := range limits.inForce() {
		n := v.value(l.field)
		if n == nil || told[l.field] || !l.crossed(*n) {
			continue
		}
		told[l.field] = true
		j.Findings = append(j.Findings, Finding{Level: l.level, Field: l.field, Text: l.words(*n)})
		if levelRank[l.level] > levelRank[j.Level] {
			j.Level = l.level
		}
	}
	return j
}

func (l limit) crossed(n int) bool {
	if n == l.at {
		return l.inclusive
	}
	return (n > l.at) == l.above
}

func (l limit) words(n int) string {
	side, whose := "below", ""
	if l.above {
		side = "above"
	}
	if l.inclusive && n == l.at {
		side = "at"
	}
	if l.own {
		whose = "prescriber's "
	}
	return fmt.Sprintf("%s %d is %s the %s%s limit of %d", l.name, n, side, whose, l.level, l.at)
}

// Text writes the prescriber's own limits in one line: "up to 150/95, heart
// rate to 110, SpO2 from 93 %"; empty when all defaults stay.
func (l Limits) Text() string {
	var parts []string
	say := func(format string, values ...any) { parts = append(parts, fmt.Sprintf(format, values...)) }
	switch s, d := l.SystolicMaxMmHg, l.DiastolicMaxMmHg; {
	case s != nil && d != nil:
		say("up to %d/%d", *s, *d)
	case s != nil:
		say("systolic up to %d", *s)
	case d != nil:
		say("diastolic up to %d", *d)
	}
	if n := l.SystolicMinMmHg; n != nil {
		say("systolic from %d", *n)
	}
	switch low, high := l.HeartRateMinBpm, l.HeartRateMaxBpm; {
	case low != nil && high != nil:
		say("heart rate %d to %d", *low, *high)
	case low != nil:
		say("heart rate from %d", *low)
	case high != nil:
		say("heart rate to %d", *high)
	}
	if n := l.SpO2MinPercent; n != nil {
		say("SpO2 from %d %%", *n)
	}
	return strings.Join(parts, ", ")
}

// DefaultText writes the default limits the prescriber left in place, in the
// same words; empty when none is left.
func (l Limits) DefaultText() string {
	var rest Limits
	for _, x := range []struct {
		to    **int
		field string
		above bool
	}{
		{&rest.SystolicMaxMmHg, "systolic_mmhg", true},
		{&rest.DiastolicMaxMmHg, "diastolic_mmhg", true},
		{&rest.SystolicMinMmHg, "systolic_mmhg", false},
		{&rest.HeartRateMaxBpm, "heart_rate_bpm", true},
		{&rest.HeartRateMinBpm, "heart_rate_bpm", false},
		{&rest.SpO2MinPercent, "spo2_percent", false},
	} {
		if l.of(x.field, x.above) == nil {
			*x.to = new(l.hold(x.field, x.above))
		}
	}
	return rest.Text()
}

// EmergencyLimitsText says at which readings the emergency plan is opened,
// whatever the prescriber's own limits are.
func EmergencyLimitsText() string {
	var words []string
	for _, l := range defaultLimits {
		if l.level != LevelEmergency {
			continue
		}
		side := " below "
		if l.above {
			side = " from "
		}
		words = append(words, lowerFirst(l.name)+side+fmt.Sprint(l.at))
	}
	return "Open the emergency plan: " + strings.Join(words, ", ") + "."
}

// check refuses limits no living adult crosses, and an upper limit that does
// not lie above the lower one.
func (l Limits) check(k *fault.Check) {
	for _, x := range []struct {
		field string
		value *int
		of    string
	}{
		{"limits.systolic_max_mmhg", l.SystolicMaxMmHg, "systolic_mmhg"},
		{"limits.systolic_min_mmhg", l.SystolicMinMmHg, "systolic_mmhg"},
		{"limits.diastolic_max_mmhg", l.DiastolicMaxMmHg, "diastolic_mmhg"},
		{"limits.heart_rate_max_bpm", l.HeartRateMaxBpm, "heart_rate_bpm"},
		{"limits.heart_rate_min_bpm", l.HeartRateMinBpm, "heart_rate_bpm"},
		{"limits.spo2_min_percent", l.SpO2MinPercent, "spo2_percent"},
	} {
		i := slices.IndexFunc(plausibleVitals, func(p plausible) bool { return p.field == x.of })
		if p := plausibleVitals[i]; x.value != nil && (*x.value < p.low || *x.value > p.high) {
			k.Refuse(x.field, fmt.Sprintf("%s lies between %d and %d %s.", p.name, p.low, p.high, p.unit))
		}
	}
	for _, x := range []struct{ field, of string }{
		{"limits.systolic_max_mmhg", "systolic_mmhg"},
		{"limits.heart_rate_max_bpm", "heart_rate_bpm"},
	} {
		if low := l.hold(x.of, false); l.hold(x.of, true) <= low {
			k.Refuse(x.field, fmt.Sprintf("The upper limit lies above the lower one, which is %d.", low))
		}
	}
}
