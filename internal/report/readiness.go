package report

import (
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// stood words the state a check had when the session began; a check that is
// fine is left out.
var stood = map[practice.CheckState]block.Run{
	practice.CheckBlocks: {Text: "Stood in the way", Tone: block.Alarm, Bold: true},
	practice.CheckLifted: {Text: "Lifted", Bold: true},
	practice.CheckWarns:  {Text: "Known", Tone: block.Window},
}

func (b *builder) readinessFact(start *practice.Start) block.Fact {
	switch {
	case start == nil || !b.parts[practice.PartReadiness]:
		return block.Fact{}
	case start.Deviation != "":
		return fact("Readiness", practice.HappenedText)
	}
	return fact("Readiness", start.Readiness.Summary)
}

// readiness tells what was lifted when the session began, by whom and in which
// words, and what was known; of a session recorded as it happened, why it was
// and all that stood in the way.
func (b *builder) readiness(start *practice.Start) {
	if start == nil || !b.parts[practice.PartReadiness] {
		return
	}
	table := block.Table{Columns: []block.Column{{Head: "At the start", Share: 2}, {Head: "What", Share: 5.5}, {Head: "Lifted by", Share: 5.5}}}
	for _, c := range start.Readiness.Checks {
		if word, ok := stood[c.State]; ok {
			table.Rows = append(table.Rows, []block.Text{{word}, block.Say(c.Text), b.lift(c.Lift)})
		}
	}
	if len(table.Rows) == 0 && start.Deviation == "" {
		return
	}
	b.heading("Readiness", nil)
	if start.Deviation != "" {
		b.add(block.Note{Framed: true, Text: block.Text{
			{Text: practice.HappenedText + ". ", Bold: true},
			{Text: "The session could not begin in Snowfield and took place all the same: " + start.Deviation},
			{Text: "\nRecorded " + stamp(start.At, b.zone) + ".", Tone: block.Quiet},
		}})
	}
	if len(table.Rows) > 0 {
		b.add(table)
	}
}

func (b *builder) lift(l *practice.Lift) block.Text {
	if l == nil {
		return nil
	}
	recorded := block.Run{Text: "\nRecorded " + stamp(l.CreatedAt, b.zone) + ".", Tone: block.Quiet}
	if l.Kind == practice.LiftReason {
		return block.Text{{Text: "Reason: " + l.Reason}, recorded}
	}
	text := "Decision of " + l.PrescriberName + ", " + stamp(l.DecidedAt, b.zone) + ": “" + l.Said + "”"
	if l.ReadBack {
		text += " Read back."
	}
	return block.Text{{Text: text}, recorded}
}

// adverse tells what went wrong.
func (b *builder) adverse(events []practice.AdverseEvent) {
	if len(events) == 0 || !b.parts[practice.PartEvents] {
		return
	}
	table := block.Table{Columns: []block.Column{
		{Head: "Time", Share: 1},
		{Head: "T+", Share: 1},
		{Head: "What happened", Share: 4},
		{Head: "Action", Share: 3},
		{Head: "Called", Share: 2.2},
		{Head: "Outcome", Share: 2.2},
	}}
	for _, e := range events {
		what := block.Text{}
		if e.Serious {
			what = append(what, block.Run{Text: "Serious. ", Bold: true, Tone: block.Alarm})
		}
		if e.Grade != "" {
			what = append(what, block.Run{Text: sentence(string(e.Grade)) + ". "})
		}
		what = append(what, block.Run{Text: e.What})
		if late := e.LateText(b.zone); late != "" {
			what = append(what, block.Run{Text: "\n" + late + ".", Tone: block.Quiet})
		}
		for _, x := range e.Additions {
			what = append(what, block.Run{Text: "\nAdded " + stamp(x.CreatedAt, b.zone) + ": ", Tone: block.Quiet}, block.Run{Text: x.Text})
		}
		times := b.times(practice.Entry{At: e.At})
		table.Rows = append(table.Rows, append(times, what, block.Say(e.Action), block.Say(e.Called), block.Say(e.OutcomeText())))
	}
	b.heading("Adverse events", nil)
	b.add(table)
}
