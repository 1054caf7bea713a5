package store_test

import (
	"slices"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// TestLibraryVersions keeps every version of a thing, gives the latest of
// each, and refuses a change of one that was changed since.
func TestLibraryVersions(t *testing.T) {
	d := newDesk(t)
	put := func(kind practice.LibraryKind, key, body string, seen int) practice.LibraryItem {
		t.Helper()
		var kept practice.LibraryItem
		d.do(func(tx *store.Tx) (err error) {
			kept, err = tx.PutLibrary(practice.LibraryItem{Kind: kind, Key: key, Body: body, Version: seen})
			return err
		})
		d.now = d.now.Add(time.Minute)
		return kept
	}
	put(practice.ShelfScreening, "zebra", `{"n":1}`, 0)
	put(practice.ShelfScreening, "ape", `{"n":1}`, 0)
	put(practice.ShelfConsent, "zebra", `{"n":9}`, 0)
	second := put(practice.ShelfScreening, "zebra", `{"n":2}`, 1)
	if second.Version != 2 || second.At != practice.At(d.now.Add(-time.Minute)) {
		t.Errorf("second: %+v", second)
	}
	if again := put(practice.ShelfScreening, "zebra", `{"n":2}`, 1); again != second {
		t.Errorf("sent twice: %+v", again)
	}
	want(t, d.try(func(tx *store.Tx) error {
		_, err := tx.PutLibrary(practice.LibraryItem{Kind: practice.ShelfScreening, Key: "zebra", Body: `{"n":3}`, Version: 1})
		return err
	}), fault.Conflict)

	keys := func(list []practice.LibraryItem) (keys []string) {
		for _, i := range list {
			keys = append(keys, i.Key+i.Body)
		}
		return keys
	}
	latest := see(d, func(tx *store.Tx) ([]practice.LibraryItem, error) { return tx.LibraryLatest(practice.ShelfScreening) })
	if got := keys(latest); !slices.Equal(got, []string{`zebra{"n":2}`, `ape{"n":1}`}) {
		t.Errorf("latest %v", got)
	}
	all := see(d, func(tx *store.Tx) ([]practice.LibraryItem, error) {
		return tx.LibraryVersions(practice.ShelfScreening, "zebra", 10)
	})
	if got := keys(all); !slices.Equal(got, []string{`zebra{"n":2}`, `zebra{"n":1}`}) {
		t.Errorf("versions %v", got)
	}
	first := see(d, func(tx *store.Tx) (practice.LibraryItem, error) {
		return tx.LibraryVersion(practice.ShelfScreening, "zebra", 1)
	})
	if first.Body != `{"n":1}` {
		t.Errorf("first %+v", first)
	}
	for _, sql := range []string{`UPDATE library SET body = '{}'`, `DELETE FROM library`} {
		if d.raw(sql) == nil {
			t.Errorf("%s was taken", sql)
		}
	}
}
