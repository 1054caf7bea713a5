// Package report says what each document of the practice holds. A document is
// built as blocks (package block) and drawn as a PDF file (package pdf).
package report

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// Result is a drawn document: the file, its pages, and the characters that no
// typeface has. The document shows each of these as its code point.
type Result = pdf.Result

// Record is what one session holds for one client. Entries of the session's
// other participant, if given, are left out of every document.
type Record struct {
	Session      practice.Session
	Number       int // among the client's sessions of its kind, from 1; 0 when not known
	Doses        []practice.DoseEvent
	Vitals       []practice.VitalSigns
	Observations []practice.Observation
	Clearance    practice.Clearance // it began under; empty for none
	Start        *practice.Start    // what stood when it began; nil when it is not kept
	Events       []practice.AdverseEvent
	Note         *practice.Note              // nil when none was begun
	Moved        map[string]practice.Instant // when an entry came here from another chart, by its id
	Leaving      *practice.Leaving           // how the client left a dosing session; nil when it is not kept
	Made         []practice.Commitment
	Settled      []practice.Commitment // kept or let go in it
}

// SummaryInput is all that a session summary is made of. The same input gives
// the same bytes.
type SummaryInput struct {
	Practice  practice.Practice
	Client    practice.Client
	Session   Record
	Dosing    *Record          // the dosing session this one follows, if any
	Following []Record         // integration sessions and check-ins that follow this dosing session
	Window    *practice.Window // that this dosing session, or the one followed, opened
	AuditHead string           // of the trail, when the document is made
	At        practice.Instant // when the document is made
	Paper     block.Paper
}

// SessionSummary draws everything of one session but psychotherapy notes:
// facts, doses, vital signs, observations, the note and its addenda, and for
// a dosing session the notes of the integration that followed. An unsigned
// session says so. It refuses a client who took no part in the session.
func SessionSummary(in SummaryInput) (Result, error) {
	d, err := summary(in)
	if err != nil {
		return Result{}, err
	}
	r, err := pdf.Draw(d)
	if err != nil {
		return Result{}, fault.Wrap(fault.Internal, "The document could not be made. The record is unchanged.", err)
	}
	return r, nil
}

func summary(in SummaryInput) (block.Document, error) {
	own, ok := in.Session.of(in.Client.ID)
	if !ok {
		return block.Document{}, fault.New(fault.Invalid, "This client took no part in the session, so there is no summary to make.")
	}
	s := own.Session
	b := &builder{zone: s.Zone, firstDose: practice.Totals(own.Doses).FirstAt, moved: own.Moved}

	b.add(block.Title{Text: "Session summary", Lede: strings.Join([]string{
		in.Client.Name(), strings.ToLower(own.name()), longDate(s.Start().In(s.Zone)),
	}, ", ")})
	if !own.signed() {
		b.add(block.Note{Text: block.Say("Draft. Not signed. What is written here can still change."), Framed: true})
	}
	b.add(clientFacts(in.Client, s), sessionFacts(in, own))
	b.readiness(own.Start)
	b.adverse(own.Events)
	b.doses(own)
	b.vitals(own.Vitals, own.Clearance.Limits)
	b.holds(own)
	b.observations(own.Observations)
	b.leaving(own.Leaving, s.Place)
	b.note(own, "Note")
	for _, after := range in.Following {
		if r, ok := after.of(in.Client.ID); ok {
			b.following(r)
		}
	}
	b.add(block.Note{Text: block.Say("Left out: psychotherapy notes are kept apart and are in no document.")})

	return block.Document{
		Title:      "Session summary",
		Language:   "en-US",
		Created:    in.At.In(s.Zone),
		Paper:      in.Paper,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, titled("Session summary", own.signed()), in.Client, stamp(in.At, s.Zone), in.AuditHead),
		Blocks:     b.blocks,
	}, nil
}

// of returns the record with the client's own entries only; false when the
// client took no part.
func (r Record) of(clientID string) (Record, bool) {
	i := slices.IndexFunc(r.Session.Participants, func(p practice.Participant) bool { return p.ClientID == clientID })
	if i < 0 {
		return Record{}, false
	}
	id := r.Session.Participants[i].ID
	own := Record{Session: r.Session, Number: r.Number, Clearance: r.Clearance, Moved: r.Moved}
	for _, d := range r.Doses {
		if d.Entry.ParticipantID == id {
			own.Doses = append(own.Doses, d)
		}
	}
	for _, v := range r.Vitals {
		if v.Entry.ParticipantID == id {
			own.Vitals = append(own.Vitals, v)
		}
	}
	for _, o := range r.Observations {
		if o.Entry.ParticipantID == id {
			own.Observations = append(own.Observations, o)
		}
	}
	if r.Note != nil && r.Note.ParticipantID == id {
		own.Note = r.Note
	}
	if r.Start != nil && r.Start.ParticipantID == id {
		own.Start = r.Start
	}
	if r.Leaving != nil && r.Leaving.ParticipantID == id {
		own.Leaving = r.Leaving
	}
	for _, e := range r.Events {
		if e.ParticipantID == id {
			own.Events = append(own.Events, e)
		}
	}
	own.Made, own.Settled = r.commitmentsOf(id)
	byTime := func(a, b practice.Entry) int { return strings.Compare(string(a.At), string(b.At)) }
	slices.SortStableFunc(own.Doses, func(a, b practice.DoseEvent) int { return byTime(a.Entry, b.Entry) })
	slices.SortStableFunc(own.Vitals, func(a, b practice.VitalSigns) int { return byTime(a.Entry, b.Entry) })
	slices.SortStableFunc(own.Observations, func(a, b practice.Observation) int { return byTime(a.Entry, b.Entry) })
	return own, true
}

func (r Record) signed() bool { return r.Note != nil && r.Note.Signed() }

// name returns the kind and number, such as "Dosing 3".
func (r Record) name() string { return numbered(r.Session.Kind.Label(), r.Number) }

func letterhead(p practice.Practice) block.Letterhead {
	license, npi := "", ""
	if p.License != "" {
		license = "License " + p.License
	}
	if p.NPI != "" {
		npi = "NPI " + p.NPI
	}
	name, by := p.PracticeName, p.Signature()
	if name == "" {
		name, by = by, ""
	}
	address := strings.Join(strings.FieldsFunc(p.Address, func(r rune) bool { return r == '\n' || r == '\r' }), ", ")
	lines := []string{joined(", ", by, license), address, joined(", ", p.Phone, p.Email, npi)}
	return block.Letterhead{Name: name, Lines: slices.DeleteFunc(lines, func(s string) bool { return s == "" })}
}

// titled says of a document that stands on a note whether that is signed.
func titled(title string, signed bool) string {
	if signed {
		return title
	}
	return title + " (draft, not signed)"
}

// footer says on every page whose record it is, and what state of the records
// it was made from.
func footer(p practice.Practice, title string, c practice.Client, made, auditHead string) []string {
	who := c.LegalName
	if born, ok := c.BirthDate.Day(); ok {
		who += ", born " + shortDate(born)
	}
	made = "Made " + made
	if auditHead != "" {
		made += ". Audit head " + auditHead
	}
	return []string{joined(" · ", letterhead(p).Name, title, who), made}
}
