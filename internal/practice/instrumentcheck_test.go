package practice

import (
	"slices"
	"testing"
)

// Each of these would score a form wrongly, or not at all.
func TestDefinitionsThatCannotBeScored(t *testing.T) {
	phq, err := CurrentInstrument("phq-9")
	if err != nil {
		t.Fatal(err)
	}
	notices, err := CurrentInstrument("notices")
	if err != nil {
		t.Fatal(err)
	}
	who, err := CurrentInstrument("who-5")
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name   string
		of     Instrument
		change func(*Instrument)
	}{
		{"id in capitals", phq, func(i *Instrument) { i.ID = "PHQ" }},
		{"version zero", phq, func(i *Instrument) { i.Version = 0 }},
		{"no title", phq, func(i *Instrument) { i.Title = "" }},
		{"no licence", phq, func(i *Instrument) { i.Licence = "" }},
		{"no words of which score", who, func(i *Instrument) { i.Lead = "" }},
		{"range upside down", who, func(i *Instrument) { i.Scoring.Min = 26 }},
		{"method unknown", who, func(i *Instrument) { i.Scoring.Method = "mean"; i.Bands, i.Changes = nil, nil }},
		{"better unknown", who, func(i *Instrument) { i.Scoring.Better = "up" }},
		{"items beside an entered score", who, func(i *Instrument) { i.Items = phq.Items }},
		{"no items", phq, func(i *Instrument) { i.Items = nil }},
		{"one choice", phq, func(i *Instrument) { i.Choices = i.Choices[:1] }},
		{"choices out of order", phq, func(i *Instrument) { i.Choices[1].Value, i.Choices[2].Value = 2, 1 }},
		{"a choice twice", phq, func(i *Instrument) { i.Choices[1].Value = 0 }},
		{"a choice without words", phq, func(i *Instrument) { i.Choices[2].Label = "" }},
		{"a link id twice", phq, func(i *Instrument) { i.Items[3].LinkID = "1" }},
		{"no link id", phq, func(i *Instrument) { i.Items[3].LinkID = "" }},
		{"an item without text", phq, func(i *Instrument) { i.Items[8].Text = "" }},
		{"no words for an end", notices, func(i *Instrument) { i.Items[0].High = "" }},
		{"an item too few for the range", phq, func(i *Instrument) { i.Items = i.Items[:8] }},
		{"range too wide", phq, func(i *Instrument) { i.Scoring.Max, i.Bands[4].To = 28, 28 }},
		{"bands begin late", phq, func(i *Instrument) { i.Bands[0].From = 1 }},
		{"a gap between bands", phq, func(i *Instrument) { i.Bands[1].From = 6 }},
		{"bands overlap", phq, func(i *Instrument) { i.Bands[1].From = 4 }},
		{"bands end early", phq, func(i *Instrument) { i.Bands = i.Bands[:4] }},
		{"a band without words", phq, func(i *Instrument) { i.Bands[2].Label = "" }},
		{"bands without a total", notices, func(i *Instrument) { i.Bands = []Band{{0, 10, "all"}} }},
		{"cut-off out of range", phq, func(i *Instrument) { i.Cutoffs = []Cutoff{{28, "words", "source"}} }},
		{"cut-off without a source", phq, func(i *Instrument) { i.Cutoffs = []Cutoff{{10, "words", ""}} }},
		{"cut-offs out of order", phq, func(i *Instrument) { i.Cutoffs = []Cutoff{{12, "a", "b"}, {10, "a", "b"}} }},
		{"a rule without a source", phq, func(i *Instrument) { i.Changes[0].Source = "" }},
		{"a rule without words", phq, func(i *Instrument) { i.Changes[0].Words = "" }},
		{"a rule of an unknown kind", phq, func(i *Instrument) { i.Changes[0].Kind = "recovery" }},
		{"a rule without its number", phq, func(i *Instrument) { i.Changes[2].Points = 0 }},
		{"a rule with another's number", phq, func(i *Instrument) { i.Changes[2].Percent = 50 }},
		{"a response of more than all", phq, func(i *Instrument) { i.Changes[0].Percent = 101 }},
		{"remission where higher is better", who, func(i *Instrument) { i.Changes = []Rule{{Kind: RuleRemission, Below: 5, Words: "a", Source: "b"}} }},
		{"a rule where nothing is better", who, func(i *Instrument) { i.Scoring.Better = "" }},
		{"a rule without a total", notices, func(i *Instrument) { i.Changes = []Rule{{Kind: RuleMeaningful, Points: 2, Words: "a", Source: "b"}} }},
	}
	for _, c := range cases {
		i := c.of
		i.Choices, i.Items, i.Bands, i.Changes = slices.Clone(i.Choices), slices.Clone(i.Items), slices.Clone(i.Bands), slices.Clone(i.Changes)
		if err := i.check(); err != nil {
			t.Fatalf("%s: %v", i.ID, err)
		}
		c.change(&i)
		if i.check() == nil {
			t.Errorf("%s: accepted", c.name)
		}
	}
}
