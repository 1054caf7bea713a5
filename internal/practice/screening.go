package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// Severity is how much a flag weighs (clinical requirements, "Screening").
type Severity string

// An open absolute or hold flag blocks the start of a dosing session; a
// review flag is shown.
const (
	SeverityAbsolute Severity = "absolute"
	SeverityHold     Severity = "hold"
	SeverityReview   Severity = "review"
)

// Severities lists the severities, heaviest first.
var Severities = []Severity{SeverityAbsolute, SeverityHold, SeverityReview}

// Label returns the severity in words.
func (s Severity) Label() string {
	switch s {
	case SeverityAbsolute:
		return "Absolute"
	case SeverityHold:
		return "Hold"
	case SeverityReview:
		return "Review"
	}
	return string(s)
}

// ScreeningItem is one question of the screening. The practice can change its
// severity; the reason and the source stay with it.
type ScreeningItem struct {
	Key      string   `json:"key"`
	Question string   `json:"question"`
	Severity Severity `json:"severity"`
	Source   string   `json:"source"` // where the severity comes from
	Reason   string   `json:"reason"` // why the practice changed it
	Asked    bool     `json:"asked"`  // false: no longer asked; answers given stay
}

// Answer is what was answered to a question.
type Answer string

// A question that was not asked yet has no answer.
const (
	NotAnswered  Answer = ""
	AnswerNo     Answer = "no"
	AnswerYes    Answer = "yes"
	AnswerUnsure Answer = "unknown"
)

// Label returns the answer in words.
func (a Answer) Label() string {
	switch a {
	case AnswerNo:
		return "No"
	case AnswerYes:
		return "Yes"
	case AnswerUnsure:
		return "Unknown"
	}
	return "Not answered"
}

// ScreeningAnswer is one item as it was asked and answered.
type ScreeningAnswer struct {
	ItemKey       string   `json:"item_key"`
	Question      string   `json:"question"` // as asked
	Severity      Severity `json:"severity"` // as it was then
	Answer        Answer   `json:"answer"`
	Detail        string   `json:"detail"`
	AskPrescriber bool     `json:"ask_prescriber"` // put to the prescriber as a question
}

// Conclusion is the therapist's own word on a screening; it is never computed.
type Conclusion string

// A screening that is still open has no conclusion.
const (
	ScreeningClear      Conclusion = "clear"
	ScreeningPrescriber Conclusion = "needs_prescriber"
	ScreeningUnsuitable Conclusion = "not_suitable"
)

// Conclusions lists the conclusions in their order.
var Conclusions = []Conclusion{ScreeningClear, ScreeningPrescriber, ScreeningUnsuitable}

// Label returns the conclusion in words.
func (c Conclusion) Label() string {
	switch c {
	case ScreeningClear:
		return "Clear"
	case ScreeningPrescriber:
		return "Needs prescriber"
	case ScreeningUnsuitable:
		return "Not suitable"
	}
	return ""
}

// Screening is one round of questions to one client. It is a draft until it
// is completed, and does not change afterwards; a repeat is a new one.
type Screening struct {
	ID          string            `json:"id"`
	ClientID    string            `json:"client_id"`
	Answers     []ScreeningAnswer `json:"answers"`
	Notes       string            `json:"notes"`
	Conclusion  Conclusion        `json:"conclusion"`
	ReviewOn    Date              `json:"review_on"` // to be repeated by this day
	CompletedAt Instant           `json:"completed_at"`
	CreatedAt   Instant           `json:"created_at"`
	UpdatedAt   Instant           `json:"updated_at"`
	Version     int               `json:"version"`
}

// NewScreening returns an empty round of the items that are asked. In a
// repeat the last answers are not taken over: each is asked again.
func NewScreening(id, clientID string, items []ScreeningItem) Screening {
	s := Screening{ID: id, ClientID: clientID, Answers: []ScreeningAnswer{}}
	for _, item := range items {
		if item.Asked {
			s.Answers = append(s.Answers, ScreeningAnswer{ItemKey: item.Key, Question: item.Question, Severity: item.Severity})
		}
	}
	return s
}

// Completed reports whether the screening is closed to changes.
func (s Screening) Completed() bool { return s.CompletedAt != "" }

// Validate refuses answers there are none of, an item asked twice and text
// that is too long. A draft may be empty.
func (s Screening) Validate() error {
	var c fault.Check
	CheckID(&c, "id", s.ID)
	CheckID(&c, "client_id", s.ClientID)
	seen := map[string]bool{}
	if len(s.Answers) > maxItems {
		c.Refuse("answers", "At most 100 questions.")
	}
	for _, a := range s.Answers {
		if a.ItemKey == "" || seen[a.ItemKey] {
			c.Refuse("answers", "A question is missing or asked twice.")
		}
		seen[a.ItemKey] = true
		if !slices.Contains([]Answer{NotAnswered, AnswerNo, AnswerYes, AnswerUnsure}, a.Answer) {
			c.Refuse("answers."+a.ItemKey, "Choose no, yes or unknown.")
		}
		if !slices.Contains(Severities, a.Severity) {
			c.Refuse("answers."+a.ItemKey, "Choose a severity.")
		}
		checkLine(&c, "answers."+a.ItemKey, a.Question)
		checkText(&c, "answers."+a.ItemKey, a.Detail)
	}
	checkText(&c, "notes", s.Notes)
	if s.Conclusion != "" && !slices.Contains(Conclusions, s.Conclusion) {
		c.Refuse("conclusion", "Choose clear, needs prescriber or not suitable.")
	}
	checkDate(&c, "review_on", s.ReviewOn, false)
	return c.Err()
}

