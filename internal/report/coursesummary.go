package report

import (
	"slices"
	"strconv"
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// CourseInput is all that a course summary is made of, the one for the record
// and the one for the client. The same input gives the same bytes.
type CourseInput struct {
	Practice  practice.Practice
	Client    practice.Client
	Facts     practice.CourseFacts    // from which the picture and the tables come alike
	Events    []practice.AdverseEvent // the client's
	Risks     []practice.RiskLine     // what waits for a review first
	Next      *practice.Session       // the next that is planned; nil for none
	Calls     []practice.CallLine     // whom to call; of the client's own
	Parts     practice.PartSet        // of practice.DocCourse or practice.DocCourseCopy
	AuditHead string
	At        practice.Instant // when the document is made
	Paper     block.Paper
}

// CourseSummary draws the whole course: its goal and reviews, the picture, the
// measures with what their changes mean, every session with its dose and its
// window, adverse events and risk reviews.
func CourseSummary(in CourseInput) (Result, error) { return drawn(courseSummary(in)) }

func courseSummary(in CourseInput) block.Document {
	zone, title := in.Practice.Zone, practice.DocCourse.Title()
	b := &builder{parts: in.Parts, zone: zone}
	picture := told(in.Facts)
	b.add(block.Title{Text: title, Lede: in.Client.Name() + ", " + practice.LongDateText(in.At.In(zone))})
	born := ""
	if day, ok := in.Client.BirthDate.Day(); ok {
		born = shortDate(day)
	}
	b.add(block.Facts{fact("Client", in.Client.LegalName), fact("Born", born)})
	if b.parts[practice.PartCourse] {
		for _, c := range oldestFirst(in.Facts.Courses) {
			b.goal(c)
		}
	}
	b.coursePicture(picture, forRecord)
	b.courseMeasures(in.Facts, picture)
	b.notices(in.Facts.Forms, "What the client notices")
	b.courseSessions(picture, in.Facts.Sessions)
	b.dosesOfCourse(dosesBySession(in.Facts.Doses))
	b.eventsOf(in.Events)
	b.riskReviews(in.Risks)
	b.nextOf(in.Next, "")
	b.add(block.Signature{Blank: true, Name: in.Practice.Signature(), Lines: licenseLine(in.Practice)})
	b.leftOut(practice.DocCourse)
	return block.Document{
		Title:      title,
		Language:   "en-US",
		Created:    in.At.In(zone),
		Paper:      in.Paper,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, title, in.Client, stamp(in.At, zone), in.AuditHead),
		Blocks:     b.blocks,
	}
}

// courseMeasures tells every total of every questionnaire, in the order of the
// picture, and what the change since baseline is published to mean, each claim
// with its rule.
func (b *builder) courseMeasures(facts practice.CourseFacts, picture practice.CourseChart) {
	if !b.parts[practice.PartMeasures] {
		return
	}
	at := len(b.blocks)
	groups, treatments := byInstrument(inTime(facts.Forms)), facts.Treatments()
	place := func(forms []practice.Filled) int {
		at := slices.IndexFunc(picture.Series, func(s practice.ChartSeries) bool { return s.Key == forms[0].Instrument.ID })
		if at < 0 { // none of them has a total
			return len(picture.Series)
		}
		return at
	}
	slices.SortStableFunc(groups, func(a, b []practice.Filled) int { return place(a) - place(b) })
	for _, forms := range groups {
		i := forms[len(forms)-1].Instrument
		if eachAlone(i) || !slices.ContainsFunc(forms, counts) {
			continue
		}
		b.add(block.Heading{Level: 2, Text: block.Say(i.Title), Aside: block.Say(i.Name)})
		if totals := treatments.Totals(forms); len(totals) > 0 {
			b.claims(treatments.Change(forms))
			b.add(totalsTable(totals))
		}
		b.withoutTotal(forms)
	}
	if len(b.blocks) > at {
		b.blocks = slices.Insert(b.blocks, at, block.Block(block.Heading{Level: 1, Text: block.Say("Measures")}))
	}
}

// claims says how the last total stands against the baseline, and what that is
// published to mean.
func (b *builder) claims(c practice.Change) {
	if c.SinceBaseline == nil {
		return
	}
	b.add(block.Paragraph{Text: block.Text{{Text: "Since baseline: ", Bold: true}, {Text: c.SinceBaseline.Words + "."}}})
	for _, claim := range c.Claims {
		b.add(block.Paragraph{Text: block.Say(claim.Words), Indent: 1, Mark: "•"})
	}
	if c.BaselineNote != "" {
		b.add(block.Note{Text: block.Say(c.BaselineNote)})
	}
}

