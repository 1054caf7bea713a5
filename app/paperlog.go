package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makePaperLog makes the blank log of a dosing session, to be kept on paper
// for the day the computer fails.
func makePaperLog(tx *store.Tx, _ DocumentRequest, _ practice.PartSet) (made, error) {
	in, err := paperLogInput(tx)
	if err != nil {
		return made{}, err
	}
	result, err := report.PaperLog(in)
	return made{
		Result:   result,
		contents: "Inside: empty lines for phases, doses, vital signs, calls, words and leaving, with the practice’s own limits, steps and checklist.",
	}, err
}

func paperLogInput(tx *store.Tx) (in report.PaperLogInput, err error) {
	in.At = tx.Now()
	if in.Practice, err = tx.Letterhead(); err != nil {
		return in, err
	}
	if in.Settings, err = tx.Settings(); err != nil {
		return in, err
	}
	if in.Plan, err = sessionPlan(tx); err != nil {
		return in, err
	}
	sets, err := markSets(tx)
	if err != nil {
		return in, err
	}
	if len(sets) > 0 {
		in.Marks = sets[0]
	}
	if in.Leaving, err = leavingList(tx); err != nil {
		return in, err
	}
	in.Emergency, err = emergencyPlan(tx)
	return in, err
}
