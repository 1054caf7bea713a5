package report

import (
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// papers is the chapter on what is kept beside the record, and what became of
// the record elsewhere.
func (c *chart) papers() {
	c.chapter("Papers", 0, "", func() {
		c.files()
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

// disclosures tells what left the practice, to whom and on what ground.
func (c *chart) disclosures() {
	if !c.parts[practice.PartDisclosures] || len(c.in.Disclosures) == 0 {
		return
	}
	c.chapter("Disclosures", 1, "", func() {
		table := block.Table{Columns: []block.Column{{Head: "When", Share: 2.2}, {Head: "Document", Share: 2.2}, {Head: "To", Share: 2.6}, {Head: "For", Share: 3}, {Head: "Left out", Share: 4}}}
		for _, d := range c.in.Disclosures {
			to := joined(", ", d.Reader.Label(), d.Recipient)
			table.Rows = append(table.Rows, []block.Text{
				block.Say(stamp(d.At, c.zone) + ", " + d.Way.Label()), block.Say(d.Kind.Title()), block.Say(to),
				block.Say(joined(". ", d.Purpose, d.ReleaseReason)), block.Say(d.LeftOut),
			})
		}
		c.add(table)
	})
}
