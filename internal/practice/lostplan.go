package practice

// LostPlan is what is done while the connection to a client at home is lost.
type LostPlan struct {
	Since Instant    `json:"since"`
	Steps []LostStep `json:"steps"`
}

// LostStep is one call of the plan: whom, when, and whether it was made since
// the connection was lost.
type LostStep struct {
	Callee Callee  `json:"callee"`
	Text   string  `json:"text"` // "Call the client, 555 0100."
	Name   string  `json:"name"`
	Number string  `json:"number"`
	Due    Instant `json:"due"`
	Done   bool    `json:"done"`
}

// LostPlanOf returns the plan while the connection is lost; nil while it is
// not. marks are the participant's observations of the connection and calls,
// in time order, struck ones included.
func LostPlanOf(safety VirtualSafety, client Client, marks []Observation) *LostPlan {
	return nil
}
