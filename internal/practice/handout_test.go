package practice

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"snowfield/internal/fault"
)

// handoutFacts is what is known of a client whose next session is planned.
func handoutFacts() HandoutFacts {
	return HandoutFacts{
		Practice:     Practice{TherapistName: "Miriam Okafor", Credential: "LMFT", Phone: "(510) 555-0142", Address: "2210 Harbor Street\nOakland"},
		Client:       Client{LegalName: "Maren Elisabeth Holt", PreferredName: "Maren"},
		Prescriber:   &Prescriber{Name: "Dr. A. Lindqvist", Credential: "MD", Phone: "555 0105"},
		Clearance:    Clearance{ID: "c", Route: Sublingual, Form: Lozenge},
		Place:        Office,
		Start:        "2026-03-11T20:00:00.000Z",
		Zone:         "America/Los_Angeles",
		Minutes:      180,
		FastingHours: 4,
		RideHome:     Contact{Name: "Ingrid", Relationship: "sister", Phone: "555 0107"},
		Settings:     DefaultSettings(),
		Plan:         CoursePlan{Integrations: 2, LaterIntegrationDays: 7},
	}
}

func TestPlaceholders(t *testing.T) {
	full := handoutFacts()
	bare := HandoutFacts{Minutes: 50, Settings: DefaultSettings()}
	home := full
	home.Place, home.Chaperone = Virtual, Contact{Name: "Kim"}
	for _, c := range []struct {
		text  string
		facts HandoutFacts
		want  string
	}{
		{"{name}", full, "Maren"},
		{"{ Name }", HandoutFacts{Client: Client{LegalName: "Jo Anne Reed"}}, "Jo"},
		{"{day}", full, "Wednesday 11 March 2026 at 13:00"},
		{"{place}", full, "2210 Harbor Street, Oakland"},
		{"{place}", home, "home, by video"},
		{"{length}", full, "3 hours"},
		{"{length}", bare, "50 minutes"},
		{"{length}", HandoutFacts{Minutes: 90}, "90 minutes"},
		{"{length}", HandoutFacts{Minutes: 150}, "2 hours 30 minutes"},
		{"{therapist}", full, "Miriam Okafor"},
		{"{therapist's phone}", full, "(510) 555-0142"},
		{"{prescriber}", full, "Dr. A. Lindqvist"},
		{"{prescriber’s phone}", full, "555 0105"},
		{"{medicine}", full, "ketamine as a lozenge under the tongue"},
		{"{medicine}", HandoutFacts{Clearance: Clearance{Form: Injection, Route: Intramuscular}}, "ketamine as an injection into a muscle"},
		{"{medicine}", HandoutFacts{Clearance: Clearance{Route: Intranasal}}, "ketamine into the nose"},
		{"{fasting}", full, "eat nothing for 4 hours before the session"},
		{"{fasting}", bare, "no fasting was agreed"},
		{"{ride home}", full, "Ingrid, sister, 555 0107"},
		{"{RIDE  HOME}", full, "Ingrid, sister, 555 0107"},
		{"{chaperone}", home, "Kim"},
		{"{stay}", full, "2 hours"},
		{"{lost connection}", full, "5 minutes"},
		{"{window}", full, "72 hours"},
		{"{follow-up}", full, "within the first 72 hours, and again about 7 days after the session"},
		{"{follow-up}", bare, "within the first 72 hours"},
		{"{follow-up}", HandoutFacts{Settings: DefaultSettings(), Plan: CoursePlan{Integrations: 4, LaterIntegrationDays: 1}}, "within the first 72 hours, and again about 1 day after the session; two more 1 day apart"},
		{"a { b", full, "a { b"},
		{"no } harm", full, "no } harm"},
	} {
		missing := Handout{Text: c.text}.Missing(c.facts)
		if got := Fill(c.text, c.facts); got != c.want || len(missing) > 0 {
			t.Errorf("%s is %q, missing %q, want %q", c.text, got, missing, c.want)
		}
	}
}

