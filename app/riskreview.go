package app

import (
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// RisksView is what a client's forms said of a risk: PHQ-9 item 9 above zero,
// whatever the total.
type RisksView struct {
	Waiting    []practice.RiskLine `json:"waiting"`     // nobody has reviewed them; the form answered last first
	Reviewed   []practice.RiskLine `json:"reviewed"`    // the form answered last first; of struck forms too
	SafetyPlan string              `json:"safety_plan"` // as it is now
}

func risksView(tx *store.Tx, clientID string) (RisksView, error) {
	v := RisksView{Waiting: []practice.RiskLine{}, Reviewed: []practice.RiskLine{}}
	forms, err := tx.ResponsesWithRisk(clientID)
	if err != nil {
		return v, err
	}
	for _, form := range forms {
		lines, err := tx.RiskLines(form)
		if err != nil {
			return v, err
		}
		for _, l := range lines {
			if l.Review == nil {
				v.Waiting = append(v.Waiting, l)
			} else {
				v.Reviewed = append(v.Reviewed, l)
			}
		}
	}
	v.SafetyPlan, err = safetyPlan(tx, clientID)
	return v, err
}

// Review keeps what was found and done about a risk a form speaks of: a choice
// and words about the answer that stands, with the safety plan as the records
// have it. Words about another answer are a Conflict. Sending the same one twice is harmless.
func (m *Measures) Review(x practice.RiskReview) (FormView, error) {
	return update(m.core, func(tx *store.Tx) (FormView, error) {
		v, err := formView(tx, x.ResponseID)
		if err != nil {
			return v, err
		}
		for _, r := range v.Reviews {
			if r.ID == x.ID && r.LinkID == x.LinkID && r.Answer == x.Answer && r.Risk == x.Risk && r.Text == strings.TrimSpace(x.Text) {
				return v, nil
			}
		}
		x.SafetyPlan = v.SafetyPlan
		if err := x.Validate(); err != nil {
			return v, err
		}
		if !slices.Contains(v.OpenRisks, x.LinkID) || x.Answer != v.Response.Answers[x.LinkID] {
			return v, fault.New(fault.Conflict, "This answer does not wait for a review: it was reviewed, changed or struck meanwhile. Nothing was recorded; open the form again.")
		}
		if _, err := tx.AddRiskReview(x); err != nil {
			return v, err
		}
		return formView(tx, x.ResponseID)
	})
}

// dueRisks lists what forms said of a risk that nobody has reviewed, the form
// answered first first.
func dueRisks(tx *store.Tx, now time.Time) ([]DueRow, error) {
	forms, err := tx.ResponsesAtRisk()
	if err != nil {
		return nil, err
	}
	rows := []DueRow{}
	for _, form := range forms {
		client, err := tx.Client(form.ClientID)
		if err != nil {
			return nil, err
		}
		lines, err := tx.RiskLines(form)
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			if l.Review == nil {
				rows = append(rows, DueRow{
					Kind: "risk", Text: l.DueText(client.Name(), now), Hint: "Answered " + l.AnswerText + ". Nobody has reviewed it yet.",
					ClientID: client.ID, Part: "measures", Form: form.ID,
				})
			}
		}
	}
	return rows, nil
}

// Card returns a client's emergency card outside any session, as it is now.
func (m *Measures) Card(clientID string) (practice.EmergencyCard, error) {
	return view(m.core, func(tx *store.Tx) (practice.EmergencyCard, error) {
		in := practice.EmergencyInput{Now: tx.Now()}
		var err error
		if in.Client, err = tx.Client(clientID); err != nil {
			return practice.EmergencyCard{}, err
		}
		if in.Practice, err = tx.Practice(); err != nil {
			return practice.EmergencyCard{}, err
		}
		if in.Medicines, err = tx.Medicines(clientID); err != nil {
			return practice.EmergencyCard{}, err
		}
		today, err := todayOf(tx)
		if err != nil {
			return practice.EmergencyCard{}, err
		}
		if in.Prescriber, err = prescriberToCall(tx, clientID, "", today); err != nil {
			return practice.EmergencyCard{}, err
		}
		plan, err := safetyPlan(tx, clientID)
		return practice.ClientCardOf(in, plan), err
	})
}
