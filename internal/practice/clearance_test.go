package practice

import (
	"strings"
	"testing"
)

func cleared(id string, from, until Date) Clearance {
	return Clearance{ID: id, ClearedOn: from, ExpiresOn: until}
}

func TestStanding(t *testing.T) {
	suspended := cleared("s", "2026-01-01", "2027-01-01")
	suspended.SuspendedAt = "2026-02-01T10:00:00.000Z"
	two := cleared("two", "2026-01-01", "2027-01-01")
	two.Sessions = 2
	for name, c := range map[string]struct {
		list []Clearance
		used map[string]int
		want string // each with its state, newest first
	}{
		"none":               {nil, nil, ""},
		"begins today":       {[]Clearance{cleared("a", "2026-03-12", "2026-03-12")}, nil, "a in_force"},
		"begins tomorrow":    {[]Clearance{cleared("a", "2026-03-13", "2026-04-01")}, nil, "a not_yet"},
		"ends today":         {[]Clearance{cleared("a", "2026-01-01", "2026-03-12")}, nil, "a in_force"},
		"ended yesterday":    {[]Clearance{cleared("a", "2026-01-01", "2026-03-11")}, nil, "a expired"},
		"suspended":          {[]Clearance{suspended}, nil, "s suspended"},
		"one session left":   {[]Clearance{two}, map[string]int{"two": 1}, "two in_force"},
		"used up":            {[]Clearance{two}, map[string]int{"two": 2}, "two used_up"},
		"unlimited":          {[]Clearance{cleared("a", "2026-01-01", "2027-01-01")}, map[string]int{"a": 99}, "a in_force"},
		"superseded":         {[]Clearance{cleared("old", "2026-01-01", "2027-01-01"), cleared("new", "2026-03-01", "2027-01-01")}, nil, "new in_force, old superseded"},
		"no falling back":    {[]Clearance{cleared("old", "2026-01-01", "2027-01-01"), cleared("new", "2026-03-01", "2026-03-02")}, nil, "new expired, old superseded"},
		"the next waits":     {[]Clearance{cleared("next", "2026-04-01", "2027-01-01"), cleared("now", "2026-01-01", "2027-01-01")}, nil, "next not_yet, now in_force"},
		"a day is one's own": {[]Clearance{{ID: "b", ClearedOn: "2026-03-01", ExpiresOn: "2027-01-01", CreatedAt: "2026-03-01T12:00:00.000Z"}, {ID: "a", ClearedOn: "2026-03-01", ExpiresOn: "2027-01-01", CreatedAt: "2026-03-01T13:00:00.000Z"}}, nil, "a in_force, b superseded"},
	} {
		var got []string
		inForce := 0
		for _, x := range Standing(c.list, c.used, "2026-03-12") {
			got = append(got, x.Clearance.ID+" "+string(x.State))
			if x.State == ClearanceInForce {
				inForce++
			}
		}
		if strings.Join(got, ", ") != c.want || inForce > 1 {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}

func TestSuspend(t *testing.T) {
	c := cleared("a", "2026-01-01", "2027-01-01")
	if got := fields(t, c.Suspend("  ", "", noon)); got != "reason" || c.SuspendedAt != "" {
		t.Errorf("without a reason: %q", got)
	}
	if err := c.Suspend(" Pressure rose ", "event", noon); err != nil || c.SuspendedAt != noon || c.SuspendedReason != "Pressure rose" || c.AdverseEventID != "event" {
		t.Errorf("suspended: %v, %+v", err, c)
	}
	if c.Suspend("Again", "", noon) == nil {
		t.Error("suspended twice")
	}
}

// full is a clearance nothing is wrong with.
func full() Clearance {
	return Clearance{
		ID: NewID(), ClientID: NewID(), PrescriberID: NewID(), ClearedOn: "2026-03-01", ExpiresOn: "2026-09-01",
		DoseMinUg: 50_000, DoseMaxUg: 200_000, Route: Sublingual, Form: Lozenge, BoosterAllowed: true, BoosterMaxUg: 62_500, BoosterEarliestMin: 20, Sessions: 6,
	}
}

func TestClearanceIsChecked(t *testing.T) {
	for want, change := range map[string]func(*Clearance){
		"":                          func(*Clearance) {},
		"prescriber_id":             func(c *Clearance) { c.PrescriberID = "" },
		"cleared_on":                func(c *Clearance) { c.ClearedOn = "" },
		"expires_on":                func(c *Clearance) { c.ExpiresOn = "2026-02-28" },
		"dose_max_ug":               func(c *Clearance) { c.DoseMaxUg = 40_000 },
		"dose_min_ug":               func(c *Clearance) { c.DoseMinUg = -1 },
		"booster_allowed":           func(c *Clearance) { c.BoosterAllowed = false },
		"booster_earliest_min":      func(c *Clearance) { c.BoosterEarliestMin = 601 },
		"sessions":                  func(c *Clearance) { c.Sessions = 101 },
		"route":                     func(c *Clearance) { c.Route = "ear" },
		"form":                      func(c *Clearance) { c.Form = "cake" },
		"limits.systolic_max_mmhg":  func(c *Clearance) { c.Limits.SystolicMaxMmHg = new(301) },
		"limits.diastolic_max_mmhg": func(c *Clearance) { c.Limits.DiastolicMaxMmHg = new(19) },
		"limits.systolic_min_mmhg":  func(c *Clearance) { c.Limits.SystolicMinMmHg = new(49) },
		"limits.heart_rate_max_bpm": func(c *Clearance) { c.Limits.HeartRateMaxBpm, c.Limits.HeartRateMinBpm = new(60), new(60) },
		"limits.heart_rate_min_bpm": func(c *Clearance) { c.Limits.HeartRateMinBpm = new(19) },
		"limits.spo2_min_percent":   func(c *Clearance) { c.Limits.SpO2MinPercent = new(101) },
	} {
		c := full()
		change(&c)
		if got := fields(t, c.Validate()); got != want {
			t.Errorf("refused %q, want %q", got, want)
		}
	}
	// A limit is held against the default of the other side as well.
	c := full()
	c.Limits.SystolicMaxMmHg = new(90)
	if got := fields(t, c.Validate()); got != "limits.systolic_max_mmhg" {
		t.Errorf("an upper limit at the default lower one: refused %q", got)
	}
}

func TestClearanceInWords(t *testing.T) {
	for want, change := range map[string]func(*Clearance){
		"50 to 200 mg sublingual lozenge; booster up to 62.5 mg, from 20 min after the first dose": func(*Clearance) {},
		"100 mg intramuscular injection": func(c *Clearance) {
			*c = Clearance{DoseMinUg: 100_000, DoseMaxUg: 100_000, Route: Intramuscular, Form: Injection}
		},
		"up to 200 mg; booster allowed":            func(c *Clearance) { *c = Clearance{DoseMaxUg: 200_000, BoosterAllowed: true} },
		"from 50 mg":                               func(c *Clearance) { *c = Clearance{DoseMinUg: 50_000} },
		"booster from 20 min after the first dose": func(c *Clearance) { *c = Clearance{BoosterAllowed: true, BoosterEarliestMin: 20} },
		"": func(c *Clearance) { *c = Clearance{} },
	} {
		c := full()
		change(&c)
		if got := c.DoseText(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	six := Cleared{Clearance: full(), Used: 2}
	if got := six.UsedText(); got != "2 of 6 sessions" {
		t.Error(got)
	}
	six.Clearance.Sessions, six.Used = 1, 0
	if got := six.UsedText(); got != "0 of 1 session" {
		t.Error(got)
	}
	six.Clearance.Sessions, six.Used = 0, 1
	if got := six.UsedText(); got != "one session, no number named" {
		t.Error(got)
	}
}
