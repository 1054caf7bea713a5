package app

import (
	"strings"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Sessions is bound: planning, opening and recording sessions.
type Sessions struct{ *core }

// Choice is a value and its label for a menu.
type Choice struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Vocabulary is the words of the field that menus offer.
type Vocabulary struct {
	Kinds            []Choice                   `json:"kinds"`
	ObservationKinds []practice.ObservationKind `json:"observation_kinds"`
	Routes           []Choice                   `json:"routes"`
	Forms            []Choice                   `json:"forms"`
	Positions        []Choice                   `json:"positions"`
	Stages           []Choice                   `json:"stages"`
	AdverseGrades    []Choice                   `json:"adverse_grades"`
	AdverseEndings   []Choice                   `json:"adverse_endings"`
	Callees          []Choice                   `json:"callees"`
}

// Vocabulary returns the words menus offer. It works while locked.
func (s *Sessions) Vocabulary() (Vocabulary, error) {
	return door(s.core, func() (Vocabulary, error) {
		v := Vocabulary{ObservationKinds: practice.ObservationKinds}
		for _, k := range practice.SessionKinds {
			v.Kinds = append(v.Kinds, Choice{string(k), k.Label()})
		}
		v.Routes = choices(practice.Routes)
		v.Forms = choices(practice.Forms)
		v.Positions = choices(practice.Positions)
		v.Stages = choices(practice.Stages)
		v.AdverseGrades = choices(practice.AdverseGrades)
		v.AdverseEndings = choices(practice.AdverseEndings)
		for _, c := range practice.Callees {
			v.Callees = append(v.Callees, Choice{string(c), c.Label()})
		}
		return v, nil
	})
}

// choices labels plain identifiers: "rapid_dissolve_tablet" is "Rapid
// dissolve tablet".
func choices[T ~string](ids []T) []Choice {
	list := make([]Choice, 0, len(ids))
	for _, id := range ids {
		words := strings.ReplaceAll(string(id), "_", " ")
		list = append(list, Choice{string(id), strings.ToUpper(words[:1]) + words[1:]})
	}
	return list
}

// Get returns a session.
func (s *Sessions) Get(id string) (SessionView, error) {
	return view(s.core, func(tx *store.Tx) (SessionView, error) { return sessionView(tx, id) })
}

// Save plans a session or changes its plan. What really happened stays as it
// is stored: Begin, Finish, CorrectTimes and Cancel set it, with their rules.
func (s *Sessions) Save(session practice.Session) (SessionView, error) {
	return update(s.core, func(tx *store.Tx) (SessionView, error) {
		stored, err := tx.Session(session.ID)
		if err != nil && fault.CodeOf(err) != fault.NotFound {
			return SessionView{}, err
		}
		session.ActualStart, session.ActualEnd, session.CancelledAt = stored.ActualStart, stored.ActualEnd, stored.CancelledAt
		if err := session.Validate(); err != nil {
			return SessionView{}, err
		}
		saved, err := tx.PutSession(session)
		if err != nil {
			return SessionView{}, err
		}
		return viewOf(tx, saved)
	})
}

// Finish ends an open session now.
func (s *Sessions) Finish(id string) (SessionView, error) {
	return s.move(id, func(x *practice.Session, now practice.Instant) error { return x.Finish(now) })
}

// CorrectTimes sets when a session really began and ended; an empty end leaves
// an open one open.
func (s *Sessions) CorrectTimes(id string, start, end practice.Instant) (SessionView, error) {
	return s.move(id, func(x *practice.Session, now practice.Instant) error { return x.Correct(start, end, now) })
}

// Cancel calls a planned session off.
func (s *Sessions) Cancel(id string) (SessionView, error) {
	return s.move(id, func(x *practice.Session, now practice.Instant) error { return x.Cancel(now) })
}

// move changes where a session stands. One that runs does not end before who
// was given a dose has left.
func (s *Sessions) move(id string, change func(*practice.Session, practice.Instant) error) (SessionView, error) {
	return updateSession(s.core, func(tx *store.Tx) (SessionView, error) {
		session, err := tx.Session(id)
		if err != nil {
			return SessionView{}, err
		}
		ran := session.Runs(tx.Now())
		if err := change(&session, tx.Now()); err != nil {
			return SessionView{}, err
		}
		if ran && session.State() == practice.Ended {
			if err := checkLeft(tx, session); err != nil {
				return SessionView{}, err
			}
		}
		return putSession(tx, session)
	})
}

// RecordDose writes a dose into the log. A dose that corrects another strikes
// it through; one beyond the prescriber's order needs its reason.
func (s *Sessions) RecordDose(sessionID string, dose practice.DoseEvent) (LogChange, error) {
	return s.record(sessionID, dose.Entry, func(tx *store.Tx, session practice.Session, now practice.Instant) error {
		if err := dose.Validate(session, now); err != nil {
			return err
		}
		if err := checkOrder(tx, dose); err != nil {
			return err
		}
		if err := tx.AddDose(dose); err != nil {
			return err
		}
		return reachByDosing(tx, session)
	})
}

// RecordVitals writes a reading into the log.
func (s *Sessions) RecordVitals(sessionID string, vitals practice.VitalSigns) (LogChange, error) {
	return s.record(sessionID, vitals.Entry, func(tx *store.Tx, session practice.Session, now practice.Instant) error {
		if err := vitals.Validate(session, now); err != nil {
			return err
		}
		return tx.AddVitalSigns(vitals)
	})
}

// RecordObservation writes an observation into the log.
func (s *Sessions) RecordObservation(sessionID string, observation practice.Observation) (LogChange, error) {
	return s.record(sessionID, observation.Entry, func(tx *store.Tx, session practice.Session, now practice.Instant) error {
		observation.Normalize()
		if err := observation.Validate(session, now); err != nil {
			return err
		}
		return tx.AddObservation(observation)
	})
}

// record writes an entry and returns what that changed in its log. While the
// screen is covered it writes as well, and tells nothing.
func (s *Sessions) record(sessionID string, entry practice.Entry, write func(*store.Tx, practice.Session, practice.Instant) error) (LogChange, error) {
	return reachable(s.core, updating(s.core, func(tx *store.Tx) (LogChange, error) {
		session, err := tx.Session(sessionID)
		if err != nil {
			return LogChange{}, err
		}
		if err := session.TakesEntries(); err != nil {
			return LogChange{}, err
		}
		now, err := horizon(tx, session)
		if err != nil {
			return LogChange{}, err
		}
		if err := write(tx, session, now); err != nil || s.cover != nil {
			return LogChange{}, err
		}
		ids := []string{entry.ID}
		if entry.CorrectsID != "" {
			ids = append(ids, entry.CorrectsID)
		}
		return logChange(tx, session, entry.ParticipantID, ids...)
	}))
}

// horizon returns the moment beyond which an entry lies in the future: now, but
// where the clock was set back since the records were written nobody knows, and
// a day later is taken.
func horizon(tx *store.Tx, s practice.Session) (practice.Instant, error) {
	latest, err := tx.LatestAct()
	if tx.Now() < s.ActualStart || !practice.ClockIsBehind(latest, tx.Now()) {
		return tx.Now(), err
	}
	return latest.Add(24 * time.Hour), err
}

// TakeBack undoes an entry: within practice.UndoWindow as if never written,
// afterwards by striking it through with the reason.
func (s *Sessions) TakeBack(sessionID, entryID, reason string) (LogChange, error) {
	return update(s.core, func(tx *store.Tx) (LogChange, error) {
		owner, entry, kind, err := entryIn(tx, sessionID, entryID)
		if err != nil {
			return LogChange{}, err
		}
		if !entry.CanUndo(tx.Now()) || entry.CorrectsID != "" {
			if err := tx.StrikeEntry(entry, reason); err != nil {
				return LogChange{}, err
			}
			return logChange(tx, owner, entry.ParticipantID, entryID)
		}
		if err := tx.UndoEntry(entry); err != nil {
			return LogChange{}, err
		}
		return entryGone(tx, owner, entry, kind)
	})
}

// entryIn returns a session, an entry of it and what kind of entry that is.
func entryIn(tx *store.Tx, sessionID, entryID string) (practice.Session, practice.Entry, string, error) {
	entry, kind, err := tx.Entry(entryID)
	if err != nil {
		return practice.Session{}, entry, kind, err
	}
	s, err := tx.SessionOf(entry.ParticipantID)
	if err == nil && s.ID != sessionID {
		err = fault.New(fault.NotFound, "This entry is not in this session.")
	}
	return s, entry, kind, err
}

// LinkableDosings returns the dosing sessions of a client that an integration
// session or check-in can follow, newest first.
func (s *Sessions) LinkableDosings(clientID string) ([]Choice, error) {
	return view(s.core, func(tx *store.Tx) ([]Choice, error) {
		list := []Choice{}
		sessions, err := tx.SessionsOfClient(clientID, clientSessions)
		if err != nil {
			return nil, err
		}
		for _, x := range sessions {
			if x.Kind != practice.Dosing || x.ActualStart == "" {
				continue
			}
			title, err := sessionTitle(tx, x, clientID)
			if err != nil {
				return nil, err
			}
			list = append(list, Choice{x.ID, title + ", " + practice.LongDateText(x.Start().In(x.Zone))})
		}
		return list, nil
	})
}
