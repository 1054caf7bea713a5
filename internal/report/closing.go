package report

import (
	"fmt"
	"slices"
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// ClosingInput is all that a closing summary is made of. The same input gives
// the same bytes.
type ClosingInput struct {
	Practice    practice.Practice
	Client      practice.Client
	Course      practice.Course
	Sessions    []Record // of the course that were held, in time order
	Measures    []Measured
	Commitments []practice.Commitment // the client's; those of other sessions are left out
	Next        *practice.Session     // the next that is planned; nil for none
	RetainUntil practice.Date         // the day until which the chart is kept; empty when there was no contact
	Parts       practice.PartSet      // of practice.DocClosing
	AuditHead   string
	At          practice.Instant // when the document is made
	Paper       block.Paper
}

const closingTitle = "Closing summary"

// Closing draws a course of treatment from its goal to where it led: what was
// planned and what was held, doses, adverse events, what was taken on and what
// remains, with a place to sign. A course that is not complete says so.
func Closing(in ClosingInput) (Result, error) { return drawn(closing(in)) }

func closing(in ClosingInput) block.Document {
	zone, draft := in.Practice.Zone, !in.Course.Complete()
	b := &builder{parts: in.Parts, zone: zone}
	own := []Record{}
	for _, r := range in.Sessions {
		if r, ok := r.of(in.Client.ID); ok {
			own = append(own, r.standing())
		}
	}

	b.add(block.Title{Text: closingTitle, Lede: in.Client.Name() + ", " + courseSpan(in.Course, zone)})
	if draft {
		b.add(block.Note{Framed: true, Text: block.Say("Draft. The course is not complete. What is written here can still change.")})
	}
	b.add(closingFacts(in))
	b.said(practice.PartConcerns, "What brought the client", sentence(strings.Join(in.Client.Concerns, ", ")))
	b.goal(in.Course)
	b.measuredThen(in.Measures)
	b.heldAgainstPlan(in.Course.Plan, own)
	b.dosesOfCourse(own)
	b.eventsOfCourse(own)
	b.takenOn(in, own)
	b.afterwards(in)
	if !draft {
		b.add(block.Signature{Blank: true, Name: in.Practice.Signature(), Lines: licenseLine(in.Practice)})
	}
	b.leftOut(practice.DocClosing)

	return block.Document{
		Title:      closingTitle,
		Language:   "en-US",
		Created:    in.At.In(zone),
		Paper:      in.Paper,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, drafted(closingTitle, draft), in.Client, stamp(in.At, zone), in.AuditHead),
		Blocks:     b.blocks,
	}
}

func licenseLine(p practice.Practice) []string {
	if p.License == "" {
		return nil
	}
	return []string{"License " + p.License}
}

// courseSpan says from when to when: "2 March 2026 to 14 June 2026".
func courseSpan(c practice.Course, zone string) string {
	text := "course of treatment from " + practice.LongDateText(c.StartedAt.In(zone))
	if c.Complete() {
		text += " to " + practice.LongDateText(c.CompletedAt.In(zone))
	}
	return text
}

func closingFacts(in ClosingInput) block.Facts {
	born := ""
	if day, ok := in.Client.BirthDate.Day(); ok {
		born = shortDate(day)
	}
	day := func(i practice.Instant) string {
		if i == "" {
			return ""
		}
		return shortDate(i.In(in.Practice.Zone))
	}
	kept := ""
	if until, ok := in.RetainUntil.Day(); ok {
		kept = "Until " + shortDate(until)
	}
	return block.Facts{
		fact("Client", in.Client.LegalName),
		fact("Born", born),
		fact("Begun", day(in.Course.StartedAt)),
		fact("Ended", joined(", ", day(in.Course.CompletedAt), in.Course.Ending.Label())),
		fact("Maintenance", day(in.Course.MaintenanceSince)),
		fact("Records kept", kept),
	}
}

// goal tells the course: its goal and plan, what its reviews found and where
// it led.
func (b *builder) goal(c practice.Course) {
	b.heading("The course", nil)
	b.labelled("Goal", c.Goal)
	b.labelled("Plan", c.Plan.Line())
	for _, r := range c.Reviews {
		b.section("After "+strings.ToLower(practice.CountText(r.AfterDosings, "dosing session", "dosing sessions"))+", reviewed "+shortDate(r.At.In(b.zone)), r.Text)
	}
	b.section("Where it led", c.ClosingSummary)
}

