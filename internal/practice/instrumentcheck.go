package practice

import (
	"fmt"
	"regexp"
	"slices"
)

var instrumentID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// check returns what is wrong with a definition, nil where nothing is. A
// definition that passes gives every complete form one total within its range
// and at most one band.
func (i Instrument) check() error {
	switch {
	case !instrumentID.MatchString(i.ID) || i.Version < 1:
		return fmt.Errorf("id %q, version %d", i.ID, i.Version)
	case i.Title == "" || i.Name == "" || i.About == "" || i.Lead == "" || i.Licence == "":
		return fmt.Errorf("%s: title, name, about, lead and licence are needed", i.ID)
	case i.Scoring.Min >= i.Scoring.Max:
		return fmt.Errorf("%s: the range %d to %d", i.ID, i.Scoring.Min, i.Scoring.Max)
	case !slices.Contains([]Better{LowerBetter, HigherBetter, ""}, i.Scoring.Better):
		return fmt.Errorf("%s: better %q", i.ID, i.Scoring.Better)
	}
	for _, err := range []error{i.checkItems(), i.checkRange(), i.checkBands(), i.checkCutoffs(), i.checkChanges()} {
		if err != nil {
			return fmt.Errorf("%s: %w", i.ID, err)
		}
	}
	return nil
}

func (i Instrument) checkItems() error {
	if i.Scoring.Method == ScoreEntered {
		if len(i.Items) > 0 || len(i.Choices) > 0 {
			return fmt.Errorf("a score that is entered has no items")
		}
		return nil
	}
	if len(i.Items) == 0 || len(i.Choices) < 2 {
		return fmt.Errorf("items and choices are needed")
	}
	worded := i.Choices[0].Label != ""
	for n, c := range i.Choices {
		if n > 0 && c.Value <= i.Choices[n-1].Value {
			return fmt.Errorf("choice %d comes after %d", c.Value, i.Choices[n-1].Value)
		}
		if (c.Label != "") != worded {
			return fmt.Errorf("either every choice has words or none")
		}
	}
	seen := []string{}
	for _, x := range i.Items {
		if x.LinkID == "" || slices.Contains(seen, x.LinkID) {
			return fmt.Errorf("link id %q", x.LinkID)
		}
		seen = append(seen, x.LinkID)
		if x.Text == "" || worded != (x.Low == "") || worded != (x.High == "") {
			return fmt.Errorf("item %s: a text is needed, and words for the ends where the choices have none", x.LinkID)
		}
	}
	return nil
}

// checkRange compares the range of the total with what the answers can give.
func (i Instrument) checkRange() error {
	switch i.Scoring.Method {
	case ScoreEntered:
		return nil
	case ScoreSum, ScoreNone:
		times := 1
		if i.Scoring.Method == ScoreSum {
			times = len(i.Items)
		}
		if i.Scoring.Min != times*i.Choices[0].Value || i.Scoring.Max != times*i.Choices[len(i.Choices)-1].Value {
			return fmt.Errorf("the answers do not give %d to %d", i.Scoring.Min, i.Scoring.Max)
		}
		return nil
	}
	return fmt.Errorf("method %q", i.Scoring.Method)
}

func (i Instrument) checkBands() error {
	if len(i.Bands) == 0 {
		return nil
	}
	if i.Scoring.Method == ScoreNone {
		return fmt.Errorf("bands without a total")
	}
	next := i.Scoring.Min
	for _, b := range i.Bands {
		if b.From != next || b.To < b.From || b.Label == "" {
			return fmt.Errorf("band %d to %d: the one before ends at %d", b.From, b.To, next-1)
		}
		next = b.To + 1
	}
	if next != i.Scoring.Max+1 {
		return fmt.Errorf("the bands end at %d, the range at %d", next-1, i.Scoring.Max)
	}
	return nil
}

func (i Instrument) checkCutoffs() error {
	above := i.Scoring.Min
	for _, c := range i.Cutoffs {
		if i.Scoring.Method == ScoreNone || c.From <= above || c.From > i.Scoring.Max || c.Words == "" || c.Source == "" {
			return fmt.Errorf("cut-off %d", c.From)
		}
		above = c.From
	}
	return nil
}

func (i Instrument) checkChanges() error {
	for _, r := range i.Changes {
		numbers := Rule{Kind: r.Kind, Words: r.Words, Source: r.Source}
		sound := false
		switch r.Kind {
		case RuleResponse:
			numbers.Percent = r.Percent
			sound = r.Percent > 0 && r.Percent <= 100
		case RuleRemission:
			numbers.Below = r.Below
			sound = i.Scoring.Better == LowerBetter && r.Below > i.Scoring.Min && r.Below <= i.Scoring.Max
		case RuleReliable, RuleMeaningful:
			numbers.Points, numbers.BetterOnly = r.Points, r.BetterOnly
			sound = r.Points > 0 && r.Points <= i.Scoring.Max-i.Scoring.Min
		}
		if !sound || r != numbers || r.Words == "" || r.Source == "" || i.Scoring.Method == ScoreNone || i.Scoring.Better == "" {
			return fmt.Errorf("rule %q", r.Kind)
		}
	}
	return nil
}
