package report

import (
	"strconv"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// CourseCopy draws the course for the client, in plain words: what they came
// for, the picture with what they notice, the sessions so far and what comes
// next. It names no band and makes no claim about a total.
func CourseCopy(in CourseInput) (Result, error) { return drawn(courseCopy(in)) }

func courseCopy(in CourseInput) block.Document {
	zone, title := in.Practice.Zone, practice.DocCourseCopy.Title()
	b := &builder{parts: in.Parts, zone: zone}
	picture := told(in.Facts)
	b.add(block.Title{Text: "Your course so far", Lede: "For " + in.Client.Called() + ", " + practice.LongDateText(in.At.In(zone))})
	b.add(block.Facts{fact("Name", in.Client.LegalName), fact("Born", dayText(in.Client.BirthDate)), fact("With", in.Practice.Signature())})
	if b.parts[practice.PartCourse] {
		for _, c := range oldestFirst(in.Facts.Courses) {
			if c.Goal != "" {
				b.heading("What you came for", block.Say(shortDate(c.StartedAt.In(zone))))
				b.add(block.Paragraph{Text: block.Say(c.Goal)})
			}
		}
	}
	b.coursePicture(picture, forClient)
	b.notices(in.Facts.Forms, "What you notice")
	b.ownTotals(in.Facts)
	b.courseHeld(picture)
	b.dosesOfCourse(dosesBySession(in.Facts.Doses))
	if b.parts[practice.PartNextStep] {
		b.comesNext(ClientCopyInput{Next: in.Next, Calls: in.Calls})
	}
	b.leftOut(practice.DocCourseCopy)
	return block.Document{
		Title:      title,
		Language:   "en-US",
		Created:    in.At.In(zone),
		Paper:      in.Paper,
		AtLeisure:  true,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, title, in.Client, stamp(in.At, zone), in.AuditHead),
		Blocks:     b.blocks,
	}
}

// ownTotals tells the totals as numbers, with the highest there can be.
func (b *builder) ownTotals(facts practice.CourseFacts) {
	if !b.parts[practice.PartMeasures] {
		return
	}
	table := block.Table{Columns: []block.Column{{Head: "Date", Share: 2}, {Head: "Questionnaire", Share: 2}, {Head: "Your total", Share: 3}}}
	for _, forms := range byInstrument(inTime(facts.Forms)) {
		for _, x := range practice.FormTotals(forms) {
			total := strconv.Itoa(x.Value) + ", where " + strconv.Itoa(x.Highest()) + " is the highest"
			table.Rows = append(table.Rows, []block.Text{block.Say(answeredOn(x)), block.Say(forms[len(forms)-1].Instrument.Title), block.Say(total)})
		}
	}
	if len(table.Rows) > 0 {
		b.heading("Questionnaires", nil)
		b.add(table)
	}
}

// courseHeld tells the sessions so far, each by its day.
func (b *builder) courseHeld(picture practice.CourseChart) {
	if !b.parts[practice.PartSessions] {
		return
	}
	table := block.Table{Columns: []block.Column{{Head: "Date", Share: 2}, {Head: "Session", Share: 4}}}
	doses := b.parts[practice.PartDoses]
	if doses {
		table.Columns = append(table.Columns, block.Column{Head: "Taken", Share: 2})
	}
	for _, s := range picture.Sessions {
		if s.State == practice.Planned {
			continue
		}
		row := []block.Text{block.Say(shortDate(s.At.In(b.zone))), block.Say(s.Title)}
		if doses {
			row = append(row, block.Say(s.DoseText))
		}
		table.Rows = append(table.Rows, row)
	}
	if len(table.Rows) > 0 {
		b.heading("Our sessions", nil)
		b.add(table)
	}
}