// heldAgainstPlan counts what was held of each kind, and tells each session.
func (b *builder) heldAgainstPlan(plan practice.CoursePlan, own []Record) {
	if !b.parts[practice.PartSessions] {
		return
	}
	planned := map[practice.SessionKind]int{
		practice.Preparation: plan.Preparations, practice.Dosing: plan.Dosings, practice.Integration: plan.Dosings * plan.Integrations,
	}
	held := map[practice.SessionKind]int{}
	rows := [][]block.Text{}
	for _, r := range own {
		s := r.Session
		if reachedNobody(s) {
			continue
		}
		name := r.name()
		if s.Kind == practice.Dosing && practice.Totals(r.Doses).Given == 0 {
			name += ", no dose given"
		} else {
			held[s.Kind]++
		}
		rows = append(rows, []block.Text{block.Say(shortDate(s.Start().In(s.Zone))), block.Say(name), block.Say(s.LengthText())})
	}
	counts := block.Facts{}
	for _, kind := range practice.SessionKinds {
		of, inPlan := planned[kind]
		text := fmt.Sprintf("%d held", held[kind])
		if inPlan {
			text += fmt.Sprintf(", %d planned", of)
		}
		if of+held[kind] > 0 {
			counts = append(counts, fact(kind.Label(), text))
		}
	}
	b.heading("Sessions", nil)
	b.add(counts)
	if len(rows) > 0 {
		b.add(block.Table{Columns: []block.Column{{Head: "Date", Share: 2}, {Head: "Session", Share: 4}, {Head: "Length", Share: 6}}, Rows: rows})
	}
}

// reachedNobody tells a voicemail from a contact.
func reachedNobody(s practice.Session) bool { return s.Contact == practice.ContactVoicemail }

// dosesOfCourse says how often a dose was given and how much was taken in one
// session, from the least to the most.
func (b *builder) dosesOfCourse(own []Record) {
	if !b.parts[practice.PartDoses] {
		return
	}
	b.heading("Doses", nil)
	var taken []int64
	var ways []string
	doses := 0
	for _, r := range own {
		totals := practice.Totals(r.Doses)
		if totals.Given == 0 {
			continue
		}
		doses += totals.Given
		taken = append(taken, totals.TakenUg)
		for _, d := range r.Doses {
			if way := joined(", ", string(d.Route), d.Form.Label()); d.Given() && way != "" && !slices.Contains(ways, way) {
				ways = append(ways, way)
			}
		}
	}
	if len(taken) == 0 {
		b.add(block.Paragraph{Text: block.Say("No dose was given in this course.")})
		return
	}
	amount := practice.Milligrams(slices.Min(taken))
	if least, most := slices.Min(taken), slices.Max(taken); least != most {
		amount += " to " + practice.Milligrams(most)
	}
	b.add(block.Facts{
		fact("Given", practice.CountText(doses, "dose in ", "doses in ")+strings.ToLower(practice.CountText(len(taken), "session", "sessions"))),
		{Label: "In one session", Value: block.Text{{Text: amount, Tone: block.Dose}}},
		fact("Taken as", sentence(strings.Join(ways, "; "))),
	})
}

func (b *builder) eventsOfCourse(own []Record) {
	events := []practice.AdverseEvent{}
	for _, r := range own {
		events = append(events, r.Events...)
	}
	b.eventsOf(events)
}

func (b *builder) eventsOf(events []practice.AdverseEvent) {
	if !b.parts[practice.PartEvents] {
		return
	}
	b.heading("Adverse events", nil)
	if len(events) == 0 {
		b.add(block.Paragraph{Text: block.Say("None recorded in this course.")})
		return
	}
	b.add(b.eventTable(events))
}

// takenOn tells what was taken on in the course's sessions and what became of
// it, what remains first.
func (b *builder) takenOn(in ClosingInput, own []Record) {
	if !b.parts[practice.PartPractices] {
		return
	}
	mine := map[string]bool{}
	for _, r := range own {
		for _, p := range r.Session.Participants {
			mine[p.ID] = p.ClientID == in.Client.ID
		}
	}
	groups := map[practice.CommitmentState][]practice.Commitment{}
	for _, m := range in.Commitments {
		if mine[m.ParticipantID] {
			groups[m.State] = append(groups[m.State], m)
		}
	}
	if len(groups) == 0 {
		return
	}
	b.heading("Practices and commitments", nil)
	for _, g := range []struct {
		state practice.CommitmentState
		title string
	}{{practice.CommitmentOpen, "What remains"}, {practice.CommitmentKept, "Kept"}, {practice.CommitmentLetGo, "Let go"}} {
		if len(groups[g.state]) == 0 {
			continue
		}
		b.add(block.Heading{Level: 2, Text: block.Say(g.title)})
		for _, m := range groups[g.state] {
			text := block.Say(m.Text)
			if day, ok := m.DueOn.Day(); ok && g.state == practice.CommitmentOpen {
				text = append(text, block.Run{Text: ", for " + shortDate(day), Tone: block.Quiet})
			}
			b.add(block.Paragraph{Text: text, Indent: 1, Mark: "•"})
		}
	}
}

// afterwards says what comes next, as far as it has a day or a direction.
func (b *builder) afterwards(in ClosingInput) {
	before := ""
	if in.Course.Ending == practice.EndingReferred {
		before = "Referred on."
	}
	b.nextOf(in.Next, before)
}
