package practice

// LeavingEnding is how a participant left a dosing session.
type LeavingEnding string

// The endings. A session in which no dose was given needs no checklist.
const (
	LeftDischarged    LeavingEnding = "discharged"
	LeftTransferred   LeavingEnding = "transferred"
	LeftAgainstAdvice LeavingEnding = "left_against_advice"
	LeftNoDose        LeavingEnding = "no_dose"
)

// LeavingEndings lists them in their usual order.
var LeavingEndings = []LeavingEnding{LeftDischarged, LeftTransferred, LeftAgainstAdvice, LeftNoDose}

// LeavingItem is one thing that is to be so before a client leaves.
type LeavingItem struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

// LeavingList is the checklist of a practice.
type LeavingList struct {
	Items []LeavingItem `json:"items"`
}

// shippedLeaving follows the clinical requirements, "Dosing session timeline".
var shippedLeaving = LeavingList{Items: []LeavingItem{
	{"oriented", "Oriented to person, place and time"},
	{"steady", "Steady on their feet"},
	{"vitals", "Vital signs near baseline"},
	{"nausea", "Nausea controlled"},
	{"thoughts", "No new thoughts of suicide"},
	{"instructions", "Instructions given: no driving until after a night's sleep"},
	{"contact", "Contact for tonight and tomorrow agreed"},
	{"next", "Next appointment made"},
}}

// LeavingShelf returns the one checklist for leaving.
func LeavingShelf(stored []LibraryItem) ([]Shelved[LeavingList], error) {
	return overlay([]LeavingList{shippedLeaving}, func(LeavingList) string { return TheOne }, stored)
}

// Leaving is how one participant left a dosing session: each item of the
// checklist as it was worded then, met or not and why, and who took them home.
type Leaving struct {
	ParticipantID string         `json:"participant_id"`
	At            Instant        `json:"at"`
	Ending        LeavingEnding  `json:"ending"`
	Checks        []LeavingCheck `json:"checks"`
	EarlyReason   string         `json:"early_reason"` // why before the least time after the last dose
	Escort        Contact        `json:"escort"`       // with whom; in a virtual session who stays
	Destination   string         `json:"destination"`  // of a transfer: where to, and by whom
	Note          string         `json:"note"`
	CreatedAt     Instant        `json:"created_at"`
	UpdatedAt     Instant        `json:"updated_at"`
	Version       int            `json:"version"`
}

// LeavingCheck is one item of the checklist and its answer.
type LeavingCheck struct {
	Key    string `json:"key"`
	Label  string `json:"label"`
	Met    Answer `json:"met"`
	Reason string `json:"reason"` // why it is not met
}
