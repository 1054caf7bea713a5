package app

import (
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makeSuperbill makes a client's receipt for the days asked, else for the
// month of the last charge.
func makeSuperbill(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in := report.SuperbillInput{Parts: parts, At: tx.Now()}
	var err error
	if in.Practice, err = tx.Letterhead(); err != nil {
		return made{}, err
	}
	if in.Client, err = tx.Client(ask.ClientID); err != nil {
		return made{}, err
	}
	if _, in.AuditHead, err = tx.AuditHead(); err != nil {
		return made{}, err
	}
	charges, err := tx.ChargesOfClient(in.Client.ID)
	if err != nil {
		return made{}, err
	}
	today := practice.DateOf(tx.Now().In(in.Practice.Zone))
	if in.From, in.To, err = practice.SuperbillSpan(ask.From, ask.To, charges, today); err != nil {
		return made{}, err
	}
	in.Charges = practice.Within(charges, in.From, in.To)
	result, err := report.Superbill(in)
	return made{
		Result: result, clientID: in.Client.ID, day: string(in.To), from: in.From, to: in.To, contents: superbillContents(in, parts),
		notices: practice.SuperbillGaps(in.Practice, in.Client, in.Charges, parts[practice.PartContact]),
	}, err
}

// superbillContents says in one line what a superbill holds.
func superbillContents(in report.SuperbillInput, parts practice.PartSet) string {
	var total practice.ChargeTotals
	for _, c := range in.Charges {
		total.Add(c.Charge)
	}
	services := practice.CountText(len(in.Charges), "service", "services") + " from " + in.From.USText() + " to " + in.To.USText()
	return strings.TrimSuffix(practice.DocSuperbill.Inside(parts), ".") + ". " + services + ". " + total.Text()
}
