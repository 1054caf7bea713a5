package practice

import (
	"embed"
	"encoding/json"
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// One file for each version of each instrument that ever shipped; a file does
// not change once a release has it.
//
//go:embed instruments/*.json
var instrumentFiles embed.FS

// shippedInstruments are all versions, in the order they are offered; of one
// instrument the newest version last.
var shippedInstruments = readInstruments()

// offered is the order in which a person chooses.
var offered = []string{
	"phq-9", "gad-7", "pcl-5", "notices", "who-5", "qids-sr16", "isi", "madrs", "audit", "dast-10", "meq-30", "ceq", "edi", "cadss",
}

func readInstruments() []Instrument {
	files, err := instrumentFiles.ReadDir("instruments")
	if err != nil {
		panic("practice: the instruments are part of the program: " + err.Error())
	}
	list := make([]Instrument, 0, len(files))
	for _, file := range files {
		body, err := instrumentFiles.ReadFile("instruments/" + file.Name())
		if err != nil {
			panic("practice: " + err.Error())
		}
		i, err := ParseInstrument(body)
		if err != nil {
			panic("practice: " + file.Name() + ": " + err.Error())
		}
		list = append(list, i)
	}
	slices.SortFunc(list, func(a, b Instrument) int {
		if a.ID != b.ID {
			return slices.Index(offered, a.ID) - slices.Index(offered, b.ID)
		}
		return a.Version - b.Version
	})
	return list
}

// ParseInstrument reads a definition as it ships and as the records keep it.
// It refuses a field it does not know, and one by which a form could not be
// scored without doubt.
func ParseInstrument(body []byte) (Instrument, error) {
	var i Instrument
	decoder := json.NewDecoder(strings.NewReader(string(body)))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&i)
	if err == nil {
		err = i.check()
	}
	if err != nil {
		return i, fault.Wrap(fault.Corrupt, "A questionnaire in the records cannot be read. Restore the last backup from the lock screen.", err)
	}
	return i, nil
}

// Instruments returns the newest version of each instrument, in the order they
// are offered.
func Instruments() []Instrument {
	list := []Instrument{}
	for n, i := range shippedInstruments {
		if n+1 == len(shippedInstruments) || shippedInstruments[n+1].ID != i.ID {
			list = append(list, i)
		}
	}
	return list
}

// CurrentInstrument returns the newest version of an instrument.
func CurrentInstrument(id string) (Instrument, error) {
	for _, i := range Instruments() {
		if i.ID == id {
			return i, nil
		}
	}
	return Instrument{}, fault.New(fault.NotFound, "Snowfield does not have this questionnaire.")
}
