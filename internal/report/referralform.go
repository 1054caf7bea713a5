package report

import (
	"snowfield/internal/practice"
	"snowfield/internal/report/block"
)

// decision is the page on which the prescriber decides by hand. Its fields are
// those of a clearance, in the order they are typed in afterwards; none is
// filled in, and nothing is proposed.
func (b *builder) decision(in ReferralInput) {
	part := func(text string) block.Heading { return block.Heading{Level: 2, Text: block.Say(text)} }
	born := ""
	if day, ok := in.Client.BirthDate.Day(); ok {
		born = shortDate(day)
	}
	b.add(block.Break{})
	b.heading("The prescriber’s decision", block.Say("To be filled in by hand"))
	b.add(
		block.Facts{fact("Client", in.Client.LegalName), fact("Born", born)},
		byHand(1, "Cleared, not cleared, or more is needed first"),
		byHand(1, "Prescriber", "Cleared on", "Holds until", "Dosing sessions it is for"),
		part("Own limits"),
		byHand(1, "Systolic up to, mmHg", "Diastolic up to, mmHg", "Systolic from, mmHg"),
		byHand(1, "Heart rate up to, per minute", "Heart rate from, per minute", "SpO2 from, %"),
		block.Note{Text: block.Say("Where one is left empty the practice’s default holds: " + practice.Limits{}.DefaultText() + ". The emergency limits always stay.")},
		part("Prescribed"),
		byHand(1, "Dose from, mg", "Dose up to, mg", "Route", "Form"),
		byHand(1, "A booster is allowed: yes or no", "Booster up to, mg", "Not before, minutes after the first dose"),
	)
	if len(in.Flags) > 0 {
		table := block.Table{Columns: []block.Column{{Head: "Flag", Share: 9}, {Head: "Known and accepted: yes or no", Share: 3}}, Tall: true}
		for _, f := range in.Flags {
			table.Rows = append(table.Rows, []block.Text{block.Say(f.Flag.Severity.Label() + ": " + f.Flag.Question), nil})
		}
		b.add(part("Flags the prescriber knows of and accepts"), table)
	}
	b.add(
		part("Conditions and pharmacy"),
		byHand(2, "Conditions"),
		byHand(1, "Pharmacy"),
		block.Signature{Blank: true, Name: in.To.Signature()},
	)
}
