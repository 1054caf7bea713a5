package store_test

import (
	"slices"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func TestWhatADocumentLastHeldIsKeptForEachReader(t *testing.T) {
	d := newDesk(t)
	put := func(r practice.Reader, parts ...practice.Part) {
		d.do(func(tx *store.Tx) error { return tx.PutDocumentChoice(practice.DocSummary, r, parts) })
	}
	get := func(kind practice.DocumentKind, r practice.Reader) []practice.Part {
		return see(d, func(tx *store.Tx) ([]practice.Part, error) { return tx.DocumentChoice(kind, r) })
	}
	put(practice.ReaderRecord, practice.PartIdentity, practice.PartNote)
	put(practice.ReaderClient)
	put(practice.ReaderRecord, practice.PartIdentity, practice.PartDoses)
	if got := get(practice.DocSummary, practice.ReaderRecord); !slices.Equal(got, []practice.Part{practice.PartIdentity, practice.PartDoses}) {
		t.Errorf("kept %v", got)
	}
	if got := get(practice.DocSummary, practice.ReaderClient); got == nil || len(got) != 0 {
		t.Errorf("a choice of nothing is kept as %#v", got)
	}
	want(t, d.try(func(tx *store.Tx) error {
		_, err := tx.DocumentChoice(practice.DocSummary, practice.ReaderOther)
		return err
	}), fault.NotFound)
	want(t, d.try(func(tx *store.Tx) error {
		_, err := tx.DocumentChoice(practice.DocClientCopy, practice.ReaderRecord)
		return err
	}), fault.NotFound)
}
