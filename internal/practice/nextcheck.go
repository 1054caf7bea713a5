package practice

// NextCheck is when vital signs are to be taken next, and why.
type NextCheck struct {
	From Instant `json:"from"` // since when it is waited for
	Due  Instant `json:"due"`
	Why  string  `json:"why"` // "40 min after the dose"
}

// NextCheckOf returns the next check by the schedule; nil for none. The lists
// belong to one participant and are in time order, struck entries included;
// steps are the observations "rest" and "recheck".
func NextCheckOf(plan SessionPlan, settings Settings, s Session, readings []VitalSigns, doses []DoseEvent, steps []Observation) *NextCheck {
	return nil
}
