package report

import (
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// ClientCopyInput is all that a client's copy of a session is made of. The
// same input gives the same bytes.
type ClientCopyInput struct {
	Practice  practice.Practice
	Client    practice.Client
	Session   Record
	Dosing    *Record             // the dosing session this one follows, if any
	Window    *practice.Window    // that this dosing session, or the one followed, opened
	Next      *practice.Session   // the client's next planned session; nil for none
	Calls     []practice.CallLine // whom to call
	Parts     practice.PartSet    // of practice.DocClientCopy
	AuditHead string
	At        practice.Instant // when the document is made
	Paper     block.Paper
}

// ClientCopy draws what belongs to the client of one session: the intention,
// their own words in the order they were said, what was agreed, what comes
// next. Of the log, the note and a partner it holds nothing. It refuses a
// client who took no part in the session.
func ClientCopy(in ClientCopyInput) (Result, error) {
	d, err := clientCopy(in)
	if err != nil {
		return Result{}, err
	}
	return drawn(d)
}

func clientCopy(in ClientCopyInput) (block.Document, error) {
	own, ok := in.Session.of(in.Client.ID)
	if !ok {
		return block.Document{}, fault.New(fault.Invalid, "This client took no part in the session, so there is no copy to make.")
	}
	s, b := own.Session, newBuilder(own, in.Parts)

	b.add(block.Title{Text: copyTitle(s.Kind), Lede: "For " + in.Client.Called() + ", " + longDate(s.Start().In(s.Zone))})
	if !own.signed() {
		b.add(block.Note{Text: block.Say("Draft. The record of this session is not signed yet, so what is written here can still change."), Framed: true})
	}
	b.add(copyFacts(in, s))
	if in.Parts[practice.PartIntention] {
		b.intention(in.Intention())
	}
	b.ownWords(own.Observations)
	b.agreed(own)
	if in.Parts[practice.PartNextStep] {
		b.comesNext(in)
	}
	b.taken(own.Doses)
	b.measured(own.Vitals)
	b.leftOut(practice.DocClientCopy)

	const title = "Client copy"
	return block.Document{
		Title:      title,
		Language:   "en-US",
		Created:    in.At.In(s.Zone),
		Paper:      in.Paper,
		AtLeisure:  true,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, titled(title, own.signed()), in.Client, stamp(in.At, s.Zone), in.AuditHead),
		Blocks:     b.blocks,
	}, nil
}

func copyTitle(kind practice.SessionKind) string {
	switch kind {
	case practice.Dosing, practice.Integration, practice.Preparation:
		return "Your " + strings.ToLower(kind.Label()) + " session"
	case practice.Consultation, practice.CheckIn, practice.Talk:
	}
	return "Your session"
}

func copyFacts(in ClientCopyInput, s practice.Session) block.Facts {
	born := ""
	if day, ok := in.Client.BirthDate.Day(); ok {
		born = day.Format("2 January 2006")
	}
	when := ""
	if s.ActualStart != "" {
		when = clock(s.ActualStart, s.Zone)
		if s.ActualEnd != "" {
			when += " to " + clock(s.ActualEnd, s.Zone)
		}
	}
	where := "At the practice"
	if s.Place == practice.Virtual {
		where = "At home, by video"
	}
	return block.Facts{
		fact("Name", in.Client.LegalName),
		fact("Born", born),
		fact("Time", when),
		fact("Place", where),
		fact("With", in.Practice.Signature()),
	}
}

// Intention is the client's as it stood when the session, or the dosing
// session it follows, began; else as the chart has it.
func (in ClientCopyInput) Intention() string {
	own, _ := in.Session.of(in.Client.ID)
	start := own.Start
	if start == nil && in.Dosing != nil {
		if d, ok := in.Dosing.of(in.Client.ID); ok {
			start = d.Start
		}
	}
	if start != nil && start.Day.Intention != "" {
		return start.Day.Intention
	}
	return in.Client.Intention
}

func (b *builder) intention(words string) {
	if words = unquoted(words); words == "" {
		return
	}
	b.heading("Your intention", nil)
	b.add(block.Paragraph{Text: inQuotes(words), Quote: true})
}

// ownWords are the entries that stand and are marked as the client's words.
// What the practice saw at the time is not told.
func (b *builder) ownWords(list []practice.Observation) {
	if !b.parts[practice.PartOwnWords] {
		return
	}
	said := []block.Block{}
	for _, o := range practice.OwnWords(list) {
		text := append(inQuotes(unquoted(o.Text)), block.Run{Text: "  " + clock(o.Entry.At, b.zone), Tone: block.Quiet})
		said = append(said, block.Paragraph{Text: text, Quote: true})
	}
	if len(said) == 0 {
		return
	}
	b.heading("In your own words", block.Say("As they were written down while you spoke"))
	b.add(said...)
}

