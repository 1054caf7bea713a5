package practice

// HoldAct is what a reading beyond a limit offers to do.
type HoldAct string

// Before a dose: rest, call, go on as talk. After it: recheck, call. At an
// emergency limit: the plan first.
const (
	HoldRest    HoldAct = "rest"
	HoldRecheck HoldAct = "recheck"
	HoldCall    HoldAct = "call"
	HoldTalk    HoldAct = "talk"
	HoldPlan    HoldAct = "plan"
)

// Hold is what stands because the latest reading is beyond a hold or an
// emergency limit. It offers and never decides.
type Hold struct {
	Level     Level     `json:"level"`
	ReadingID string    `json:"reading_id"`
	Findings  []Finding `json:"findings"`
	Text      string    `json:"text"` // what is offered, in words
	Acts      []HoldAct `json:"acts"`
}

// HoldOf returns the hold the latest reading that stands brought with it; nil
// when it is within the limits or a dose has followed it.
func HoldOf(readings []VitalSigns, doses []DoseEvent, limits Limits) *Hold {
	return nil
}
