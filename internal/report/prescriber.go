package report

import (
	"fmt"
	"slices"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// PrescriberInput is all that a prescriber report is made of. The same input
// gives the same bytes.
type PrescriberInput struct {
	Practice  practice.Practice
	Client    practice.Client
	Session   Record              // a dosing session that has begun
	To        practice.Prescriber // to whom it is written; zero for nobody known
	Standing  *practice.Cleared   // where the clearance it began under stands now; nil for none
	Sessions  []Record            // held under that clearance, in time order
	Next      practice.Instant    // when the next dosing session is to begin; empty for none planned
	Measures  []Measured          // up to the time of the report
	Questions []string            // for the prescriber
	Medicines []practice.Medicine
	Parts     practice.PartSet // of practice.DocPrescriber
	AuditHead string           // of the trail, when the document is made
	At        practice.Instant // when the document is made
	Paper     block.Paper
}

const prescriberTitle = "Prescriber report"

// PrescriberReport draws what a prescriber needs of one dosing session. Its
// first page suffices: doses against the order, the outstanding readings
// against the limits, holds, adverse events, how the client left and what comes
// next. What is too long for that page is shortened there and follows in full.
// Struck entries, the note and anything of the other partner are not in it. It
// refuses a client who took no part, and a session that is no dosing session or
// has not begun.
func PrescriberReport(in PrescriberInput) (Result, error) {
	d, err := prescriberReport(in)
	if err != nil {
		return Result{}, err
	}
	return drawn(d)
}

func drawn(d block.Document) (Result, error) {
	r, err := pdf.Draw(d)
	if err != nil {
		return Result{}, fault.Wrap(fault.Internal, "The document could not be made. The record is unchanged.", err)
	}
	return r, nil
}

func prescriberReport(in PrescriberInput) (block.Document, error) {
	own, ok := in.Session.of(in.Client.ID)
	s := own.Session
	switch {
	case !ok:
		return block.Document{}, fault.New(fault.Invalid, "This client took no part in the session, so there is no report to make.")
	case s.Kind != practice.Dosing:
		return block.Document{}, fault.New(fault.Invalid, "A prescriber report tells of a dosing session. Open it from one.")
	case s.ActualStart == "":
		return block.Document{}, fault.New(fault.Invalid, "This session has not begun, so there is nothing to report yet.")
	}
	own = own.standing()
	part := func(fill func(*builder)) []block.Block {
		b := newBuilder(own, in.Parts)
		fill(b)
		return b.blocks
	}
	first := []section{
		{part(func(b *builder) { b.inShort(in, own) }), 0},
		{part(func(b *builder) { b.dosesGiven(own) }), 3}, // which the first lines tell as well
		{part(func(b *builder) { b.outstanding(own) }), 0},
		{part(func(b *builder) { b.course(own) }), 4},
		{part(func(b *builder) { b.sessionsHeld("Sessions under this clearance", in.Client.ID, in.Sessions) }), 1},
		{part(func(b *builder) { b.questions(in.Questions) }), 2},
	}
	d := block.Document{
		Title:      prescriberTitle,
		Language:   "en-US",
		Created:    in.At.In(s.Zone),
		Paper:      in.Paper,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, titled(prescriberTitle, own.signed()), in.Client, stamp(in.At, s.Zone), in.AuditHead),
	}
	shortened, err := onePage(&d, part(func(b *builder) { b.prescriberHead(in, own) }), first,
		block.Note{Text: block.Say(practice.DocPrescriber.LeftOut(in.Parts))})
	rest := part(func(b *builder) { b.prescriberMore(in, own) })
	for _, s := range slices.Backward(first) {
		if shortened {
			rest = slices.Concat(s.blocks, rest)
		}
	}
	if len(rest) > 0 {
		d.Blocks = slices.Concat(d.Blocks, []block.Block{block.Break{}}, rest)
	}
	return d, err
}

// prescriberHead says to whom the report is written and about what.
func (b *builder) prescriberHead(in PrescriberInput, own Record) {
	s := own.Session
	name, held := heldText(own)
	place := "in the office"
	if s.Place == practice.Virtual {
		place = "virtual, the client at home"
	}
	b.add(block.Title{Text: prescriberTitle, Lede: strings.Join([]string{
		in.Client.Name(), strings.ToLower(own.name()), longDate(s.Start().In(s.Zone)),
	}, ", ")})
	if !own.signed() {
		b.add(block.Note{Framed: true, Text: block.Say("Draft. The session is not signed yet; what is written here can still change.")})
	}
	facts := slices.DeleteFunc(b.clientFacts(in.Client, s), func(f block.Fact) bool { return f.Label == "Called" || f.Label == "Pronouns" })
	b.add(slices.Concat(
		block.Facts{fact("To", joined(", ", in.To.Signature(), in.To.Organisation)), fact("Fax", in.To.SecureFax)}, facts,
		block.Facts{fact("Session", name+", "+place), fact("Held", held)},
	))
}

