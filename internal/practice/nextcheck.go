package practice

import (
	"fmt"
	"time"
)

// NextCheck is when vital signs are to be taken next, and why.
type NextCheck struct {
	From Instant `json:"from"` // since when it is waited for
	Due  Instant `json:"due"`
	Why  string  `json:"why"`  // "40 min after the dose"
	Step string  `json:"step"` // the word that asked for it, "rest" or "recheck"; empty for one of the plan or of a hold
}

// checkEarly is how long before its time a reading counts as a check.
const checkEarly = 5 * time.Minute

// NextCheckOf returns the next check by the schedule; nil for none. Before the
// first dose that is the baseline; after it the plan's checks, then the one
// before leaving; and after a step to rest or to measure again soon, or while
// a hold stands, that first. A check is done by any reading taken from five
// minutes before it was due: one that comes too late is done by the reading
// that follows, and is not asked for twice. The lists belong to one
// participant and are in time order, struck entries included; hold is what
// stands of them, nil for nothing; steps are the observations "rest" and
// "recheck".
func NextCheckOf(plan SessionPlan, settings Settings, s Session, readings []VitalSigns, doses []DoseEvent, hold *Hold, steps []Observation) *NextCheck {
	if s.State() != Open {
		return nil
	}
	var last Instant // the latest reading that stands
	for _, v := range readings {
		if v.Entry.Stands() {
			last = max(last, v.Entry.At)
		}
	}
	totals := Totals(doses)
	var next *NextCheck
	// The earliest one not done yet.
	add := func(c NextCheck) {
		if next == nil || c.Due < next.Due {
			next = &c
		}
	}
	if c, waits := stepCheck(settings, steps, last, totals.LastAt); waits {
		add(c)
	} else if hold != nil {
		add(holdCheck(*hold, settings, readings))
	}
	if totals.Given == 0 {
		if last == "" && notGivenAt(doses) == "" {
			add(NextCheck{From: s.ActualStart, Due: s.ActualStart.Add(plan.arrival()), Why: "baseline, before the dose"})
		}
		return next
	}
	from := max(last, totals.FirstAt)
	scheduled := func(due Instant, why string) {
		if last < due.Add(-checkEarly) {
			add(NextCheck{From: min(from, due), Due: due, Why: why})
		}
	}
	for _, minutes := range plan.CheckMinutes {
		scheduled(totals.FirstAt.Add(time.Duration(minutes)*time.Minute), fmt.Sprintf("%d min after the dose", minutes))
	}
	scheduled(totals.LastAt.Add(time.Duration(settings.DischargeMinutes)*time.Minute), "before leaving")
	return next
}

// stepCheck returns the check that the latest step waits for: none when a
// reading has followed it, nor after a rest once the dose was given.
func stepCheck(settings Settings, steps []Observation, last, dosed Instant) (NextCheck, bool) {
	var step Observation
	for _, o := range steps {
		if o.Entry.Stands() && (o.Kind == "rest" || o.Kind == "recheck") {
			step = o
		}
	}
	if step.Entry.At == "" || last > step.Entry.At {
		return NextCheck{}, false
	}
	why := "measure again"
	if step.Kind == "rest" {
		why = "after the rest"
		if dosed >= step.Entry.At {
			return NextCheck{}, false
		}
	}
	return NextCheck{From: step.Entry.At, Due: step.Entry.At.Add(againAfter(HoldAct(step.Kind), settings)), Why: why, Step: step.Kind}, true
}

// holdCheck returns the check a hold asks for by itself, counted from the
// reading it is of.
func holdCheck(hold Hold, settings Settings, readings []VitalSigns) NextCheck {
	c := NextCheck{Why: "after a reading beyond a limit"}
	for _, v := range readings {
		if v.Entry.ID == hold.ReadingID {
			c.From, c.Due = v.Entry.At, v.Entry.At.Add(againAfter(hold.Again, settings))
		}
	}
	return c
}

// againAfter is how long to wait before measuring again.
func againAfter(step HoldAct, settings Settings) time.Duration {
	if step == HoldRest {
		return time.Duration(settings.RestMinutes) * time.Minute
	}
	return time.Duration(settings.RecheckMinutes) * time.Minute
}

// arrival is how long the first phase is planned to take.
func (p SessionPlan) arrival() time.Duration {
	for _, phase := range p.Phases {
		if phase.Phase == PhaseArrival {
			return time.Duration(phase.Minutes) * time.Minute
		}
	}
	return 0
}
