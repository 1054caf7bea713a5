package report

import (
	"cmp"
	"slices"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// findings tells each limit a reading is beyond on a line of its own.
func findings(j practice.Judgement) (text block.Text) {
	for _, f := range j.Findings {
		text = below(text, block.Text{{Text: f.Text, Tone: levelTones[f.Level]}})
	}
	return text
}

// logLine is a line of a table that tells several kinds of entry in order.
type logLine struct {
	entry practice.Entry
	text  block.Text
}

// lines sets lines in the order they happened.
func (b *builder) lines(head string, lines []logLine) block.Table {
	slices.SortStableFunc(lines, func(a, b logLine) int {
		return cmp.Or(cmp.Compare(a.entry.At, b.entry.At), cmp.Compare(a.entry.ID, b.entry.ID))
	})
	table := block.Table{Columns: []block.Column{{Head: "Time", Share: 1}, {Head: "T+", Share: 1}, {Head: head, Share: 11.1}}}
	for _, l := range lines {
		table.Rows = append(table.Rows, append(b.times(l.entry), l.text))
	}
	return table
}

// holds tells the course of what a reading held, and every call, in one table.
// Each entry stands in its own table as well; this one gives their order.
func (b *builder) holds(r Record) {
	if lines := b.holdLines(r, findings); len(lines) > 0 {
		b.heading("Holds and calls", nil)
		b.add(b.lines("What was measured, decided and said", lines))
	}
}

// holdLines are the readings from the one beyond a limit to the one within it
// again, what was decided, and the doses given or not given meanwhile. beyond
// says what a reading is beyond. Struck entries are left to their own tables.
func (b *builder) holdLines(r Record, beyond func(practice.Judgement) block.Text) (lines []logLine) {
	if !b.parts[practice.PartHolds] {
		return nil
	}
	add := func(e practice.Entry, text block.Text) { lines = append(lines, logLine{e, text}) }

	held := false
	for i, v := range r.Vitals {
		if !v.Entry.Stands() {
			continue
		}
		before := held
		held = practice.HoldOf(r.Vitals[:i+1], nil, r.Clearance.Limits, practice.Settings{}) != nil
		if !held && !before || !b.parts[practice.PartVitals] {
			continue
		}
		text := below(block.Say(v.Line()), beyond(v.Judge(r.Clearance.Limits)))
		if !held {
			text = append(text, block.Run{Text: "\nWithin the hold limits again"})
		}
		add(v.Entry, text)
	}
	for _, o := range r.Observations {
		if o, in := b.parts.InHolds(o); in && o.Entry.Stands() {
			add(o.Entry, block.Say(o.Line()))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	for _, d := range r.Doses {
		switch {
		case !b.parts[practice.PartDoses]:
		case d.Entry.Stands() && d.NotGiven:
			add(d.Entry, block.Say(d.Line()))
		case d.Given() && len(practice.HeldBy(d, r.Vitals, r.Clearance.Limits)) > 0:
			add(d.Entry, below(block.Text{{Text: "Dose given: ", Tone: block.Dose}, {Text: d.Line()}}, b.neededFor(d, r)))
		}
	}
	return lines
}
