package store

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

const riskReviewColumns = `id, response_id, link_id, answer, risk, text, safety_plan, at`

func scanRiskReview(r row) (x practice.RiskReview, err error) {
	err = r.Scan(&x.ID, &x.ResponseID, &x.LinkID, &x.Answer, &x.Risk, &x.Text, &x.SafetyPlan, &x.At)
	return x, err
}

// RiskReviews returns the reviews of one form, oldest first.
func (t *Tx) RiskReviews(responseID string) ([]practice.RiskReview, error) {
	return all(t, scanRiskReview, `SELECT `+riskReviewColumns+` FROM risk_reviews WHERE response_id = ? ORDER BY at, id LIMIT 100`, responseID)
}

// RiskReviewsOf returns the reviews of all of a client's forms, newest first.
func (t *Tx) RiskReviewsOf(clientID string) ([]practice.RiskReview, error) {
	return all(t, scanRiskReview, `SELECT r.id, r.response_id, r.link_id, r.answer, r.risk, r.text, r.safety_plan, r.at FROM risk_reviews r
		JOIN responses f ON f.id = r.response_id WHERE f.client_id = ? ORDER BY r.at DESC, r.id DESC LIMIT ?`, clientID, mostResponses)
}

// AddRiskReview keeps what was found and done about a risk a form spoke of.
// Sending the same one twice is harmless.
func (t *Tx) AddRiskReview(x practice.RiskReview) (practice.RiskReview, error) {
	stored, err := all(t, scanRiskReview, `SELECT `+riskReviewColumns+` FROM risk_reviews WHERE id = ?`, x.ID)
	if err != nil {
		return x, err
	}
	if len(stored) > 0 {
		if x.At = stored[0].At; same(x, stored[0]) {
			return x, nil
		}
		return x, fault.New(fault.Conflict, "This review is already recorded in other words. Nothing was changed.")
	}
	x.At = t.now
	if err := t.exec(`INSERT INTO risk_reviews (`+riskReviewColumns+`) VALUES (?,?,?,?,?,?,?,?)`,
		x.ID, x.ResponseID, x.LinkID, x.Answer, x.Risk, x.Text, x.SafetyPlan, x.At); err != nil {
		return x, err
	}
	form, err := t.Response(x.ResponseID)
	if err != nil {
		return x, err
	}
	risk, err := t.atRisk(form)
	if err != nil {
		return x, err
	}
	if err := t.exec(`UPDATE responses SET at_risk = ? WHERE id = ?`, risk, form.ID); err != nil {
		return x, err
	}
	_, err = t.Record(practice.ActCreate, "risk_review", x.ID, string(x.Risk))
	return x, err
}
