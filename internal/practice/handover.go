package practice

import (
	"maps"

	"snowfield/internal/fault"
)

// HandedForm is a form as the client sees who answers it on this computer: the
// questions and their own answers. It names neither the questionnaire nor
// anybody, and says nothing of a score.
type HandedForm struct {
	Lead    string         `json:"lead"`
	Choices []Choice       `json:"choices"`
	Items   []HandedItem   `json:"items"`
	Answers map[string]int `json:"values"` // so far, by link id
	Done    bool           `json:"done"`   // the client has said so
}

// HandedItem is one question of it.
type HandedItem struct {
	LinkID string `json:"link_id"`
	Text   string `json:"text"`
	Low    string `json:"low"`  // what the lowest answer means, where the choices have no words
	High   string `json:"high"` // what the highest one means
}

// HandOver makes a form the client's to answer, from now on. A finished one
// stays as it is, what the therapist entered is not overwritten by another
// hand, and an answer that speaks of a risk is reviewed before. Where only the
// score is entered there is nothing to ask.
func (r *Response) HandOver(i Instrument, reviewed bool) error {
	if err := r.Continues(*r); err != nil {
		return err
	}
	switch {
	case len(i.Items) == 0:
		return fault.New(fault.Blocked, "Of this questionnaire only the score is entered: it has no questions to hand over. Nothing was changed.")
	case r.By != AnsweredSelf && !r.Empty():
		return fault.New(fault.Blocked, "You have entered answers in this form. It was not handed over. Finish it yourself, or hand over a new one from the chart.")
	case !reviewed:
		return fault.New(fault.Blocked, "An answer of this form speaks of a risk that is not reviewed yet. It was not handed over. Review the risk first.")
	}
	r.By = AnsweredSelf
	return nil
}

// Answer keeps the client's answer to one item, or takes it away where value is
// nil, and reports whether that changed anything.
func (r *Response) Answer(linkID string, value *int) (changed bool) {
	before, answered := r.Answers[linkID]
	if value == nil {
		delete(r.Answers, linkID)
		return answered
	}
	if r.Answers == nil {
		r.Answers = map[string]int{}
	}
	r.Answers[linkID] = *value
	return !answered || before != *value
}

// Handed is the form as the client sees it.
func (i Instrument) Handed(r Response) HandedForm {
	form := HandedForm{Lead: i.Lead, Choices: i.Choices, Answers: map[string]int{}}
	for _, item := range i.Items {
		form.Items = append(form.Items, HandedItem{item.LinkID, item.Text, item.Low, item.High})
	}
	maps.Copy(form.Answers, r.Answers)
	return form
}
