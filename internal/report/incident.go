package report

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// IncidentInput is all that an incident report is made of. The same input
// gives the same bytes.
type IncidentInput struct {
	Practice   practice.Practice
	Client     practice.Client
	Session    Record
	EventID    string              // one of the session's adverse events
	Suspended  *practice.Clearance // that the event put out of force; nil for none
	Prescriber string              // who gave that clearance, with credential
	Parts      practice.PartSet    // of practice.DocIncident
	AuditHead  string              // of the trail, when the document is made
	At         practice.Instant    // when the document is made
	Paper      block.Paper
}

const incidentTitle = "Incident report"

// before is how long before the event its timeline begins.
const before = 30 * time.Minute

// Incident draws one adverse event with its timeline: what happened, what was
// done, who was called, how it ended, and what the session's log says from 30
// minutes before it on. Neither the session's note nor anything of the other
// partner is in it. It refuses an event that is not this client's.
func Incident(in IncidentInput) (Result, error) {
	d, err := incident(in)
	if err != nil {
		return Result{}, err
	}
	r, err := pdf.Draw(d)
	if err != nil {
		return Result{}, fault.Wrap(fault.Internal, "The document could not be made. The record is unchanged.", err)
	}
	return r, nil
}

func incident(in IncidentInput) (block.Document, error) {
	own, _ := in.Session.of(in.Client.ID)
	i := slices.IndexFunc(own.Events, func(e practice.AdverseEvent) bool { return e.ID == in.EventID })
	if i < 0 {
		return block.Document{}, fault.New(fault.NotFound, "This event is not in this client's record, so there is no report to make.")
	}
	s, e, b := own.Session, own.Events[i], newBuilder(own, in.Parts)

	b.add(block.Title{Text: incidentTitle, Lede: strings.Join([]string{
		in.Client.Name(), strings.ToLower(own.name()), longDate(e.At.In(s.Zone)),
	}, ", ")})
	b.add(b.clientFacts(in.Client, s), b.eventFacts(in, own, e))
	b.said(practice.PartEvents, "What happened", e.What)
	b.said(practice.PartEvents, "What was done", e.Action)
	b.said(practice.PartEvents, "Who was called", e.Called)
	b.said(practice.PartEvents, "How it ended", e.OutcomeText())
	b.added(e)
	b.calls(own, e.At.Add(-before))
	b.timeline(own, e.At.Add(-before))
	b.doses(own)
	b.vitals(own.Vitals, own.Clearance.Limits)
	b.leftOut(practice.DocIncident)

	return block.Document{
		Title:      incidentTitle,
		Language:   "en-US",
		Created:    in.At.In(s.Zone),
		Paper:      in.Paper,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, incidentTitle, in.Client, stamp(in.At, s.Zone), in.AuditHead),
		Blocks:     b.blocks,
	}, nil
}

func (b *builder) eventFacts(in IncidentInput, own Record, e practice.AdverseEvent) block.Facts {
	s := own.Session
	place, serious, after, left := "In the office", "No", "", ""
	if s.Place == practice.Virtual {
		place = "Virtual, the client at home"
		if own.Start != nil && own.Start.Day.Virtual.Address != "" {
			place += ": " + strings.Join(strings.Fields(own.Start.Day.Virtual.Address), " ")
		}
	}
	if e.Serious {
		serious = "Yes: emergency level, rescue medicine or transfer"
	}
	if b.firstDose != "" {
		after = ", " + practice.TPlusText(practice.TPlus(b.firstDose, e.At))
	}
	if own.Leaving != nil && b.parts[practice.PartLeaving] {
		left = joined(". ", own.Leaving.Text(s.Zone), own.Leaving.Destination)
	}
	facts := block.Facts{
		fact("Event", stamp(e.At, s.Zone)+after),
		fact("Serious", serious),
		fact("Grade", sentence(string(e.Grade))),
		fact("Session", own.name()+", "+span(s.ActualStart, s.ActualEnd, s.Zone)),
		fact("Place", place),
		fact("Left", left),
		fact("Written down", stamp(e.CreatedAt, s.Zone)+" by "+in.Practice.Signature()),
	}
	if c := in.Suspended; c != nil && b.parts[practice.PartClearance] {
		facts = append(facts, fact("Clearance", joined(", ", "Suspended "+stamp(c.SuspendedAt, s.Zone), in.Prescriber)+". No dosing session until a new one is recorded."))
	}
	return facts
}

