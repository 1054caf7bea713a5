package practice

import (
	"strings"
	"testing"
)

func TestLostSteps(t *testing.T) {
	all := VirtualSafety{CallBackNumber: "555 0103", ChaperoneName: "Sam", ChaperonePhone: "555 0104", EmergencyNumber: "911", LostMinutes: 5}
	client := Client{Phone: "555 0100"}
	for name, c := range map[string]struct {
		change func(*VirtualSafety)
		want   string
	}{
		"all known":     {func(*VirtualSafety) {}, "Call the client, 555 0103. Then the chaperone, Sam, 555 0104. After 5 minutes emergency services, 911."},
		"one minute":    {func(v *VirtualSafety) { v.LostMinutes = 1 }, "Call the client, 555 0103. Then the chaperone, Sam, 555 0104. After 1 minute emergency services, 911."},
		"the usual one": {func(v *VirtualSafety) { v.CallBackNumber = " " }, "Call the client, 555 0100. Then the chaperone, Sam, 555 0104. After 5 minutes emergency services, 911."},
		"nothing known": {func(v *VirtualSafety) { *v = VirtualSafety{} }, "Call the client, 555 0100. Then the chaperone, number not known. Then emergency services, number not known."},
	} {
		v := all
		c.change(&v)
		if got := strings.Join(v.LostSteps(client), " "); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestConnectionLost(t *testing.T) {
	mark := func(kind string) Observation { return Observation{Kind: kind, Entry: Entry{At: noon}} }
	lost, restored, struck := mark("connection_lost"), mark("connection_restored"), mark("connection_lost")
	struck.Entry.StruckAt = noon
	for name, c := range map[string]struct {
		list []Observation
		want bool
	}{
		"no mark":        {[]Observation{mark("anxiety")}, false},
		"lost":           {[]Observation{lost, mark("anxiety")}, true},
		"restored":       {[]Observation{lost, restored}, false},
		"lost again":     {[]Observation{lost, restored, lost}, true},
		"taken back":     {[]Observation{struck}, false},
		"only the first": {[]Observation{lost, restored, struck}, false},
	} {
		if got := ConnectionLost(c.list); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
