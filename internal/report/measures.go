package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// Measured is how a client's totals of one questionnaire have moved.
type Measured struct {
	Title  string // of the questionnaire: "PHQ-9"
	Change practice.Change
}

// totalText writes a total with its band and the limit it reaches: "14,
// moderate".
func totalText(x practice.FormTotal) string {
	return joined(", ", strconv.Itoa(x.Value), x.Band, x.Cutoff)
}

func answeredOn(x practice.FormTotal) string { return shortDate(x.At.In(x.Zone)) }

// sinceBaseline says how the last total stands against the baseline; nothing
// where there is nothing to compare.
func sinceBaseline(c practice.Change) string {
	d := c.SinceBaseline
	if d == nil {
		return ""
	}
	base := "at baseline"
	if c.BaselineNote != "" {
		base = "on " + answeredOn(*c.Baseline)
	}
	if d.Points == 0 {
		return "as " + base
	}
	return d.Words + " than " + base
}

// measuredShort says in one line where each questionnaire stands.
func (b *builder) measuredShort(list []Measured) {
	if !b.parts[practice.PartMeasures] {
		return
	}
	var said []string
	for _, m := range list {
		if last := m.Change.Last; last != nil {
			said = append(said, joined(", ", fmt.Sprintf("%s %s on %s", m.Title, totalText(*last), answeredOn(*last)), sinceBaseline(m.Change)))
		}
	}
	if len(said) > 0 {
		b.labelled("Measures", strings.Join(said, "; ")+".")
	}
}

// measuredThen compares the first total of each questionnaire with the last, and
// says what the difference is published to mean.
func (b *builder) measuredThen(list []Measured) {
	if !b.parts[practice.PartMeasures] {
		return
	}
	table := block.Table{Columns: []block.Column{
		{Head: "Questionnaire", Share: 2}, {Head: "Baseline", Share: 3.2}, {Head: "Last", Share: 3.2}, {Head: "Change since baseline", Share: 5},
	}}
	cell := func(x practice.FormTotal) block.Text {
		return append(block.Say(totalText(x)), block.Run{Text: "\n" + answeredOn(x), Tone: block.Quiet})
	}
	notes := []block.Block{}
	for _, m := range list {
		c := m.Change
		if c.Last == nil {
			continue
		}
		row := []block.Text{block.Say(m.Title), cell(*c.Baseline), nil, nil}
		if c.Last.ResponseID != c.Baseline.ResponseID {
			row[2], row[3] = cell(*c.Last), changeCell(c)
		}
		if c.BaselineNote != "" {
			notes = append(notes, block.Note{Text: block.Say(m.Title + ": " + lower(c.BaselineNote))})
		}
		table.Rows = append(table.Rows, row)
	}
	if len(table.Rows) == 0 {
		return
	}
	b.heading("Measures", nil)
	b.add(table)
	b.add(notes...)
}

// changeCell says how much a total changed, and below it each claim with its
// rule.
func changeCell(c practice.Change) block.Text {
	text := "Not comparable: scored in another way"
	if c.SinceBaseline != nil {
		text = sentence(c.SinceBaseline.Words)
	}
	cell := block.Say(text)
	for _, claim := range c.Claims {
		cell = append(cell, block.Run{Text: "\n" + claim.Words, Tone: block.Quiet})
	}
	return cell
}

// byInstrument groups forms by questionnaire, in the order of the first of
// each.
func byInstrument(forms []practice.Filled) [][]practice.Filled {
	at, list := map[string]int{}, [][]practice.Filled{}
	for _, f := range forms {
		i, known := at[f.Instrument.ID]
		if !known {
			i = len(list)
			at[f.Instrument.ID] = i
			list = append(list, nil)
		}
		list[i] = append(list[i], f)
	}
	return list
}

// inTime orders forms by when they were answered.
func inTime(forms []practice.Filled) []practice.Filled {
	return slices.SortedStableFunc(slices.Values(forms), func(a, b practice.Filled) int {
		return strings.Compare(string(a.Response.AnsweredAt)+string(a.Response.CreatedAt), string(b.Response.AnsweredAt)+string(b.Response.CreatedAt))
	})
}

// counts tells forms that count from those that are not finished or were
// struck.
func counts(f practice.Filled) bool { return f.Response.State() == practice.FormFinished }

// eachAlone tells instruments without a total, such as what the client
// notices.
func eachAlone(i practice.Instrument) bool { return i.Scoring.Method == practice.ScoreNone }

// withoutTotal names the forms of a questionnaire that have no total, and why.
func (b *builder) withoutTotal(forms []practice.Filled) {
	for _, f := range forms {
		if result := f.Instrument.Result(f.Response); counts(f) && result.Total == nil {
			b.add(block.Note{Text: block.Say(f.Instrument.Title + " of " + shortDate(f.Response.AnsweredAt.In(f.Response.Zone)) + ": " + lower(f.Instrument.ResultText(result)) + ". It is in no comparison.")})
		}
	}
}

// notices tells what the client noticed: a row for each form, a column for
// each thing. Items of an earlier version that is no longer asked have a column
// of their own.
func (b *builder) notices(forms []practice.Filled, heading string) {
	if !b.parts[practice.PartNotices] {
		return
	}
	forms = slices.DeleteFunc(inTime(forms), func(f practice.Filled) bool { return !counts(f) || !eachAlone(f.Instrument) })
	items, ends := []practice.Item{}, []string{}
	for _, f := range slices.Backward(forms) {
		scale := f.Instrument.Scoring
		for _, item := range f.Instrument.Items {
			if !slices.ContainsFunc(items, func(x practice.Item) bool { return x.LinkID == item.LinkID }) {
				items = append(items, item)
				ends = append(ends, fmt.Sprintf("%s: %d %s, %d %s", item.Text, scale.Min, item.Low, scale.Max, item.High))
			}
		}
	}
	if len(items) == 0 {
		return
	}
	table := block.Table{Columns: []block.Column{{Head: "Date", Share: 1.5}}}
	for _, item := range items {
		table.Columns = append(table.Columns, block.Column{Head: item.Text, Share: 1.2})
	}
	for _, f := range forms {
		row := []block.Text{block.Say(shortDate(f.Response.AnsweredAt.In(f.Response.Zone)))}
		for _, item := range items {
			text := ""
			if v, answered := f.Response.Answers[item.LinkID]; answered {
				text = strconv.Itoa(v)
			}
			row = append(row, block.Say(text))
		}
		table.Rows = append(table.Rows, row)
	}
	b.heading(heading, nil)
	b.add(table, block.Note{Text: block.Say(strings.Join(ends, ". ") + ".")})
}

func lower(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToLower(s[:1]) + s[1:]
}
