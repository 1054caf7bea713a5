package app

import (
	"strings"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Begin opens a planned session now. A dosing session begins only when nothing
// stands in the way of any of its clients; what stood is kept with it.
func (s *Sessions) Begin(id string) (SessionView, error) {
	return updateSession(s.core, func(tx *store.Tx) (SessionView, error) {
		session, err := tx.Session(id)
		if err != nil {
			return SessionView{}, err
		}
		if err := session.Begin(tx.Now()); err != nil {
			return SessionView{}, err
		}
		if session.Kind == practice.Dosing {
			today, err := todayOf(tx)
			if err != nil {
				return SessionView{}, err
			}
			if err := addStarts(tx, session, today, ""); err != nil {
				return SessionView{}, err
			}
		}
		if session.Kind == practice.Dosing && s.clock.boot != "" {
			if err := tx.PutSessionClock(s.clock.begin(session.ID)); err != nil {
				return SessionView{}, err
			}
		}
		return putSession(tx, session)
	})
}

// RecordAsHappened records a planned dosing session that could not begin and
// took place all the same: when it was, and why. It has ended at once; its
// doses and readings are recorded late, and it bears the reason everywhere.
func (s *Sessions) RecordAsHappened(id string, start, end practice.Instant, reason string) (SessionView, error) {
	return update(s.core, func(tx *store.Tx) (SessionView, error) {
		session, err := tx.Session(id)
		if err != nil {
			return SessionView{}, err
		}
		reason = strings.TrimSpace(reason)
		if err := session.Happened(start, end, reason, tx.Now()); err != nil {
			return SessionView{}, err
		}
		letterhead, err := tx.Practice()
		if err != nil {
			return SessionView{}, err
		}
		day := practice.Date(start.In(letterhead.Zone).Format(time.DateOnly))
		if err := addStarts(tx, session, day, reason); err != nil {
			return SessionView{}, err
		}
		return putSession(tx, session)
	})
}

func putSession(tx *store.Tx, session practice.Session) (SessionView, error) {
	session, err := tx.PutSession(session)
	if err != nil {
		return SessionView{}, err
	}
	if err := reachByDosing(tx, session); err != nil {
		return SessionView{}, err
	}
	return viewOf(tx, session)
}
