package report

import (
	"slices"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// aroundSession is how near to a session a form was answered that belongs to
// what is known of its time.
const aroundSession = 7 * 24 * time.Hour

// measuresAround tells the questionnaires that were answered in the days
// around a session, each with its total.
func (b *builder) measuresAround(s practice.Session, forms []practice.Filled) {
	near := slices.DeleteFunc(inTime(forms), func(f practice.Filled) bool {
		return !counts(f) || f.Response.AnsweredAt.Sub(s.Start()).Abs() > aroundSession
	})
	if b.parts[practice.PartMeasures] {
		table := block.Table{Columns: []block.Column{{Head: "Date", Share: 1.6}, {Head: "Questionnaire", Share: 2.4}, {Head: "Result", Share: 6}}}
		for _, f := range near {
			if r := f.Response; !eachAlone(f.Instrument) {
				table.Rows = append(table.Rows, []block.Text{
					block.Say(shortDate(r.AnsweredAt.In(r.Zone))), block.Say(f.Instrument.Title), block.Say(f.Instrument.ResultText(f.Instrument.Result(r))),
				})
			}
		}
		if len(table.Rows) > 0 {
			b.heading("Measures", block.Say("In the week before and after"))
			b.add(table)
		}
	}
	b.notices(near, "What the client notices")
}
