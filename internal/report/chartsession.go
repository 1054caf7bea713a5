package report

import (
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// heldSessions is what the sessions come to.
type heldSessions struct {
	held, all   int
	first, last string // days
}

func (h heldSessions) text() string {
	text := practice.CountText(h.held, "held", "held")
	switch {
	case h.held == 0:
		return "None held"
	case h.held == 1:
		return text + ", on " + h.first
	}
	return text + ", from " + h.first + " to " + h.last
}

// sessions is the chapter on every session in time order: a table of all of
// them, then each by itself.
func (c *chart) sessions() (held heldSessions, err error) {
	before := c.blocks
	c.blocks = nil
	glance := block.Table{Columns: []block.Column{
		{Head: "Day", Share: 1.7},
		{Head: "Session", Share: 3},
		{Head: "Where", Share: 2},
		{Head: "Length", Share: 1.6},
		{Head: "Taken", Share: 1.6},
		{Head: "Note", Share: 2.6},
	}}
	followed := map[string]*Record{}
	for s, err := range c.in.Sessions {
		if err != nil {
			return held, err
		}
		own, ok := s.of(c.in.Client.ID)
		if !ok {
			return held, fault.New(fault.Internal, "A session of another client came into this chart, so it was not made. The record is unchanged.")
		}
		s.Record = own
		glance.Rows = append(glance.Rows, c.glance(own))
		held.count(own.Session)
		c.session(s, followed[own.Session.DosingSessionID])
		if own.Session.Kind == practice.Dosing { // the doses are what later sessions tell of it
			followed[own.Session.ID] = &Record{Session: own.Session, Number: own.Number, Doses: own.Doses}
		}
	}
	each := c.blocks
	c.blocks = before
	c.chapter("Sessions", 0, "", func() {
		if len(glance.Rows) > 0 {
			c.add(glance)
			c.add(each...)
		}
	})
	return held, nil
}

func (h *heldSessions) count(s practice.Session) {
	h.all++
	if s.ActualStart == "" {
		return
	}
	day := shortDate(s.Start().In(s.Zone))
	if h.held == 0 {
		h.first = day
	}
	h.held, h.last = h.held+1, day
}

// glance is a session in one line.
func (c *chart) glance(r Record) []block.Text {
	s := r.Session
	where, length, note := "Office", s.LengthText(), ""
	if s.Place == practice.Virtual {
		where = "Virtual"
	}
	if s.Contact != "" {
		where = s.Contact.Label()
	}
	switch s.State() {
	case practice.Cancelled:
		length = "Cancelled"
	case practice.Planned:
		length = "Not held yet"
	case practice.Open, practice.Ended:
		note = "No note"
		if r.Note != nil {
			note = "Draft"
		}
	}
	if r.signed() {
		note = "Signed " + shortDate(r.Note.SignedAt.In(r.Note.SignedZone))
	}
	if !c.parts[practice.PartNote] {
		note = ""
	}
	row := []block.Text{block.Say(shortDate(s.Start().In(s.Zone))), block.Say(r.name()), block.Say(where), block.Say(length), nil, block.Say(note)}
	if totals := practice.Totals(r.Doses); c.parts[practice.PartDoses] && totals.Given > 0 {
		row[4] = block.Text{{Text: practice.Milligrams(totals.TakenUg), Tone: block.Dose}}
	}
	return row
}

// session tells one session as its summary does.
func (c *chart) session(s ChartSession, dosing *Record) {
	b := newBuilder(s.Record, c.parts)
	state := ""
	switch {
	case s.Session.State() == practice.Cancelled:
		state = "Cancelled"
	case s.Session.State() == practice.Planned:
		state = "Not held yet"
	case !c.parts[practice.PartNote]:
	case s.Note == nil:
		state = "No note"
	case !s.signed():
		state = "Draft, not signed"
	}
	b.add(block.Chapter{Text: s.name() + ", " + shortDate(s.Session.Start().In(s.Session.Zone)), Depth: 1, Aside: state})
	b.add(b.sessionFacts(SummaryInput{Client: c.in.Client, Dosing: dosing, Window: s.Window}, s.Record))
	b.asked(s.Start, s.Session.Place)
	b.readiness(s.Start)
	b.adverse(s.Events)
	b.doses(s.Record)
	b.vitals(s.Vitals, s.Clearance.Limits)
	b.holds(s.Record)
	b.observations(s.Observations)
	b.leaving(s.Leaving, s.Session.Place)
	if s.Session.State() == practice.Open || s.Session.State() == practice.Ended {
		b.note(s.Record, "Note")
	}
	c.add(b.blocks...)
}

// asked tells what was agreed before a dosing session and what was asked on
// its day.
func (b *builder) asked(start *practice.Start, place practice.Place) {
	if start == nil {
		return
	}
	if lines := start.Prepared(place); b.parts[practice.PartPreparation] && len(lines) > 0 {
		b.heading("As agreed before", nil)
		for _, l := range lines {
			text := block.Run{Text: l.Text}
			if l.ClientWords {
				text = block.Run{Text: "“" + l.Text + "”", Italic: true}
			}
			b.add(block.Paragraph{Text: block.Text{{Text: l.Label + ": ", Bold: true}, text}})
		}
	}
	if !b.parts[practice.PartReadiness] {
		return
	}
	d := start.Day
	table := block.Table{Columns: []block.Column{{Head: "Question", Share: 5.5}, {Head: "Answer", Share: 1.5}, {Head: "In words", Share: 6}}}
	for _, q := range []struct {
		question       string
		answer, wanted practice.Answer
		words          string
	}{
		{"Name and birth date confirmed?", d.Identity, practice.AnswerYes, ""},
		{"Nothing eaten, as agreed?", d.Fasted, practice.AnswerYes, d.FastingNote},
		{"Medicines taken as agreed with the prescriber?", d.Medicines, practice.AnswerYes, d.MedicinesNote},
		{"Is the ride home arranged?", d.Ride, practice.AnswerYes, d.RideHome.Line()},
		{"New thoughts of suicide?", d.SuicidalThoughts, practice.AnswerNo, d.SuicidalNote},
		{"Intoxicated today?", d.Intoxicated, practice.AnswerNo, ""},
		{"Able to consent today?", d.AbleToConsent, practice.AnswerYes, ""},
	} {
		if q.answer != practice.NotAnswered {
			answer := block.Text{{Text: q.answer.Label(), Bold: q.answer != q.wanted}}
			table.Rows = append(table.Rows, []block.Text{block.Say(q.question), answer, block.Say(q.words)})
		}
	}
	if len(table.Rows) == 0 {
		return
	}
	b.heading("Asked on the day", block.Say(dayText(d.AskedOn)))
	b.add(table)
	if place == practice.Virtual {
		b.virtual(d.Virtual)
	}
}

// virtual tells where the client was and who and what was there.
func (b *builder) virtual(v practice.VirtualSafety) {
	facts := block.Facts{}
	if b.parts[practice.PartContact] {
		facts = append(facts,
			fact("Was at", v.Address),
			fact("Call back", v.CallBackNumber),
			fact("Emergency", v.EmergencyNumber),
			fact("Nearest ED", v.EmergencyRoom),
			fact("Chaperone", joined(", ", v.ChaperoneName, v.ChaperonePhone)),
		)
	}
	var there []string
	for _, item := range v.Items() {
		if item.There {
			there = append(there, item.Label)
		}
	}
	b.add(append(facts, fact("Confirmed", strings.Join(there, "; "))))
}
