package practice

import (
	"fmt"
	"strings"
	"time"

	"snowfield/internal/fault"
)

// RecordsRule says within how many days a request for records is to be
// answered: that of a state, or the practice's own.
type RecordsRule struct {
	Key        string      `json:"key"`
	Name       string      `json:"name"` // "HIPAA", "California"
	Inspection RecordsTerm `json:"inspection"`
	Copies     RecordsTerm `json:"copies"`
	Accounting RecordsTerm `json:"accounting"`
}

// RecordsTerm is the time one kind of request may take. It counts from the day
// after the request; a day that is no working day ends a calendar term all the
// same.
type RecordsTerm struct {
	Days          int    `json:"days"`
	Working       bool   `json:"working"`        // Monday to Friday only; public holidays are not known and count
	ExtensionDays int    `json:"extension_days"` // it may be put off once by so many more of these days; 0 for not at all
	Source        string `json:"source"`         // where this is written: "45 CFR 164.524(b)(2)"
}

// DefaultRecordsRule is the rule of a practice that chose none.
const DefaultRecordsRule = "hipaa"

var hipaaAccounting = RecordsTerm{Days: 60, ExtensionDays: 30, Source: "45 CFR 164.528(c)(1)"}

// What Snowfield ships, as the law read when it was written down; states
// differ, and a practice adds its own.
var shippedRecordsRules = []RecordsRule{
	{
		Key: DefaultRecordsRule, Name: "HIPAA",
		Inspection: RecordsTerm{Days: 30, ExtensionDays: 30, Source: "45 CFR 164.524(b)(2)"},
		Copies:     RecordsTerm{Days: 30, ExtensionDays: 30, Source: "45 CFR 164.524(b)(2)"},
		Accounting: hipaaAccounting,
	},
	{
		Key: "california", Name: "California",
		Inspection: RecordsTerm{Days: 5, Working: true, Source: "Health and Safety Code 123110(a)"},
		Copies:     RecordsTerm{Days: 15, Source: "Health and Safety Code 123110(b)"},
		Accounting: hipaaAccounting,
	},
}

// RecordsRuleShelf returns the rules as the practice has them.
func RecordsRuleShelf(stored []LibraryItem) ([]Shelved[RecordsRule], error) {
	return overlay(shippedRecordsRules, func(r RecordsRule) string { return r.Key }, stored)
}

// Term returns the time a kind of request may take.
func (r RecordsRule) Term(asked AskedFor) RecordsTerm {
	switch asked {
	case AskedInspection:
		return r.Inspection
	case AskedAccounting:
		return r.Accounting
	}
	return r.Copies
}

// Due returns the last day for a request that was asked on a day. Where a
// public holiday lies between, the law may allow more: what is said is the
// earliest reading.
func (t RecordsTerm) Due(asked Date) Date { return t.after(asked, t.Days) }

// Extended returns the last day once a request due on a day is put off.
func (t RecordsTerm) Extended(due Date) Date { return t.after(due, t.ExtensionDays) }

// after returns the day so many of the term's days later. A bad day stays as
// it is.
func (t RecordsTerm) after(from Date, days int) Date {
	day, ok := from.Day()
	if !ok {
		return from
	}
	if !t.Working {
		return DateOf(day.AddDate(0, 0, days))
	}
	for days > 0 {
		day = day.AddDate(0, 0, 1)
		if day.Weekday() != time.Saturday && day.Weekday() != time.Sunday {
			days--
		}
	}
	return DateOf(day)
}

// Text says a term: "5 working days", "30 days, and once 30 more".
func (t RecordsTerm) Text() string {
	text := counted(t.Days, "day", "days")
	if t.Working {
		text = counted(t.Days, "working day", "working days")
	}
	if t.ExtensionDays > 0 {
		text += fmt.Sprintf(", and once %d more", t.ExtensionDays)
	}
	return text
}

// Line says a rule in one line.
func (r RecordsRule) Line() string {
	return "Inspection " + r.Inspection.Text() + "; copies " + r.Copies.Text() + "; accounting " + r.Accounting.Text()
}

// Lines says a rule with its sources.
func (r RecordsRule) Lines() []string {
	lines := []string{r.Name}
	for _, x := range r.terms() {
		lines = append(lines, fmt.Sprintf("%s: %s (%s)", x.label, x.term.Text(), x.term.Source))
	}
	return lines
}

// namedTerm is a term with the field it is kept in and what it is called.
type namedTerm struct {
	field, label string
	term         *RecordsTerm
}

func (r *RecordsRule) terms() []namedTerm {
	return []namedTerm{
		{"inspection", AskedInspection.Label(), &r.Inspection},
		{"copies", AskedCopies.Label(), &r.Copies},
		{"accounting", AskedAccounting.Label(), &r.Accounting},
	}
}

// Normalize trims the words.
func (r *RecordsRule) Normalize() {
	r.Name = strings.TrimSpace(r.Name)
	for _, x := range r.terms() {
		x.term.Source = strings.TrimSpace(x.term.Source)
	}
}

// Validate refuses a rule without a name, a term of no day or more than a
// year, and one that does not say where it is written.
func (r RecordsRule) Validate() error {
	var c fault.Check
	if r.Key == "" {
		c.Refuse("key", "The rule needs a key.")
	}
	checkLine(&c, "key", r.Key)
	if r.Name == "" {
		c.Refuse("name", "Give the rule a name.")
	}
	checkLine(&c, "name", r.Name)
	for _, x := range r.terms() {
		if x.term.Days < 1 || x.term.Days > 365 {
			c.Refuse(x.field+".days", "Choose 1 to 365 days.")
		}
		if x.term.ExtensionDays < 0 || x.term.ExtensionDays > 365 {
			c.Refuse(x.field+".extension_days", "Choose 0 to 365 days; 0 for none.")
		}
		if x.term.Source == "" {
			c.Refuse(x.field+".source", "Say where this is written.")
		}
		checkLine(&c, x.field+".source", x.term.Source)
	}
	return c.Err()
}
