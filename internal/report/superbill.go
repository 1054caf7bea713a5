package report

import (
	"slices"
	"strconv"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// SuperbillInput is all that a superbill is made of. The same input gives the
// same bytes.
type SuperbillInput struct {
	Practice  practice.Practice
	Client    practice.Client
	Charges   []practice.DatedCharge // those of the span, in time order
	From, To  practice.Date
	Parts     practice.PartSet // of practice.DocSuperbill
	AuditHead string           // of the trail, when the document is made
	At        practice.Instant // when the document is made
	Paper     block.Paper
}

const superbillTitle = "Superbill"

// Superbill draws the receipt a client submits to an insurer: who gave which
// services when, for which diagnoses, and what was paid. It refuses a span
// without a charge and a practice without a name.
func Superbill(in SuperbillInput) (Result, error) {
	d, err := superbill(in)
	if err != nil {
		return Result{}, err
	}
	r, err := pdf.Draw(d)
	if err != nil {
		return Result{}, fault.Wrap(fault.Internal, "The document could not be made. The record is unchanged.", err)
	}
	return r, nil
}

func superbill(in SuperbillInput) (block.Document, error) {
	if len(in.Charges) == 0 {
		return block.Document{}, fault.New(fault.Blocked, "No session from "+in.From.USText()+" to "+in.To.USText()+" has a charge, so there is nothing to put on a superbill. Choose other days, or open a session and press C to charge it.")
	}
	if in.Practice.TherapistName == "" {
		return block.Document{}, fault.New(fault.Blocked, "A superbill needs the name of who gave the services. Write your name in Settings, Practice.")
	}
	b := &builder{parts: in.Parts, zone: in.Practice.Zone}
	b.add(
		block.Title{Text: superbillTitle, Lede: "Services from " + in.From.USText() + " to " + in.To.USText()},
		block.Note{Framed: true, Text: block.Say("A receipt for the client to submit to an insurer. It is no claim, and nobody has sent it to one.")},
	)
	b.heading("Provider", nil)
	b.add(providerFacts(in.Practice))
	b.heading("Client", nil)
	client := block.Facts{fact("Name", in.Client.LegalName), fact("Born", in.Client.BirthDate.USText())}
	if in.Parts[practice.PartContact] {
		client = append(client, fact("Address", lines(in.Client.Address)), fact("Phone", in.Client.Phone))
	}
	b.add(client)
	b.diagnoses(practice.DiagnosesOf(in.Charges))
	b.services(in.Charges)
	b.add(block.Signature{Blank: true, Name: in.Practice.Signature()})
	b.leftOut(practice.DocSuperbill)

	return block.Document{
		Title:      superbillTitle,
		Language:   "en-US",
		Created:    in.At.In(in.Practice.Zone),
		Paper:      in.Paper,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, superbillTitle, in.Client, stamp(in.At, in.Practice.Zone), in.AuditHead),
		Blocks:     b.blocks,
	}, nil
}

// providerFacts are what the letterhead does not set apart; address and phone
// are there.
func providerFacts(p practice.Practice) block.Facts {
	return block.Facts{fact("Name", p.Signature()), fact("License", p.License), fact("NPI", p.NPI), fact("EIN", p.EIN)}
}

// diagnoses lists each with its code first, the main one at the head.
func (b *builder) diagnoses(list []string) {
	if len(list) == 0 {
		return
	}
	table := block.Table{Columns: []block.Column{{Head: "ICD-10-CM", Share: 2}, {Head: "Diagnosis", Share: 11.1}}}
	for _, text := range list {
		d, _ := practice.ParseDiagnosis(text)
		table.Rows = append(table.Rows, []block.Text{{{Text: d.Code, Bold: true}}, block.Say(d.Text)})
	}
	b.heading("Diagnoses", nil)
	b.add(table)
}

// services lists what was charged, its sums, and what the place codes stand
// for.
func (b *builder) services(charges []practice.DatedCharge) {
	table := block.Table{Columns: []block.Column{
		{Head: "Date", Share: 1.7},
		{Head: "POS", Share: 0.8},
		{Head: "CPT", Share: 1},
		{Head: "Service", Share: 4.9},
		{Head: "ICD-10", Share: 2},
		{Head: "Units", Share: 0.9, Right: true},
		{Head: "Fee", Share: 1.5, Right: true},
		{Head: "Paid", Share: 1.5, Right: true},
	}}
	var total practice.ChargeTotals
	places := []string{}
	for _, c := range charges {
		total.Add(c.Charge)
		words := block.Say(c.Words)
		if c.Units > 1 {
			words = below(words, block.Text{{Text: "each " + c.FeeCents.Text(), Tone: block.Quiet}})
		}
		table.Rows = append(table.Rows, []block.Text{
			block.Say(c.Day.USText()), block.Say(string(c.POS)), block.Say(c.CPT), words,
			block.Say(strings.Join(practice.DiagnosisCodes(c.Diagnoses), ", ")),
			block.Say(strconv.Itoa(c.Units)), block.Say(c.TotalCents().Text()), block.Say(c.PaidCents.Text()),
		})
		if place := string(c.POS) + " " + c.POS.Label(); !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	label, balance := "Balance due", total.BalanceCents
	if balance < 0 {
		label, balance = "Paid beyond the fees", -balance
	}
	sum := func(words, fee, paid string) {
		bold := func(s string) block.Text { return block.Text{{Text: s, Bold: true}} }
		table.Rows = append(table.Rows, []block.Text{nil, nil, nil, bold(words), nil, nil, bold(fee), bold(paid)})
	}
	sum("Total", total.FeeCents.Text(), total.PaidCents.Text())
	sum(label, "", balance.Text())
	b.heading("Services", nil)
	b.add(table, block.Note{Text: block.Say("Place of service (POS): " + strings.Join(places, "; ") + ".")})
}

// lines writes text of several lines without the empty ones.
func lines(text string) string {
	return strings.Join(slices.DeleteFunc(strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n"), func(s string) bool { return strings.TrimSpace(s) == "" }), "\n")
}
