package practice

import (
	"errors"
	"testing"

	"snowfield/internal/fault"
)

func TestCallLine(t *testing.T) {
	for want, c := range map[string]Call{
		"Called the prescriber, Dr. Ana Sample, 555 0100, not reached": {CallPrescriber, "Dr. Ana Sample", "555 0100", AnswerNo},
		"Called emergency services, 911, reached":                      {CallEmergencyServices, "", "911", AnswerYes},
		"Called the client, 555 0103":                                  {CallClient, " ", "555 0103", NotAnswered},
		"Called the chaperone, Sam":                                    {CallChaperone, "Sam", "", NotAnswered},
		"Called the emergency contact":                                 {Callee: CallEmergencyContact},
		"Called the ride home, Ray":                                    {CallRide, "Ray", "", NotAnswered},
		"Called somebody else":                                         {Callee: CallOther},
	} {
		if got := c.Line(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A call says whom it was made to; nothing else has one.
func TestCallValidate(t *testing.T) {
	s := dosing()
	for name, c := range map[string]struct {
		kind  string
		call  *Call
		field string // empty: accepted
	}{
		"a call":              {"call", &Call{Callee: CallClient}, ""},
		"reached":             {"call", &Call{CallClient, "Sam", "1", AnswerYes}, ""},
		"without whom":        {"call", nil, "kind"},
		"nobody known":        {"call", &Call{Callee: "neighbour"}, "call.callee"},
		"an unsure answer":    {"call", &Call{Callee: CallClient, Reached: AnswerUnsure}, "call.reached"},
		"a number of lines":   {"call", &Call{Callee: CallClient, Number: "1\n2"}, "call.number"},
		"another kind":        {"nausea", &Call{Callee: CallClient}, "kind"},
		"no call, other kind": {"nausea", nil, ""},
	} {
		o := Observation{Entry: entryOf(s, noon), Kind: c.kind, Call: c.call}
		err := o.Validate(s, noon)
		var refused *fault.Error
		errors.As(err, &refused)
		if c.field == "" && err != nil || c.field != "" && (refused == nil || refused.Fields[c.field] == "") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := (Observation{Kind: "call", Call: &Call{CallClient, "", "555 0103", AnswerYes}, Text: "Is well."}).Line(); got != "Called the client, 555 0103, reached: Is well." {
		t.Error(got)
	}
}
