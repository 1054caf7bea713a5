package store_test

import (
	"testing"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func TestLogo(t *testing.T) {
	c := newSignedCase(t)
	read := func() (l practice.Logo) {
		c.do(func(tx *store.Tx) (err error) {
			if l, err = tx.Logo(); err != nil {
				return err
			}
			p, err := tx.Letterhead()
			if p.Logo != l {
				t.Errorf("the letterhead has %q", p.Logo)
			}
			return err
		})
		return l
	}
	if l := read(); l != "" {
		t.Errorf("a new practice has the logo %q", l)
	}
	for _, l := range []practice.Logo{"first", "second", ""} {
		c.do(func(tx *store.Tx) error { return tx.PutLogo(l) })
		if got := read(); got != l {
			t.Errorf("got %q, want %q", got, l)
		}
		c.do(func(tx *store.Tx) error {
			act, _, err := tx.LastOf(practice.ActChange)
			if act.Subject != "logo" {
				t.Errorf("the trail says %+v", act)
			}
			return err
		})
		// The letterhead is written without it.
		c.do(func(tx *store.Tx) error { return tx.PutPractice(practice.Practice{Zone: "UTC"}) })
		if got := read(); got != l {
			t.Errorf("after the practice was saved: %q", got)
		}
	}
}
