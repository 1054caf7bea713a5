package store

import (
	"encoding/json"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
)

func scanInstrument(r row) (practice.Instrument, error) {
	var body []byte
	if err := r.Scan(&body); err != nil {
		return practice.Instrument{}, err
	}
	return practice.ParseInstrument(body)
}

// Instrument returns a version of an instrument as forms were answered with it.
func (t *Tx) Instrument(ref practice.InstrumentRef) (practice.Instrument, error) {
	return one(t, "questionnaire", scanInstrument, `SELECT body FROM instruments WHERE id = ? AND version = ?`, ref.ID, ref.Version)
}

// keepInstrument puts a version that is used for the first time into the
// records. One that says something else under the same name is a Conflict:
// the forms already answered would change their meaning.
func (t *Tx) keepInstrument(i practice.Instrument) error {
	body, err := json.Marshal(i)
	if err != nil {
		return err
	}
	kept, err := t.Instrument(i.Ref())
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return t.exec(`INSERT INTO instruments (id, version, body, at) VALUES (?,?,?,?)`, i.ID, i.Version, string(body), t.now)
	case err != nil:
		return err
	case !same(kept, i):
		return fault.New(fault.Conflict, "The records hold this version of "+i.Title+" with other words. Nothing was changed. Update Snowfield on this computer.")
	}
	return nil
}
