package report

import (
	"strconv"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// medicines tells what the client takes, and what was taken before.
func (b *builder) medicines(list []practice.Medicine) {
	if !b.parts[practice.PartMedicines] {
		return
	}
	b.heading("Medicines", nil)
	if len(list) == 0 {
		b.add(block.Paragraph{Text: block.Say("None recorded.")})
		return
	}
	table := block.Table{Columns: []block.Column{
		{Head: "Medicine", Share: 5}, {Head: "Class", Share: 3}, {Head: "Prescribed by", Share: 3}, {Head: "Taken", Share: 2},
	}}
	for _, m := range list {
		class, taken := "", "Now"
		if m.Class != "" {
			class = m.ClassOf().Label
		}
		if day, ok := m.EndedOn.Day(); ok {
			taken = "Until " + shortDate(day)
		}
		table.Rows = append(table.Rows, []block.Text{block.Say(m.Line()), block.Say(class), block.Say(m.PrescribedBy), block.Say(taken)})
	}
	b.add(table)
}

// questions tells what is asked of the prescriber, in neutral words.
func (b *builder) questions(list []string) {
	if !b.parts[practice.PartQuestions] {
		return
	}
	b.heading("Questions for the prescriber", nil)
	if len(list) == 0 {
		b.add(block.Paragraph{Text: block.Say("No particular question was noted.")})
	}
	for i, q := range list {
		b.add(block.Paragraph{Text: block.Say(q), Indent: 1, Mark: strconv.Itoa(i+1) + "."})
	}
}