// added tells what became known later.
func (b *builder) added(e practice.AdverseEvent) {
	if len(e.Additions) == 0 {
		return
	}
	b.heading("What became known later", nil)
	for _, x := range e.Additions {
		b.add(block.Paragraph{Text: block.Text{{Text: stamp(x.CreatedAt, b.zone) + ": ", Tone: block.Quiet}, {Text: x.Text}}})
	}
}

// calls tells the calls of the log from a moment on, those that stand.
func (b *builder) calls(own Record, from practice.Instant) {
	table := block.Table{Columns: []block.Column{
		{Head: "Time", Share: 1}, {Head: "T+", Share: 1}, {Head: "Called", Share: 4}, {Head: "Reached", Share: 1.6}, {Head: "What was said", Share: 5.5},
	}}
	reached := map[practice.Answer]string{practice.AnswerYes: "Yes", practice.AnswerNo: "No", practice.NotAnswered: "Not recorded"}
	for _, o := range own.Observations {
		if o.Call == nil || !o.Entry.Stands() || o.Entry.At < from || !b.parts[practice.PartHolds] {
			continue
		}
		table.Rows = append(table.Rows, append(b.times(o.Entry),
			block.Say(joined(", ", o.Call.Callee.Label(), o.Call.Name, o.Call.Number)), block.Say(reached[o.Call.Reached]), block.Say(o.Text)))
	}
	if len(table.Rows) > 0 {
		b.heading("Calls", nil)
		b.add(table)
	}
}

// timeline tells the log and the adverse events from a moment on in their
// order, struck entries included.
func (b *builder) timeline(own Record, from practice.Instant) {
	type line struct {
		entry practice.Entry
		text  block.Text
	}
	var lines []line
	at := map[string]practice.Instant{}
	add := func(e practice.Entry, text block.Text) {
		at[e.ID] = e.At
		if e.At >= from {
			lines = append(lines, line{e, strike(text, e)})
		}
	}
	for _, e := range own.Events {
		add(practice.Entry{ID: e.ID, At: e.At, RecordedAt: e.At}, block.Text{{Text: e.Title() + ": ", Bold: true, Tone: block.Alarm}, {Text: e.What}})
	}
	for _, d := range own.Doses {
		switch {
		case !b.parts[practice.PartDoses]:
		case d.NotGiven:
			add(d.Entry, block.Say(d.Line()))
		default:
			add(d.Entry, below(block.Text{{Text: "Dose: ", Bold: true, Tone: block.Dose}, {Text: d.Line()}}, b.neededFor(d, own)))
		}
	}
	for _, v := range own.Vitals {
		if !b.parts[practice.PartVitals] {
			break
		}
		text := block.Say(v.Line())
		if v.Entry.Stands() {
			for _, f := range v.Judge(own.Clearance.Limits).Findings {
				text = append(text, block.Run{Text: "\n" + f.Text, Tone: levelTones[f.Level]})
			}
		}
		add(v.Entry, text)
	}
	for _, o := range practice.WithoutOpenCalls(own.Observations) {
		if o, in := b.parts.InLog(o); in {
			add(o.Entry, observed(o))
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(a.entry.At, b.entry.At), cmp.Compare(a.entry.ID, b.entry.ID))
	})
	table := block.Table{Columns: []block.Column{{Head: "Time", Share: 1}, {Head: "T+", Share: 1}, {Head: "What happened", Share: 11.1}}}
	for _, l := range lines {
		table.Rows = append(table.Rows, append(b.times(l.entry), below(l.text, b.remarks(l.entry, at))))
	}
	b.heading("Timeline", block.Say("From 30 min before the event"))
	b.add(table)
}
