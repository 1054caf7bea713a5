package report

import (
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// measuresAround tells the questionnaires that were answered in the days
// around a session, each with its total.
func (b *builder) measuresAround(s practice.Session, forms []practice.Filled) {
	near := practice.FormsAround(s, forms)
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
