package practice

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// AskedFor is what a request for records asks.
type AskedFor string

// What can be asked for. An accounting says to whom records were disclosed
// (45 CFR 164.528).
const (
	AskedInspection AskedFor = "inspection"
	AskedCopies     AskedFor = "copies"
	AskedAccounting AskedFor = "accounting"
)

// AskedFors lists them in the order a person is asked.
var AskedFors = []AskedFor{AskedCopies, AskedInspection, AskedAccounting}

// Label returns what is asked for in words.
func (a AskedFor) Label() string {
	switch a {
	case AskedInspection:
		return "Inspection"
	case AskedCopies:
		return "Copies"
	case AskedAccounting:
		return "Accounting of disclosures"
	}
	return ""
}

// AskedBy is who asks.
type AskedBy string

// Who can ask. The times of a rule are for the client and who stands for the
// client by law; anybody else needs the client's release.
const (
	AskedByClient         AskedBy = "client"
	AskedByRepresentative AskedBy = "representative"
	AskedByOther          AskedBy = "other"
)

// AskedBys lists them in the order a person is asked.
var AskedBys = []AskedBy{AskedByClient, AskedByRepresentative, AskedByOther}

// Label returns who asks in words.
func (a AskedBy) Label() string {
	switch a {
	case AskedByClient:
		return "The client"
	case AskedByRepresentative:
		return "A representative"
	case AskedByOther:
		return "Somebody else"
	}
	return ""
}

// RequestOutcome is how a request was answered; empty while it is open.
type RequestOutcome string

// The outcomes.
const (
	RequestOpen      RequestOutcome = ""
	RequestReleased  RequestOutcome = "released"
	RequestPartly    RequestOutcome = "partly" // a part was released, another denied
	RequestDenied    RequestOutcome = "denied"
	RequestWithdrawn RequestOutcome = "withdrawn"
)

// RequestOutcomes lists the outcomes in the order a person is asked.
var RequestOutcomes = []RequestOutcome{RequestReleased, RequestPartly, RequestDenied, RequestWithdrawn}

// Label returns the outcome in words.
func (o RequestOutcome) Label() string {
	switch o {
	case RequestReleased:
		return "Released"
	case RequestPartly:
		return "Partly released"
	case RequestDenied:
		return "Denied"
	case RequestWithdrawn:
		return "Withdrawn"
	}
	return "Open"
}

// RecordsRequest is a request for a client's records. What it asks can be
// changed while it is open; once answered it stays as it is.
type RecordsRequest struct {
	ID           string         `json:"id"`
	ClientID     string         `json:"client_id"`
	AskedOn      Date           `json:"asked_on"`
	AskedBy      AskedBy        `json:"asked_by"`
	Asker        string         `json:"asker"` // who that is, when not the client
	AskedFor     AskedFor       `json:"asked_for"`
	What         string         `json:"what"` // of the records
	Rule         RecordsRule    `json:"rule"` // as it stood when the request was recorded
	DueOn        Date           `json:"due_on"`
	ExtendedOn   Date           `json:"extended_on"` // when who asks was told of it in writing; empty for not
	ExtendedTo   Date           `json:"extended_to"`
	ExtendedWhy  string         `json:"extended_why"`
	Outcome      RequestOutcome `json:"outcome"`
	AnsweredOn   Date           `json:"answered_on"`
	ReleasedWhat string         `json:"released_what"`
	DeniedWhat   string         `json:"denied_what"`
	DeniedWhy    string         `json:"denied_why"`
	CreatedAt    Instant        `json:"created_at"`
	UpdatedAt    Instant        `json:"updated_at"`
	Version      int            `json:"version"`
}

// RequestAnswer is how a request is answered.
type RequestAnswer struct {
	Outcome      RequestOutcome `json:"outcome"`
	AnsweredOn   Date           `json:"answered_on"`
	ReleasedWhat string         `json:"released_what"`
	DeniedWhat   string         `json:"denied_what"`
	DeniedWhy    string         `json:"denied_why"`
}

// Normalize trims what a person types around the words.
func (r *RecordsRequest) Normalize() {
	r.Asker, r.What = strings.TrimSpace(r.Asker), strings.TrimSpace(r.What)
	if r.AskedBy == AskedByClient {
		r.Asker = ""
	}
}

// Validate refuses a request of a day to come, and one that does not say who
// asks for what.
func (r RecordsRequest) Validate(today Date) error {
	var c fault.Check
	CheckID(&c, "id", r.ID)
	CheckID(&c, "client_id", r.ClientID)
	checkPast(&c, "asked_on", r.AskedOn, today)
	if !slices.Contains(AskedBys, r.AskedBy) {
		c.Refuse("asked_by", "Choose who asks.")
	}
	if r.Asker == "" && r.AskedBy != AskedByClient {
		c.Refuse("asker", "Name who asks.")
	}
	checkLine(&c, "asker", r.Asker)
	if !slices.Contains(AskedFors, r.AskedFor) {
		c.Refuse("asked_for", "Choose what is asked for.")
	}
	if r.What == "" {
		c.Refuse("what", "Say what is asked for, such as “the whole chart”.")
	}
	checkText(&c, "what", r.What)
	return c.Err()
}

