package practice

// Result is what one form says, by the rules of the version it was answered
// with. A total is nil while an item is blank, and where the instrument has
// none: then there is no band either.
type Result struct {
	Total  *int     `json:"total"`
	Band   string   `json:"band"`   // empty where no band is published
	Cutoff string   `json:"cutoff"` // the highest limit reached, in words; empty for none
	Blank  []string `json:"blank"`  // link ids of the items without an answer, in order
	Risks  []string `json:"risks"`  // link ids of the safety items answered above the lowest choice
}

// Complete reports whether every item has an answer.
func (r Result) Complete() bool { return len(r.Blank) == 0 }

// Result scores a form. The form must have been validated against this
// version.
func (i Instrument) Result(r Response) Result {
	result := Result{Blank: []string{}, Risks: []string{}}
	sum := 0
	for _, item := range i.Items {
		value, answered := r.Answers[item.LinkID]
		switch {
		case !answered:
			result.Blank = append(result.Blank, item.LinkID)
		case item.Safety && value > i.Choices[0].Value:
			result.Risks = append(result.Risks, item.LinkID)
		}
		sum += value
	}
	switch {
	case i.Scoring.Method == ScoreEntered:
		result.Total = r.Score
	case i.Scoring.Method == ScoreSum && result.Complete():
		result.Total = &sum
	}
	if result.Total == nil {
		return result
	}
	for _, b := range i.Bands {
		if *result.Total >= b.From && *result.Total <= b.To {
			result.Band = b.Label
		}
	}
	if c := i.Reached(result); c != nil {
		result.Cutoff = c.Words
	}
	return result
}

// Reached returns the highest limit a form's total reaches; nil for none.
func (i Instrument) Reached(r Result) (reached *Cutoff) {
	for _, c := range i.Cutoffs {
		if r.Total != nil && *r.Total >= c.From {
			reached = &c
		}
	}
	return reached
}
