package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// InquiryOutcome is how a discovery call ended.
type InquiryOutcome string

// An inquiry whose outcome is open waits for an answer.
const (
	InquiryOpen      InquiryOutcome = ""
	InquiryContinues InquiryOutcome = "continue" // became a client
	InquiryReferred  InquiryOutcome = "refer"
	InquiryDeclined  InquiryOutcome = "decline"
)

// InquiryOutcomes lists the outcomes in their order.
var InquiryOutcomes = []InquiryOutcome{InquiryOpen, InquiryContinues, InquiryReferred, InquiryDeclined}

// Label returns the outcome in words.
func (o InquiryOutcome) Label() string {
	switch o {
	case InquiryOpen:
		return "Open"
	case InquiryContinues:
		return "Became a client"
	case InquiryReferred:
		return "Referred"
	case InquiryDeclined:
		return "Declined"
	}
	return ""
}

// Inquiry is a discovery call: somebody who asked and is not, or not yet, a
// client. Only a name is required.
type Inquiry struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	Phone       string         `json:"phone"`
	Email       string         `json:"email"`
	CalledAt    Instant        `json:"called_at"` // when the call took place
	FoundBy     string         `json:"found_by"`  // how they came to the practice
	Hopes       string         `json:"hopes"`     // what they hope for, in their words
	Concerns    []string       `json:"concerns"`
	Notes       string         `json:"notes"`
	Outcome     InquiryOutcome `json:"outcome"`
	OutcomeNote string         `json:"outcome_note"` // to whom referred, why declined
	ClientID    string         `json:"client_id"`    // the client it became
	CreatedAt   Instant        `json:"created_at"`
	UpdatedAt   Instant        `json:"updated_at"`
	Version     int            `json:"version"`
}

// Normalize trims what a person types around the words.
func (q *Inquiry) Normalize() {
	for _, s := range []*string{&q.Name, &q.Phone, &q.Email, &q.FoundBy, &q.Hopes, &q.Notes, &q.OutcomeNote} {
		*s = strings.TrimSpace(*s)
	}
	q.Concerns = trimmed(q.Concerns)
}

// Validate refuses an inquiry without a name or the time of the call, an
// outcome there is none of, and one that continues without being a client.
func (q Inquiry) Validate() error {
	var c fault.Check
	CheckID(&c, "id", q.ID)
	if q.Name == "" {
		c.Refuse("name", "A name is required. It can be a first name only.")
	}
	checkLine(&c, "name", q.Name)
	checkLine(&c, "phone", q.Phone)
	checkLine(&c, "email", q.Email)
	checkLine(&c, "found_by", q.FoundBy)
	checkText(&c, "hopes", q.Hopes)
	checkText(&c, "notes", q.Notes)
	checkText(&c, "outcome_note", q.OutcomeNote)
	checkInstant(&c, "called_at", q.CalledAt, true)
	checkTags(&c, "concerns", q.Concerns)
	switch {
	case !slices.Contains(InquiryOutcomes, q.Outcome):
		c.Refuse("outcome", "Choose open, referred or declined.")
	case q.ClientID != "" && q.Outcome != InquiryContinues:
		c.Refuse("outcome", "This inquiry became a client. What happens next belongs to the chart.")
	case q.ClientID == "" && q.Outcome == InquiryContinues:
		c.Refuse("outcome", "Continue as client, so that there is a chart.")
	}
	return c.Err()
}

// Client returns the client an inquiry becomes, with nothing to be typed
// again. It begins in screening.
func (q Inquiry) Client(id string) Client {
	notes := q.Notes
	if q.FoundBy != "" {
		notes = strings.TrimSpace("Came to the practice by: " + q.FoundBy + "\n\n" + notes)
	}
	return Client{
		ID: id, LegalName: q.Name, Phone: q.Phone, Email: q.Email, Intention: q.Hopes,
		Concerns: q.Concerns, Notes: notes, Stage: StageScreening,
	}
}

// CanContinue refuses to make a client of an inquiry that was declined or
// referred; it is opened again first.
func (q Inquiry) CanContinue() error {
	if q.Outcome == InquiryDeclined || q.Outcome == InquiryReferred {
		return fault.New(fault.Blocked, "This inquiry was "+strings.ToLower(q.Outcome.Label())+". Set it to open first. Nothing was changed.")
	}
	return nil
}

// CanErase refuses to erase an inquiry that is open or became a client.
func (q Inquiry) CanErase() error {
	if q.ClientID != "" {
		return fault.New(fault.Blocked, "This inquiry became a client and belongs to the chart. Nothing was erased.")
	}
	if q.Outcome != InquiryDeclined && q.Outcome != InquiryReferred {
		return fault.New(fault.Blocked, "Only an inquiry that was declined or referred can be erased. Nothing was erased.")
	}
	return nil
}
