package practice

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// Beyond says in which ways a dose departs from what the clearance orders, a
// sentence for each. doses are the participant's others, as they are recorded.
// A clearance that names nothing about the dose orders nothing; a dose that was
// not given departs from nothing.
func (c Clearance) Beyond(dose DoseEvent, doses []DoseEvent) []string {
	ways := []string{}
	if dose.NotGiven || c.DoseText() == "" {
		return ways
	}
	highest, of := c.DoseMaxUg, "dose"
	if first, booster := firstBefore(dose, doses); booster {
		if !c.BoosterAllowed {
			ways = append(ways, "No booster is ordered.")
		}
		if c.BoosterMaxUg > 0 {
			highest, of = c.BoosterMaxUg, "booster"
		}
		if from := c.BoosterEarliestMin; dose.Entry.At.Sub(first) < time.Duration(from)*time.Minute {
			ways = append(ways, fmt.Sprintf("A booster is ordered from %d min after the first dose.", from))
		}
	}
	if highest > 0 && dose.TakenUg > highest {
		ways = append(ways, "The highest "+of+" ordered is "+Milligrams(highest)+".")
	}
	if c.Route != "" && dose.Route != c.Route {
		ways = append(ways, "The route ordered is "+string(c.Route)+".")
	}
	return ways
}

// firstBefore returns when the first dose was given before this one; false
// when this is the first. What it corrects, and itself when it is sent again,
// are no doses before it.
func firstBefore(dose DoseEvent, doses []DoseEvent) (Instant, bool) {
	others := slices.DeleteFunc(slices.Clone(doses), func(d DoseEvent) bool {
		return d.Entry.ID == dose.Entry.ID || d.Entry.ID == dose.Entry.CorrectsID
	})
	first := Totals(others).FirstAt
	return first, first != "" && first <= dose.Entry.At
}

// Ordered refuses a dose beyond the order that gives no reason. It is not
// blocked: with a reason it is recorded as it was.
func (c Clearance) Ordered(dose DoseEvent, doses []DoseEvent) error {
	ways := c.Beyond(dose, doses)
	if len(ways) == 0 || strings.TrimSpace(dose.Reason) != "" {
		return nil
	}
	var k fault.Check
	k.Refuse("reason", strings.Join(ways, " ")+" Say why it was given all the same.")
	return k.Err()
}
