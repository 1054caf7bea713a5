package practice

import (
	"errors"
	"fmt"
	"slices"

	"snowfield/internal/fault"
)

// VitalSigns is one reading. Each value may be missing, but not all.
// LOINC: systolic 8480-6, diastolic 8462-4, heart rate 8867-4, SpO2 59408-5.
type VitalSigns struct {
	Entry                  Entry  `json:"entry"`
	SystolicMmHg           *int   `json:"systolic_mmhg"`
	DiastolicMmHg          *int   `json:"diastolic_mmhg"`
	HeartRateBpm           *int   `json:"heart_rate_bpm"`
	SpO2Percent            *int   `json:"spo2_percent"`
	RespiratoryRatePerMin  *int   `json:"respiratory_rate_per_min"`
	TemperatureDeciCelsius *int   `json:"temperature_decicelsius"` // 368 is 36.8 degrees Celsius
	Position               string `json:"position"`
	TakenBy                string `json:"taken_by"`
	Note                   string `json:"note"`
}

// Positions lists how a person sits or lies when measured.
var Positions = []string{"seated", "lying", "standing"}

// Level ranks a reading against the limits.
type Level string

// The levels, mildest first; LevelNone is a reading within all limits.
const (
	LevelNone      Level = ""
	LevelCaution   Level = "caution"
	LevelHold      Level = "hold"
	LevelEmergency Level = "emergency"
)

var levelRank = map[Level]int{LevelNone: 0, LevelCaution: 1, LevelHold: 2, LevelEmergency: 3}

// Finding is one value beyond one limit, in words that name the limit.
type Finding struct {
	Level Level  `json:"level"`
	Field string `json:"field"`
	Text  string `json:"text"`
}

// Judgement is a reading against the limits: the highest level and, for each
// value, the finding at its highest level.
type Judgement struct {
	Level    Level     `json:"level"`
	Findings []Finding `json:"findings"`
}

type plausible struct {
	field, name string
	low, high   int
	unit        string
}

// The range in which a value can be true of a living adult; beyond it the
// entry is a slip and refused (clinical requirements, "Vitals").
var plausibleVitals = []plausible{
	{"systolic_mmhg", "Systolic pressure", 50, 300, "mmHg"},
	{"diastolic_mmhg", "Diastolic pressure", 20, 200, "mmHg"},
	{"heart_rate_bpm", "Heart rate", 20, 250, "bpm"},
	{"spo2_percent", "SpO2", 50, 100, "%"},
	{"respiratory_rate_per_min", "Respiratory rate", 2, 80, "per minute"},
	{"temperature_decicelsius", "Temperature", 250, 450, ""},
}

func (v VitalSigns) value(field string) *int {
	switch field {
	case "systolic_mmhg":
		return v.SystolicMmHg
	case "diastolic_mmhg":
		return v.DiastolicMmHg
	case "heart_rate_bpm":
		return v.HeartRateBpm
	case "spo2_percent":
		return v.SpO2Percent
	case "respiratory_rate_per_min":
		return v.RespiratoryRatePerMin
	case "temperature_decicelsius":
		return v.TemperatureDeciCelsius
	}
	return nil
}

// Validate refuses an empty reading, values no living adult has, a systolic
// pressure that is not above the diastolic, and half a blood pressure.
func (v VitalSigns) Validate(s Session, now Instant) error {
	var c fault.Check
	v.Entry.check(&c, s, now)
	v.checkValues(&c)
	if v.Position != "" && !slices.Contains(Positions, v.Position) {
		c.Refuse("position", "Choose seated, lying or standing.")
	}
	checkLine(&c, "taken_by", v.TakenBy)
	checkText(&c, "note", v.Note)
	return c.Err()
}

// Implausible returns what Validate refuses in the values alone, by field.
func (v VitalSigns) Implausible() map[string]string {
	var c fault.Check
	v.checkValues(&c)
	if refused, ok := errors.AsType[*fault.Error](c.Err()); ok {
		return refused.Fields
	}
	return map[string]string{}
}

// Without returns the reading without the values of some fields.
func (v VitalSigns) Without(fields map[string]string) VitalSigns {
	for field := range fields {
		switch field {
		case "systolic_mmhg":
			v.SystolicMmHg = nil
		case "diastolic_mmhg":
			v.DiastolicMmHg = nil
		case "heart_rate_bpm":
			v.HeartRateBpm = nil
		case "spo2_percent":
			v.SpO2Percent = nil
		case "respiratory_rate_per_min":
			v.RespiratoryRatePerMin = nil
		case "temperature_decicelsius":
			v.TemperatureDeciCelsius = nil
		}
	}
	return v
}

func (v VitalSigns) checkValues(c *fault.Check) {
	any := false
	for _, p := range plausibleVitals {
		n := v.value(p.field)
		if n == nil {
			continue
		}
		any = true
		if *n < p.low || *n > p.high {
			if p.unit == "" {
				c.Refuse(p.field, "Temperature lies between 25 and 45 degrees Celsius.")
			} else {
				c.Refuse(p.field, fmt.Sprintf("%s lies between %d and %d %s.", p.name, p.low, p.high, p.unit))
			}
		}
	}
	if !any {
		c.Refuse("systolic_mmhg", "Give at least one value.")
	}
	switch s, d := v.SystolicMmHg, v.DiastolicMmHg; {
	case s != nil && d == nil:
		c.Refuse("diastolic_mmhg", "A blood pressure has two numbers.")
	case s == nil && d != nil:
		c.Refuse("systolic_mmhg", "A blood pressure has two numbers.")
	case s != nil && d != nil && *s <= *d:
		c.Refuse("systolic_mmhg", "The systolic pressure is above the diastolic.")
	}
}
