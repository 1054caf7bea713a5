package practice

import (
	"errors"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

func TestDoseBeyondTheOrder(t *testing.T) {
	order := Clearance{DoseMinUg: 100_000, DoseMaxUg: 300_000, Route: Sublingual, Form: Lozenge, BoosterAllowed: true, BoosterMaxUg: 100_000, BoosterEarliestMin: 30}
	noBooster := order
	noBooster.BoosterAllowed, noBooster.BoosterMaxUg, noBooster.BoosterEarliestMin = false, 0, 0
	freeBooster := noBooster
	freeBooster.BoosterAllowed = true
	given := func(id string, minute int, ug int64) DoseEvent {
		return DoseEvent{Entry: Entry{ID: id, At: noon.Add(time.Duration(minute) * time.Minute)}, TakenUg: ug, Route: Sublingual, Form: Lozenge}
	}
	with := func(d DoseEvent, change func(*DoseEvent)) DoseEvent { change(&d); return d }
	first := given("1", 0, 200_000)
	calm := []VitalSigns{{Entry: Entry{At: noon.Add(-time.Hour)}, SystolicMmHg: new(120), DiastolicMmHg: new(80)}}
	for name, c := range map[string]struct {
		order  Clearance
		dose   DoseEvent
		before []DoseEvent
		want   string
	}{
		"within":                   {order, given("2", 0, 300_000), nil, ""},
		"below the lowest":         {order, given("2", 0, 50_000), nil, ""},
		"too much":                 {order, given("2", 0, 300_001), nil, "The highest dose ordered is 300 mg."},
		"another route":            {order, with(given("2", 0, 100_000), func(d *DoseEvent) { d.Route = Intramuscular }), nil, "The route ordered is sublingual."},
		"both":                     {order, with(given("2", 0, 400_000), func(d *DoseEvent) { d.Route = Oral }), nil, "The highest dose ordered is 300 mg. The route ordered is sublingual."},
		"nothing ordered":          {Clearance{}, given("2", 0, 4_000_000), []DoseEvent{first}, ""},
		"no highest ordered":       {Clearance{Route: Sublingual}, given("2", 0, 4_000_000), nil, ""},
		"not given":                {order, with(given("2", 0, 0), func(d *DoseEvent) { d.NotGiven, d.Route = true, "" }), []DoseEvent{first}, ""},
		"booster":                  {order, given("2", 30, 100_000), []DoseEvent{first}, ""},
		"booster too big":          {order, given("2", 30, 100_001), []DoseEvent{first}, "The highest booster ordered is 100 mg."},
		"booster too early":        {order, given("2", 29, 100_000), []DoseEvent{first}, "A booster is ordered from 30 min after the first dose."},
		"booster at once":          {order, given("2", 0, 200_000), []DoseEvent{first}, "A booster is ordered from 30 min after the first dose. The highest booster ordered is 100 mg."},
		"second booster":           {order, given("3", 45, 50_000), []DoseEvent{given("2", 40, 50_000), first}, "One booster is ordered, and it was given."},
		"booster recorded late":    {order, given("2", 40, 50_000), []DoseEvent{given("3", 45, 50_000), first}, ""},
		"second when none ordered": {noBooster, given("3", 45, 50_000), []DoseEvent{given("2", 40, 50_000), first}, "No booster is ordered."},
		"no booster":               {noBooster, given("2", 90, 50_000), []DoseEvent{first}, "No booster is ordered."},
		"booster without bounds":   {freeBooster, given("2", 0, 300_000), []DoseEvent{first}, ""},
		"booster beyond a dose":    {freeBooster, given("2", 0, 350_000), []DoseEvent{first}, "The highest dose ordered is 300 mg."},
		"first recorded late":      {order, given("2", -10, 250_000), []DoseEvent{first}, ""},
		"after one struck":         {noBooster, given("2", 10, 250_000), []DoseEvent{with(first, func(d *DoseEvent) { d.Entry.StruckAt = noon })}, ""},
		"after one not given":      {noBooster, given("2", 10, 250_000), []DoseEvent{with(first, func(d *DoseEvent) { d.NotGiven, d.TakenUg = true, 0 })}, ""},
		"in place of the first":    {noBooster, with(given("2", 10, 250_000), func(d *DoseEvent) { d.Entry.CorrectsID = "1" }), []DoseEvent{first}, ""},
		"sent again":               {noBooster, first, []DoseEvent{first}, ""},
	} {
		if got := strings.Join(c.order.Beyond(c.dose, c.before), " "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		want := ""
		if c.want != "" {
			want = "reason"
		}
		if got := fields(t, c.order.Ordered(c.dose, c.before, calm)); got != want {
			t.Errorf("%s: refused %q", name, got)
		}
		c.dose.Reason = "The client took the second lozenge."
		if err := c.order.Ordered(c.dose, c.before, calm); err != nil {
			t.Errorf("%s: refused with a reason: %v", name, err)
		}
	}
}

func TestDoseRefusedInWords(t *testing.T) {
	err := Clearance{DoseMaxUg: 300_000}.Ordered(DoseEvent{TakenUg: 350_000, Reason: " "}, nil, []VitalSigns{{SystolicMmHg: new(120), DiastolicMmHg: new(80)}})
	wantCode(t, err, fault.Invalid)
	refused, _ := errors.AsType[*fault.Error](err)
	if got, want := refused.Fields["reason"], "The highest dose ordered is 300 mg. Say why it was given all the same."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestWhatTheOrderStillAllows(t *testing.T) {
	full := Clearance{DoseMinUg: 100_000, DoseMaxUg: 300_000, Route: Sublingual, Form: Lozenge, BoosterAllowed: true, BoosterMaxUg: 100_000, BoosterEarliestMin: 45}
	with := func(change func(*Clearance)) Clearance { c := full; change(&c); return c }
	none := with(func(c *Clearance) { c.BoosterAllowed, c.BoosterMaxUg, c.BoosterEarliestMin = false, 0, 0 })
	first, booster := doseAt(0), doseAt(50)
	for name, c := range map[string]struct {
		order Clearance
		doses []DoseEvent
		now   Instant
		want  string
	}{
		"no order":                  {Clearance{}, nil, noon, ""},
		"before the first":          {full, nil, noon, "Order: 100 to 300 mg sublingual lozenge."},
		"only a booster is named":   {Clearance{BoosterAllowed: true}, nil, noon, "Order names no amount."},
		"not given":                 {full, []DoseEvent{notGiven(0)}, noon, "Order: 100 to 300 mg sublingual lozenge."},
		"too early":                 {full, []DoseEvent{first}, after(44), "Order allows one more, up to 100 mg, not before 05:45."},
		"from that minute on":       {full, []DoseEvent{first}, after(45), "Order allows one more, up to 100 mg."},
		"the booster was given":     {full, []DoseEvent{first, booster}, after(60), "Order allows no more."},
		"no booster":                {none, []DoseEvent{first}, after(60), "Order allows no more."},
		"highest is the dose's":     {with(func(c *Clearance) { c.BoosterMaxUg = 0 }), []DoseEvent{first}, after(60), "Order allows one more, up to 300 mg."},
		"booster without an amount": {Clearance{BoosterAllowed: true}, []DoseEvent{first}, after(1), "Order allows one more."},
	} {
		if got := c.order.Allows(c.doses, c.now, "America/Los_Angeles"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
