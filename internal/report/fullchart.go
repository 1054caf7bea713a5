package report

import (
	"iter"
	"slices"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// FullChartInput is all that a full chart is made of. The same input gives the
// same bytes. Psychotherapy notes are nowhere in it.
type FullChartInput struct {
	Practice    practice.Practice
	Client      practice.Client
	Inquiry     *practice.Inquiry // the first call; nil when none was written down
	Screenings  []practice.Screening
	Resolutions []practice.Resolution
	Medicines   []practice.Medicine
	Clearances  []ChartClearance
	Consents    []practice.Consent
	Courses     []practice.Course
	Commitments []practice.Commitment
	Preparation *practice.PreparationForm // nil when none was begun
	Forms       []practice.Filled
	Risks       []practice.RiskLine // what waits for a review first
	Files       []practice.Attachment
	Charges     []practice.DatedCharge    // oldest first
	Requests    []practice.RecordsRequest // for records
	Disclosures []practice.Disclosure     // newest first

	// Sessions are read one after the other, in time order, and an error ends
	// the making: a chart of hundreds need not be in memory at once.
	Sessions iter.Seq2[ChartSession, error]

	// Page is told of each page before it is drawn, from 1; an error ends the
	// making.
	Page func(page, of int) error

	Parts     practice.PartSet
	AuditHead string           // of the trail, when the reading began
	At        practice.Instant // when the chart is made
	Paper     block.Paper
}

// ChartSession is one session of the chart.
type ChartSession struct {
	Record
	Window *practice.Window // that this dosing session opened
}

// ChartClearance is a clearance, where it stands, and who gave it.
type ChartClearance struct {
	practice.Cleared
	Prescriber practice.Prescriber
}

// FullChart draws everything of one client but psychotherapy notes, as far as
// its parts are chosen: a cover, the contents with their pages, who the client
// is, screening, clearances, consents, the course, every session in time
// order, and papers. A session in which the client took no part is refused.
func FullChart(in FullChartInput) (Result, error) {
	d, err := fullChart(in)
	if err != nil {
		return Result{}, err
	}
	var stopped error
	r, err := pdf.DrawLong(d, func(page, of int) error {
		stopped = in.Page(page, of)
		return stopped
	})
	if stopped != nil {
		return Result{}, stopped
	}
	if err != nil {
		return Result{}, fault.Wrap(fault.Internal, "The chart could not be made. The record is unchanged.", err)
	}
	return r, nil
}

// chart gathers the blocks of a full chart.
type chart struct {
	builder
	in FullChartInput
}

func fullChart(in FullChartInput) (block.Document, error) {
	zone := in.Practice.Zone
	c := &chart{in: in, builder: builder{zone: zone, parts: in.Parts}}
	c.client()
	c.screening()
	c.clearances()
	c.consents()
	c.course()
	c.measures()
	held, err := c.sessions()
	if err != nil {
		return block.Document{}, err
	}
	c.papers()
	body := c.blocks

	c.blocks = nil
	c.cover(held)
	title := practice.DocChart.Title()
	return block.Document{
		Title:      title,
		Language:   "en-US",
		Created:    in.At.In(zone),
		Paper:      in.Paper,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, title, in.Client, stamp(in.At, zone), in.AuditHead),
		Blocks:     append(c.blocks, body...),
	}, nil
}

// cover says whose chart it is, what is in it, and where.
func (c *chart) cover(held heldSessions) {
	in := c.in
	kept := in.Practice.Signature()
	if in.Practice.License != "" {
		kept = joined(", ", kept, "license "+in.Practice.License)
	}
	born := ""
	if day, ok := in.Client.BirthDate.Day(); ok {
		born = shortDate(day)
	}
	c.add(
		block.Title{Text: practice.DocChart.Title(), Lede: joined(", ", in.Client.Name(), longDate(in.At.In(c.zone)))},
		block.Facts{
			fact("Client", in.Client.LegalName),
			fact("Born", born),
			fact("Kept by", kept),
			fact("Chart since", shortDate(in.Client.CreatedAt.In(c.zone))),
			fact("Sessions", held.text()),
			fact("Made", stamp(in.At, c.zone)),
		},
	)
	c.leftOut(practice.DocChart)
	c.heading("Contents", nil)
	c.add(block.Contents{})
}

// chapter begins a chapter and has fill add what stands in it; one in which
// nothing stands is left out.
func (c *chart) chapter(text string, depth int, aside string, fill func()) {
	at := len(c.blocks)
	c.add(block.Chapter{Text: text, Depth: depth, Aside: aside})
	fill()
	if len(c.blocks) == at+1 {
		c.blocks = c.blocks[:at]
	}
}

// told adds what was written down under a label, if anything was.
func (c *chart) told(label, text string) {
	if strings.TrimSpace(text) != "" {
		c.add(block.Paragraph{Text: block.Text{{Text: label + ": ", Bold: true}, {Text: text}}})
	}
}

// ownWords adds what the client said.
func (c *chart) ownWords(label, text string) {
	if strings.TrimSpace(text) != "" {
		c.add(block.Heading{Level: 2, Text: block.Say(label)}, block.Paragraph{Quote: true, Text: block.Text{{Text: "“" + text + "”", Italic: true}}})
	}
}

// written adds a longer text under a heading of its own.
func (c *chart) written(label, text string) {
	if strings.TrimSpace(text) != "" {
		c.add(block.Heading{Level: 2, Text: block.Say(label)})
		c.add(block.Markdown(text)...)
	}
}

func (c *chart) day(i practice.Instant) string {
	if i == "" {
		return ""
	}
	return shortDate(i.In(c.zone))
}

func dayText(d practice.Date) string {
	day, ok := d.Day()
	if !ok {
		return ""
	}
	return shortDate(day)
}

// oldestFirst returns a list that is kept newest first as a chart tells it.
func oldestFirst[T any](list []T) []T {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}
