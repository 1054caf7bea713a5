package app

import (
	"fmt"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// ReadLines says how the lines of a paper log would be understood as entries
// of a participant. It writes nothing.
func (l *Live) ReadLines(sessionID, participantID, batch, text string) ([]practice.QuickLine, error) {
	return view(l.core, func(tx *store.Tx) ([]practice.QuickLine, error) {
		_, lines, err := readLines(tx, sessionID, participantID, batch, text)
		return lines, err
	})
}

// RecordLines writes the lines of a paper log into the log, all or none, each
// with its true time. The same batch again is harmless.
func (l *Live) RecordLines(sessionID, participantID, batch, text string) (LogChange, error) {
	return update(l.core, func(tx *store.Tx) (LogChange, error) {
		s, lines, err := readLines(tx, sessionID, participantID, batch, text)
		if err != nil {
			return LogChange{}, err
		}
		if err := linesWrong(lines); err != nil {
			return LogChange{}, err
		}
		for _, line := range lines {
			if err := addLine(tx, line); err != nil {
				return LogChange{}, err
			}
		}
		if err := reachByDosing(tx, s); err != nil {
			return LogChange{}, err
		}
		return wholeLog(tx, s, participantID)
	})
}

func readLines(tx *store.Tx, sessionID, participantID, batch, text string) (practice.Session, []practice.QuickLine, error) {
	s, err := dosingSession(tx, sessionID)
	if err != nil {
		return s, nil, err
	}
	if clientOf(s, participantID) == "" {
		return s, nil, fault.New(fault.NotFound, "This client is not in this session. Nothing was recorded; what you typed is kept.")
	}
	var c fault.Check
	practice.CheckID(&c, "batch", batch)
	if err := c.Err(); err != nil {
		return s, nil, err
	}
	log, err := readLog(tx, s, practice.Participant{ID: participantID, ClientID: clientOf(s, participantID)})
	if err != nil {
		return s, nil, err
	}
	return s, practice.ReadQuickLines(text, practice.QuickInput{
		Session: s, ParticipantID: participantID, Clearance: log.clearance, Doses: log.doses, Readings: log.vitals, Now: tx.Now(), Batch: batch,
	}), nil
}

// linesWrong refuses lines of which one is not understood, and none at all.
func linesWrong(lines []practice.QuickLine) error {
	var c fault.Check
	for _, line := range lines {
		if line.Wrong != "" {
			c.Refuse("text", fmt.Sprintf("Line %d: %s", line.Number, line.Wrong))
		}
	}
	if len(lines) == 0 {
		c.Refuse("text", "Write one entry on each line, beginning with its time.")
	}
	return c.Err()
}

func addLine(tx *store.Tx, line practice.QuickLine) error {
	switch {
	case line.Dose != nil:
		return tx.AddDose(*line.Dose)
	case line.Vitals != nil:
		return tx.AddVitalSigns(*line.Vitals)
	}
	return tx.AddObservation(*line.Observation)
}
