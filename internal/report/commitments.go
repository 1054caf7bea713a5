package report

import (
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// commitments says what was taken on in a session and what was kept or let go
// there, below a heading of that level. What became of the former later is not
// part of this session.
func (b *builder) commitments(r Record, level int) {
	if len(r.Made)+len(r.Settled) == 0 || !b.parts[practice.PartPractices] {
		return
	}
	b.add(block.Heading{Level: level, Text: block.Say("Practices and commitments")})
	for _, m := range r.Made {
		text := block.Say(m.Text)
		if day, ok := m.DueOn.Day(); ok {
			text = append(text, block.Run{Text: ", for " + shortDate(day), Tone: block.Quiet})
		}
		b.add(block.Paragraph{Text: text, Indent: 1, Mark: "•"})
	}
	for _, m := range r.Settled {
		text := block.Text{{Text: m.State.Label() + ": ", Bold: true}, {Text: m.Text}}
		b.add(block.Paragraph{Text: text, Indent: 1, Mark: "•"})
	}
}

// commitmentsOf leaves what belongs to the session's other participant out.
func (r Record) commitmentsOf(participantID string) (made, settled []practice.Commitment) {
	for _, m := range r.Made {
		if m.ParticipantID == participantID {
			made = append(made, m)
		}
	}
	for _, m := range r.Settled {
		if m.SettledIn == participantID {
			settled = append(settled, m)
		}
	}
	return made, settled
}