// prescriberMore is what follows on demand.
func (b *builder) prescriberMore(in PrescriberInput, own Record) {
	if b.parts[practice.PartReadings] && len(own.Vitals) > 0 {
		b.heading("All readings", nil)
		b.readings(own.Vitals, own.Clearance.Limits)
	}
	b.observations(own.Observations)
	b.medicines(in.Medicines)
}

// inShort says in a few lines all that a reader in a hurry needs.
func (b *builder) inShort(in PrescriberInput, own Record) {
	b.labelled("Dose", b.doseShort(own))
	if b.parts[practice.PartVitals] {
		b.labelled("Vital signs", b.vitalsShort(own))
	}
	b.labelled("Adverse events", eventsShort(own.Events))
	b.measuredShort(in.Measures)
	if b.parts[practice.PartLeaving] {
		b.labelled("Leaving", leavingShort(own.Leaving, b.zone))
	}
	if b.parts[practice.PartClearance] {
		b.labelled("Clearance", clearanceShort(in.Standing))
	}
	if b.parts[practice.PartNextStep] {
		b.labelled("Next", nextShort(in.Standing, in.Next, b.zone))
	}
}

// doseShort says what was taken and whether that was within the order; without
// a dose, why none was given.
func (b *builder) doseShort(own Record) string {
	totals := practice.Totals(own.Doses)
	if totals.Given == 0 {
		var reasons []string
		for _, d := range own.Doses {
			reasons = append(reasons, d.Reason)
		}
		if len(reasons) == 0 && own.Leaving != nil && own.Leaving.Ending == practice.LeftNoDose {
			reasons = append(reasons, own.Leaving.Note)
		}
		if reason := joined("; ", reasons...); reason != "" {
			return "No dose was given: " + strings.TrimRight(reason, ".") + "."
		}
		return "No dose is recorded."
	}
	var doses, beyond []string
	for _, d := range own.Doses {
		if d.Given() {
			doses = append(doses, joined(" ", clock(d.Entry.At, b.zone), practice.Milligrams(d.TakenUg), string(d.Route), d.Form.Label()))
		}
		beyond = append(beyond, own.Clearance.Beyond(d, own.Doses)...)
	}
	text := strings.Join(doses, ", ") + ": " + practice.Milligrams(totals.TakenUg) + " in all"
	order := own.Clearance.DoseText()
	switch {
	case order == "":
		return text + ". No dose was named in the order."
	case len(beyond) > 0:
		return text + ", beyond the order: " + strings.Join(beyond, " ")
	case !b.parts[practice.PartClearance]:
		return text + ", within the order."
	}
	return text + ", within the order, which was " + order + "."
}

// vitalsShort says how high the pressure rose, and what crossed a limit that
// holds a dose.
func (b *builder) vitalsShort(own Record) string {
	if len(own.Vitals) == 0 {
		return "No vital signs are recorded."
	}
	highest, crossed := "", "No hold limit was crossed."
	if v, ok := highestPressure(own.Vitals); ok {
		highest = "Pressure highest at " + bloodPressure(v) + ", " + b.when(v.Entry) + ". "
	}
	for _, v := range slices.Backward(own.Vitals) { // the first is told
		for _, f := range slices.Backward(v.Judge(own.Clearance.Limits).Findings) {
			if f.Level != practice.LevelCaution {
				crossed = "Beyond a hold limit first " + b.when(v.Entry) + ": " + f.Text + "."
			}
		}
	}
	return highest + crossed
}

// when says when an entry was, in words and from the first dose.
func (b *builder) when(e practice.Entry) string {
	text := "at " + clock(e.At, b.zone)
	if b.firstDose != "" {
		text += " (" + practice.TPlusText(practice.TPlus(b.firstDose, e.At)) + ")"
	}
	return text
}

