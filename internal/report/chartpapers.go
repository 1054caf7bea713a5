package report

import (
	"strconv"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// papers is the chapter on what is kept beside the record, and what became of
// the record elsewhere.
func (c *chart) papers() {
	c.chapter("Papers", 0, "", func() {
		c.files()
		c.charges()
		c.requests()
		c.disclosures()
	})
}

// files names the files of the chart; their content is not copied.
func (c *chart) files() {
	if !c.parts[practice.PartFiles] || len(c.in.Files) == 0 {
		return
	}
	c.chapter("Files", 1, "Named, not copied", func() {
		table := block.Table{Columns: []block.Column{{Head: "Added", Share: 1.6}, {Head: "Kind", Share: 1.6}, {Head: "Title", Share: 6}, {Head: "Type and size", Share: 2.4}}}
		for _, f := range oldestFirst(c.in.Files) {
			table.Rows = append(table.Rows, []block.Text{block.Say(c.day(f.CreatedAt)), block.Say(f.Kind.Label()), block.Say(f.Title), block.Say(f.SizeText())})
		}
		c.add(table)
	})
}

// charges tells what each session cost and what was paid.
func (c *chart) charges() {
	if !c.parts[practice.PartCharges] || len(c.in.Charges) == 0 {
		return
	}
	c.chapter("Charges", 1, "", func() {
		table := block.Table{Columns: []block.Column{
			{Head: "Session of", Share: 1.7},
			{Head: "Code", Share: 4.4},
			{Head: "Units", Share: 0.9, Right: true},
			{Head: "Fee", Share: 1.5, Right: true},
			{Head: "Paid", Share: 1.5, Right: true},
			{Head: "Place", Share: 2.2},
		}}
		var fee, paid practice.Cents
		for _, x := range c.in.Charges {
			fee, paid = fee+x.TotalCents(), paid+x.PaidCents
			code := joined(" ", x.CPT, x.Words)
			if c.parts[practice.PartDiagnoses] {
				code = joined(", ", append([]string{code}, practice.DiagnosisCodes(x.Diagnoses)...)...)
			}
			table.Rows = append(table.Rows, []block.Text{
				block.Say(dayText(x.Day)), block.Say(code), block.Say(strconv.Itoa(x.Units)), block.Say(x.TotalCents().Text()), block.Say(x.PaidCents.Text()), block.Say(x.POS.Label()),
			})
		}
		table.Rows = append(table.Rows, []block.Text{
			nil, {{Text: "In all", Bold: true}}, nil, {{Text: fee.Text(), Bold: true}}, {{Text: paid.Text(), Bold: true}}, nil,
		})
		c.add(table)
	})
}

// requests tells who asked for the records, and how it was answered.
func (c *chart) requests() {
	if !c.parts[practice.PartRequests] || len(c.in.Requests) == 0 {
		return
	}
	c.chapter("Requests for records", 1, "", func() {
		today := practice.DateOf(c.in.At.In(c.zone))
		table := block.Table{Columns: []block.Column{{Head: "Asked", Share: 4}, {Head: "What", Share: 4}, {Head: "Answer", Share: 5}}}
		for _, r := range oldestFirst(c.in.Requests) {
			var answer block.Text
			for _, part := range []struct{ label, text string }{
				{"", r.StateText(today)}, {"Released: ", r.ReleasedWhat}, {"Denied: ", joined(", because: ", r.DeniedWhat, r.DeniedWhy)}, {"Extended: ", r.ExtendedWhy},
			} {
				if part.text != "" {
					answer = below(answer, block.Say(part.label+part.text))
				}
			}
			table.Rows = append(table.Rows, []block.Text{block.Say(r.AskedText()), block.Say(r.What), answer})
		}
		c.add(table)
	})
}

// disclosures tells what left the practice, to whom and on what ground.
func (c *chart) disclosures() {
	if !c.parts[practice.PartDisclosures] || len(c.in.Disclosures) == 0 {
		return
	}
	c.chapter("Disclosures", 1, "", func() {
		table := block.Table{Columns: []block.Column{{Head: "When", Share: 2.2}, {Head: "Document", Share: 2.2}, {Head: "To", Share: 2.6}, {Head: "For", Share: 3}, {Head: "Left out", Share: 4}}}
		for _, d := range oldestFirst(c.in.Disclosures) {
			to := joined(", ", d.Reader.Label(), d.Recipient)
			table.Rows = append(table.Rows, []block.Text{
				block.Say(stamp(d.At, c.zone) + ", " + d.Way.Label()), block.Say(d.Kind.Title()), block.Say(to),
				block.Say(joined(". ", d.Purpose, d.ReleaseReason)), block.Say(d.LeftOut),
			})
		}
		c.add(table)
	})
}
