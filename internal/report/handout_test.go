package report

import (
	"bytes"
	"strings"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

// given is the shipped handout of a place for the sample's client.
func given(t *testing.T, place practice.Place) HandoutInput {
	t.Helper()
	shelf, err := practice.HandoutShelf(nil)
	if err != nil {
		t.Fatal(err)
	}
	in := sample()
	facts := practice.HandoutFacts{
		Practice: in.Practice, Client: in.Client, Prescriber: &practice.Prescriber{Name: "Dr. A. Lindqvist", Credential: "MD", Phone: "(510) 555-0105"},
		Clearance: practice.Clearance{Route: practice.Sublingual, Form: practice.Lozenge}, Place: place, Start: at(-26), Zone: zone, Minutes: 180,
		FastingHours: 4, RideHome: practice.Contact{Name: "Ingrid", Relationship: "sister", Phone: "(510) 555-0107"},
		Chaperone: practice.Contact{Name: "Ingrid", Phone: "(510) 555-0107"}, Settings: practice.DefaultSettings(),
		Plan: practice.CoursePlan{Integrations: 2, LaterIntegrationDays: 7},
	}
	out := HandoutInput{
		Facts: facts, Calls: practice.WhomToCall(facts.Practice, facts.Prescriber, ""), Parts: practice.DocHandout.Default(), Zone: zone, At: at(-5000),
	}
	for _, s := range shelf {
		if s.Item.Place == place {
			out.Handout = s.Item
		}
	}
	return out
}

func TestHandout(t *testing.T) {
	for place, name := range map[practice.Place]string{practice.Office: "handout-office.txt", practice.Virtual: "handout-home.txt"} {
		got := reporttest.Document(handout(given(t, place)))
		golden(t, name, got)
		if strings.ContainsAny(got, "{}") || strings.Contains(got, "Holt") || strings.Contains(got, "1984") {
			t.Errorf("%s tells too much, or a placeholder is left", name)
		}
	}
}

// A practice's own words, with what is not known and what is no Markdown.
func TestHandoutOfOnesOwn(t *testing.T) {
	in := given(t, practice.Office)
	in.Facts.RideHome = practice.Contact{Name: "*Kim* _B_ {day}"}
	in.Facts.Clearance = practice.Clearance{}
	in.Facts.Prescriber = nil
	in.Handout.Text = "## For {name}\n\n### The day\n\n> Come rested.\n\n**Ride**: {ride home}\n1. {medicine}, [see]({place})\n\n`{stay}` { THERAPIST'S phone }"
	got := reporttest.Blocks(handout(in).Blocks)
	want := `
# What to expect
Dosing in the office

### For Maren []

## The day []
> _“__Come rested.__”_
*Ride*: *Kim* _B_ {day}
  1. ____________________, see (2210 Harbor Street, Suite 4, Oakland, CA 94607)
2 hours (510) 555-0142
`
	if rest, ok := strings.CutPrefix(got, want); !ok || !strings.Contains(rest, "## Who to call") {
		t.Errorf("it reads\n%s", got)
	}
}

func TestHandoutParts(t *testing.T) {
	leavingOut(t, practice.DocHandout, map[practice.Part][]string{practice.PartEmergency: {"Who to call", "Dr. A. Lindqvist, MD"}}, func(parts practice.PartSet) string {
		in := given(t, practice.Office)
		in.Parts = parts
		return reporttest.Blocks(handout(in).Blocks)
	})
}

func TestHandoutDrawn(t *testing.T) {
	for _, place := range []practice.Place{practice.Office, practice.Virtual} {
		r, err := Handout(given(t, place))
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Handout(given(t, place))
		if !bytes.Equal(r.PDF, again.PDF) {
			t.Error("the same input gave other bytes")
		}
		if r.Pages > 2 || len(r.Unprintable) > 0 {
			t.Errorf("%d pages, cannot print %q", r.Pages, r.Unprintable)
		}
	}
}

// No fact of the client is in the file's outline, which anyone can read who
// has the file.
func FuzzHandoutOutline(f *testing.F) {
	for _, seed := range []string{"# {name}", "{name}\n---", "## a {name} b", "> # {name}", "- # {name}\n#### {NAME}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		in := HandoutInput{Handout: practice.Handout{Place: practice.Office, Text: text}, Zone: zone, At: at(0)}
		in.Facts.Client.PreferredName = "Qqxqq"
		for _, b := range handout(in).Blocks[1:] {
			if h, ok := b.(block.Heading); ok && h.Level == 1 && strings.Contains(reporttest.Blocks([]block.Block{h}), "Qqxqq") && !strings.Contains(text, "Qqxqq") {
				t.Errorf("%q: the name is in the outline", text)
			}
		}
	})
}
