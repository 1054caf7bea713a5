package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makeBlankForm makes a questionnaire to be filled in by hand. It is about
// nobody unless it carries a client's name.
func makeBlankForm(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in := report.BlankFormInput{At: tx.Now()}
	m := made{contents: "Inside: the questions with empty boxes, and a line for the name."}
	var err error
	if in.Practice, err = tx.Letterhead(); err != nil {
		return m, err
	}
	if in.Instrument, err = practice.CurrentInstrument(ask.InstrumentID); err != nil {
		return m, err
	}
	if parts[practice.PartIdentity] && ask.ClientID != "" {
		client, err := tx.Client(ask.ClientID)
		if err != nil {
			return m, err
		}
		in.Client, m.clientID = &client, client.ID
		m.contents = "Inside: name and date of birth, the questions with empty boxes."
	}
	m.Result, err = report.BlankForm(in)
	return m, err
}
