package sample

import (
	"slices"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// fees are what the practice charges, on its shelf.
func (s *story) fees(when time.Time, cents map[string]practice.Cents) {
	s.at(when, func(tx *store.Tx) error {
		list, err := feeList(tx)
		if err != nil {
			return err
		}
		for i, f := range list.Fees {
			if c, ok := cents[f.CPT]; ok {
				list.Fees[i].Cents = &c
			}
		}
		if err := list.Validate(); err != nil {
			return err
		}
		item, err := practice.Shelve(practice.ShelfFees, practice.TheOne, list)
		if err != nil {
			return err
		}
		_, err = tx.PutLibrary(item)
		return err
	})
}

func feeList(tx *store.Tx) (practice.FeeList, error) {
	stored, err := tx.LibraryLatest(practice.ShelfFees)
	if err != nil {
		return practice.FeeList{}, err
	}
	lists, err := practice.FeeShelf(stored)
	if err != nil {
		return practice.FeeList{}, err
	}
	list := lists[0].Item
	list.Fees = slices.Clone(list.Fees)
	return list, nil
}

// billed charges every session held so far as its minutes suggest. All but
// the last are paid.
func (p *person) billed(when time.Time) {
	p.at(when, func(tx *store.Tx) error {
		client, err := tx.Client(p.id)
		if err != nil {
			return err
		}
		fees, err := feeList(tx)
		if err != nil {
			return err
		}
		sessions, err := tx.SessionsOfClient(p.id, 100)
		if err != nil {
			return err
		}
		last := true // the newest comes first
		for _, s := range sessions {
			suggested := practice.SuggestCode(s.Kind, len(s.Participants), s.ActualEnd.Sub(s.ActualStart))
			if s.State() != practice.Ended || suggested.CPT == "" {
				continue
			}
			c := practice.NewCharge(s.Participants[0].ID, s, suggested, fees, client)
			c.ID = p.story.id()
			if !last {
				c.PaidCents = c.TotalCents()
			}
			last = false
			c.Normalize()
			if err := c.Validate(s, client.Diagnoses); err != nil {
				return err
			}
			if _, err := tx.PutCharge(c); err != nil {
				return err
			}
		}
		return nil
	})
}
