package report

import (
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// note says the note of a session, with what was taken on in it. Without the
// note that stands by itself.
func (b *builder) note(r Record, heading string) {
	if !b.parts[practice.PartNote] {
		b.commitments(r, 1)
		return
	}
	b.written(r, heading)
}

// written says a note: its sections in order, empty ones left out, then who
// signed it, then the addenda.
func (b *builder) written(r Record, heading string) {
	n := r.Note
	if n == nil {
		b.heading(heading, block.Say("Not recorded"))
		b.commitments(r, 2)
		return
	}
	state := "Draft. Not signed."
	if n.Signed() {
		state = "Signed " + stamp(n.SignedAt, n.SignedZone)
	}
	b.heading(heading, block.Say(state))
	if n.Empty() {
		b.add(block.Paragraph{Text: block.Text{{Text: "Nothing is written yet.", Tone: block.Quiet}}})
	}
	for _, s := range n.Sections {
		b.section(s.Title, s.Body)
	}
	if len(n.Methods) > 0 {
		b.add(block.Heading{Level: 2, Text: block.Say("Methods")}, block.Paragraph{Text: block.Say(strings.Join(n.Methods, ", "))})
	}
	b.commitments(r, 2)
	if n.Risk != "" {
		b.add(block.Heading{Level: 2, Text: block.Say("Risk reviewed: " + strings.ToLower(n.Risk.Label()))})
		b.add(block.Markdown(n.RiskText)...)
	}
	b.signature(*n)
	for _, a := range n.Addenda {
		b.add(block.Heading{Level: 2, Text: block.Say("Addendum"), Aside: block.Say(joined(", ", a.SignedName, stamp(a.At, a.Zone)))})
		b.add(block.Markdown(a.Text)...)
	}
}

func (b *builder) section(title, markdown string) {
	body := block.Markdown(markdown)
	if len(body) == 0 {
		return
	}
	b.add(block.Heading{Level: 2, Text: block.Say(title)})
	b.add(body...)
}

func (b *builder) signature(n practice.Note) {
	if !n.Signed() {
		return
	}
	by := practice.Practice{TherapistName: n.SignedName, Credential: n.SignedCredential}
	lines := []string{"Signed " + stamp(n.SignedAt, n.SignedZone)}
	if n.SignedLicense != "" {
		lines[0] = "License " + n.SignedLicense + ". " + lines[0]
	}
	if n.AuditHead != "" {
		lines = append(lines, "Audit head "+n.AuditHead)
	}
	b.add(block.Signature{Name: by.Signature(), Lines: lines})
}

// following says the note of a session that followed this dosing session.
func (b *builder) following(r Record) {
	if !b.parts[practice.PartFollowing] || (r.Note == nil || r.Note.Empty()) && len(r.Made)+len(r.Settled) == 0 {
		return
	}
	when := r.Session.Start().In(b.zone)
	b.written(r, strings.Join([]string{r.name(), shortDate(when)}, ", "))
}