// eventsShort says what went wrong; of more than one event how many.
func eventsShort(events []practice.AdverseEvent) string {
	switch text, serious := practice.EventsText(events); {
	case len(events) == 0:
		return "None recorded."
	case len(events) == 1:
		return strings.TrimRight(joined(": ", events[0].Title(), events[0].OutcomeText()), ".") + "."
	case serious:
		return practice.CountText(len(events), "", "adverse events") + ", at least one of them serious."
	default:
		return text + "."
	}
}

// dosesGiven tells the doses in full; without one the first line says why.
func (b *builder) dosesGiven(own Record) {
	if practice.Totals(own.Doses).Given > 0 {
		b.doses(own)
	}
}

// outstanding tells the readings that tell the course, against the limits.
func (b *builder) outstanding(own Record) {
	told := practice.OutstandingReadings(own.Vitals, own.Doses)
	if len(told) == 0 || !b.parts[practice.PartVitals] {
		return
	}
	table := block.Table{Columns: []block.Column{
		{Head: "Reading", Share: 4.2},
		{Head: "Time", Share: 1},
		{Head: "T+", Share: 1.1},
		vitalColumns[0].Column, vitalColumns[1].Column, vitalColumns[2].Column,
		{Head: "Beyond a limit", Share: 4},
	}}
	for _, x := range told {
		judged := x.Reading.Judge(own.Clearance.Limits)
		row := append([]block.Text{block.Say(x.Label)}, b.times(x.Reading.Entry)...)
		for _, c := range vitalColumns[:3] {
			row = append(row, block.Text{{Text: c.value(x.Reading), Tone: beyond(judged, c.field)}})
		}
		over := crossed(judged)
		if len(over) == 0 {
			over = block.Say("None")
		}
		table.Rows = append(table.Rows, append(row, over))
	}
	b.heading("Vital signs", block.Say(practice.CountText(len(own.Vitals), "reading", "readings")+" in all"))
	b.add(table, block.Note{Text: block.Say(limitsUsed(own.Clearance.Limits))})
}

// crossed names the limits a reading is beyond, the gravest first.
func crossed(j practice.Judgement) block.Text {
	names := map[string]string{
		"systolic_mmhg": "systolic", "diastolic_mmhg": "diastolic", "heart_rate_bpm": "heart rate",
		"spo2_percent": "SpO2", "respiratory_rate_per_min": "respiratory rate",
	}
	var text block.Text
	for _, level := range []practice.Level{practice.LevelEmergency, practice.LevelHold, practice.LevelCaution} {
		var fields []string
		for _, f := range j.Findings {
			if f.Level == level {
				fields = append(fields, names[f.Field])
			}
		}
		if len(fields) > 0 {
			text = below(text, block.Text{{Text: sentence(string(level)) + ": " + strings.Join(fields, ", "), Tone: levelTones[level]}})
		}
	}
	return text
}

// course tells holds, what was done about them, calls and adverse events in
// their order.
func (b *builder) course(own Record) {
	lines := b.holdLines(own, crossed)
	if b.parts[practice.PartEvents] {
		for _, e := range own.Events {
			lines = append(lines, logLine{practice.Entry{ID: e.ID, At: e.At}, b.event(e)})
		}
	}
	if len(lines) > 0 {
		b.heading("Holds, calls and adverse events", nil)
		b.add(b.lines("What was measured, decided, said and done", lines))
	}
}

// event tells an adverse event in one cell.
func (b *builder) event(e practice.AdverseEvent) block.Text {
	text := block.Text{{Text: e.Title() + ". ", Bold: true, Tone: block.Alarm}, {Text: e.What}}
	for _, x := range []struct{ label, text string }{{"Action", e.Action}, {"Called", e.Called}, {"Outcome", e.OutcomeText()}} {
		if x.text != "" {
			text = append(text, block.Run{Text: " " + x.label + ": ", Tone: block.Quiet}, block.Run{Text: x.text})
		}
	}
	for _, x := range e.Additions {
		text = append(text, block.Run{Text: " Added " + stamp(x.CreatedAt, b.zone) + ": ", Tone: block.Quiet}, block.Run{Text: x.Text})
	}
	return text
}

// leavingShort says how the client left, and what was not met all the same.
func leavingShort(l *practice.Leaving, zone string) string {
	if l == nil {
		return "Not recorded."
	}
	text := l.Sentence(zone)
	for _, c := range l.Checks {
		if c.Met == practice.AnswerNo {
			text += " Not met: " + strings.TrimRight(joined(": ", c.Label, c.Reason), ".") + "."
		}
	}
	if l.EarlyReason != "" {
		text += " Earlier than usual: " + strings.TrimRight(l.EarlyReason, ".") + "."
	}
	return text
}

