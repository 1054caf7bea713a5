package practice

import (
	"cmp"
	"fmt"
	"slices"
)

// Filled is one form with the definition it was answered with.
type Filled struct {
	Response   Response
	Instrument Instrument
}

// FormTotal is one form that has a total: finished, not struck, without a blank.
// Only such forms enter any arithmetic.
type FormTotal struct {
	ResponseID string        `json:"response_id"`
	Instrument InstrumentRef `json:"instrument"`
	At         Instant       `json:"at"` // when it was answered
	Zone       string        `json:"zone"`
	Value      int           `json:"value"`
	Band       string        `json:"band"`
	Cutoff     string        `json:"cutoff"`
	scoring    Scoring
	earliest   Instant // it can have been answered: of paper, the beginning of its day
}

// Difference is how one total stands against an earlier one.
type Difference struct {
	Points  int    `json:"points"`  // below zero: the total fell
	Percent *int   `json:"percent"` // of the earlier total, rounded; none where that was zero
	Better  *bool  `json:"better"`  // for the client; none where nothing changed, or where the score is neither good nor bad
	Words   string `json:"words"`   // "6 lower (-38 %)", "no change"
}

// Claim is what a change is published to mean.
type Claim struct {
	Kind   RuleKind `json:"kind"`
	Better bool     `json:"better"` // for the client
	Title  string   `json:"title"`  // "Response"
	Rule   string   `json:"rule"`   // "a fall of half or more since baseline"
	Source string   `json:"source"` // "Kroenke and Spitzer 2002"
	Words  string   `json:"words"`  // all of it: "Response, by the rule: a fall of half or more since baseline (Kroenke and Spitzer 2002)."
}

// Change is how a client's totals of one instrument have moved over a course.
type Change struct {
	Baseline      *FormTotal  `json:"baseline"`       // none before there is a total
	BaselineNote  string      `json:"baseline_note"`  // why it is none by the rule, so that nothing is claimed; empty where it is one
	Last          *FormTotal  `json:"last"`           // the newest; the baseline itself where there is one total only
	SinceBaseline *Difference `json:"since_baseline"` // none where the last is the baseline, or was scored in another way
	SinceBefore   *Difference `json:"since_before"`   // against the total before the last one
	Claims        []Claim     `json:"claims"`         // of the change since a baseline by the rule, by the rules of the last form's version
}

// FormTotals returns the forms that have a total, the oldest first.
func FormTotals(forms []Filled) []FormTotal {
	list := []FormTotal{}
	for _, f := range oldestFirst(forms) {
		if x, ok := totalOf(f); ok {
			list = append(list, x)
		}
	}
	return list
}

// ReadChange reads the forms of one client and one instrument, in any order
// and of any versions, as they stand in the treatment that begins there. A form
// on paper has a day and no time: on the day of the first dose it counts as
// answered before it.
func ReadChange(forms []Filled, begins TreatmentStart) Change {
	change := Change{Claims: []Claim{}}
	totals := FormTotals(forms)
	if len(totals) == 0 {
		return change
	}
	base, note := begins.baseline(totals)
	last := len(totals) - 1
	change.BaselineNote = note
	change.Baseline, change.Last = &totals[base], &totals[last]
	if last > base {
		change.SinceBaseline = totals[last].Since(totals[base])
	}
	if last > 0 {
		change.SinceBefore = totals[last].Since(totals[last-1])
	}
	if change.SinceBaseline == nil || note != "" {
		return change
	}
	for _, f := range forms {
		if f.Response.ID == totals[last].ResponseID {
			change.Claims = f.Instrument.claims(totals[base].Value, totals[last].Value)
		}
	}
	return change
}

// Highest is the highest total its form could have.
func (x FormTotal) Highest() int { return x.scoring.Max }

