package practice

import "strings"

// Gate is what the course asks for before it goes on to a dosing session.
type Gate struct {
	Part  string // of the chart, where it is done: screening, clearance, consent, preparation, measures
	Label string // the act in words: "Begin the screening"
}

// NextGate names the first gate on the way to a dosing session that is not
// passed; false when none is left that an act of the therapist would pass.
func NextGate(in ReadinessInput) (Gate, bool) {
	ready := Ready(in)
	stands := func(keys ...string) bool {
		for _, c := range ready.Checks {
			name, _, _ := strings.Cut(c.Key, ":")
			for _, key := range keys {
				if c.State == CheckBlocks && name == key {
					return true
				}
			}
		}
		return false
	}
	either := func(first bool, one, other string) string {
		if first {
			return one
		}
		return other
	}
	switch {
	case stands("risk"):
		return Gate{topicMeasures, "Review the risk"}, true
	case stands("screening_unsuitable"):
		return Gate{}, false
	case stands("screening_missing", "screening_open"):
		return Gate{topicScreening, either(len(in.Screenings) == 0, "Begin the screening", "Complete the screening")}, true
	case stands("screening_overdue"):
		return Gate{topicScreening, "Screen again"}, true
	case stands("clearance_missing", "clearance_suspended", "clearance_expired", "clearance_used_up", "adverse_event"):
		return Gate{topicClearance, either(len(in.Clearances) == 0, "Record the clearance", "Record a new clearance")}, true
	case stands("flag"):
		return Gate{topicScreening, "Look at the open flags"}, true
	case stands("consent_missing", "consent_expired", "consent_revoked"):
		return Gate{topicConsent, "Sign the consent"}, true
	case stands("preparation_missing", "preparation_open"):
		return Gate{topicPreparation, either(in.Preparation == nil, "Begin the preparation", "Complete the preparation")}, true
	}
	return Gate{}, false
}
