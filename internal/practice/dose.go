package practice

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// Route is the way a dose is taken.
type Route string

// The routes of ketamine in practice.
const (
	Sublingual    Route = "sublingual"
	Buccal        Route = "buccal"
	Oral          Route = "oral"
	Intramuscular Route = "intramuscular"
	Intranasal    Route = "intranasal"
	Intravenous   Route = "intravenous"
)

// Routes lists the routes in their usual order.
var Routes = []Route{Sublingual, Buccal, Oral, Intramuscular, Intranasal, Intravenous}

// Form is what the medicine is.
type Form string

// The forms of ketamine in practice.
const (
	Lozenge        Form = "lozenge"
	DissolveTablet Form = "rapid_dissolve_tablet"
	Solution       Form = "solution"
	Injection      Form = "injection"
	Spray          Form = "spray"
)

// Forms lists the forms in their usual order.
var Forms = []Form{Lozenge, DissolveTablet, Solution, Injection, Spray}

// Label returns the form in words.
func (f Form) Label() string {
	if f == DissolveTablet {
		return "rapid-dissolve tablet"
	}
	return string(f)
}

// DoseEvent is one dose: taken, or not given with the reason. Amounts are in
// micrograms so that sums are exact; screens and documents show mg. A booster
// is a further dose event, so it is derived and not stored.
type DoseEvent struct {
	Entry          Entry   `json:"entry"`
	PrescribedUg   int64   `json:"prescribed_ug"` // 0: not recorded
	TakenUg        int64   `json:"taken_ug"`
	Route          Route   `json:"route"`
	Form           Form    `json:"form"`
	Lot            string  `json:"lot"`
	Pharmacy       string  `json:"pharmacy"`
	AdministeredBy string  `json:"administered_by"` // the client, for lozenges
	OutAt          Instant `json:"out_at"`          // when it was spat or swallowed
	OutHow         string  `json:"out_how"`         // "spat" or "swallowed"
	LeftoverUg     int64   `json:"leftover_ug"`
	NotGiven       bool    `json:"not_given"`
	Reason         string  `json:"reason"` // why it was not given, or given beyond the order
}

// maxDoseUg refuses slips of the hand (5 g); it is no clinical limit. The
// largest sublingual troches in use are a tenth of it.
const maxDoseUg = 5_000_000

// longestHeld refuses slips of the hand in the time a lozenge was spat or
// swallowed; they dissolve within half an hour.
const longestHeld = 4 * time.Hour

// Given reports whether the dose counts: it stands and was taken.
func (d DoseEvent) Given() bool { return d.Entry.Stands() && !d.NotGiven }

// Validate refuses a dose without amount and route, a not-given dose with an
// amount or without a reason, and a time out that precedes the dose.
func (d DoseEvent) Validate(s Session, now Instant) error {
	var c fault.Check
	d.Entry.check(&c, s, now)
	if s.Kind != Dosing {
		c.Refuse("at", "Doses are recorded in a dosing session.")
	}
	if d.PrescribedUg < 0 || d.PrescribedUg > maxDoseUg {
		c.Refuse("prescribed_ug", "Give the amount in mg, at most 5,000.")
	}
	if d.LeftoverUg < 0 || d.LeftoverUg > maxDoseUg {
		c.Refuse("leftover_ug", "Give the amount in mg, at most 5,000.")
	}
	if d.NotGiven {
		if d.TakenUg != 0 {
			c.Refuse("taken_ug", "A dose that was not given has no amount taken.")
		}
		if strings.TrimSpace(d.Reason) == "" {
			c.Refuse("reason", "Say why the dose was not given.")
		}
	} else {
		if d.TakenUg < 1 || d.TakenUg > maxDoseUg {
			c.Refuse("taken_ug", "Give the amount taken in mg, more than 0 and at most 5,000.")
		}
		if !slices.Contains(Routes, d.Route) {
			c.Refuse("route", "Choose the route.")
		}
	}
	if d.Route != "" && !slices.Contains(Routes, d.Route) {
		c.Refuse("route", "Choose the route.")
	}
	if d.Form != "" && !slices.Contains(Forms, d.Form) {
		c.Refuse("form", "Choose the form.")
	}
	switch d.OutHow {
	case "", "spat", "swallowed":
	default:
		c.Refuse("out_how", "Choose spat or swallowed.")
	}
	checkInstant(&c, "out_at", d.OutAt, false)
	if d.OutAt != "" && d.OutAt.Sub(d.Entry.At) < 0 {
		c.Refuse("out_at", "This lies before the dose.")
	} else if d.OutAt != "" && d.OutAt.Sub(d.Entry.At) > longestHeld {
		c.Refuse("out_at", "This lies hours after the dose. Check the time.")
	}
	checkLine(&c, "lot", d.Lot)
	checkLine(&c, "pharmacy", d.Pharmacy)
	checkLine(&c, "administered_by", d.AdministeredBy)
	checkLine(&c, "reason", d.Reason)
	return c.Err()
}

// DoseTotals sums what one participant took in one session.
type DoseTotals struct {
	FirstAt  Instant `json:"first_at"` // of the first dose given; T+ counts from here
	LastAt   Instant `json:"last_at"`
	TakenUg  int64   `json:"taken_ug"`
	Given    int     `json:"given"`
	Boosters int     `json:"boosters"`  // given doses after the first
	NotGiven int     `json:"not_given"` // that stand, each with its reason
}

// Totals sums the doses that stand and were given. Not-given and struck doses
// do not count. doses may come in any order and belong to one participant.
func Totals(doses []DoseEvent) DoseTotals {
	var t DoseTotals
	for _, d := range doses {
		if d.Entry.Stands() && d.NotGiven {
			t.NotGiven++
		}
		if !d.Given() {
			continue
		}
		t.Given++
		t.TakenUg += d.TakenUg
		if t.FirstAt == "" || d.Entry.At < t.FirstAt {
			t.FirstAt = d.Entry.At
		}
		if d.Entry.At > t.LastAt {
			t.LastAt = d.Entry.At
		}
	}
	if t.Given > 1 {
		t.Boosters = t.Given - 1
	}
	return t
}

// Text says what was given so far: "200 mg given, at 13:04", "250 mg given in
// two doses, the last at 13:40".
func (t DoseTotals) Text(zone string) string {
	switch {
	case t.Given == 0:
		return "Nothing given yet"
	case t.Given == 1:
		return Milligrams(t.TakenUg) + " given, at " + ClockText(t.FirstAt.In(zone))
	}
	return Milligrams(t.TakenUg) + " given in " + numberText(t.Given) + " doses, the last at " + ClockText(t.LastAt.In(zone))
}

// BoosterIDs returns the ids of given doses after the first.
func BoosterIDs(doses []DoseEvent) map[string]bool {
	given := make([]DoseEvent, 0, len(doses))
	for _, d := range doses {
		if d.Given() {
			given = append(given, d)
		}
	}
	sort.SliceStable(given, func(i, j int) bool { return given[i].Entry.At < given[j].Entry.At })
	ids := map[string]bool{}
	for i, d := range given {
		if i > 0 {
			ids[d.Entry.ID] = true
		}
	}
	return ids
}

// Milligrams writes micrograms in mg without trailing zeros: 62500 is "62.5 mg".
func Milligrams(ug int64) string {
	s := strconv.FormatFloat(float64(ug)/1000, 'f', 3, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".") + " mg"
}
