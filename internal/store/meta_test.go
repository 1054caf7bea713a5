package store_test

import (
	"context"
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/store"

	"github.com/google/uuid"
)

// TestChangedSinceBackup asks for a backup after everything that one would be
// missed for, and for nothing else.
func TestChangedSinceBackup(t *testing.T) {
	d := newDesk(t)
	changed := func() bool { return see(d, (*store.Tx).ChangedSinceBackup) }
	facts := func() store.Facts {
		f, err := store.Describe(context.Background(), d.db, true)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	back := func(made store.Facts) {
		d.do(func(tx *store.Tx) error { return tx.RecordBackup(made, "a backup") })
	}
	if !changed() {
		t.Error("records that were never backed up want no backup")
	}
	back(facts())
	ana := d.client("Ana")
	s := d.session(practice.Talk, ana)
	note := d.draft(s, s.Participants[0].ID, "Quiet.")
	for name, c := range map[string]struct {
		change func(*store.Tx) error
		wants  bool
	}{
		"a draft of a form": {func(tx *store.Tx) error { return tx.PutDraft("client:new", "Nel") }, true},
		"a draft given up":  {func(tx *store.Tx) error { return tx.PutDraft("client:new", "") }, true},
		"settings":          {func(tx *store.Tx) error { return tx.PutSettings(practice.DefaultSettings()) }, true},
		"an autosaved note": {func(tx *store.Tx) (err error) {
			note.Sections[0].Body += " And wide."
			note, err = tx.SaveDraft(note)
			return err
		}, true},
		"the place":       {func(tx *store.Tx) error { return tx.PutPlace(`{"screen":"chart"}`) }, false},
		"the app version": {func(tx *store.Tx) error { return tx.PutAppVersion("0.2.0") }, false},
		"opening a chart": {func(tx *store.Tx) error { return tx.TouchClient(ana.ID) }, false},
		"nothing":         {func(*store.Tx) error { return nil }, false},
	} {
		back(facts())
		if changed() {
			t.Errorf("before %s: a backup is wanted right after one", name)
		}
		d.do(c.change)
		if changed() != c.wants {
			t.Errorf("%s: a backup is wanted %v", name, !c.wants)
		}
	}

	made := facts()
	d.do(func(tx *store.Tx) error { return tx.PutDraft("client:new", "Nell") })
	back(made)
	if !changed() {
		t.Error("what was changed while the backup was made counts as backed up")
	}
}

func TestPlaceAndPracticeID(t *testing.T) {
	d := newDesk(t)
	if got := see(d, (*store.Tx).Place); got != "" {
		t.Errorf("the place of a new vault is %q", got)
	}
	for _, place := range []string{"one", "two"} {
		d.do(func(tx *store.Tx) error { return tx.PutPlace(place) })
		if got := see(d, (*store.Tx).Place); got != place {
			t.Errorf("the place is %q, want %q", got, place)
		}
	}
	ids := map[string]bool{}
	for range 5 {
		d := newDesk(t)
		f, err := store.Describe(context.Background(), d.db, true)
		if err != nil {
			t.Fatal(err)
		}
		id, err := uuid.Parse(f.PracticeID)
		if err != nil || id.Version() != 4 || id.Variant() != uuid.RFC4122 || id.String() != f.PracticeID || ids[f.PracticeID] {
			t.Errorf("the practice's id is %q (%v)", f.PracticeID, err)
		}
		ids[f.PracticeID] = true
	}
}

// TestCodeUnconfirmed holds that records which say nothing of their recovery
// code, as those of before this was kept, count as confirmed.
func TestCodeUnconfirmed(t *testing.T) {
	d := newDesk(t)
	if see(d, (*store.Tx).CodeUnconfirmed) {
		t.Error("records that say nothing of it want their code confirmed")
	}
	for _, unconfirmed := range []bool{true, true, false, false, true} {
		d.do(func(tx *store.Tx) error { return tx.PutCodeUnconfirmed(unconfirmed) })
		if see(d, (*store.Tx).CodeUnconfirmed) != unconfirmed {
			t.Errorf("after %v the records say the reverse", unconfirmed)
		}
	}
}
