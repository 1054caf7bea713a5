package practice

import (
	"fmt"
	"slices"
	"strings"
)

// forms returns the client's finished forms that count, by instrument, those
// of the plan first and the others in the order they are offered.
func (f CourseFacts) forms() [][]Filled {
	order := []string{}
	for _, row := range f.Plan.Rows {
		order = append(order, row.InstrumentID)
	}
	order = append(order, offered...)
	by := map[string][]Filled{}
	for _, x := range oldestFirst(f.Forms) {
		if x.Response.State() != FormFinished {
			continue
		}
		id := x.Instrument.ID
		if !slices.Contains(order, id) {
			order = append(order, id)
		}
		by[id] = append(by[id], x)
	}
	list := [][]Filled{}
	for _, id := range order {
		if len(by[id]) > 0 {
			list = append(list, by[id])
			delete(by, id)
		}
	}
	return list
}

// drawSeries returns a line for each measure with a total, with the bands of
// the version that was answered last.
func (f CourseFacts) drawSeries(treatments Treatments) []ChartSeries {
	list := []ChartSeries{}
	for _, forms := range f.forms() {
		totals := treatments.Totals(forms)
		if len(totals) == 0 {
			continue
		}
		s := newSeries(newest(forms, totals[len(totals)-1].FormTotal))
		for _, x := range totals {
			s.Min, s.Max = min(s.Min, x.scoring.Min), max(s.Max, x.scoring.Max)
			s.Points = append(s.Points, drawTotal(s.Title, x))
		}
		s.Claims = claimWords(s.Title, treatments.Change(forms))
		list = append(list, s)
	}
	return list
}

// newest returns the definition a total was answered with.
func newest(forms []Filled, last FormTotal) Instrument {
	at := slices.IndexFunc(forms, func(x Filled) bool { return x.Response.ID == last.ResponseID })
	return forms[at].Instrument
}

func newSeries(i Instrument) ChartSeries {
	return ChartSeries{
		Key: i.ID, Title: i.Title, Min: i.Scoring.Min, Max: i.Scoring.Max, Better: i.Scoring.Better,
		Bands: slices.Concat([]Band{}, i.Bands), Cutoffs: slices.Concat([]Cutoff{}, i.Cutoffs), Points: []ChartPoint{}, Claims: []string{},
	}
}

func drawTotal(title string, x CourseTotal) ChartPoint {
	p := ChartPoint{
		ResponseID: x.ResponseID, At: x.At, DateText: LongDateText(x.At.In(x.Zone)), Value: x.Value, Band: x.Band,
		Meaning: strings.Join(slices.DeleteFunc([]string{x.Band, x.Cutoff}, func(s string) bool { return s == "" }), ", "),
	}
	p.Words = fmt.Sprintf("%s, %s: %d", title, p.DateText, p.Value)
	if p.Meaning != "" {
		p.Words += ", " + p.Meaning
	}
	p.Words += "."
	base := "at baseline"
	if !x.Accepted {
		base = "on " + LongDateText(x.Baseline.At.In(x.Baseline.Zone))
	}
	switch since := x.Since(); {
	case x.IsBaseline:
		p.Words += " The baseline."
	case since == nil:
	case since.Points == 0:
		p.Words += " As " + base + "."
	default:
		p.Words += " " + since.Words + " than " + base + "."
	}
	if x.IsNext {
		p.Words += " The baseline of what followed."
	}
	return p
}

// claimWords says how the last total stands against the baseline and what that
// is published to mean: first the change, then each claim with its rule.
func claimWords(title string, c Change) []string {
	list := []string{}
	if c.SinceBaseline == nil {
		return list
	}
	words := fmt.Sprintf("%s: %s than at baseline.", title, c.SinceBaseline.Words)
	if c.SinceBaseline.Points == 0 {
		words = title + ": as at baseline."
	}
	if c.BaselineNote != "" {
		words += " " + c.BaselineNote
	}
	list = append(list, words)
	for _, claim := range c.Claims {
		list = append(list, claim.Words)
	}
	return list
}

// drawNotices returns a line for each item that stands by itself, also from
// forms in which others are blank.
func (f CourseFacts) drawNotices() []ChartSeries {
	list := []ChartSeries{}
	for _, forms := range f.forms() {
		last := forms[len(forms)-1].Instrument
		if last.Scoring.Method != ScoreNone {
			continue
		}
		for _, item := range last.Items {
			s := newSeries(last)
			s.Key, s.Title, s.Low, s.High = item.LinkID, item.Text, item.Low, item.High
			for _, x := range forms {
				value, answered := x.Response.Answers[item.LinkID]
				if !answered {
					continue
				}
				day := LongDateText(x.Response.AnsweredAt.In(x.Response.Zone))
				s.Points = append(s.Points, ChartPoint{
					ResponseID: x.Response.ID, At: x.Response.AnsweredAt, DateText: day, Value: value,
					Meaning: fmt.Sprintf("from %d %s to %d %s", x.Instrument.Scoring.Min, item.Low, x.Instrument.Scoring.Max, item.High),
					Words:   fmt.Sprintf("%s, %s: %d of %d.", s.Title, day, value, x.Instrument.Scoring.Max),
				})
			}
			if len(s.Points) > 0 {
				list = append(list, s)
			}
		}
	}
	return list
}
