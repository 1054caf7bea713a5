package app

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// JudgedReading is what a reading that is being typed says so far.
type JudgedReading struct {
	Level      practice.Level     `json:"level"`
	Findings   []practice.Finding `json:"findings"`
	Refused    map[string]string  `json:"refused"`     // what cannot be, by field
	OfferText  string             `json:"offer_text"`  // what the hold it would bring offers; empty for none
	AgainWord  string             `json:"again_word"`  // the step that is offered with it: "rest" or "recheck"; empty for none
	AgainLabel string             `json:"again_label"` // "Measure again in 5 min"
}

// JudgeReading says what a reading would say in a participant's log, and keeps
// nothing. Values are judged one by one, also of a reading not complete yet,
// but for those that cannot be. Before the session has begun it is held against the limits of the
// clearance in force.
func (l *Live) JudgeReading(participantID string, vitals practice.VitalSigns) (JudgedReading, error) {
	return view(l.core, func(tx *store.Tx) (JudgedReading, error) {
		v := JudgedReading{Findings: []practice.Finding{}, Refused: vitals.Implausible()}
		s, err := tx.SessionOf(participantID)
		if err != nil {
			return v, err
		}
		r, err := readLog(tx, s, practice.Participant{ID: participantID, ClientID: clientOf(s, participantID)})
		if err != nil {
			return v, err
		}
		limits := r.clearance.Limits
		if s.State() == practice.Planned {
			if limits, err = limitsNow(tx, clientOf(s, participantID)); err != nil {
				return v, err
			}
		}
		vitals = vitals.Without(v.Refused)
		judged := vitals.Judge(limits)
		v.Level, v.Findings = judged.Level, judged.Findings
		settings, err := tx.Settings()
		if err != nil {
			return v, err
		}
		if hold := practice.HoldOf([]practice.VitalSigns{vitals}, r.dosesBefore(vitals.Entry.At), limits, settings); hold != nil && s.State() != practice.Ended {
			v.OfferText = hold.Text
			v.AgainWord, v.AgainLabel = string(hold.Again), hold.AgainLabel
		}
		return v, nil
	})
}

// dosesBefore are those a reading comes after.
func (r logRecord) dosesBefore(at practice.Instant) []practice.DoseEvent {
	var before []practice.DoseEvent
	for _, d := range r.doses {
		if d.Entry.At <= at {
			before = append(before, d)
		}
	}
	return before
}

// limitsNow returns the limits of the clearance that is in force today; the
// defaults when none is.
func limitsNow(tx *store.Tx, clientID string) (practice.Limits, error) {
	today, err := todayOf(tx)
	if err != nil {
		return practice.Limits{}, err
	}
	clearances, err := tx.Clearances(clientID)
	if err != nil {
		return practice.Limits{}, err
	}
	used, err := tx.UsedUnder(clientID)
	if err != nil {
		return practice.Limits{}, err
	}
	current, ok := practice.Current(practice.Standing(clearances, used, today))
	if !ok || current.State != practice.ClearanceInForce {
		return practice.Limits{}, nil
	}
	return current.Clearance.Limits, nil
}

// JudgeDose says what a dose that is being typed would need its reason for,
// and keeps nothing.
func (l *Live) JudgeDose(dose practice.DoseEvent) ([]string, error) {
	return view(l.core, func(tx *store.Tx) ([]string, error) {
		s, err := tx.SessionOf(dose.Entry.ParticipantID)
		if err != nil {
			return nil, err
		}
		r, err := readLog(tx, s, practice.Participant{ID: dose.Entry.ParticipantID, ClientID: clientOf(s, dose.Entry.ParticipantID)})
		if err != nil {
			return nil, err
		}
		return r.clearance.Ways(dose, r.doses, r.vitals), nil
	})
}

// TalkInstead is the decision to go on without a dose: two entries of one
// time and one reason.
type TalkInstead struct {
	ParticipantID string           `json:"participant_id"`
	StepID        string           `json:"step_id"` // of the decision
	DoseID        string           `json:"dose_id"` // of the dose not given
	At            practice.Instant `json:"at"`
	Reason        string           `json:"reason"`
}

// GoOnAsTalk records that a session goes on without a dose, and the dose as
// not given, both or neither. Sent twice it returns what is stored. After a
// dose it is refused.
func (l *Live) GoOnAsTalk(sessionID string, talk TalkInstead) (LogChange, error) {
	return update(l.core, func(tx *store.Tx) (LogChange, error) {
		s, err := tx.Session(sessionID)
		if err != nil {
			return LogChange{}, err
		}
		if err := s.TakesEntries(); err != nil {
			return LogChange{}, err
		}
		doses, err := tx.Doses(talk.ParticipantID)
		if err != nil {
			return LogChange{}, err
		}
		if practice.Totals(doses).Given > 0 {
			return LogChange{}, fault.New(fault.Conflict, "A dose was given, so this cannot become a talk session. Nothing was changed.")
		}
		now, err := horizon(tx, s)
		if err != nil {
			return LogChange{}, err
		}
		step, dose := practice.InsteadOfDose(talk.ParticipantID, talk.At, talk.Reason)
		step.Entry.ID, dose.Entry.ID = talk.StepID, talk.DoseID
		if err := dose.Validate(s, now); err != nil {
			return LogChange{}, err
		}
		if err := step.Validate(s, now); err != nil {
			return LogChange{}, err
		}
		if err := tx.AddObservation(step); err != nil {
			return LogChange{}, err
		}
		if err := tx.AddDose(dose); err != nil {
			return LogChange{}, err
		}
		return wholeLog(tx, s, talk.ParticipantID)
	})
}
