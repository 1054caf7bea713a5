package app

import (
	"context"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// While a session runs the screen is covered instead of the records being
// locked: the clock goes on, the emergency plan is one key away, entries on
// their way are still written, and everything else waits for the passphrase.
// The key stays in memory meanwhile. Sleep, a locked screen, another user and
// closing the window lock for good, as ever.

// cover lies over the screen.
type cover struct {
	place  string // where the person was, for the page
	failed int    // wrong passphrases since
}

// Cover covers the screen where a session runs, and locks the records where
// none does; it reports whether it covered. The page flushes first; place is as
// for Lock.
func (v *Vault) Cover(place string) (bool, error) {
	return door(v.core, func() (bool, error) { return v.coverOrLock(place), nil })
}

func (c *core) coverOrLock(place string) bool {
	c.work.cancel()
	if !c.putCover(place) {
		c.lock(place)
		return false
	}
	c.takeBack()
	c.shell.Emit("covered")
	return true
}

// putCover reports whether the screen is covered now.
func (c *core) putCover(place string) bool {
	c.idle.answered()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.open == nil || c.clock.running() == nil {
		return false
	}
	if c.cover == nil {
		c.cover = &cover{place: place}
	}
	c.documents.forget()
	c.files.forget()
	c.private.close(anybody)
	return true
}

func (c *core) isCovered() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.cover != nil
}

// coverSoon asks the page to flush and cover, and covers without it when it
// does not answer in time.
func (c *core) coverSoon() {
	c.idle.mu.Lock()
	if c.idle.unasked == nil {
		c.idle.unasked = time.AfterFunc(flushTime, func() { c.coverOrLock("") })
	}
	c.idle.mu.Unlock()
	c.shell.Emit("cover-now")
}

// answered calls off what would be done if the page did not answer.
func (i *idle) answered() {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.unasked != nil {
		i.unasked.Stop()
		i.unasked = nil
	}
}

// Uncover takes the cover off for whoever knows the passphrase. A wrong one
// counts as a failed unlock.
func (v *Vault) Uncover(passphrase string) (UnlockResult, error) {
	return door(v.core, func() (UnlockResult, error) {
		_, err := reachable(v.core, func(ctx context.Context, r *records) (nothing, error) {
			return nothing{}, v.counted(ctx, r, func() error { return r.vault.CheckPassphrase(passphrase) })
		})
		v.mu.Lock()
		defer v.mu.Unlock()
		lying := v.cover
		switch {
		case lying == nil && err == nil:
			return UnlockResult{}, fault.New(fault.Conflict, "The screen is not covered. Nothing was changed.")
		case fault.CodeOf(err) == fault.WrongPassphrase && lying != nil:
			lying.failed++
		}
		if err != nil {
			return UnlockResult{}, err
		}
		v.cover = nil
		v.idle.touch()
		return UnlockResult{FailedAttempts: lying.failed, Place: lying.place}, nil
	})
}

// CoveredSession is a running session as the cover shows it.
type CoveredSession struct {
	SessionID string           `json:"session_id"`
	Zone      string           `json:"zone"`
	StartedAt practice.Instant `json:"started_at"`
	FirstDose practice.Instant `json:"first_dose"` // empty before it
	Parts     []CoveredPart    `json:"parts"`
}

// CoveredPart is one client's part of it.
type CoveredPart struct {
	ParticipantID string `json:"participant_id"`
	Initials      string `json:"initials"`
}

// Covered returns what the cover shows of the sessions that run, the one begun
// last first.
func (l *Live) Covered() ([]CoveredSession, error) {
	return reachable(l.core, viewing(l.core, func(tx *store.Tx) ([]CoveredSession, error) {
		sessions, err := runningSessions(tx)
		if err != nil {
			return nil, err
		}
		list := []CoveredSession{}
		for _, s := range sessions {
			row := CoveredSession{SessionID: s.ID, Zone: s.Zone, StartedAt: s.ActualStart}
			for _, p := range s.Participants {
				client, err := tx.Client(p.ClientID)
				if err != nil {
					return nil, err
				}
				doses, err := tx.Doses(p.ID)
				if err != nil {
					return nil, err
				}
				row.Parts = append(row.Parts, CoveredPart{p.ID, client.Initials()})
				if first := practice.Totals(doses).FirstAt; first != "" && (row.FirstDose == "" || first < row.FirstDose) {
					row.FirstDose = first
				}
			}
			list = append(list, row)
		}
		return list, nil
	}))
}
