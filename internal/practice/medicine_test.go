package practice

import (
	"strings"
	"testing"
)

func TestMedicineValidation(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Medicine)
		want   string
	}{
		"a name is enough":  {func(*Medicine) {}, ""},
		"no name":           {func(m *Medicine) { m.Name = " " }, "name"},
		"a name of lines":   {func(m *Medicine) { m.Name = "a\nb" }, "name"},
		"no id":             {func(m *Medicine) { m.ID = "x" }, "id"},
		"no client":         {func(m *Medicine) { m.ClientID = "" }, "client_id"},
		"a class":           {func(m *Medicine) { m.Class = "maoi" }, ""},
		"no such class":     {func(m *Medicine) { m.Class = "vitamin" }, "class"},
		"ended today":       {func(m *Medicine) { m.EndedOn = "2026-03-12" }, ""},
		"ends tomorrow":     {func(m *Medicine) { m.EndedOn = "2026-03-13" }, "ended_on"},
		"no such day":       {func(m *Medicine) { m.EndedOn = "soon" }, "ended_on"},
		"an endless dose":   {func(m *Medicine) { m.Dose = strings.Repeat("a", 301) }, "dose"},
		"schedule of lines": {func(m *Medicine) { m.Schedule = "a\nb" }, "schedule"},
		"by nobody":         {func(m *Medicine) { m.PrescribedBy = "a\nb" }, "prescribed_by"},
	} {
		m := Medicine{ID: NewID(), ClientID: NewID(), Name: "Sertraline"}
		c.change(&m)
		m.Normalize()
		if got := fields(t, m.Validate("2026-03-12")); got != c.want {
			t.Errorf("%s: refused %q, want %q", name, got, c.want)
		}
	}
}

// Each class but "none" asks the prescriber, in words that advise nothing.
func TestMedicineQuestions(t *testing.T) {
	for _, class := range MedicineClasses {
		m := Medicine{Name: "Name", Dose: "1 mg", Schedule: "at night", Class: class.ID}
		question := m.Question()
		if (question != "") != (class.ID != "") {
			t.Errorf("%s asks %q", class.Label, question)
		}
		for _, word := range []string{"stop", "pause", "reduce", "avoid", "skip"} {
			if strings.Contains(strings.ToLower(question+class.Label), word) {
				t.Errorf("%q advises", question)
			}
		}
		if class.ID != "" && question != "Name 1 mg, at night. "+class.Label+": how should it be handled around a ketamine session?" {
			t.Errorf("%s asks %q", class.Label, question)
		}
		m.EndedOn = "2026-03-12"
		if m.Question() != "" {
			t.Errorf("%s asks after its last day", class.Label)
		}
	}
	if got := (Medicine{Class: "gone"}).ClassOf().ID; got != "" {
		t.Errorf("an unknown class is %q", got)
	}
}

func TestMonthsLater(t *testing.T) {
	for _, c := range []struct {
		day  Date
		n    int
		want Date
	}{
		{"2026-03-12", 6, "2026-09-12"},
		{"2026-08-31", 6, "2027-02-28"},
		{"2027-08-31", 6, "2028-02-29"},
		{"2026-10-31", 1, "2026-11-30"},
		{"2026-12-31", 12, "2027-12-31"},
		{"2026-03-31", 24, "2028-03-31"},
		{"2026-01-29", 1, "2026-02-28"},
		{"2026-03-12", 0, "2026-03-12"},
		{"", 6, ""},
		{"soon", 6, "soon"},
	} {
		if got := c.day.AddMonths(c.n); got != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.day, c.n, got, c.want)
		}
	}
}
