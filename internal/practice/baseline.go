package practice

import "snowfield/internal/fault"

// Baseline is the reading taken on the day of a dosing session before it
// begins. A value of 0 was not taken. It becomes the first reading of the log.
type Baseline struct {
	At            Instant `json:"at"` // when it was taken; empty for no reading
	SystolicMmHg  int     `json:"systolic_mmhg"`
	DiastolicMmHg int     `json:"diastolic_mmhg"`
	HeartRateBpm  int     `json:"heart_rate_bpm"`
	SpO2Percent   int     `json:"spo2_percent"`
}

// Taken reports whether any value was.
func (b Baseline) Taken() bool {
	b.At = ""
	return b != Baseline{}
}

// Vitals returns the baseline as a reading of a participant, without an id.
func (b Baseline) Vitals(participantID string) VitalSigns {
	given := func(n int) *int {
		if n == 0 {
			return nil
		}
		return &n
	}
	return VitalSigns{
		Entry:        Entry{ParticipantID: participantID, At: b.At},
		SystolicMmHg: given(b.SystolicMmHg), DiastolicMmHg: given(b.DiastolicMmHg),
		HeartRateBpm: given(b.HeartRateBpm), SpO2Percent: given(b.SpO2Percent),
	}
}

// Wrong says what keeps the baseline from being a reading, in one sentence;
// empty when it is one.
func (b Baseline) Wrong() string {
	refused := b.Vitals("").Implausible()
	for _, p := range plausibleVitals { // the first of them as they are measured
		if why := refused[p.field]; why != "" {
			return why
		}
	}
	return ""
}

// check refuses what cannot be half typed. A reading that is not complete yet
// can be kept; it is told in the readiness, and does not become an entry.
func (b Baseline) check(c *fault.Check) {
	for _, x := range []struct {
		field string
		value int
	}{
		{"baseline.systolic_mmhg", b.SystolicMmHg},
		{"baseline.diastolic_mmhg", b.DiastolicMmHg},
		{"baseline.heart_rate_bpm", b.HeartRateBpm},
		{"baseline.spo2_percent", b.SpO2Percent},
	} {
		if x.value < 0 || x.value > 999 {
			c.Refuse(x.field, "Write a number, such as 120.")
		}
	}
	checkInstant(c, "baseline.at", b.At, b.Taken())
}
