package practice

import "testing"

func TestSessionPlanRules(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*SessionPlan)
		want   string
	}{
		"as shipped":        {func(*SessionPlan) {}, ""},
		"a minute":          {func(p *SessionPlan) { p.Phases[0].Minutes = 1 }, ""},
		"no time":           {func(p *SessionPlan) { p.Phases[0].Minutes = 0 }, "phases.0.minutes"},
		"four hours":        {func(p *SessionPlan) { p.Phases[2].Minutes = 240 }, ""},
		"longer":            {func(p *SessionPlan) { p.Phases[2].Minutes = 241 }, "phases.2.minutes"},
		"a phase left out":  {func(p *SessionPlan) { p.Phases = p.Phases[1:] }, "phases"},
		"phases exchanged":  {func(p *SessionPlan) { p.Phases[0], p.Phases[1] = p.Phases[1], p.Phases[0] }, "phases"},
		"no phases":         {func(p *SessionPlan) { p.Phases = nil }, "phases"},
		"no checks":         {func(p *SessionPlan) { p.CheckMinutes = nil }, ""},
		"checks every 5":    {func(p *SessionPlan) { p.CheckMinutes = []int{5, 10, 15, 20} }, ""},
		"one check twice":   {func(p *SessionPlan) { p.CheckMinutes = []int{40, 40} }, "check_minutes"},
		"checks fall":       {func(p *SessionPlan) { p.CheckMinutes = []int{90, 40} }, "check_minutes"},
		"with the dose":     {func(p *SessionPlan) { p.CheckMinutes = []int{0, 40} }, "check_minutes"},
		"eight hours after": {func(p *SessionPlan) { p.CheckMinutes = []int{480} }, ""},
		"the day after":     {func(p *SessionPlan) { p.CheckMinutes = []int{481} }, "check_minutes"},
		"twenty checks":     {func(p *SessionPlan) { p.CheckMinutes = rising(20) }, ""},
		"too many checks":   {func(p *SessionPlan) { p.CheckMinutes = rising(21) }, "check_minutes"},
	} {
		plan := SessionPlan{append([]PhasePlan{}, shippedSessionPlan.Phases...), append([]int{}, shippedSessionPlan.CheckMinutes...)}
		c.change(&plan)
		if got := fields(t, plan.Validate()); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

func rising(n int) []int {
	list := []int{}
	for i := range n {
		list = append(list, i+1)
	}
	return list
}
