package store_test

import (
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func TestSessionClock(t *testing.T) {
	c := newSignedCase(t)
	read := func() (got practice.SessionClock) {
		t.Helper()
		c.do(func(tx *store.Tx) (err error) {
			got, err = tx.SessionClock(c.session.ID)
			return err
		})
		return got
	}
	if got := read(); got.Holds("a", time.Hour) || got.SessionID != c.session.ID {
		t.Errorf("before one is kept: %+v", got)
	}
	for _, want := range []practice.SessionClock{
		{SessionID: c.session.ID, Boot: "a", Steady: 90 * time.Millisecond, At: practice.At(c.now)},
		{SessionID: c.session.ID, Boot: "b", Steady: time.Hour, At: practice.At(c.now.Add(time.Hour)), Told: -5 * time.Minute},
	} {
		c.do(func(tx *store.Tx) error { return tx.PutSessionClock(want) })
		if got := read(); got != want {
			t.Errorf("kept %+v, read %+v", want, got)
		}
	}
}
