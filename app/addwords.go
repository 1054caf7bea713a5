package app

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// AddWords gives a mark that was just made its words: the observation names
// the mark as the one it corrects and takes its place. While the mark can be
// undone it is as if never written without them; afterwards it stays, struck
// through, as with any correction. Sending the same words again is harmless.
func (l *Live) AddWords(sessionID string, o practice.Observation) (LogChange, error) {
	return update(l.core, func(tx *store.Tx) (LogChange, error) {
		s, err := tx.SessionOf(o.Entry.ParticipantID)
		if err != nil {
			return LogChange{}, err
		}
		if s.ID != sessionID {
			return LogChange{}, fault.New(fault.NotFound, "This entry is not in this session.")
		}
		if err := s.TakesEntries(); err != nil {
			return LogChange{}, err
		}
		o.Normalize()
		if err := o.Validate(s, tx.Now()); err != nil {
			return LogChange{}, err
		}
		markID := o.Entry.CorrectsID
		mark, _, err := tx.Entry(markID)
		switch {
		case fault.CodeOf(err) == fault.NotFound: // taken back, by these words or by hand
			o.Entry.CorrectsID = ""
		case err != nil:
			return LogChange{}, err
		case mark.ParticipantID != o.Entry.ParticipantID:
			return LogChange{}, fault.New(fault.NotFound, "This entry is not in this client's log.")
		case mark.CanUndo(tx.Now()) && mark.Stands() && mark.CorrectsID == "":
			if err := tx.UndoEntry(mark); err != nil {
				return LogChange{}, err
			}
			o.Entry.CorrectsID = ""
		}
		if err := tx.AddObservation(o); err != nil {
			return LogChange{}, err
		}
		if o.Entry.CorrectsID != "" {
			return logChange(tx, s, o.Entry.ParticipantID, o.Entry.ID, markID)
		}
		c, err := logChange(tx, s, o.Entry.ParticipantID, o.Entry.ID)
		c.Gone = []string{markID}
		return c, err
	})
}
