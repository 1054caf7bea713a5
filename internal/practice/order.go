package practice

import (
	"cmp"
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
	if first, given := givenBefore(dose, doses); given > 0 {
		switch {
		case !c.BoosterAllowed:
			ways = append(ways, "No booster is ordered.")
		case given > 1:
			ways = append(ways, "One booster is ordered, and it was given.")
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

// givenBefore returns when the first dose was given, and how many were given
// up to this one; 0 when this is the first. What it corrects, and itself when
// it is sent again, are no doses before it.
func givenBefore(dose DoseEvent, doses []DoseEvent) (Instant, int) {
	before := slices.DeleteFunc(slices.Clone(doses), func(d DoseEvent) bool {
		return d.Entry.ID == dose.Entry.ID || d.Entry.ID == dose.Entry.CorrectsID || d.Entry.At > dose.Entry.At
	})
	totals := Totals(before)
	return totals.FirstAt, totals.Given
}

// Ordered refuses a dose that departs from the order, or that what was measured
// before it holds, when it gives no reason. It is not blocked: with a reason it
// is recorded as it was. The lists are the participant's others, as they are
// recorded.
func (c Clearance) Ordered(dose DoseEvent, doses []DoseEvent, readings []VitalSigns) error {
	ways := c.Ways(dose, doses, readings)
	if len(ways) == 0 || strings.TrimSpace(dose.Reason) != "" {
		return nil
	}
	var k fault.Check
	k.Refuse("reason", strings.Join(ways, " ")+" Say why it was given all the same.")
	return k.Err()
}

// Ways says all that a dose needs its reason for: how it departs from the
// order, and what was measured before it.
func (c Clearance) Ways(dose DoseEvent, doses []DoseEvent, readings []VitalSigns) []string {
	return append(c.Beyond(dose, doses), HeldBy(dose, readings, c.Limits)...)
}

// Allows says what the order still allows after the doses of this session, in
// words: "Order allows one more, up to 100 mg, not before 13:57." Empty
// without an order.
func (c Clearance) Allows(doses []DoseEvent, now Instant, zone string) string {
	totals := Totals(doses)
	switch {
	case c.DoseText() == "":
		return ""
	case totals.Given == 0 && c.firstText() == "":
		return "Order names no amount."
	case totals.Given == 0:
		return "Order: " + c.firstText() + "."
	case !c.BoosterAllowed || totals.Given > 1:
		return "Order allows no more."
	}
	text := "Order allows one more"
	if highest := cmp.Or(c.BoosterMaxUg, c.DoseMaxUg); highest > 0 {
		text += ", up to " + Milligrams(highest)
	}
	if from := totals.FirstAt.Add(time.Duration(c.BoosterEarliestMin) * time.Minute); from > now {
		text += ", not before " + ClockText(from.In(zone))
	}
	return text + "."
}
