package app

import (
	"context"
	"maps"
	"sync/atomic"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// A form is handed over to the client on this computer: from then on Go refuses
// every call but the four of the client's screen and those that lock and close,
// until the passphrase takes the computer back. The key stays in memory
// meanwhile, and so idle time, sleep and closing lock as ever.

// handover is a form in the client's hands.
type handover struct {
	form   string // its id
	place  string // of the form, for the page
	failed int    // wrong passphrases since
	done   atomic.Bool
}

// HandOver gives a form to the client on this computer. The page has put
// everything on disk before; place is the form's, for the way back. While a
// session runs it is refused: its emergency plan must stay in reach.
func (m *Measures) HandOver(id, place string) error {
	_, err := door(m.core, func() (nothing, error) { return nothing{}, m.handOver(id, place) })
	if err == nil {
		m.takeBack()
		m.shell.Emit("handed")
	}
	return err
}

func (c *core) handOver(id, place string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch busy := c.work.other(); {
	case c.open == nil || c.cover != nil || c.handed != nil:
		return lockedFault()
	case c.clock.running() != nil:
		return fault.New(fault.Conflict, "A session runs, and its emergency plan must stay in reach. Nothing was handed over. Ask the questions yourself, or hand over once the session has ended.")
	case busy != "":
		return fault.New(fault.Conflict, busy.busy()+" Nothing was handed over. Wait until that is done, or cancel it.")
	}
	ctx := context.Background()
	err := c.open.store.Update(ctx, c.now(), func(tx *store.Tx) error {
		r, i, err := formAndInstrument(tx, id)
		if err != nil {
			return err
		}
		reviews, err := tx.RiskReviews(id)
		if err != nil {
			return err
		}
		if err := r.HandOver(i, len(practice.OpenRisks(i, r, reviews)) == 0); err != nil {
			return err
		}
		if _, err := tx.PutResponse(r, i); err != nil {
			return err
		}
		if _, err := tx.Record(practice.ActHandOver, "form", id, i.ID); err != nil {
			return err
		}
		return tx.PutPlace(place) // after a crash, too, the therapist comes back to the form
	})
	if err != nil {
		return c.open.vault.Explain(ctx, err)
	}
	c.handed = &handover{form: id, place: place}
	c.documents.forget()
	c.files.forget()
	c.private.close(anybody)
	return nil
}

func formAndInstrument(tx *store.Tx, id string) (practice.Response, practice.Instrument, error) {
	r, err := tx.Response(id)
	if err != nil {
		return r, practice.Instrument{}, err
	}
	i, err := tx.Instrument(r.Instrument)
	return r, i, err
}

func (c *core) isHanded() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.handed != nil
}

// attended is door for methods that need no records and yet are not for the
// client's hands.
func attended[T any](c *core, act func() (T, error)) (T, error) {
	return door(c, func() (T, error) {
		if c.isHanded() {
			var none T
			return none, lockedFault()
		}
		return act()
	})
}

// inHand is the door of the client's screen: it lets in while a form is handed
// over.
func inHand[T any](c *core, act func(context.Context, *records, *handover) (T, error)) (T, error) {
	return beneath(c, func(ctx context.Context, r *records) (T, error) {
		var none T
		switch {
		case c.cover != nil:
			return none, lockedFault()
		case c.handed == nil:
			return none, notHanded()
		}
		return act(ctx, r, c.handed)
	})
}

func notHanded() error {
	return fault.New(fault.Conflict, "Nothing is handed over. Nothing was changed.")
}

// Handed returns what the client's screen shows.
func (m *Measures) Handed() (practice.HandedForm, error) {
	return inHand(m.core, func(ctx context.Context, r *records, h *handover) (practice.HandedForm, error) {
		return viewing(m.core, func(tx *store.Tx) (practice.HandedForm, error) {
			form, i, err := formAndInstrument(tx, h.form)
			shown := i.Handed(form)
			shown.Done = h.done.Load()
			return shown, err
		})(ctx, r)
	})
}

// HandedAnswer keeps the client's answer to one question, or takes it away
// where value is nil. When it returns without an error that is on disk; the
// same answer twice is harmless.
func (m *Measures) HandedAnswer(linkID string, value *int) error {
	_, err := inHand(m.core, func(ctx context.Context, r *records, h *handover) (nothing, error) {
		if h.done.Load() {
			return nothing{}, fault.New(fault.Conflict, "This form is finished. Nothing was changed.")
		}
		return nothing{}, r.store.Update(ctx, m.now(), func(tx *store.Tx) error {
			form, i, err := formAndInstrument(tx, h.form)
			stored := form
			stored.Answers = maps.Clone(form.Answers)
			if err != nil || !form.Answer(linkID, value) {
				return err
			}
			form.Answered(stored, tx.Now())
			if err := form.Validate(i, tx.Now()); err != nil {
				return err
			}
			_, err = tx.PutResponse(form, i)
			return err
		})
	})
	return err
}

// HandedDone says that the client has finished, with or without blanks: the
// form is closed. One without any answer is left as it is.
func (m *Measures) HandedDone() error {
	_, err := inHand(m.core, func(ctx context.Context, r *records, h *handover) (nothing, error) {
		err := r.store.Update(ctx, m.now(), func(tx *store.Tx) error {
			form, i, err := formAndInstrument(tx, h.form)
			if err != nil || form.Finished() || form.Empty() {
				return err
			}
			if err := form.Finish(tx.Now()); err != nil {
				return err
			}
			_, err = tx.PutResponse(form, i)
			return err
		})
		if err == nil {
			h.done.Store(true)
		}
		return nothing{}, err
	})
	return err
}

// TakeBack gives the computer back to whoever knows the passphrase. A wrong one
// counts as a failed unlock.
func (m *Measures) TakeBack(passphrase string) (UnlockResult, error) {
	return door(m.core, func() (UnlockResult, error) {
		_, err := inHand(m.core, func(ctx context.Context, r *records, _ *handover) (nothing, error) {
			return nothing{}, m.counted(ctx, r, func() error { return r.vault.CheckPassphrase(passphrase) })
		})
		m.mu.Lock()
		defer m.mu.Unlock()
		h := m.handed
		switch {
		case h == nil && err == nil: // locked, or taken back, in this very moment
			return UnlockResult{}, notHanded()
		case fault.CodeOf(err) == fault.WrongPassphrase && h != nil:
			h.failed++
		}
		if err != nil {
			return UnlockResult{}, err
		}
		noted := m.open.store.Update(context.Background(), m.now(), func(tx *store.Tx) error {
			_, err := tx.Record(practice.ActTakeBack, "form", h.form, "")
			return err
		})
		if noted != nil { // who knows the passphrase is let in all the same: an answer may need them now
			m.log.Add("handover.note", kindOf(noted))
		}
		m.handed = nil
		m.idle.touch()
		return UnlockResult{FailedAttempts: h.failed, Place: h.place, Form: h.form}, nil
	})
}
