package report

import (
	"slices"
	"strconv"
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// measures is the chapter on every form: its answers and its total, also of
// those that are not finished or were struck, and what was found and done
// about the risks they spoke of.
func (c *chart) measures() {
	c.chapter("Measures", 0, "", func() {
		for _, forms := range byInstrument(inTime(c.in.Forms)) {
			part := practice.PartMeasures
			if eachAlone(forms[0].Instrument) {
				part = practice.PartNotices
			}
			if !c.parts[part] {
				continue
			}
			for _, same := range byVersion(forms) {
				c.forms(same)
			}
		}
		if c.parts[practice.PartRiskReviews] && len(c.in.Risks) > 0 {
			c.chapter("Risk reviews", 1, "", func() {
				for _, l := range c.in.Risks {
					c.riskReview(l)
				}
			})
		}
	})
}

// byVersion keeps apart what was answered with different words.
func byVersion(forms []practice.Filled) (list [][]practice.Filled) {
	for _, f := range forms {
		at := slices.IndexFunc(list, func(l []practice.Filled) bool { return l[0].Instrument.Version == f.Instrument.Version })
		if at < 0 {
			list = append(list, nil)
			at = len(list) - 1
		}
		list[at] = append(list[at], f)
	}
	return list
}

// forms tells the words of one version of a questionnaire, and every form that
// was answered with it in a row.
func (c *chart) forms(forms []practice.Filled) {
	i := forms[0].Instrument
	c.chapter(i.Title, 1, i.Name+", version "+strconv.Itoa(i.Version), func() {
		if i.Lead != "" && len(i.Items) > 0 {
			c.add(block.Paragraph{Text: block.Say(i.Lead)})
		}
		answers := []string{}
		for _, x := range i.Choices {
			if x.Label != "" {
				answers = append(answers, strconv.Itoa(x.Value)+" "+lower(x.Label))
			}
		}
		if len(answers) > 0 {
			c.add(block.Note{Text: block.Say("The answers: " + strings.Join(answers, ", ") + ".")})
		}
		for n, item := range i.Items {
			text := block.Say(item.Text)
			if item.Low != "" {
				text = append(text, block.Run{Text: ", from " + item.Low + " to " + item.High, Tone: block.Quiet})
			}
			c.add(block.Paragraph{Text: text, Indent: 1, Mark: strconv.Itoa(n+1) + "."})
		}
		table := block.Table{Columns: []block.Column{{Head: "Date", Share: 4}, {Head: "Filled in", Share: 4}}}
		for n := range i.Items {
			table.Columns = append(table.Columns, block.Column{Head: strconv.Itoa(n + 1), Share: 1})
		}
		table.Columns = append(table.Columns, block.Column{Head: "Result", Share: 6})
		for _, f := range forms {
			table.Rows = append(table.Rows, formLine(f))
		}
		c.add(table)
	})
}

// formLine is a form in a row: a struck one with its reason.
func formLine(f practice.Filled) []block.Text {
	r, i := f.Response, f.Instrument
	say := func(text string) block.Text { return block.Text{{Text: text, Struck: r.Struck()}} }
	row := []block.Text{say(shortDate(r.AnsweredAt.In(r.Zone))), say(sentence(r.By.Text()))}
	for _, item := range i.Items {
		text := ""
		if v, answered := r.Answers[item.LinkID]; answered {
			text = strconv.Itoa(v)
		}
		row = append(row, say(text))
	}
	result := say(i.ResultText(i.Result(r)))
	switch r.State() {
	case practice.FormStruck:
		result = append(result, block.Run{Text: "\nEntered in error, struck " + shortDate(r.StruckAt.In(r.Zone)) + ": " + r.StruckReason})
	case practice.FormUnfinished:
		result = block.Say("Not finished: " + lower(i.AnsweredText(i.Result(r))))
	case practice.FormFinished:
	}
	return append(row, result)
}
