package sample

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// leaves ends a dosing session so many minutes after it began, as the client
// leaves: everything on the checklist is met but for what else says.
func (m *meeting) leaves(minutes int, also func(*practice.Leaving)) *meeting {
	m.ended = m.minute(minutes)
	m.at(m.ended, func(tx *store.Tx) error {
		l, err := m.left(tx, also)
		if err != nil {
			return err
		}
		if _, err := tx.PutLeaving(l); err != nil {
			return err
		}
		if err := m.session.FinishLeft([]practice.Leaving{l}, tx.Now()); err != nil {
			return err
		}
		return m.store(tx)
	})
	return m
}

// left is how the client leaves now.
func (m *meeting) left(tx *store.Tx, also func(*practice.Leaving)) (practice.Leaving, error) {
	stored, err := tx.LibraryLatest(practice.ShelfLeaving)
	if err != nil {
		return practice.Leaving{}, err
	}
	lists, err := practice.LeavingShelf(stored)
	if err != nil {
		return practice.Leaving{}, err
	}
	settings, err := tx.Settings()
	if err != nil {
		return practice.Leaving{}, err
	}
	doses, err := tx.Doses(m.participant().ID)
	if err != nil {
		return practice.Leaving{}, err
	}
	day, err := tx.DayCheck(m.participant().ID)
	if err != nil {
		return practice.Leaving{}, err
	}
	escort := day.RideHome
	if m.session.Place == practice.Virtual {
		escort = practice.Contact{Name: day.Virtual.ChaperoneName, Phone: day.Virtual.ChaperonePhone}
	}
	totals := practice.Totals(doses)
	l := practice.NewLeaving(m.participant().ID, lists[0].Item, totals, escort, tx.Now())
	for i := range l.Checks {
		l.Checks[i].Met = practice.AnswerYes
	}
	if also != nil {
		also(&l)
	}
	l.Normalize(totals, settings)
	return l, l.Validate(lists[0].Item, totals, settings, m.session, tx.Now())
}
