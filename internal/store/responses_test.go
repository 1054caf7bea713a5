package store_test

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// form puts a PHQ-9 with item 9 above zero into the records.
func (d *desk) form(clientID string) (practice.Instrument, practice.Response) {
	d.t.Helper()
	i, err := practice.CurrentInstrument("phq-9")
	if err != nil {
		d.t.Fatal(err)
	}
	r := practice.Response{
		ID: practice.NewID(), ClientID: clientID, Instrument: i.Ref(), AnsweredAt: practice.At(d.now), Zone: "UTC", By: practice.AnsweredAsked,
		Answers: map[string]int{"1": 2, "9": 1},
	}
	d.do(func(tx *store.Tx) (err error) { r, err = tx.PutResponse(r, i); return err })
	return i, r
}
