package practice

import "time"

// LostPlan is what is done while the connection to a client at home is lost.
type LostPlan struct {
	Since Instant    `json:"since"`
	Steps []LostStep `json:"steps"`
}

// LostStep is one call of the plan: whom, when, and whether it was made since
// the connection was lost.
type LostStep struct {
	Callee   Callee  `json:"callee"`
	Text     string  `json:"text"` // "Call the client, 555 0100."
	Name     string  `json:"name"`
	Number   string  `json:"number"`
	Due      Instant `json:"due"`
	Done     bool    `json:"done"`
	CalledAt Instant `json:"called_at"` // the first of them; empty before it
	Reached  Answer  `json:"reached"`   // what the latest of them came to
}

// lostNext is how long the client is tried before the chaperone is called,
// unless a call to the client was made sooner.
const lostNext = time.Minute

// LostPlanOf returns the plan while the connection is lost; nil while it is
// not. The client is called at once, the chaperone a minute later or as soon
// as the client was called, emergency services after the minutes agreed for
// today; where none were agreed they come right after the chaperone. marks are
// the participant's observations of the connection and calls, in time order,
// struck ones included.
func LostPlanOf(safety VirtualSafety, client Client, marks []Observation) *LostPlan {
	since := lostSince(marks)
	if since == "" {
		return nil
	}
	texts := safety.LostSteps(client)
	step := func(text int, callee Callee, name, number string) LostStep {
		s := LostStep{Callee: callee, Text: texts[text], Name: name, Number: number, Due: since}
		for _, o := range marks {
			if o.Call == nil || !o.Entry.Stands() || o.Call.Callee != callee || o.Entry.At < since {
				continue
			}
			if !s.Done {
				s.Done, s.CalledAt = true, o.Entry.At
			}
			s.Reached = o.Call.Reached
		}
		return s
	}
	own := step(0, CallClient, "", firstOf(safety.CallBackNumber, client.Phone))
	chaperone := step(1, CallChaperone, safety.ChaperoneName, safety.ChaperonePhone)
	chaperone.Due = since.Add(lostNext)
	if own.Done && own.CalledAt < chaperone.Due {
		chaperone.Due = own.CalledAt
	}
	services := step(2, CallEmergencyServices, "", safety.EmergencyNumber)
	services.Due = chaperone.Due
	if safety.LostMinutes > 0 {
		services.Due = since.Add(time.Duration(safety.LostMinutes) * time.Minute)
	}
	return &LostPlan{Since: since, Steps: []LostStep{own, chaperone, services}}
}

// lostSince returns since when the connection is lost, empty while it is not:
// a second mark of the same loss does not begin it anew.
func lostSince(marks []Observation) (since Instant) {
	for _, o := range marks {
		switch {
		case !o.Entry.Stands():
		case o.Kind == connectionLost && since == "":
			since = o.Entry.At
		case o.Kind == connectionRestored:
			since = ""
		}
	}
	return since
}