// Answered returns the round with what the other says: answers, notes,
// conclusion and review day. What was asked, and when, stays; a question put
// to the prescriber needs an answer that raises it.
func (s Screening) Answered(by Screening) Screening {
	said := map[string]ScreeningAnswer{}
	for _, a := range by.Answers {
		said[a.ItemKey] = a
	}
	s.Answers = slices.Clone(s.Answers)
	for i, a := range s.Answers {
		if now, ok := said[a.ItemKey]; ok {
			a.Answer, a.Detail = now.Answer, now.Detail
			a.AskPrescriber = now.AskPrescriber && a.raises()
			s.Answers[i] = a
		}
	}
	s.Notes, s.Conclusion, s.ReviewOn, s.Version = by.Notes, by.Conclusion, by.ReviewOn, by.Version
	return s
}

// Complete closes the screening. It refuses one with an unanswered question,
// without a conclusion or a review day that lies ahead, or while the answer
// about allergies is missing. "Clear" is refused while a flag is open that
// blocks a dosing session; open holds the client's open flags, of this round
// as well.
func (s *Screening) Complete(client Client, open []Flag, today Date, now Instant) error {
	if s.Completed() {
		return fault.New(fault.Conflict, "This screening is already complete. Nothing was changed.")
	}
	var c fault.Check
	for _, a := range s.Answers {
		if a.Answer == NotAnswered {
			c.Refuse("answers."+a.ItemKey, "Answer no, yes or unknown.")
		}
		if a.Answer == AnswerYes && strings.TrimSpace(a.Detail) == "" {
			c.Refuse("answers."+a.ItemKey, "Say what, and since when.")
		}
	}
	if client.AllergyAnswer == "" {
		c.Refuse("allergy_answer", "Answer about allergies: none known, a list, or unknown.")
	}
	switch {
	case s.Conclusion == "":
		c.Refuse("conclusion", "Say what you conclude.")
	case s.Conclusion == ScreeningClear && slices.ContainsFunc(open, Flag.Blocks):
		c.Refuse("conclusion", "A flag is open, so the screening is not clear. Choose another conclusion.")
	}
	switch {
	case s.ReviewOn == "":
		c.Refuse("review_on", "Say when the screening is to be repeated.")
	case s.ReviewOn <= today:
		c.Refuse("review_on", "Choose a day that lies ahead.")
	}
	if err := c.Err(); err != nil {
		return err
	}
	s.CompletedAt = now
	return nil
}

// Unanswered counts the questions of the round without an answer.
func (s Screening) Unanswered() (n int) {
	for _, a := range s.Answers {
		if a.Answer == NotAnswered {
			n++
		}
	}
	return n
}

// PrescriberQuestions returns what is asked of the prescriber, in neutral
// words: the answers that were put as a question and still count, then what
// the medicines ask. newest is first in screenings.
func PrescriberQuestions(screenings []Screening, medicines []Medicine) []string {
	list := []string{}
	for _, a := range said(screenings) {
		if a.AskPrescriber && a.raises() {
			list = append(list, a.Line())
		}
	}
	for _, m := range medicines {
		if question := m.Question(); question != "" {
			list = append(list, question)
		}
	}
	return list
}

// EarlierKetamine returns what was answered about ketamine taken before, and
// reactions to it, where the answer counts and says more than no. newest is
// first in screenings.
func EarlierKetamine(screenings []Screening) []ScreeningAnswer {
	list := []ScreeningAnswer{}
	for _, a := range said(screenings) {
		if (a.ItemKey == "hypersensitivity" || a.ItemKey == "earlier_ketamine") && (a.raises() || strings.TrimSpace(a.Detail) != "") {
			list = append(list, a)
		}
	}
	return list
}

// Line returns question and answer in one line: "Have there been seizures?
// Yes: one in 2019".
func (a ScreeningAnswer) Line() string {
	line := a.Question + " " + a.Answer.Label()
	if detail := strings.TrimSpace(a.Detail); detail != "" {
		line += ": " + detail
	}
	return line
}

// raises reports whether the answer raises a flag: a yes and an unknown both
// do.
func (a ScreeningAnswer) raises() bool { return a.Answer == AnswerYes || a.Answer == AnswerUnsure }

// ScreeningChange is an item whose answer or detail differs from the round
// before.
type ScreeningChange struct {
	ItemKey  string `json:"item_key"`
	Question string `json:"question"`
	Before   Answer `json:"before"` // empty: not asked then
	After    Answer `json:"after"`
	Text     string `json:"text"` // "Was no, is now yes"
}

// Changes returns what a repeat answered otherwise than the round before.
func (s Screening) Changes(before Screening) []ScreeningChange {
	old := map[string]ScreeningAnswer{}
	for _, a := range before.Answers {
		old[a.ItemKey] = a
	}
	list := []ScreeningChange{}
	for _, a := range s.Answers {
		b := old[a.ItemKey]
		if a.Answer == NotAnswered || a.Answer == b.Answer && a.Detail == b.Detail {
			continue
		}
		change := ScreeningChange{ItemKey: a.ItemKey, Question: a.Question, Before: b.Answer, After: a.Answer}
		switch {
		case b.Answer == NotAnswered:
			change.Text = "Not asked before, is now " + string(a.Answer)
		case a.Answer != b.Answer:
			change.Text = "Was " + string(b.Answer) + ", is now " + string(a.Answer)
		default:
			change.Text = "Still " + string(a.Answer) + ", with other words"
		}
		list = append(list, change)
	}
	return list
}
