package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// Callee is whom a call was made to.
type Callee string

// The callees of a session.
const (
	CallEmergencyServices Callee = "emergency_services"
	CallPrescriber        Callee = "prescriber"
	CallEmergencyContact  Callee = "emergency_contact"
	CallChaperone         Callee = "chaperone"
	CallClient            Callee = "client"
	CallRide              Callee = "ride"
	CallOther             Callee = "other"
)

// Callees lists them in the order a menu offers them.
var Callees = []Callee{CallEmergencyServices, CallPrescriber, CallEmergencyContact, CallChaperone, CallClient, CallRide, CallOther}

// Label returns the callee in words that begin a line: "Prescriber".
func (c Callee) Label() string {
	switch c {
	case CallEmergencyServices:
		return "Emergency services"
	case CallPrescriber:
		return "Prescriber"
	case CallEmergencyContact:
		return "Emergency contact"
	case CallChaperone:
		return "Chaperone"
	case CallClient:
		return "The client"
	case CallRide:
		return "Ride home"
	case CallOther:
		return "Somebody else"
	}
	return string(c)
}

// Call is whom a call was made to, and whether it reached them. It belongs to
// an observation of the kind "call", whose time is the call's and whose text
// is what was said.
type Call struct {
	Callee  Callee `json:"callee"`
	Name    string `json:"name"`
	Number  string `json:"number"`
	Reached Answer `json:"reached"` // not answered: not known yet
}

// Line writes the call in words: "Called the prescriber, Dr. Ana Sample, 555
// 0100, not reached".
func (c Call) Line() string {
	parts := []string{"Called " + lowerFirst(c.Callee.Label())}
	switch c.Callee {
	case CallPrescriber, CallEmergencyContact, CallChaperone, CallRide:
		parts[0] = "Called the " + lowerFirst(c.Callee.Label())
	case CallEmergencyServices, CallClient, CallOther:
	}
	for _, text := range []string{c.Name, c.Number} {
		if text = strings.TrimSpace(text); text != "" {
			parts = append(parts, text)
		}
	}
	switch c.Reached {
	case AnswerYes:
		parts = append(parts, "reached")
	case AnswerNo:
		parts = append(parts, "not reached")
	case NotAnswered, AnswerUnsure:
	}
	return strings.Join(parts, ", ")
}

// WithoutOpenCalls returns a log's observations without the calls that a later
// entry only adds to what became of them: such a call was not taken back, and
// is told once, with its outcome. The records keep both.
func WithoutOpenCalls(observations []Observation) []Observation {
	outcomes := map[string]Observation{}
	for _, o := range observations {
		if o.Call != nil && o.Entry.CorrectsID != "" {
			outcomes[o.Entry.CorrectsID] = o
		}
	}
	told := make([]Observation, 0, len(observations))
	for _, o := range observations {
		if later, ok := outcomes[o.Entry.ID]; !ok || !later.adds(o) {
			told = append(told, o)
		}
	}
	return told
}

// adds reports whether the call is an earlier one of which it was not known
// yet whether it reached anybody, and nothing that was written is different.
func (o Observation) adds(open Observation) bool {
	if open.Call == nil || open.Call.Reached != NotAnswered || o.Call.Reached == NotAnswered {
		return false
	}
	same := *o.Call
	same.Reached = NotAnswered
	return same == *open.Call && o.Entry.At == open.Entry.At && o.Entry.ParticipantID == open.Entry.ParticipantID &&
		(open.Text == "" || o.Text == open.Text && o.ClientWords == open.ClientWords)
}

// checkCall refuses a call that names nobody, and one on any other kind.
func (o Observation) checkCall(c *fault.Check) {
	if (o.Kind == "call") != (o.Call != nil) {
		c.Refuse("kind", "A call names whom it was made to.")
	}
	if o.Call == nil {
		return
	}
	if !slices.Contains(Callees, o.Call.Callee) {
		c.Refuse("call.callee", "Choose who was called.")
	}
	if !slices.Contains([]Answer{NotAnswered, AnswerNo, AnswerYes}, o.Call.Reached) {
		c.Refuse("call.reached", "Choose reached or not reached.")
	}
	checkLine(c, "call.name", o.Call.Name)
	checkLine(c, "call.number", o.Call.Number)
}
