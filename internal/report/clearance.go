package report

import (
	"strconv"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// clearance tells what the session began under; nothing when it began under
// no clearance.
func (b *builder) clearance(r Record) {
	if r.Clearance.ID == "" || !b.parts[practice.PartClearance] {
		return
	}
	b.heading("Clearance", nil)
	b.add(clearanceFacts(r.Clearance, r.Prescriber))
}

// clearanceFacts says who cleared the client, until when and within which
// bounds.
func clearanceFacts(c practice.Clearance, by practice.Prescriber) block.Facts {
	order, sessions, suspended := "No dose is named", "No number named", ""
	if text := c.DoseText(); text != "" {
		order = sentence(text)
	}
	if c.Sessions > 0 {
		sessions = strconv.Itoa(c.Sessions)
	}
	if c.SuspendedAt != "" {
		suspended = c.SuspendedReason
	}
	return block.Facts{
		fact("Cleared by", by.Signature()),
		fact("Dates", c.ClearedOn.Text()+" to "+c.ExpiresOn.Text()),
		fact("Order", order),
		fact("Hold limits", sentence(limitsText(c.Limits))),
		fact("Sessions", sessions),
		fact("Pharmacy", c.Pharmacy),
		fact("Conditions", c.Conditions),
		fact("Suspended", suspended),
	}
}
