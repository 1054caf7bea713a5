package store

import "snowfield/internal/practice"

// RiskLines returns what a form said of a risk and where each stands, in words.
func (t *Tx) RiskLines(form practice.Response) ([]practice.RiskLine, error) {
	i, err := t.Instrument(form.Instrument)
	if err != nil {
		return nil, err
	}
	reviews, err := t.RiskReviews(form.ID)
	return practice.RiskLines(i, form, reviews), err
}
