package practice

import (
	"strings"

	"snowfield/internal/fault"
)

// RiskReview is what the therapist found and did when a form spoke of a risk:
// PHQ-9 item 9 above zero, whatever the total. It is written once.
type RiskReview struct {
	ID         string  `json:"id"`
	ResponseID string  `json:"response_id"`
	LinkID     string  `json:"link_id"` // of the safety item
	Answer     int     `json:"answer"`  // as it stood when it was reviewed
	Risk       Risk    `json:"risk"`
	Text       string  `json:"text"`        // what was seen and done
	SafetyPlan string  `json:"safety_plan"` // as it was shown
	At         Instant `json:"at"`
}

// Validate refuses a review without a choice or without words: also "no
// concern" says why.
func (r *RiskReview) Validate() error {
	r.Text = strings.TrimSpace(r.Text)
	var c fault.Check
	CheckID(&c, "id", r.ID)
	CheckID(&c, "response_id", r.ResponseID)
	switch r.Risk {
	case RiskNoConcern, RiskWatch, RiskAct:
	default:
		c.Refuse("risk", "Choose no concern, watch or act on plan.")
	}
	if r.Text == "" {
		c.Refuse("text", "Write what you asked, what you heard and what you did.")
	}
	checkText(&c, "text", r.Text)
	return c.Err()
}

// OpenRisks returns the link ids of the safety items of a form that were
// answered above the lowest choice and whose answer nobody has reviewed. A
// form that was struck asks for nothing more: it could only be struck once
// it was reviewed.
func OpenRisks(i Instrument, r Response, reviews []RiskReview) []string {
	open := []string{}
	if r.Struck() {
		return open
	}
	for _, link := range i.Result(r).Risks {
		reviewed := false
		for _, x := range reviews {
			reviewed = reviewed || x.ResponseID == r.ID && x.LinkID == link && x.Answer == r.Answers[link]
		}
		if !reviewed {
			open = append(open, link)
		}
	}
	return open
}
