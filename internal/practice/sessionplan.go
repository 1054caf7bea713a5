package practice

import (
	"fmt"
	"slices"

	"snowfield/internal/fault"
)

// Phase is a part of a dosing session.
type Phase string

// The phases in their order (clinical requirements, "Dosing session
// timeline").
const (
	PhaseArrival          Phase = "arrival"
	PhaseGuidedReflection Phase = "guided_reflection"
	PhaseMedicine         Phase = "medicine"
	PhaseReturning        Phase = "returning"
	PhaseProcessing       Phase = "processing"
	PhaseLeaving          Phase = "leaving"
)

// Phases lists the phases in their order.
var Phases = []Phase{PhaseArrival, PhaseGuidedReflection, PhaseMedicine, PhaseReturning, PhaseProcessing, PhaseLeaving}

// Word is the observation kind that begins the phase.
func (p Phase) Word() string { return "phase_" + string(p) }

// Label returns the phase in words.
func (p Phase) Label() string { return observationByID[p.Word()].Label }

// SessionPlan is how a dosing session usually goes: how long its phases take
// and when vital signs are taken. It is a plan and never a rule.
type SessionPlan struct {
	Phases       []PhasePlan `json:"phases"`
	CheckMinutes []int       `json:"check_minutes"` // vital signs, in minutes after the first dose, rising
}

// PhasePlan is the planned length of one phase.
type PhasePlan struct {
	Phase   Phase `json:"phase"`
	Minutes int   `json:"minutes"`
}

// Two to three hours: arrival and vital signs, 15 to 30 min guided reflection,
// about 45 min medicine, about 45 min processing; vital signs 40 and 90 min
// after the dose (clinical requirements, "The course of treatment" and
// "Vitals").
var shippedSessionPlan = SessionPlan{
	Phases: []PhasePlan{
		{PhaseArrival, 15},
		{PhaseGuidedReflection, 25},
		{PhaseMedicine, 45},
		{PhaseReturning, 30},
		{PhaseProcessing, 45},
		{PhaseLeaving, 20},
	},
	CheckMinutes: []int{40, 90},
}

// SessionPlanShelf returns the one plan of a dosing session.
func SessionPlanShelf(stored []LibraryItem) ([]Shelved[SessionPlan], error) {
	return overlay([]SessionPlan{shippedSessionPlan}, func(SessionPlan) string { return TheOne }, stored)
}

// Validate refuses a plan that does not name every phase once and in order,
// phases longer than four hours, and checks that do not rise.
func (p SessionPlan) Validate() error {
	var c fault.Check
	named := []Phase{}
	for i, phase := range p.Phases {
		named = append(named, phase.Phase)
		if phase.Minutes < 1 || phase.Minutes > 240 {
			c.Refuse(fmt.Sprintf("phases.%d.minutes", i), "Choose 1 to 240 minutes.")
		}
	}
	if !slices.Equal(named, Phases) {
		c.Refuse("phases", "The plan names every phase once, in order.")
	}
	before := 0
	for _, minutes := range p.CheckMinutes {
		if minutes <= before || minutes > 480 {
			c.Refuse("check_minutes", "Minutes after the first dose, each later than the one before, at most 480.")
		}
		before = minutes
	}
	if len(p.CheckMinutes) > 20 {
		c.Refuse("check_minutes", "At most 20.")
	}
	return c.Err()
}
