package practice

import (
	"cmp"
	"slices"
	"time"
)

// PhaseState says where a phase of a running session stands.
type PhaseState string

// A phase is over, running, or still to come.
const (
	PhasePast   PhaseState = "past"
	PhaseNow    PhaseState = "now"
	PhaseComing PhaseState = "coming"
)

// PhaseRow is one phase of a running session as it is shown: when it really
// began, or is planned to.
type PhaseRow struct {
	Phase    Phase      `json:"phase"`
	Label    string     `json:"label"`
	State    PhaseState `json:"state"`
	At       Instant    `json:"at"`       // began, or is planned to begin; empty for one that was passed over
	Earliest bool       `json:"earliest"` // At is no plan: nobody leaves sooner after a dose
}

// PhaseRows lays the plan over what was marked. The first phase begins with
// the session, and the first dose begins Medicine where it does not run yet.
// What comes is as far from the phase that runs as the plan says; Leaving is
// never sooner than the practice lets it be. In a session that went on as talk
// Medicine and Returning fall away, unless they were marked or a dose was given
// after all. observations are the participant's steps, struck ones included.
func PhaseRows(plan SessionPlan, settings Settings, s Session, doses DoseTotals, observations []Observation) []PhaseRow {
	begun := phasesBegun(s, doses.FirstAt, observations)
	running := begun[len(begun)-1]
	rows := make([]PhaseRow, 0, len(plan.Phases))
	passed := true
	planned := running.at
	talk := doses.FirstAt == "" && slices.ContainsFunc(observations, func(o Observation) bool {
		return o.Kind == "talk_instead" && o.Entry.Stands()
	})
	for _, p := range plan.Phases {
		if talk && ofMedicine(p.Phase) && !slices.ContainsFunc(begun, func(b phaseBegun) bool { return b.phase == p.Phase }) {
			continue
		}
		row := PhaseRow{Phase: p.Phase, Label: p.Phase.Label()}
		switch {
		case p.Phase == running.phase:
			row.State, row.At = PhaseNow, running.at
			passed = false
		case passed:
			row.State = PhasePast
			if i := slices.IndexFunc(begun, func(b phaseBegun) bool { return b.phase == p.Phase }); i >= 0 {
				row.At = begun[i].at
			}
		default:
			row.State, row.At = PhaseComing, planned
		}
		if !passed {
			planned = planned.Add(time.Duration(p.Minutes) * time.Minute)
		}
		if row.State == PhaseComing && p.Phase == PhaseLeaving && doses.LastAt != "" {
			if least := doses.LastAt.Add(time.Duration(settings.DischargeMinutes) * time.Minute); least >= row.At {
				row.At, row.Earliest = least, true
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// ofMedicine reports whether a phase is one of the medicine's effect.
func ofMedicine(p Phase) bool { return p == PhaseMedicine || p == PhaseReturning }

// phaseBegun is a phase and when it began.
type phaseBegun struct {
	phase Phase
	at    Instant
}

// phasesBegun returns the phases as they followed one another, in time order.
// A phase that is marked while it runs goes on.
func phasesBegun(s Session, firstDose Instant, observations []Observation) []phaseBegun {
	var marks []phaseBegun
	for _, o := range observations {
		if i := slices.IndexFunc(Phases, func(p Phase) bool { return p.Word() == o.Kind }); i >= 0 && o.Entry.Stands() {
			marks = append(marks, phaseBegun{Phases[i], o.Entry.At})
		}
	}
	if firstDose != "" {
		marks = append(marks, phaseBegun{PhaseMedicine, firstDose})
	}
	slices.SortStableFunc(marks, func(a, b phaseBegun) int { return cmp.Compare(a.at, b.at) })
	begun := []phaseBegun{{PhaseArrival, s.Start()}}
	for _, m := range marks {
		if m.phase != begun[len(begun)-1].phase {
			begun = append(begun, m)
		}
	}
	return begun
}
