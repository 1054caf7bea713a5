package report

import (
	"fmt"
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// builder gathers the blocks of one session's record. It draws nothing of a
// part that was not chosen, whichever document asks it to.
type builder struct {
	blocks    []block.Block
	parts     practice.PartSet
	zone      string
	firstDose practice.Instant
	given     []practice.DoseEvent
	moved     map[string]practice.Instant
}

// newBuilder returns the builder of a client's own record.
func newBuilder(own Record, parts practice.PartSet) *builder {
	b := &builder{parts: parts, zone: own.Session.Zone, firstDose: practice.Totals(own.Doses).FirstAt, moved: own.Moved}
	if parts[practice.PartDoses] {
		for _, d := range own.Doses {
			if d.Given() {
				b.given = append(b.given, d)
			}
		}
	}
	return b
}

func (b *builder) add(blocks ...block.Block) { b.blocks = append(b.blocks, blocks...) }

func (b *builder) heading(text string, aside block.Text) {
	b.add(block.Heading{Level: 1, Text: block.Say(text), Aside: aside})
}

// leftOut closes a document with what it does not hold.
func (b *builder) leftOut(kind practice.DocumentKind) {
	b.add(block.Note{Text: block.Say(kind.LeftOut(b.parts))})
}

// times are the first two cells of every entry.
func (b *builder) times(e practice.Entry) []block.Text {
	tplus := ""
	if b.firstDose != "" {
		tplus = strings.TrimSuffix(practice.TPlusText(practice.TPlus(b.firstDose, e.At)), " min")
	}
	struck := !e.Stands()
	return []block.Text{
		{{Text: clock(e.At, b.zone), Struck: struck}},
		{{Text: tplus, Struck: struck, Tone: block.Quiet}},
	}
}

// remarks tells what is special about an entry: written late, moved here,
// struck through, or in place of another.
func (b *builder) remarks(e practice.Entry, at map[string]practice.Instant) block.Text {
	var parts []string
	if text := e.LateText(b.zone); text != "" {
		parts = append(parts, strings.ToLower(text[:1])+text[1:])
	}
	if at, ok := b.moved[e.ID]; ok {
		parts = append(parts, "moved here from another chart on "+practice.LongDateText(at.In(b.zone))+" at "+clock(at, b.zone))
	}
	if from, ok := at[e.CorrectsID]; ok {
		parts = append(parts, "corrects the entry of "+clock(from, b.zone))
	}
	if !e.Stands() {
		parts = append(parts, "struck "+stamp(e.StruckAt, b.zone)+": "+e.StruckReason)
	}
	if len(parts) == 0 {
		return nil
	}
	return block.Text{{Text: sentence(strings.Join(parts, "; ")), Tone: block.Quiet}}
}

// strike strikes a cell of an entry that no longer counts.
func strike(t block.Text, e practice.Entry) block.Text {
	for i := range t {
		t[i].Struck = !e.Stands()
		if t[i].Struck {
			t[i].Tone = block.Quiet
		}
	}
	return t
}

// below puts a remark on its own line under a cell.
func below(t, remark block.Text) block.Text {
	if len(remark) == 0 {
		return t
	}
	if len(t) > 0 {
		t = append(t, block.Run{Text: "\n"})
	}
	return append(t, remark...)
}

func (b *builder) doses(r Record) {
	doses := r.Doses
	if len(doses) == 0 || !b.parts[practice.PartDoses] {
		return
	}
	totals, boosters := practice.Totals(doses), practice.BoosterIDs(doses)
	at := map[string]practice.Instant{}
	for _, d := range doses {
		at[d.Entry.ID] = d.Entry.At
	}
	table := block.Table{Columns: []block.Column{
		{Head: "Time", Share: 1},
		{Head: "T+", Share: 1},
		{Head: "Taken", Share: 2.2},
		{Head: "Prescribed", Share: 1.7},
		{Head: "Route and form", Share: 2.6},
		{Head: "Details", Share: 4.6},
	}}
	for _, d := range doses {
		taken := block.Text{{Text: practice.Milligrams(d.TakenUg), Tone: block.Dose, Bold: true}}
		if d.NotGiven {
			taken = block.Text{{Text: "Not given"}}
		} else if boosters[d.Entry.ID] {
			taken = append(taken, block.Run{Text: " booster", Tone: block.Dose})
		}
		prescribed := ""
		if d.PrescribedUg > 0 {
			prescribed = practice.Milligrams(d.PrescribedUg)
		}
		table.Rows = append(table.Rows, append(b.times(d.Entry),
			strike(taken, d.Entry),
			strike(block.Say(prescribed), d.Entry),
			strike(block.Say(joined(", ", sentence(string(d.Route)), d.Form.Label())), d.Entry),
			below(below(strike(block.Say(b.doseDetails(d)), d.Entry), b.neededFor(d, r)), b.remarks(d.Entry, at)),
		))
	}
	b.heading("Dose", doseTotal(totals))
	b.add(table)
}

// neededFor says what a dose that was given needed its reason for. What was
// measured before it is told only with the vital signs.
func (b *builder) neededFor(d practice.DoseEvent, r Record) block.Text {
	if !d.Given() {
		return nil
	}
	ways := r.Clearance.Beyond(d, r.Doses)
	if b.parts[practice.PartVitals] {
		ways = r.Clearance.Ways(d, r.Doses, r.Vitals)
	}
	if len(ways) == 0 {
		return nil
	}
	return block.Text{{Text: strings.Join(ways, " "), Tone: block.Alarm}}
}

func (b *builder) doseDetails(d practice.DoseEvent) string {
	var parts []string
	say := func(prefix, s string) {
		if s != "" {
			parts = append(parts, prefix+s)
		}
	}
	say("reason: ", d.Reason)
	if d.OutAt != "" {
		how := d.OutHow
		if how == "" {
			how = "out"
		}
		say(how+" at ", clock(d.OutAt, b.zone))
	} else {
		say("", d.OutHow)
	}
	if d.LeftoverUg > 0 {
		say("left over ", practice.Milligrams(d.LeftoverUg))
	}
	say("administered by ", d.AdministeredBy)
	say("lot ", d.Lot)
	say("", d.Pharmacy)
	return sentence(strings.Join(parts, "; "))
}

func doseTotal(t practice.DoseTotals) block.Text {
	if t.Given == 0 {
		return block.Say("No dose was given")
	}
	text := " taken in all, in one dose"
	if t.Given > 1 {
		text = fmt.Sprintf(" taken in all, in %d doses", t.Given)
	}
	return block.Text{{Text: practice.Milligrams(t.TakenUg), Tone: block.Dose, Bold: true}, {Text: text}}
}

func (b *builder) observations(list []practice.Observation) {
	list = practice.WithoutOpenCalls(list)
	at := map[string]practice.Instant{}
	for _, o := range list {
		at[o.Entry.ID] = o.Entry.At
	}
	table := block.Table{Columns: []block.Column{{Head: "Time", Share: 1}, {Head: "T+", Share: 1}, {Head: "Observed", Share: 11.1}}}
	for _, o := range list {
		if o, in := b.parts.InLog(o); in {
			table.Rows = append(table.Rows, append(b.times(o.Entry), below(strike(observed(o), o.Entry), b.remarks(o.Entry, at))))
		}
	}
	if len(table.Rows) == 0 {
		return
	}
	b.heading("Observations", nil)
	b.add(table)
}

// observed writes an observation: the ready word, then what was written.
func observed(o practice.Observation) block.Text {
	var text block.Text
	if label := o.Label(); label != "" {
		tone := block.Plain
		if o.Emergency() {
			tone = block.Alarm
		}
		if o.Text != "" {
			label += ": "
		}
		text = append(text, block.Run{Text: label, Bold: o.Emergency(), Tone: tone})
	}
	switch {
	case o.Text == "":
		return text
	case o.ClientWords:
		return append(text, block.Run{Text: "“" + o.Text + "”", Italic: true})
	}
	return append(text, block.Run{Text: o.Text})
}
