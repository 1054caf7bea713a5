package store_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// The steps of a session are found among everything else, struck ones too,
// in time order, and nobody else's.
func TestSteps(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	s := d.session(practice.Dosing, ana, ben)
	mine, other := s.Participants[0].ID, s.Participants[1].ID
	at := practice.At(d.now)
	written := map[string]string{}
	for i, kind := range []string{"recheck", "tearful", "phase_medicine", "connection_lost", "chest_pain", "connection_restored", "rest", "returning"} {
		for _, p := range []string{mine, other} {
			o := practice.Observation{Entry: d.entry(p), Kind: kind}
			o.Entry.At = at.Add(-time.Duration(i) * time.Minute)
			d.do(func(tx *store.Tx) error { return tx.AddObservation(o) })
			if p == mine {
				written[kind] = o.Entry.ID
			}
		}
	}
	d.do(func(tx *store.Tx) error {
		e, _, err := tx.Entry(written["rest"])
		if err != nil {
			return err
		}
		return tx.StrikeEntry(e, "a slip")
	})
	var steps []practice.Observation
	d.do(func(tx *store.Tx) (err error) { steps, err = tx.Steps(mine); return err })
	kinds := []string{}
	for _, o := range steps {
		kinds = append(kinds, o.Kind)
		if o.Entry.ID != written[o.Kind] || o.Entry.Stands() == (o.Kind == "rest") {
			t.Errorf("%s is %+v", o.Kind, o.Entry)
		}
	}
	if want := strings.Fields("rest connection_restored connection_lost phase_medicine recheck"); !slices.Equal(kinds, want) {
		t.Errorf("the steps: %v, want %v", kinds, want)
	}
	if d.raw("UPDATE entries SET step = 1 - step WHERE id = '"+written["tearful"]+"'") == nil {
		t.Error("an entry is made a step afterwards")
	}
}
