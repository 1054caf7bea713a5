package report

import (
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// leaving tells how the client left a dosing session: the ending, who took
// them home, and every item of the checklist as it was worded then.
func (b *builder) leaving(l *practice.Leaving, place practice.Place) {
	if l == nil || !b.parts[practice.PartLeaving] {
		return
	}
	escort := "With"
	if place == practice.Virtual {
		escort = "Stays with the client"
	}
	var met, unmet, open []string
	for _, c := range l.Checks {
		switch c.Met {
		case practice.AnswerYes:
			met = append(met, c.Label)
		case practice.AnswerNo:
			unmet = append(unmet, joined(": ", c.Label, c.Reason))
		case practice.NotAnswered, practice.AnswerUnsure:
			open = append(open, c.Label)
		}
	}
	b.heading("Leaving", block.Say(l.Text(b.zone)))
	for _, f := range []struct{ label, text string }{
		{escort, l.Escort.Line()},
		{"Transferred to", l.Destination},
		{"Earlier than usual", l.EarlyReason},
		{"Not met", strings.Join(unmet, "; ")},
		{"Met", strings.Join(met, "; ")},
		{"Not asked", strings.Join(open, "; ")},
		{"Note", l.Note},
	} {
		if f.text != "" {
			b.add(block.Paragraph{Text: block.Text{{Text: f.label + ": ", Bold: true}, {Text: f.text}}})
		}
	}
}
