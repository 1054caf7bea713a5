package app

import (
	"cmp"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makeAccounting makes the accounting of what was disclosed about a client:
// of the last six years unless other days are asked for.
func makeAccounting(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in := report.AccountingInput{Parts: parts, At: tx.Now()}
	var err error
	if in.Client, err = tx.Client(ask.ClientID); err != nil {
		return made{}, err
	}
	if in.Practice, err = tx.Letterhead(); err != nil {
		return made{}, err
	}
	in.Zone = in.Practice.Zone
	today := practice.DateOf(tx.Now().In(in.Zone))
	in.To = cmp.Or(ask.To, today)
	in.From = cmp.Or(ask.From, today.AddMonths(-12*practice.AccountingYears))
	if err := checkDays(in.From, in.To); err != nil {
		return made{}, err
	}
	if _, in.AuditHead, err = tx.AuditHead(); err != nil {
		return made{}, err
	}
	if in.Disclosures, err = tx.Disclosures(ask.ClientID); err != nil {
		return made{}, err
	}
	if in.Consents, err = tx.Consents(ask.ClientID); err != nil {
		return made{}, err
	}
	if in.Places, err = places(tx, in.Client); err != nil {
		return made{}, err
	}
	result, err := report.Accounting(in)
	count := len(practice.DisclosedWithin(in.Disclosures, in.From, in.To, in.Zone))
	return made{
		Result: result, clientID: in.Client.ID, day: string(today), from: in.From, to: in.To,
		contents: "Inside: name and date of birth, " + strings.ToLower(practice.CountText(count, "disclosure", "disclosures")) +
			" from " + in.From.Text() + " to " + in.To.Text() + ".",
		notices: []string{"What was told in person or by telephone, what left in another way than by Snowfield, and releases of psychotherapy notes are not in the log. Where there was any, add it by hand."},
	}, err
}

// checkDays refuses days that are none, and a span that ends before it begins.
func checkDays(from, to practice.Date) error {
	var c fault.Check
	if _, ok := from.Day(); !ok {
		c.Refuse("from", "Give a day.")
	}
	if _, ok := to.Day(); !ok {
		c.Refuse("to", "Give a day.")
	}
	if from > to {
		c.Refuse("to", "This is before the first day.")
	}
	return c.Err()
}

// places says where those who may have received a document are, by the names
// a log can have for them.
func places(tx *store.Tx, client practice.Client) (map[string]string, error) {
	where := map[string]string{practice.ReaderClient.Label(): strings.Join(strings.FieldsFunc(client.Address, func(r rune) bool { return r == '\n' || r == '\r' }), ", ")}
	prescribers, err := tx.Prescribers()
	for _, p := range prescribers {
		where[p.Name], where[p.Signature()] = p.Organisation, p.Organisation
	}
	return where, err
}
