package practice

import (
	"errors"
	"strings"
	"testing"
	"time"

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

// A call whose outcome was added is told once; one that was corrected stays,
// struck.
func TestWithoutOpenCalls(t *testing.T) {
	s := dosing()
	call := func(id, corrects string, c Call, text string) Observation {
		return Observation{Entry: Entry{ID: id, ParticipantID: s.Participants[0].ID, At: noon, CorrectsID: corrects}, Kind: "call", Text: text, Call: &c}
	}
	open := Call{CallPrescriber, "Dr. Ana Sample", "555 0100", NotAnswered}
	with := func(change func(*Call)) Call {
		c := open
		c.Reached = AnswerYes
		change(&c)
		return c
	}
	reached := with(func(*Call) {})
	later := call("b", "a", reached, "")
	later.Entry.At = noon.Add(time.Minute)
	elsewhere := call("b", "a", reached, "")
	elsewhere.Entry.ParticipantID = "another"
	for name, x := range map[string]struct {
		first, second Observation
		want          string
	}{
		"reached":            {call("a", "", open, ""), call("b", "a", reached, ""), "b"},
		"not reached":        {call("a", "", open, ""), call("b", "a", with(func(c *Call) { c.Reached = AnswerNo }), ""), "b"},
		"with what was said": {call("a", "", open, ""), call("b", "a", reached, "Comes."), "b"},
		"the words kept":     {call("a", "", open, "Rang."), call("b", "a", reached, "Rang."), "b"},
		"other words":        {call("a", "", open, "Rang."), call("b", "a", reached, "Comes."), "a b"},
		"no outcome":         {call("a", "", open, ""), call("b", "a", open, "Rang."), "a b"},
		"another outcome":    {call("a", "", reached, ""), call("b", "a", with(func(c *Call) { c.Reached = AnswerNo }), ""), "a b"},
		"another callee":     {call("a", "", open, ""), call("b", "a", with(func(c *Call) { c.Callee = CallOther }), ""), "a b"},
		"another name":       {call("a", "", open, ""), call("b", "a", with(func(c *Call) { c.Name = "Dr. Sam" }), ""), "a b"},
		"another number":     {call("a", "", open, ""), call("b", "a", with(func(c *Call) { c.Number = "911" }), ""), "a b"},
		"another time":       {call("a", "", open, ""), later, "a b"},
		"another client":     {call("a", "", open, ""), elsewhere, "a b"},
		"a second call":      {call("a", "", open, ""), call("b", "", reached, ""), "a b"},
		"no call before":     {Observation{Entry: Entry{ID: "a"}, Text: "Rang."}, call("b", "a", reached, ""), "a b"},
	} {
		var got []string
		for _, o := range WithoutOpenCalls([]Observation{x.first, x.second}) {
			got = append(got, o.Entry.ID)
		}
		if text := strings.Join(got, " "); text != x.want {
			t.Errorf("%s: %q, want %q", name, text, x.want)
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
