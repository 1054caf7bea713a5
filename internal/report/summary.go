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

// SummaryInput is all that a session summary is made of. The same input gives
// the same bytes.
type SummaryInput struct {
	Practice  practice.Practice
	Client    practice.Client
	Session   Record
	Dosing    *Record           // the dosing session this one follows, if any
	Following []Record          // integration sessions and check-ins that follow this dosing session
	Window    *practice.Window  // that this dosing session, or the one followed, opened
	Forms     []practice.Filled // the client's; those of other days are left out
	Parts     practice.PartSet  // of practice.DocSummary
	AuditHead string            // of the trail, when the document is made
	At        practice.Instant  // when the document is made
	Paper     block.Paper
}

// SessionSummary draws what is chosen of one session: facts, what stood when it
// began, doses, vital signs, observations, the note and its addenda, and for a
// dosing session the notes of the integration that followed. An unsigned
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
	s, b := own.Session, newBuilder(own, in.Parts)

	b.add(block.Title{Text: "Session summary", Lede: strings.Join([]string{
		in.Client.Name(), strings.ToLower(own.name()), longDate(s.Start().In(s.Zone)),
	}, ", ")})
	if !own.signed() {
		b.add(block.Note{Text: block.Say("Draft. Not signed. What is written here can still change."), Framed: true})
	}
	b.add(b.clientFacts(in.Client, s), b.sessionFacts(in, own))
	b.readiness(own.Start)
	b.clearance(own)
	b.adverse(own.Events)
	b.doses(own)
	b.vitals(own.Vitals, own.Clearance.Limits)
	b.holds(own)
	b.observations(own.Observations)
	b.leaving(own.Leaving, s.Place)
	b.note(own, "Note")
	b.measuresAround(s, in.Forms)
	for _, after := range in.Following {
		if r, ok := after.of(in.Client.ID); ok {
			b.following(r)
		}
	}
	b.leftOut(practice.DocSummary)

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
	return block.Letterhead{Name: name, Lines: slices.DeleteFunc(lines, func(s string) bool { return s == "" }), Logo: []byte(p.Logo)}
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
