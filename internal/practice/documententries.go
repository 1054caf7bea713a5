package practice

import "slices"

// ofHold are the words of the log that belong to the course of a hold.
var ofHold = []string{"rest", "recheck", "talk_instead", "call", "emergency_plan", "prescriber_contact"}

// InLog returns what a log in a document of this choice says of an entry;
// false for nothing. Decisions and calls are in it unless holds are left out.
func (s PartSet) InLog(o Observation) (Observation, bool) {
	switch {
	case slices.Contains(ofHold, o.Kind):
		return o, s[PartObserved] && s[PartHolds]
	case o.ClientWords && s[PartOwnWords]:
		return o, true
	}
	o = s.words(o)
	return o, s[PartObserved] && (o.Kind != "" || o.Text != "")
}

// InHolds returns what the course of holds and calls in a document of this
// choice says of an entry; false for one that does not belong to it. A word
// that opens the emergency plan does.
func (s PartSet) InHolds(o Observation) (Observation, bool) {
	if slices.Contains(ofHold, o.Kind) {
		return o, s[PartHolds]
	}
	return s.words(o), s[PartHolds] && o.Emergency()
}

// words leaves the client's own words out where they are not chosen.
func (s PartSet) words(o Observation) Observation {
	if o.ClientWords && !s[PartOwnWords] {
		o.Text, o.ClientWords = "", false
	}
	return o
}