// What is not known leaves a line to write on, and is named once.
func TestHandoutMissing(t *testing.T) {
	h := Handout{Text: "{ride home}, {prescriber}, {Ride home}, {medicine}, {day}, {place}"}
	facts := HandoutFacts{Minutes: 50}
	if missing, want := h.Missing(facts), []string{"ride home", "prescriber", "medicine", "day", "place"}; !reflect.DeepEqual(missing, want) {
		t.Errorf("missing %q, want %q", missing, want)
	}
	if text := Fill(h.Text, facts); strings.Count(text, Blank) != 6 {
		t.Errorf("it reads %q", text)
	}
}

// A fact is one line, and is no placeholder, whatever is in it.
func TestHandoutFactsAreWords(t *testing.T) {
	facts := handoutFacts()
	facts.RideHome = Contact{Name: "*Kim* {name}\n# y"}
	if got := Fill("{ride home}", facts); got != "*Kim* {name} # y" {
		t.Errorf("it reads %q", got)
	}
}

func TestHasPlaceholder(t *testing.T) {
	for text, want := range map[string]bool{"The day": false, "{} {day": false, "{x}": false, "On { Day }": true} {
		if got := HasPlaceholder(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestHandoutValidate(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Come rested, {name}.", ""},
		{"} is only a sign", ""},
		{"", "text"},
		{"{rides home}", "There is no placeholder {rides home}."},
		{"{}", "There is no placeholder {}."},
		{"{name", "The brace in “{name” is not closed."},
		{"{name\n}", "The brace in “{name” is not closed."},
		{"{{name}}", "The brace in “{” is not closed."},
		{"{" + strings.Repeat("x", 100) + "}", "There is no placeholder {xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…."},
		{strings.Repeat("x", 20_001), "longer than 20,000"},
	} {
		err := Handout{Place: Office, Text: c.text}.Validate()
		if (err == nil) != (c.want == "") {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if refused, ok := errors.AsType[*fault.Error](err); ok && c.want != "text" && !strings.Contains(refused.Fields["text"], c.want) {
			t.Errorf("%q says %q, want %q", c.text, refused.Fields["text"], c.want)
		}
	}
	wantCode(t, Handout{Text: "Come."}.Validate(), "invalid")
}

// The shipped handouts know of everything they tell, advise nobody to stop a
// medicine, and name no amount.
func TestShippedHandouts(t *testing.T) {
	for _, h := range shippedHandouts {
		facts := handoutFacts()
		facts.Place, facts.Chaperone = h.Place, Contact{Name: "Kim", Phone: "555 0102"}
		text, missing := Fill(h.Text, facts), h.Missing(facts)
		if len(missing) > 0 || strings.ContainsAny(text, "{}") || strings.Contains(text, "_") {
			t.Errorf("%s is missing %q\n%s", h.Place, missing, text)
		}
		for _, never := range []string{" mg", "stop taking", "skip your"} {
			if strings.Contains(h.Text, never) {
				t.Errorf("%s says %q", h.Place, never)
			}
		}
	}
}

func TestWhomToCall(t *testing.T) {
	f := handoutFacts()
	want := []CallLine{
		{"A question, or a hard hour", "Miriam Okafor, LMFT", "(510) 555-0142"},
		{"The medicine, or another you take", "Dr. A. Lindqvist, MD", "555 0105"},
		{"Danger to life", "Emergency services", "911"},
	}
	if got := WhomToCall(f.Practice, f.Prescriber, "911"); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
	if got := WhomToCall(Practice{}, nil, " "); len(got) != 1 || got[0].Number != "The local number" {
		t.Errorf("of an empty practice: %v", got)
	}
}

// Whatever a practice types: what was accepted leaves nothing between braces
// but facts, and every placeholder of it is known or missing.
func FuzzHandout(f *testing.F) {
	for _, seed := range []string{"{name}", "{ride home} {", "{{day}}", "a}{b", "{therapist's phone}\n{x}", "{ NAME }{}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		h := Handout{Place: Office, Text: text}
		h.Normalize()
		if h.Validate() != nil {
			return
		}
		if filled := Fill(h.Text, handoutFacts()); strings.Contains(filled, "{") || HasPlaceholder(filled) {
			t.Errorf("%q is filled to %q", text, filled)
		}
		if n := strings.Count(Fill(h.Text, HandoutFacts{}), Blank) - strings.Count(h.Text, Blank); (n > 0) != (len(h.Missing(HandoutFacts{})) > 0) {
			t.Errorf("%q leaves %d lines and misses %q", text, n, h.Missing(HandoutFacts{}))
		}
	})
}
