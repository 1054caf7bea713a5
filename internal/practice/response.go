package practice

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// AnsweredBy is how a form was filled in.
type AnsweredBy string

// The ways a form is filled in.
const (
	AnsweredAsked AnsweredBy = "asked" // the therapist asked and entered
	AnsweredSelf  AnsweredBy = "self"  // the client, on this computer
	AnsweredPaper AnsweredBy = "paper" // on paper, entered later
)

// Response is one form of one client. It grows answer by answer until it is
// finished; a finished one does not change, and one that was entered in error
// is struck with a reason. It is part of the record.
type Response struct {
	ID           string         `json:"id"`
	ClientID     string         `json:"client_id"`
	Instrument   InstrumentRef  `json:"instrument"`
	AnsweredAt   Instant        `json:"answered_at"` // when the answers last changed: of paper, the day that is on it
	Zone         string         `json:"zone"`        // it is shown in
	By           AnsweredBy     `json:"by"`
	Answers      map[string]int `json:"values"`        // by link id; a blank item is not there
	Score        *int           `json:"score"`         // the total, of an instrument whose score alone is entered
	FinishedAt   Instant        `json:"finished_at"`   // empty while it can be gone on with
	StruckAt     Instant        `json:"struck_at"`     // empty while it counts
	StruckReason string         `json:"struck_reason"` // why it was entered in error
	CreatedAt    Instant        `json:"created_at"`
	UpdatedAt    Instant        `json:"updated_at"`
	Version      int            `json:"version"`
}

// Finished reports whether the form is closed, complete or not.
func (r Response) Finished() bool { return r.FinishedAt != "" }

// Struck reports whether it was entered in error.
func (r Response) Struck() bool { return r.StruckAt != "" }

// Empty reports whether nothing was answered.
func (r Response) Empty() bool { return len(r.Answers) == 0 && r.Score == nil }

// SameAnswers reports whether two forms say the same.
func (r Response) SameAnswers(o Response) bool {
	if r.Score == nil || o.Score == nil {
		return r.Score == o.Score && maps.Equal(r.Answers, o.Answers)
	}
	return *r.Score == *o.Score && maps.Equal(r.Answers, o.Answers)
}

// Answered gives the form the time of its answers as they were stored before:
// now where they changed. Paper bears the day that is on it.
func (r *Response) Answered(stored Response, now Instant) {
	switch {
	case r.By == AnsweredPaper:
	case r.SameAnswers(stored):
		r.AnsweredAt = min(stored.AnsweredAt, now) // the clock may have been set back meanwhile
	default:
		r.AnsweredAt = now
	}
}

// Entered is Answered for what the therapist enters: a form the client filled
// in says that it was asked once the therapist changed an answer of it.
func (r *Response) Entered(stored Response, now Instant) {
	if stored.By == AnsweredSelf && !r.SameAnswers(stored) {
		r.By = AnsweredAsked
	}
	r.Answered(stored, now)
}

// earliestAnswer is how far back a form can be entered from paper.
const earliestAnswer = 20 * 365 * 24 * time.Hour

// Validate refuses a response that does not fit its instrument, or that lies
// in the future. Blank items are allowed: they only give no total.
func (r Response) Validate(i Instrument, now Instant) error {
	var c fault.Check
	CheckID(&c, "id", r.ID)
	CheckID(&c, "client_id", r.ClientID)
	if r.Instrument != i.Ref() {
		c.Refuse("instrument", "This form belongs to another questionnaire.")
	}
	if !slices.Contains([]AnsweredBy{AnsweredAsked, AnsweredSelf, AnsweredPaper}, r.By) {
		c.Refuse("by", "Say how the form was filled in.")
	}
	checkInstant(&c, "answered_at", r.AnsweredAt, true)
	switch {
	case r.AnsweredAt > now:
		c.Refuse("answered_at", "This day lies in the future.")
	case r.AnsweredAt != "" && r.AnsweredAt < now.Add(-earliestAnswer):
		c.Refuse("answered_at", "This day is more than 20 years ago. Check the date.")
	}
	checkZone(&c, "zone", r.Zone)
	for link, value := range r.Answers {
		_, known := i.Item(link)
		if !known || !slices.ContainsFunc(i.Choices, func(x Choice) bool { return x.Value == value }) {
			c.Refuse("values."+link, "This is no answer to this question.")
		}
	}
	switch {
	case i.Scoring.Method != ScoreEntered && r.Score != nil:
		c.Refuse("score", "The total of this questionnaire follows from its answers.")
	case i.Scoring.Method == ScoreEntered && r.Score != nil && (*r.Score < i.Scoring.Min || *r.Score > i.Scoring.Max):
		c.Refuse("score", fmt.Sprintf("A score of %s is a whole number from %d to %d.", i.Title, i.Scoring.Min, i.Scoring.Max))
	}
	return c.Err()
}

// Continues refuses a change of what a stored response cannot change any more.
func (r Response) Continues(stored Response) error {
	switch {
	case stored.Struck():
		return fault.New(fault.Conflict, "This form was struck. It stays as it is.")
	case stored.Finished():
		return fault.New(fault.Conflict, "This form is finished and stays as it is. If it is wrong, strike it and enter it anew.")
	case r.ClientID != stored.ClientID || r.Instrument != stored.Instrument:
		return fault.New(fault.Conflict, "This form belongs to another client or questionnaire. Nothing was changed.")
	}
	return nil
}

// Finish closes the form at now. One without any answer cannot be finished.
func (r *Response) Finish(now Instant) error {
	if r.Empty() {
		return fault.New(fault.Invalid, "Nothing is answered yet. Answer an item, or leave the form.")
	}
	r.FinishedAt = now
	return nil
}

// Strike takes a finished form out of every score and picture; it stays to be
// seen. reviewed says whether the risk it speaks of was reviewed: before that
// it cannot be struck.
func (r *Response) Strike(reason string, reviewed bool, now Instant) error {
	r.StruckReason = strings.TrimSpace(reason)
	var c fault.Check
	if r.StruckReason == "" {
		c.Refuse("reason", "Say why this form does not count.")
	}
	checkText(&c, "reason", r.StruckReason)
	if err := c.Err(); err != nil {
		return err
	}
	switch {
	case r.Struck():
		return fault.New(fault.Conflict, "This form is struck already.")
	case !r.Finished():
		return fault.New(fault.Blocked, "This form is not finished. Finish it first, then it can be struck; or take its answers back and leave it.")
	case !reviewed:
		return fault.New(fault.Blocked, "This form speaks of a risk that is not reviewed yet. Review it first; then the form can be struck.")
	}
	r.StruckAt = now
	return nil
}
