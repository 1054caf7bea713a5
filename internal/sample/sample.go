// Package sample writes a fictional practice: clients at every stage of the
// course, two of them inside the integration window, and what a practice meets
// on the way: a clearance that expired, a window that was missed, a session
// that began by decision of the prescriber. Nobody in it exists. The same
// "now" gives the same records.
package sample

import (
	"context"
	"slices"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"

	"github.com/google/uuid"
)

// Zone is where the sample practice is.
const Zone = "America/Los_Angeles"

// Fill writes the sample practice into a new, empty store, as it stands at
// now. Records are written in the order and at the times of the story, by the
// rules the app follows.
func Fill(ctx context.Context, into *store.Store, now time.Time) error {
	loc, err := time.LoadLocation(Zone)
	if err != nil {
		return err
	}
	s := &story{now: now.In(loc).Truncate(time.Minute)}
	s.founded()
	s.otto()
	s.maren()
	s.theo()
	s.jonas()
	s.aiko()
	s.delphine()
	s.rowan()
	s.ines()
	s.ruth()
	s.waiting()
	return s.write(ctx, into)
}

// story is what happened in the practice. It is told client by client and
// written down in the order of time.
type story struct {
	now    time.Time // of the person looking
	writes []write
	names  int // how many ids were made

	ana, robin string // who prescribes
}

// write is something that was written down at one moment.
type write struct {
	when time.Time
	do   func(*store.Tx) error
}

func (s *story) at(when time.Time, do func(*store.Tx) error) {
	s.writes = append(s.writes, write{when, do})
}

// write writes the story down in one change of the records: all of it is
// there, or nothing.
func (s *story) write(ctx context.Context, into *store.Store) error {
	slices.SortStableFunc(s.writes, func(a, b write) int { return a.when.Compare(b.when) })
	return into.Replay(ctx, func(yield func(time.Time, func(*store.Tx) error) bool) {
		for _, w := range s.writes {
			if !yield(w.when, w.do) {
				return
			}
		}
	})
}

// id makes an id that is the same for the same place in the story.
func (s *story) id() string {
	s.names++
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte{byte(s.names >> 8), byte(s.names)}).String()
}

// day is a wall-clock time so many days from now's day.
func (s *story) day(days, hour, minute int) time.Time {
	return time.Date(s.now.Year(), s.now.Month(), s.now.Day()+days, hour, minute, 0, 0, s.now.Location())
}

// soon is a round time about so long from now and still today, so that the
// day shows it.
func (s *story) soon(d time.Duration) time.Time {
	last := s.day(0, 23, 30)
	if t := s.now.Add(d).Truncate(30 * time.Minute); t.Before(last) {
		return t
	}
	return last
}

// byDay is soon, or the next morning when that would be at night.
func (s *story) byDay(d time.Duration) time.Time {
	t := s.soon(d)
	switch {
	case t.Hour() < 8:
		return s.day(0, 10, 0)
	case t.Hour() >= 20:
		return s.day(1, 10, 0)
	}
	return t
}

// before is a time so long before another, and on the same day.
func before(t time.Time, d time.Duration) time.Time {
	midnight := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
	if earlier := t.Add(-d); earlier.After(midnight) {
		return earlier
	}
	return midnight
}

// today is the day on which a transaction writes.
func today(tx *store.Tx) practice.Date { return practice.DateOf(tx.Now().In(Zone)) }
