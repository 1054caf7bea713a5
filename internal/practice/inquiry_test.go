package practice

import (
	"errors"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
)

func anInquiry() Inquiry {
	return Inquiry{ID: NewID(), Name: "Ines", CalledAt: At(time.Date(2026, 3, 12, 17, 0, 0, 0, time.UTC))}
}

func TestInquiryValidation(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Inquiry)
		want   string // the field that is refused
	}{
		"a name is enough":       {func(*Inquiry) {}, ""},
		"a name and a line":      {func(q *Inquiry) { q.Hopes = "To sleep again." }, ""},
		"no name":                {func(q *Inquiry) { q.Name = "" }, "name"},
		"only spaces":            {func(q *Inquiry) { q.Name = " \t" }, "name"},
		"a name of two lines":    {func(q *Inquiry) { q.Name = "a\nb" }, "name"},
		"no id":                  {func(q *Inquiry) { q.ID = "x" }, "id"},
		"no time of the call":    {func(q *Inquiry) { q.CalledAt = "" }, "called_at"},
		"a time that is none":    {func(q *Inquiry) { q.CalledAt = "yesterday" }, "called_at"},
		"hopes in lines":         {func(q *Inquiry) { q.Hopes = "a\nb" }, ""},
		"endless hopes":          {func(q *Inquiry) { q.Hopes = strings.Repeat("a", 20_001) }, "hopes"},
		"31 concerns":            {func(q *Inquiry) { q.Concerns = strings.Fields(strings.Repeat("a ", 31)) }, "concerns"},
		"referred":               {func(q *Inquiry) { q.Outcome, q.OutcomeNote = InquiryReferred, "Dr. Cole" }, ""},
		"declined":               {func(q *Inquiry) { q.Outcome = InquiryDeclined }, ""},
		"another outcome":        {func(q *Inquiry) { q.Outcome = "perhaps" }, "outcome"},
		"a client":               {func(q *Inquiry) { q.Outcome, q.ClientID = InquiryContinues, NewID() }, ""},
		"continues, no client":   {func(q *Inquiry) { q.Outcome = InquiryContinues }, "outcome"},
		"a client, yet open":     {func(q *Inquiry) { q.ClientID = NewID() }, "outcome"},
		"a client, yet declined": {func(q *Inquiry) { q.Outcome, q.ClientID = InquiryDeclined, NewID() }, "outcome"},
	} {
		q := anInquiry()
		c.change(&q)
		q.Normalize()
		wantRefused(t, name, q.Validate(), c.want)
	}
}

// wantRefused wants one field to be refused, or none.
func wantRefused(t *testing.T, name string, err error, field string) {
	t.Helper()
	var refused *fault.Error
	if !errors.As(err, &refused) {
		if err != nil || field != "" {
			t.Errorf("%s: %v, want %q refused", name, err, field)
		}
		return
	}
	if _, ok := refused.Fields[field]; !ok || len(refused.Fields) != 1 || refused.Code != fault.Invalid {
		t.Errorf("%s: refuses %v, want %q", name, refused.Fields, field)
	}
}

// Whatever was asked in the call is in the chart, and the chart can be saved
// as it is.
func TestAnInquiryBecomesAClient(t *testing.T) {
	q := anInquiry()
	q.Phone, q.Email, q.FoundBy, q.Hopes, q.Concerns, q.Notes = "555", "i@example.org", "a friend", "To sleep again.", []string{"grief"}, "Prefers mornings."
	id := NewID()
	c := q.Client(id)
	c.Normalize()
	if err := c.Validate(time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Error(err)
	}
	if c.ID != id || c.Stage != StageScreening || c.AllergyAnswer != "" || c.Version != 0 {
		t.Errorf("begins as %+v", c)
	}
	if c.LegalName != "Ines" || c.Phone != "555" || c.Email != "i@example.org" || c.Intention != "To sleep again." ||
		len(c.Concerns) != 1 || c.Notes != "Came to the practice by: a friend\n\nPrefers mornings." {
		t.Errorf("carried over as %+v", c)
	}
	q.FoundBy = ""
	if c := q.Client(id); c.Notes != "Prefers mornings." {
		t.Errorf("notes %q", c.Notes)
	}
	q.FoundBy, q.Notes = "a friend", ""
	if c := q.Client(id); c.Notes != "Came to the practice by: a friend" {
		t.Errorf("notes %q", c.Notes)
	}
}

func TestWhatMayHappenToAnInquiry(t *testing.T) {
	for name, c := range map[string]struct {
		q               Inquiry
		continue_, gone bool
	}{
		"open":             {Inquiry{}, true, false},
		"declined":         {Inquiry{Outcome: InquiryDeclined}, false, true},
		"referred":         {Inquiry{Outcome: InquiryReferred}, false, true},
		"became a client":  {Inquiry{Outcome: InquiryContinues, ClientID: NewID()}, true, false},
		"a client, marked": {Inquiry{Outcome: InquiryDeclined, ClientID: NewID()}, false, false},
	} {
		if err := c.q.CanContinue(); (err == nil) != c.continue_ || err != nil && fault.CodeOf(err) != fault.Blocked {
			t.Errorf("%s: continue %v", name, err)
		}
		if err := c.q.CanErase(); (err == nil) != c.gone || err != nil && fault.CodeOf(err) != fault.Blocked {
			t.Errorf("%s: erase %v", name, err)
		}
	}
	for _, o := range InquiryOutcomes {
		if o.Label() == "" {
			t.Errorf("%q has no words", o)
		}
	}
}