// totalsTable tells totals, each against the baseline of its treatment and the
// one before. A baseline that is none by the rule is named by its day.
func totalsTable(totals []practice.CourseTotal) block.Table {
	table := block.Table{Columns: []block.Column{
		{Head: "Date", Share: 1.6}, {Head: "Total", Share: 0.9, Right: true}, {Head: "Band", Share: 3.4}, {Head: "Since baseline", Share: 2.2}, {Head: "Since the last", Share: 2.2},
	}}
	for n, x := range totals {
		since, before := "", ""
		switch {
		case x.IsBaseline:
			since = "Baseline"
		case x.At >= x.Baseline.At:
			since = wordsOf(x.Since())
			if !x.Accepted {
				since += ", since " + answeredOn(x.Baseline)
			}
		}
		if x.IsNext {
			since = sentence(joined(", ", lower(since), "baseline of what followed"))
		}
		if n > 0 {
			before = wordsOf(x.FormTotal.Since(totals[n-1].FormTotal))
		}
		table.Rows = append(table.Rows, []block.Text{
			block.Say(answeredOn(x.FormTotal)), {{Text: strconv.Itoa(x.Value), Bold: true}}, block.Say(sentence(joined(", ", x.Band, x.Cutoff))), block.Say(since), block.Say(before),
		})
	}
	return table
}

func wordsOf(d *practice.Difference) string {
	if d == nil {
		return "Not comparable"
	}
	return sentence(d.Words)
}

// courseSessions tells every session that was held, with its dose and its
// window.
func (b *builder) courseSessions(picture practice.CourseChart, sessions []practice.Session) {
	if !b.parts[practice.PartSessions] {
		return
	}
	lengths := map[string]string{}
	for _, s := range sessions {
		lengths[s.ID] = s.LengthText()
	}
	windows := map[string]string{}
	for _, w := range picture.Windows {
		windows[w.SessionID] = w.Text
	}
	doses := b.parts[practice.PartDoses]
	table := block.Table{Columns: []block.Column{{Head: "Date", Share: 1.7}, {Head: "Session", Share: 4}, {Head: "Length", Share: 1.7}}}
	if doses {
		table.Columns = append(table.Columns, block.Column{Head: "Taken", Share: 1.5})
	}
	table.Columns = append(table.Columns, block.Column{Head: "Integration window", Share: 3.6})
	for _, s := range picture.Sessions {
		if s.State == practice.Planned {
			continue
		}
		row := []block.Text{block.Say(shortDate(s.At.In(b.zone))), block.Say(s.Title), block.Say(lengths[s.SessionID])}
		if doses {
			row = append(row, block.Text{{Text: s.DoseText, Tone: block.Dose}})
		}
		table.Rows = append(table.Rows, append(row, block.Say(windows[s.SessionID])))
	}
	if len(table.Rows) > 0 {
		b.heading("Sessions", nil)
		b.add(table)
	}
}

// dosesBySession gathers the doses that stand, those of each session in a
// record of their own.
func dosesBySession(doses []practice.DoseEvent) []Record {
	records, at := []Record{}, map[string]int{}
	for _, d := range doses {
		if !d.Entry.Stands() {
			continue
		}
		n, known := at[d.Entry.ParticipantID]
		if !known {
			n = len(records)
			at[d.Entry.ParticipantID] = n
			records = append(records, Record{})
		}
		records[n].Doses = append(records[n].Doses, d)
	}
	return records
}

// riskReviews tells what the forms said of a risk, and what was found and done
// about it.
func (b *builder) riskReviews(lines []practice.RiskLine) {
	if !b.parts[practice.PartRiskReviews] || len(lines) == 0 {
		return
	}
	b.heading("Risk reviews", nil)
	for _, l := range lines {
		b.riskReview(l)
	}
}

func (b *builder) riskReview(l practice.RiskLine) {
	b.add(block.Heading{Level: 2, Text: block.Say(l.Text), Aside: block.Say(l.DoneText)})
	if l.StruckText != "" {
		b.labelled("The form was entered in error", l.StruckText)
	}
	if l.Review == nil {
		b.add(block.Paragraph{Text: block.Text{{Text: "Not reviewed yet.", Bold: true, Tone: block.Alarm}}})
		return
	}
	b.labelled(l.Review.Risk.Label(), l.Review.Text)
	b.labelled("Safety plan as it was shown", l.Review.SafetyPlan)
}

// nextOf says what comes next, as far as it has a day; before is said ahead
// of it.
func (b *builder) nextOf(next *practice.Session, before string) {
	if !b.parts[practice.PartNextStep] {
		return
	}
	text := "No further session is planned."
	if s := next; s != nil {
		text = s.Kind.Label() + " on " + longDate(s.Start().In(s.Zone)) + " at " + clock(s.Start(), s.Zone) + "."
	}
	b.heading("Next step", nil)
	b.add(block.Paragraph{Text: block.Say(strings.TrimSpace(before + " " + text))})
}
