package app

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// MeasurePlanView is which questionnaires are asked of a client, and when.
type MeasurePlanView struct {
	Own      bool                 `json:"own"`      // the client has a plan of its own
	Plan     practice.MeasurePlan `json:"plan"`     // that holds
	Practice practice.MeasurePlan `json:"practice"` // the practice's
	Lines    []string             `json:"lines"`    // the plan that holds, in words
	Offers   []Choice             `json:"offers"`   // the questionnaires one can choose
	Version  int                  `json:"version"`  // of the own plan; 0 for none
}

// Plan returns which questionnaires are asked of a client.
func (m *Measures) Plan(clientID string) (MeasurePlanView, error) {
	return view(m.core, func(tx *store.Tx) (MeasurePlanView, error) { return measurePlanView(tx, clientID) })
}

// SavePlan keeps a client's own plan; seen is the version it was made from, 0
// for the practice's.
func (m *Measures) SavePlan(clientID string, plan practice.MeasurePlan, seen int) (MeasurePlanView, error) {
	plan.Normalize()
	return update(m.core, func(tx *store.Tx) (MeasurePlanView, error) {
		if err := plan.Validate(); err != nil {
			return MeasurePlanView{}, err
		}
		if _, err := tx.Client(clientID); err != nil {
			return MeasurePlanView{}, err
		}
		if _, err := tx.PutClientMeasures(practice.ClientMeasures{ClientID: clientID, Plan: plan, Version: seen}); err != nil {
			return MeasurePlanView{}, err
		}
		return measurePlanView(tx, clientID)
	})
}

// DropPlan puts a client back to the practice's plan.
func (m *Measures) DropPlan(clientID string, seen int) (MeasurePlanView, error) {
	return update(m.core, func(tx *store.Tx) (MeasurePlanView, error) {
		if err := tx.DropClientMeasures(clientID, seen); err != nil {
			return MeasurePlanView{}, err
		}
		return measurePlanView(tx, clientID)
	})
}

func measurePlanView(tx *store.Tx, clientID string) (v MeasurePlanView, err error) {
	if _, err := tx.Client(clientID); err != nil {
		return v, err
	}
	plans, err := shelf(tx, practice.ShelfMeasures, practice.MeasuresShelf)
	if err != nil {
		return v, err
	}
	v.Practice = plans[0].Item
	v.Plan, v.Offers = v.Practice, measureOffers()
	own, err := tx.ClientMeasures(clientID)
	switch {
	case err == nil:
		v.Own, v.Plan, v.Version = true, own.Plan, own.Version
	case fault.CodeOf(err) != fault.NotFound:
		return v, err
	}
	v.Lines = v.Plan.Lines()
	return v, nil
}

// measureOffers are the questionnaires one can choose, in their order.
func measureOffers() []Choice {
	list := []Choice{}
	for _, i := range practice.Instruments() {
		list = append(list, Choice{i.ID, i.Title})
	}
	return list
}

// Definition is a questionnaire as it ships, to be read.
type Definition struct {
	Instrument  practice.Instrument `json:"instrument"`
	ScoringText string              `json:"scoring_text"` // "The answers added up: 0 to 27. Lower is better."
	ChangeTexts []string            `json:"change_texts"` // what a change is published to mean, each with its source
}

// Definitions returns the newest version of each questionnaire.
func (m *Measures) Definitions() ([]Definition, error) {
	return view(m.core, func(*store.Tx) ([]Definition, error) {
		list := []Definition{}
		for _, i := range practice.Instruments() {
			d := Definition{i, i.Scoring.Text(), []string{}}
			for _, rule := range i.Changes {
				d.ChangeTexts = append(d.ChangeTexts, rule.Text())
			}
			list = append(list, d)
		}
		return list, nil
	})
}