// labelled adds a paragraph that begins with a label; nothing for no text.
func (b *builder) labelled(label, text string) {
	if text != "" {
		b.add(block.Paragraph{Text: block.Text{{Text: label + ": ", Bold: true}, {Text: text}}})
	}
}

// sessionsHeld tells dosing sessions, newest first, a line each.
func (b *builder) sessionsHeld(heading, clientID string, list []Record) {
	if !b.parts[practice.PartSessions] || len(list) == 0 {
		return
	}
	table := block.Table{Columns: []block.Column{{Head: "Session", Share: 2}, {Head: "Date", Share: 2}}}
	for _, column := range []struct {
		part practice.Part
		block.Column
	}{
		{practice.PartDoses, block.Column{Head: "Taken", Share: 2.6}},
		{practice.PartEvents, block.Column{Head: "Adverse events", Share: 4}},
		{practice.PartVitals, block.Column{Head: "Highest pressure", Share: 2.4}},
	} {
		if b.parts[column.part] {
			table.Columns = append(table.Columns, column.Column)
		}
	}
	for _, r := range slices.Backward(list) {
		if own, ok := r.of(clientID); ok {
			table.Rows = append(table.Rows, sessionLine(own.standing(), b.parts))
		}
	}
	b.heading(heading, nil)
	b.add(table)
}

// sessionLine is a dosing session in one row, with a cell for each column that
// the parts let it have.
func sessionLine(own Record, parts practice.PartSet) []block.Text {
	taken := "Not given"
	if totals := practice.Totals(own.Doses); totals.Given > 0 {
		taken = practice.Milligrams(totals.TakenUg)
		if totals.Given > 1 {
			taken += fmt.Sprintf(", %d doses", totals.Given)
		}
	}
	events, _ := practice.EventsText(own.Events)
	if events == "" {
		events = "None"
	}
	pressure := ""
	if v, ok := highestPressure(own.Vitals); ok {
		pressure = bloodPressure(v)
	}
	row := []block.Text{block.Say(own.name()), block.Say(shortDate(own.Session.Start().In(own.Session.Zone)))}
	for _, cell := range []struct {
		part practice.Part
		text string
	}{{practice.PartDoses, taken}, {practice.PartEvents, events}, {practice.PartVitals, pressure}} {
		if parts[cell.part] {
			row = append(row, block.Say(cell.text))
		}
	}
	return row
}

// highestPressure returns the first reading of the highest pressure.
func highestPressure(list []practice.VitalSigns) (highest practice.VitalSigns, ok bool) {
	for _, v := range list {
		if v.SystolicMmHg != nil && (!ok || *v.SystolicMmHg > *highest.SystolicMmHg) {
			highest, ok = v, true
		}
	}
	return highest, ok
}

// clearanceShort says where the clearance stands and how much of it is used.
func clearanceShort(x *practice.Cleared) string {
	if x == nil {
		return "None on record."
	}
	c, stands := x.Clearance, x.State.Label()
	switch x.State {
	case practice.ClearanceInForce:
		stands = "In force until " + c.ExpiresOn.Text()
	case practice.ClearanceExpired:
		stands = "Ended on " + c.ExpiresOn.Text()
	case practice.ClearanceSuspended:
		stands = "Suspended: " + strings.TrimRight(c.SuspendedReason, ".")
	case practice.ClearanceSuperseded:
		stands = "A newer one took its place"
	case practice.ClearanceNotYet:
		stands = "Not in force before " + c.ClearedOn.Text()
	case practice.ClearanceUsedUp:
	}
	text := stands + "; " + x.UsedText() + " used."
	if c.Conditions != "" {
		text += " Conditions: " + strings.TrimRight(c.Conditions, ".") + "."
	}
	return text
}

// nextShort says what a further session needs, and when it is planned.
func nextShort(x *practice.Cleared, next practice.Instant, zone string) string {
	text := "No further dosing session is planned."
	if next != "" {
		text = "The next dosing session is planned for " + stamp(next, zone) + "."
	}
	if x == nil || x.State == practice.ClearanceExpired || x.State == practice.ClearanceUsedUp || x.State == practice.ClearanceSuspended {
		text += " A further one needs a new clearance."
	}
	return text
}

// clearedAside says how much of a clearance is used.
func clearedAside(x *practice.Cleared) block.Text {
	return block.Say(x.UsedText() + " used, " + strings.ToLower(x.State.Label()))
}