// checkPast refuses a day that is missing or still to come.
func checkPast(c *fault.Check, field string, d, today Date) {
	checkDate(c, field, d, true)
	if d > today {
		c.Refuse(field, "This day is still to come.")
	}
}

// Schedule sets when the request is due by its rule. One that was put off
// keeps its extension.
func (r *RecordsRequest) Schedule() {
	term := r.Rule.Term(r.AskedFor)
	r.DueOn = term.Due(r.AskedOn)
	if r.ExtendedOn != "" {
		r.ExtendedTo = term.Extended(r.DueOn)
	}
}

// Until returns the last day to answer, the extension included.
func (r RecordsRequest) Until() Date {
	if r.ExtendedTo != "" {
		return r.ExtendedTo
	}
	return r.DueOn
}

// Extendable tells whether the request can still be put off: it is open, its
// rule allows it, and it was not put off before.
func (r RecordsRequest) Extendable() bool {
	return r.Outcome == RequestOpen && r.ExtendedOn == "" && r.Rule.Term(r.AskedFor).ExtensionDays > 0
}

// Extend puts the request off, once, as its rule allows: told in writing on a
// day no later than it is due, with the reason.
func (r *RecordsRequest) Extend(told Date, why string, today Date) error {
	why = strings.TrimSpace(why)
	if !r.Extendable() {
		return fault.New(fault.Blocked, "This request cannot be put off: it was put off or answered before, or its rule does not allow it. Nothing was changed.")
	}
	var c fault.Check
	checkPast(&c, "extended_on", told, today)
	switch {
	case told < r.AskedOn:
		c.Refuse("extended_on", "This is before it was asked for.")
	case told > r.DueOn:
		c.Refuse("extended_on", "Who asks must be told by the day it is due, "+r.DueOn.Text()+".")
	}
	if why == "" {
		c.Refuse("extended_why", "Say why it takes longer.")
	}
	checkText(&c, "extended_why", why)
	if err := c.Err(); err != nil {
		return err
	}
	r.ExtendedOn, r.ExtendedWhy, r.ExtendedTo = told, why, r.Rule.Term(r.AskedFor).Extended(r.DueOn)
	return nil
}

// Answer closes the request. What was released is said where something was,
// what was denied and why where something was not. An answered request stays
// as it is.
func (r *RecordsRequest) Answer(a RequestAnswer, today Date) error {
	if r.Outcome != RequestOpen {
		return fault.New(fault.Conflict, "This request was answered and stays as it is. Nothing was changed; record a new one if it was asked again.")
	}
	for _, s := range []*string{&a.ReleasedWhat, &a.DeniedWhat, &a.DeniedWhy} {
		*s = strings.TrimSpace(*s)
	}
	released := a.Outcome == RequestReleased || a.Outcome == RequestPartly
	denied := a.Outcome == RequestDenied || a.Outcome == RequestPartly
	var c fault.Check
	if !slices.Contains(RequestOutcomes, a.Outcome) {
		c.Refuse("outcome", "Choose how it was answered.")
	}
	checkPast(&c, "answered_on", a.AnsweredOn, today)
	if a.AnsweredOn < r.AskedOn {
		c.Refuse("answered_on", "This is before it was asked for.")
	}
	for _, x := range []struct {
		field, missing string
		text           *string
		wanted         bool
	}{
		{"released_what", "Say what was released.", &a.ReleasedWhat, released},
		{"denied_what", "Say what was denied.", &a.DeniedWhat, denied},
		{"denied_why", "Say why, as it was told in writing.", &a.DeniedWhy, denied},
	} {
		if !x.wanted {
			*x.text = "" // of another outcome, typed before
		} else if *x.text == "" {
			c.Refuse(x.field, x.missing)
		}
		checkText(&c, x.field, *x.text)
	}
	if err := c.Err(); err != nil {
		return err
	}
	r.Outcome, r.AnsweredOn = a.Outcome, a.AnsweredOn
	r.ReleasedWhat, r.DeniedWhat, r.DeniedWhy = a.ReleasedWhat, a.DeniedWhat, a.DeniedWhy
	return nil
}

// Overdue tells that an open request should have been answered before today.
func (r RecordsRequest) Overdue(today Date) bool {
	return r.Outcome == RequestOpen && r.Until() < today
}

// StateText says where a request stands: "Due 2 April 2026, 12 days left",
// "Overdue by 3 days, was due 2 April 2026", "Released 28 March 2026".
func (r RecordsRequest) StateText(today Date) string {
	if r.Outcome != RequestOpen {
		return r.Outcome.Label() + " " + r.AnsweredOn.Text()
	}
	until := r.Until()
	from, _ := today.Day()
	to, _ := until.Day()
	switch left := daysApart(from, to); {
	case left == 0:
		return "Due today, " + until.Text()
	case left < 0:
		return "Overdue by " + counted(-left, "day", "days") + ", was due " + until.Text()
	default:
		return "Due " + until.Text() + ", " + counted(left, "day", "days") + " left"
	}
}

// AskedText says who asked for what and when: "Copies, asked by the client on
// 3 March 2026".
func (r RecordsRequest) AskedText() string {
	who := lowerFirst(r.AskedBy.Label())
	if r.Asker != "" {
		who = r.Asker
	}
	return r.AskedFor.Label() + ", asked by " + who + " on " + r.AskedOn.Text()
}
