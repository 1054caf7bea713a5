package practice

import "testing"

// Each act from each stage: forward, and never back.
func TestStageAfter(t *testing.T) {
	for act, after := range map[Milestone][6]Stage{ // from each stage in its order
		MilestoneAdmitted: {StagePreparing, StagePreparing, StagePreparing, StageInCourse, StageIntegrating, StageClosed},
		MilestoneDosing:   {StageInCourse, StageInCourse, StageInCourse, StageInCourse, StageIntegrating, StageClosed},
		MilestoneAllDosed: {StageIntegrating, StageIntegrating, StageIntegrating, StageIntegrating, StageIntegrating, StageClosed},
		MilestoneEnded:    {StageClosed, StageClosed, StageClosed, StageClosed, StageClosed, StageClosed},
		"":                {StageInquiry, StageScreening, StagePreparing, StageInCourse, StageIntegrating, StageClosed},
	} {
		for i, stage := range Stages {
			if got := StageAfter(stage, act); got != after[i] {
				t.Errorf("%s from %s: %s, want %s", act, stage, got, after[i])
			}
		}
	}
}

func TestAdmits(t *testing.T) {
	for conclusion, want := range map[Conclusion]bool{ScreeningClear: true, ScreeningPrescriber: true, ScreeningUnsuitable: false, "": false} {
		if got := conclusion.Admits(); got != want {
			t.Errorf("%q admits: %v", conclusion, got)
		}
	}
	for _, kind := range ConsentKinds {
		if got := kind.Admits(); got != (kind == ConsentKAP) {
			t.Errorf("%q admits: %v", kind, got)
		}
	}
}