// agreed is what the client took on in the session, and what was settled
// there.
func (b *builder) agreed(r Record) {
	if !b.parts[practice.PartPractices] || len(r.Made)+len(r.Settled) == 0 {
		return
	}
	b.heading("What you take with you", nil)
	item := func(text block.Text) { b.add(block.Paragraph{Text: text, Indent: 1, Mark: "•"}) }
	for _, m := range r.Made {
		text := block.Say(m.Text)
		if day, ok := m.DueOn.Day(); ok {
			text = append(text, block.Run{Text: ", for " + longDate(day), Tone: block.Quiet})
		}
		item(text)
	}
	for _, m := range r.Settled {
		item(block.Text{{Text: m.State.Label() + ": ", Tone: block.Quiet}, {Text: m.Text}})
	}
}

func (b *builder) comesNext(in ClientCopyInput) {
	b.heading("What comes next", nil)
	if next := in.Next; next != nil {
		b.add(block.Paragraph{Text: block.Text{{Text: "We meet again "}, {Text: meeting(*next), Bold: true}, {Text: "."}}})
	} else {
		b.add(block.Paragraph{Text: block.Say("Our next session has no day yet.")})
	}
	if w := in.Window; w != nil && in.At < w.ClosesAt {
		at := w.ClosesAt.In(b.zone)
		b.add(block.Paragraph{Text: block.Text{
			{Text: "Your integration window is open until "},
			{Text: at.Format("Monday 2 January, 15:04"), Tone: block.Window},
			{Text: ". What came up is fresh until then; you can call before our next session."},
		}})
	}
	if len(in.Calls) > 0 {
		b.add(block.Heading{Level: 2, Text: block.Say(whoToCall)}, callTable(in.Calls))
	}
}

// meeting says a planned session as one would: "on Thursday 12 March 2026 at
// 16:00, at the practice".
func meeting(s practice.Session) string {
	at := s.Start().In(s.Zone)
	where := "at the practice"
	if s.Place == practice.Virtual {
		where = "by video"
	}
	kind := map[practice.SessionKind]string{
		practice.Integration: "for integration ", practice.Dosing: "for your next dosing session ", practice.Preparation: "for preparation ",
	}[s.Kind]
	return kind + "on " + longDate(at) + " at " + at.Format("15:04") + ", " + where
}

// taken lists the doses that were given, in plain words.
func (b *builder) taken(doses []practice.DoseEvent) {
	if !b.parts[practice.PartDoses] || len(doses) == 0 {
		return
	}
	b.heading("The medicine", doseTotal(practice.Totals(doses)))
	for _, d := range b.given {
		words := joined(", ", practice.Milligrams(d.TakenUg), joined(" ", string(d.Route), d.Form.Label()))
		b.add(block.Paragraph{Text: block.Text{{Text: clock(d.Entry.At, b.zone) + "  ", Tone: block.Quiet}, {Text: words}}, Indent: 1, Mark: "•"})
	}
}

// measured lists the readings that stand, without who took them and how they
// were judged.
func (b *builder) measured(list []practice.VitalSigns) {
	table := block.Table{Columns: []block.Column{
		{Head: "Time", Share: 1}, {Head: "Blood pressure, mmHg", Share: 2}, {Head: "Pulse, per minute", Share: 2}, {Head: "Oxygen (SpO2)", Share: 2},
	}}
	for _, v := range list {
		if v.Entry.Stands() {
			table.Rows = append(table.Rows, []block.Text{
				block.Say(clock(v.Entry.At, b.zone)), block.Say(bloodPressure(v)), block.Say(number(v.HeartRateBpm, "")), block.Say(number(v.SpO2Percent, " %")),
			})
		}
	}
	if !b.parts[practice.PartVitals] || len(table.Rows) == 0 {
		return
	}
	b.heading("What was measured", nil)
	b.add(table)
}

// unquoted takes the quotation marks off that were typed around words.
func unquoted(words string) string {
	words = strings.TrimSpace(words)
	if rest := strings.TrimLeft(words, quotes); rest != words {
		words = strings.TrimRight(rest, quotes)
	}
	return words
}

const quotes = `"“”„«»`

func inQuotes(words string) block.Text {
	return block.Text{{Text: "“" + words + "”", Italic: true}}
}
