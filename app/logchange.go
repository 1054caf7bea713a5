package app

import (
	"slices"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// LogChange is what an act changed in a log: what the page has to show anew
// without asking for the rest.
type LogChange struct {
	ParticipantID string           `json:"participant_id"`
	Now           practice.Instant `json:"now"`   // by the session's own clock
	Lines         []LogLine        `json:"lines"` // written or changed
	Gone          []string         `json:"gone"`  // ids of entries that are no longer there
	Whole         bool             `json:"whole"` // Lines is the whole log: the minutes since the dose may have changed
	State         LiveState        `json:"state"`
}

// logChange returns what an act on these entries of a participant changed. An
// act on a dose tells the whole log, for every line counts from the first
// dose; any other costs the same however long the log is.
func logChange(tx *store.Tx, s practice.Session, participantID string, ids ...string) (LogChange, error) {
	r, c, err := beginChange(tx, s, participantID)
	if err != nil {
		return c, err
	}
	for _, id := range ids {
		entry, kind, err := tx.Entry(id)
		if err != nil {
			return c, err
		}
		if entry.ParticipantID != participantID {
			return c, fault.New(fault.NotFound, "This entry is not in this client's log.")
		}
		if kind == kindDose {
			return r.tellWhole(tx, c)
		}
		line, err := r.lineOf(tx, id, kind)
		if err != nil {
			return c, err
		}
		c.Lines = append(c.Lines, line)
	}
	c.leaveOutOpenCalls()
	return c, nil
}

// leaveOutOpenCalls tells a call once whose outcome was added.
func (c *LogChange) leaveOutOpenCalls() {
	var observations []practice.Observation
	for _, l := range c.Lines {
		if l.Observation != nil {
			observations = append(observations, *l.Observation)
		}
	}
	told := practice.WithoutOpenCalls(observations)
	c.Lines = slices.DeleteFunc(c.Lines, func(l LogLine) bool {
		open := l.Observation != nil && !slices.ContainsFunc(told, func(o practice.Observation) bool { return o.Entry.ID == l.Entry.ID })
		if open {
			c.Gone = append(c.Gone, l.Entry.ID)
		}
		return open
	})
}

// entryGone returns what taking back an entry changed, once it is gone.
func entryGone(tx *store.Tx, s practice.Session, e practice.Entry, kind string) (LogChange, error) {
	r, c, err := beginChange(tx, s, e.ParticipantID)
	if err != nil {
		return c, err
	}
	c.Gone = []string{e.ID}
	if kind == kindDose {
		return r.tellWhole(tx, c)
	}
	return c, nil
}

// wholeLog returns a participant's log as it is, as a change.
func wholeLog(tx *store.Tx, s practice.Session, participantID string) (LogChange, error) {
	r, c, err := beginChange(tx, s, participantID)
	if err != nil {
		return c, err
	}
	return r.tellWhole(tx, c)
}

func beginChange(tx *store.Tx, s practice.Session, participantID string) (logRecord, LogChange, error) {
	c := LogChange{ParticipantID: participantID, Now: tx.Now(), Lines: []LogLine{}, Gone: []string{}}
	r, err := readLog(tx, s, practice.Participant{ID: participantID, ClientID: clientOf(s, participantID)})
	if err != nil {
		return r, c, err
	}
	c.State, err = r.state(tx)
	return r, c, err
}

func (r logRecord) tellWhole(tx *store.Tx, c LogChange) (_ LogChange, err error) {
	c.Whole = true
	c.Lines, err = r.log(tx)
	return c, err
}

// The kinds of entry, as the store names them.
const (
	kindDose   = "dose"
	kindVitals = "vitals"
)

// lineOf returns one line of the log that is no dose.
func (r logRecord) lineOf(tx *store.Tx, id, kind string) (LogLine, error) {
	if kind == kindVitals {
		for _, v := range r.vitals {
			if v.Entry.ID == id {
				return r.reading(v, tx.Now()), nil
			}
		}
	}
	o, err := tx.Observation(id)
	return r.observation(o, tx.Now()), err
}
