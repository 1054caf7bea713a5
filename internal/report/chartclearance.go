package report

import (
	"strings"

	"snowfield/internal/practice"
)

// clearances is the chapter on every clearance there was.
func (c *chart) clearances() {
	if !c.parts[practice.PartClearance] {
		return
	}
	c.chapter("Clearances", 0, "", func() {
		for _, x := range oldestFirst(c.in.Clearances) {
			c.cleared(x)
		}
	})
}

func (c *chart) cleared(x ChartClearance) {
	l := x.Clearance
	c.chapter("Clearance of "+dayText(l.ClearedOn), 1, x.State.Label(), func() {
		facts := append(clearanceFacts(l, x.Prescriber),
			fact("Used", x.UsedText()),
			fact("Recorded", stamp(l.CreatedAt, c.zone)),
			fact("Suspended on", c.day(l.SuspendedAt)),
			fact("File", c.file(l.AttachmentID)),
		)
		c.add(facts)
		var covers []string
		for _, f := range l.Covers {
			covers = append(covers, c.question(f))
		}
		if c.parts[practice.PartScreening] {
			c.told("Knows of", strings.Join(covers, " "))
		}
	})
}

// file names a file of the chart by its title; empty without one.
func (c *chart) file(id string) string {
	if !c.parts[practice.PartFiles] {
		return ""
	}
	for _, f := range c.in.Files {
		if f.ID == id {
			return f.Title
		}
	}
	return ""
}
