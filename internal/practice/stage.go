package practice

import "slices"

// Milestone is an act of the treatment after which the client stands in a
// further stage.
type Milestone string

// The milestones, in their order.
const (
	MilestoneAdmitted Milestone = "admitted"  // a screening that lets treatment go on, a clearance or the consent to treatment is recorded
	MilestoneDosing   Milestone = "dosing"    // a dosing session has begun, or is recorded as it happened
	MilestoneAllDosed Milestone = "all_dosed" // every dosing session of the course's plan was held
	MilestoneEnded    Milestone = "ended"     // the course is complete
)

// StageAfter returns the stage a client stands in after an act. A stage goes
// forward only: who chose a later one by hand keeps it.
func StageAfter(stage Stage, act Milestone) Stage {
	reached := map[Milestone]Stage{
		MilestoneAdmitted: StagePreparing,
		MilestoneDosing:   StageInCourse,
		MilestoneAllDosed: StageIntegrating,
		MilestoneEnded:    StageClosed,
	}[act]
	if slices.Index(Stages, reached) > slices.Index(Stages, stage) {
		return reached
	}
	return stage
}

// Admits reports whether a screening with this conclusion lets treatment go on.
func (c Conclusion) Admits() bool { return c == ScreeningClear || c == ScreeningPrescriber }

// Admits reports whether the consent is the one to treatment itself.
func (k ConsentKind) Admits() bool { return k == ConsentKAP }
