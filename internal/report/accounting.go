package report

import (
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
	"snowfield/internal/report/pdf"
)

// AccountingInput is all that an accounting of disclosures is made of. The
// same input gives the same bytes.
type AccountingInput struct {
	Practice    practice.Practice
	Client      practice.Client
	Disclosures []practice.Disclosure // of the client, of any time and in any order
	Consents    []practice.Consent    // of the client: what a disclosure names as its release
	Places      map[string]string     // where a recipient is, by the name it was logged under
	From, To    practice.Date         // the days it is about, both included
	Zone        string
	Parts       practice.PartSet // of practice.DocAccounting
	AuditHead   string
	At          practice.Instant // when the document is made
	Paper       block.Paper
}

// accountingScope says what the law lets an accounting leave out, and that
// this one does not.
const accountingScope = "What left the practice as a document and was logged, in the order in which it left. " +
	"The law lets an accounting leave out what was disclosed to the client, for treatment, payment or health care operations, or under the client’s authorization " +
	"(45 CFR 164.528(a)(1)). This list leaves none of that out. What was told in person or by telephone, and what left in another way than by Snowfield, is not logged and has to be added by hand; " +
	"so has any release of psychotherapy notes, which is kept with those notes."

// Accounting draws what was disclosed about a client within a span of days:
// when, to whom, what and what for (45 CFR 164.528(b)).
func Accounting(in AccountingInput) (Result, error) {
	r, err := pdf.Draw(accounting(in))
	if err != nil {
		return Result{}, fault.Wrap(fault.Internal, "The accounting could not be made. The record is unchanged.", err)
	}
	return r, nil
}

func accounting(in AccountingInput) block.Document {
	title := practice.DocAccounting.Title()
	b := &builder{zone: in.Zone, parts: in.Parts}
	b.add(block.Title{Text: title, Lede: in.Client.Name() + ", " + in.From.Text() + " to " + in.To.Text()})
	born := ""
	if day, ok := in.Client.BirthDate.Day(); ok {
		born = shortDate(day)
	}
	b.add(block.Facts{
		fact("Client", in.Client.LegalName),
		fact("Born", born),
		fact("Period", in.From.Text()+" to "+in.To.Text()),
		fact("Prepared by", in.Practice.Signature()),
	})
	b.add(block.Paragraph{Text: block.Say(accountingScope)})
	b.disclosures(in)
	b.leftOut(practice.DocAccounting)
	return block.Document{
		Title:      title,
		Language:   "en-US",
		Created:    in.At.In(in.Zone),
		Paper:      in.Paper,
		Letterhead: letterhead(in.Practice),
		Footer:     footer(in.Practice, title, in.Client, stamp(in.At, in.Zone), in.AuditHead),
		Blocks:     b.blocks,
	}
}

// disclosures lists what left within the document's days, oldest first.
func (b *builder) disclosures(in AccountingInput) {
	table := block.Table{Columns: []block.Column{
		{Head: "Date", Share: 1.5}, {Head: "To whom", Share: 2.6}, {Head: "What was disclosed", Share: 4}, {Head: "What for", Share: 3},
	}}
	for _, d := range practice.DisclosedWithin(in.Disclosures, in.From, in.To, in.Zone) {
		to := block.Say(d.Recipient)
		if place := in.Places[d.Recipient]; place != "" {
			to = below(to, block.Say(place))
		}
		what := below(block.Text{{Text: d.Kind.Title(), Bold: true}}, block.Say(d.Inside()))
		table.Rows = append(table.Rows, []block.Text{
			block.Say(shortDate(d.At.In(in.Zone)) + "\n" + clock(d.At, in.Zone)),
			to,
			below(what, block.Text{{Text: d.WayText(), Tone: block.Quiet}}),
			below(block.Say(d.Purpose), block.Say(d.GroundText(in.Consents))),
		})
	}
	if len(table.Rows) == 0 {
		b.add(block.Paragraph{Text: block.Say("Nothing was disclosed in this period.")})
		return
	}
	b.heading("Disclosures", block.Say(strings.ToLower(practice.CountText(len(table.Rows), "document", "documents"))))
	b.add(table)
}