// Since compares with an earlier total; nil where the two were scored in
// different ways, so that their numbers do not mean the same.
func (x FormTotal) Since(earlier FormTotal) *Difference {
	if x.Instrument.ID != earlier.Instrument.ID || x.scoring != earlier.scoring {
		return nil
	}
	d := Difference{Points: x.Value - earlier.Value}
	switch {
	case d.Points == 0:
		d.Words = "no change"
	case d.Points < 0:
		d.Words = fmt.Sprintf("%d lower", -d.Points)
	default:
		d.Words = fmt.Sprintf("%d higher", d.Points)
	}
	if d.Points != 0 && x.scoring.Better != "" {
		better := x.scoring.gain(earlier.Value, x.Value) > 0
		d.Better = &better
	}
	if earlier.Value > 0 {
		percent := roundedPercent(d.Points, earlier.Value)
		d.Percent = &percent
		if d.Points != 0 {
			d.Words += fmt.Sprintf(" (%+d %%)", percent)
		}
	}
	return &d
}

// gain is by how many points a total moved to the client's better; below zero
// it moved to the worse.
func (s Scoring) gain(from, to int) int {
	if s.Better == HigherBetter {
		return to - from
	}
	return from - to
}

// claims applies the published rules to a change since baseline.
func (i Instrument) claims(baseline, last int) []Claim {
	list := []Claim{}
	gain := i.Scoring.gain(baseline, last)
	for _, r := range i.Changes {
		title, better, met := "", true, false
		switch r.Kind {
		case RuleResponse:
			title, met = "Response", !i.remitted(baseline) && baseline > 0 && gain*100 >= r.Percent*baseline
		case RuleRemission:
			title, met = "Remission", !i.remitted(baseline) && last < r.Below
		case RuleReliable:
			title, better, met = pointsClaim("Reliable change", gain, r)
		case RuleMeaningful:
			title, better, met = pointsClaim("Meaningful change", gain, r)
		}
		if met {
			list = append(list, Claim{
				Kind: r.Kind, Better: better, Title: title, Rule: r.Words, Source: r.Source,
				Words: fmt.Sprintf("%s, by the rule: %s (%s).", title, r.Words, r.Source),
			})
		}
	}
	return list
}

// pointsClaim applies a rule that speaks of points, in both directions unless
// it is published for one.
func pointsClaim(title string, gain int, r Rule) (words string, better, met bool) {
	if gain >= r.Points {
		return title + " for the better", true, true
	}
	return title + " for the worse", false, -gain >= r.Points && !r.BetterOnly
}

// remitted reports whether a baseline was below the limit of remission
// already: then there was nothing a treatment could have brought about.
func (i Instrument) remitted(baseline int) bool {
	return slices.ContainsFunc(i.Changes, func(r Rule) bool { return r.Kind == RuleRemission && baseline < r.Below })
}

// totalOf returns a form's total; false where it has none or does not count.
func totalOf(f Filled) (FormTotal, bool) {
	if !f.Response.Finished() || f.Response.Struck() {
		return FormTotal{}, false
	}
	result := f.Instrument.Result(f.Response)
	if result.Total == nil {
		return FormTotal{}, false
	}
	x := FormTotal{
		ResponseID: f.Response.ID, Instrument: f.Response.Instrument, At: f.Response.AnsweredAt, Zone: f.Response.Zone,
		Value: *result.Total, Band: result.Band, Cutoff: result.Cutoff, scoring: f.Instrument.Scoring, earliest: f.Response.AnsweredAt,
	}
	if f.Response.By == AnsweredPaper {
		x.earliest = DateOf(x.At.In(x.Zone)).StartOfDay(x.Zone)
	}
	return x, true
}

// oldestFirst returns the forms by when they were answered, those of one time in
// the order they were entered.
func oldestFirst(forms []Filled) []Filled {
	return slices.SortedFunc(slices.Values(forms), func(a, b Filled) int {
		return cmp.Or(
			cmp.Compare(a.Response.AnsweredAt, b.Response.AnsweredAt),
			cmp.Compare(a.Response.CreatedAt, b.Response.CreatedAt),
			cmp.Compare(a.Response.ID, b.Response.ID))
	})
}

// roundedPercent is part of whole in percent, halves away from zero; whole is
// above zero.
func roundedPercent(part, whole int) int {
	if part < 0 {
		return -roundedPercent(-part, whole)
	}
	return (part*200 + whole) / (2 * whole)
}
