package report

import (
	"cmp"
	"slices"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// holds tells the course of what a reading held, and every call, in one table:
// the readings from the one beyond a limit to the one within it again, what
// was decided, and the doses given or not given meanwhile. Each stands in its
// own table as well; this one gives their order. Struck entries are left to
// those.
func (b *builder) holds(r Record) {
	if !b.parts[practice.PartHolds] {
		return
	}
	type line struct {
		entry practice.Entry
		text  block.Text
	}
	var lines []line
	add := func(e practice.Entry, text block.Text) { lines = append(lines, line{e, text}) }

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
		text := block.Say(v.Line())
		for _, f := range v.Judge(r.Clearance.Limits).Findings {
			text = append(text, block.Run{Text: "\n" + f.Text, Tone: levelTones[f.Level]})
		}
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
		return
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
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(a.entry.At, b.entry.At), cmp.Compare(a.entry.ID, b.entry.ID))
	})
	table := block.Table{Columns: []block.Column{{Head: "Time", Share: 1}, {Head: "T+", Share: 1}, {Head: "What was measured, decided and said", Share: 11.1}}}
	for _, l := range lines {
		table.Rows = append(table.Rows, append(b.times(l.entry), l.text))
	}
	b.heading("Holds and calls", nil)
	b.add(table)
}
