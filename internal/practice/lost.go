package practice

import (
	"strconv"
	"strings"
)

// LostSteps returns what is done when the connection to a client at home is
// lost, in order: the client is called, then the chaperone, then emergency
// services. A number that is not known is said to be missing.
func (v VirtualSafety) LostSteps(client Client) []string {
	call := func(who, name, number string) string {
		if name = strings.TrimSpace(name); name != "" {
			who += ", " + name
		}
		if number = strings.TrimSpace(number); number == "" {
			number = "number not known"
		}
		return who + ", " + number + "."
	}
	after := "Then"
	switch {
	case v.LostMinutes == 1:
		after = "After 1 minute"
	case v.LostMinutes > 1:
		after = "After " + strconv.Itoa(v.LostMinutes) + " minutes"
	}
	return []string{
		call("Call the client", "", firstOf(v.CallBackNumber, client.Phone)),
		call("Then the chaperone", v.ChaperoneName, v.ChaperonePhone),
		call(after+" emergency services", "", v.EmergencyNumber),
	}
}

// ConnectionLost reports whether the last mark of the connection that stands
// says that it is lost. The list is in time order.
func ConnectionLost(observations []Observation) bool {
	lost := false
	for _, o := range observations {
		switch {
		case !o.Entry.Stands():
		case o.Kind == connectionLost:
			lost = true
		case o.Kind == connectionRestored:
			lost = false
		}
	}
	return lost
}
