package report

import (
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// client is the chapter on who the client is and what brought them.
func (c *chart) client() {
	c.chapter("The client", 0, "", func() {
		c.identity()
		c.firstCall()
		c.concerns()
		c.diagnoses()
		c.allergies()
		c.medicines()
	})
}

func (c *chart) identity() {
	p, name := c.in.Client, "Identity"
	facts := block.Facts{
		fact("Name", p.LegalName),
		fact("Called", p.PreferredName),
		fact("Born", dayText(p.BirthDate)),
		fact("Pronouns", p.Pronouns),
	}
	if c.parts[practice.PartContact] {
		name = "Identity and contact"
		facts = append(facts,
			fact("Phone", p.Phone),
			fact("Email", p.Email),
			fact("Address", p.Address),
			fact("Emergency", p.EmergencyContact.Line()),
		)
	}
	c.chapter(name, 1, "", func() { c.add(facts) })
}

func (c *chart) firstCall() {
	q := c.in.Inquiry
	if q == nil || !c.parts[practice.PartInquiry] {
		return
	}
	c.chapter("First call", 1, c.day(q.CalledAt), func() {
		c.add(block.Facts{
			fact("Called", stamp(q.CalledAt, c.zone)),
			fact("Came by", q.FoundBy),
			fact("Outcome", joined(": ", q.Outcome.Label(), q.OutcomeNote)),
		})
		c.told("Concerns", strings.Join(q.Concerns, ", "))
		c.ownWords("What they hope for", q.Hopes)
		c.written("Notes of the call", q.Notes)
	})
}

func (c *chart) concerns() {
	if !c.parts[practice.PartConcerns] {
		return
	}
	p := c.in.Client
	c.chapter("What brought the client", 1, "", func() {
		c.told("Concerns", strings.Join(p.Concerns, ", "))
		c.told("To watch for", p.Watch)
		c.written("Notes", p.Notes)
	})
}

func (c *chart) diagnoses() {
	if !c.parts[practice.PartDiagnoses] {
		return
	}
	c.chapter("Diagnoses", 1, "", func() {
		for _, d := range c.in.Client.Diagnoses {
			c.add(block.Paragraph{Text: block.Say(d), Indent: 1, Mark: "•"})
		}
	})
}

func (c *chart) allergies() {
	if c.parts[practice.PartAllergies] {
		c.chapter("Allergies", 1, "", func() {
			c.add(block.Paragraph{Text: block.Say(c.in.Client.AllergyText())})
		})
	}
}

func (c *chart) medicines() {
	if !c.parts[practice.PartMedicines] {
		return
	}
	c.chapter("Medicines", 1, "", func() {
		if len(c.in.Medicines) == 0 {
			c.add(block.Paragraph{Text: block.Say("None are recorded.")})
			return
		}
		table := block.Table{Columns: []block.Column{
			{Head: "Medicine", Share: 4},
			{Head: "Class", Share: 2.4},
			{Head: "Prescribed by", Share: 2.4},
			{Head: "Recorded", Share: 1.5},
			{Head: "Taken until", Share: 1.5},
		}}
		for _, m := range c.in.Medicines {
			class := ""
			if m.Class != "" {
				class = m.ClassOf().Label
			}
			until := dayText(m.EndedOn)
			if until == "" {
				until = "Still taken"
			}
			table.Rows = append(table.Rows, []block.Text{
				block.Say(m.Line()), block.Say(class), block.Say(m.PrescribedBy), block.Say(c.day(m.CreatedAt)), block.Say(until),
			})
		}
		c.add(table)
	})
}
