package app

import (
	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// LeavingView is what is asked as a dosing session is left.
type LeavingView struct {
	SessionID string                `json:"session_id"`
	Title     string                `json:"title"`
	State     practice.SessionState `json:"state"`
	Zone      string                `json:"zone"`
	Place     practice.Place        `json:"place"`
	StartedAt practice.Instant      `json:"started_at"`
	Minutes   int                   `json:"minutes"` // least time from the last dose to leaving
	Parts     []LeavingPart         `json:"parts"`
}

// LeavingPart is what is asked of one participant, or was answered.
type LeavingPart struct {
	ParticipantID string           `json:"participant_id"`
	Name          string           `json:"name"`   // initials while names are hidden
	Locked        bool             `json:"locked"` // the note is signed: what was answered stays
	Leaving       practice.Leaving `json:"leaving"`
	Given         int              `json:"given"`         // doses
	NotGiven      int              `json:"not_given"`     // doses that are recorded as not given, with the reason
	NotBefore     practice.Instant `json:"not_before"`    // empty when no dose was given
	BaselineText  string           `json:"baseline_text"` // the first reading: "128/80 mmHg, 70 bpm"
	LatestText    string           `json:"latest_text"`   // the last one with its time; empty when the first is the last
}

// Leaving returns what to ask each participant of a dosing session as it is
// left: the checklist as the practice words it now, or as it was answered.
func (l *Live) Leaving(sessionID string) (LeavingView, error) {
	return view(l.core, func(tx *store.Tx) (LeavingView, error) {
		s, err := dosingSession(tx, sessionID)
		if err != nil {
			return LeavingView{}, err
		}
		settings, err := tx.Settings()
		if err != nil {
			return LeavingView{}, err
		}
		v := LeavingView{
			SessionID: s.ID, State: s.State(), Zone: s.Zone, Place: s.Place, StartedAt: s.ActualStart, Minutes: settings.DischargeMinutes, Parts: []LeavingPart{},
		}
		if v.Title, err = sessionTitle(tx, s, s.Participants[0].ClientID); err != nil {
			return v, err
		}
		for _, p := range s.Participants {
			part, err := leavingPart(tx, s, p, settings)
			if err != nil {
				return v, err
			}
			v.Parts = append(v.Parts, part)
		}
		return v, nil
	})
}

func leavingPart(tx *store.Tx, s practice.Session, p practice.Participant, settings practice.Settings) (LeavingPart, error) {
	v := LeavingPart{ParticipantID: p.ID}
	client, err := tx.Client(p.ClientID)
	if err != nil {
		return v, err
	}
	v.Name = client.Name()
	if settings.HideNames && s.Runs(tx.Now()) {
		v.Name = client.Initials()
	}
	r, err := readLog(tx, s, p)
	if err != nil {
		return v, err
	}
	v.Given, v.NotGiven, v.NotBefore = r.totals.Given, r.totals.NotGiven, r.totals.NotBefore(settings)
	for _, reading := range r.vitals {
		switch {
		case !reading.Entry.Stands():
		case v.BaselineText == "":
			v.BaselineText = reading.Line()
		default:
			v.LatestText = reading.Line() + " at " + practice.ClockText(reading.Entry.At.In(s.Zone))
		}
	}
	note, err := tx.NoteOf(p.ID)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return v, err
	}
	v.Locked = err == nil && note.Signed()
	left, err := tx.Leaving(p.ID)
	if err != nil {
		return v, err
	}
	if left != nil {
		v.Leaving = *left
		return v, nil
	}
	list, err := leavingList(tx)
	if err != nil {
		return v, err
	}
	escort, err := escortOf(tx, s, p)
	at := tx.Now()
	if s.ActualEnd != "" {
		at = s.ActualEnd
	}
	v.Leaving = practice.NewLeaving(p.ID, list, r.totals, escort, at)
	return v, err
}

// escortOf is who was arranged before the session: for the way home, or in a
// virtual session to stay.
func escortOf(tx *store.Tx, s practice.Session, p practice.Participant) (practice.Contact, error) {
	start, err := startOf(tx, s, p.ID)
	if err != nil || start == nil {
		return practice.Contact{}, err
	}
	if s.Place == practice.Virtual {
		return practice.Contact{Name: start.Day.Virtual.ChaperoneName, Phone: start.Day.Virtual.ChaperonePhone}, nil
	}
	return start.Day.RideHome, nil
}

// End keeps how every participant leaves and ends the session, when the last
// of them left.
func (l *Live) End(sessionID string, leavings []practice.Leaving) (SessionView, error) {
	return updateSession(l.core, func(tx *store.Tx) (SessionView, error) {
		s, err := dosingSession(tx, sessionID)
		if err != nil {
			return SessionView{}, err
		}
		kept := []practice.Leaving{}
		for _, p := range s.Participants {
			i := leavingOf(leavings, p.ID)
			if i < 0 {
				return SessionView{}, fault.New(fault.Blocked, "Say how each client leaves. Nothing was changed; what you answered is kept.")
			}
			left, err := keepLeaving(tx, s, leavings[i])
			if err != nil {
				return SessionView{}, err
			}
			kept = append(kept, left)
		}
		if err := s.FinishLeft(kept, tx.Now()); err != nil {
			return SessionView{}, err
		}
		return putSession(tx, s)
	})
}

func leavingOf(leavings []practice.Leaving, participantID string) int {
	for i, l := range leavings {
		if l.ParticipantID == participantID {
			return i
		}
	}
	return -1
}

// KeepLeaving keeps how one participant left a session that has ended, or
// before it does.
func (l *Live) KeepLeaving(sessionID string, leaving practice.Leaving) (SessionView, error) {
	return update(l.core, func(tx *store.Tx) (SessionView, error) {
		s, err := dosingSession(tx, sessionID)
		if err != nil {
			return SessionView{}, err
		}
		if _, err := keepLeaving(tx, s, leaving); err != nil {
			return SessionView{}, err
		}
		return viewOf(tx, s)
	})
}

// keepLeaving keeps how a participant left, held against the checklist as it
// was worded when it was answered first.
func keepLeaving(tx *store.Tx, s practice.Session, leaving practice.Leaving) (practice.Leaving, error) {
	if clientOf(s, leaving.ParticipantID) == "" {
		return leaving, fault.New(fault.NotFound, "This client is not in this session. Nothing was recorded; what you typed is kept.")
	}
	settings, err := tx.Settings()
	if err != nil {
		return leaving, err
	}
	list, err := leavingList(tx)
	if err != nil {
		return leaving, err
	}
	stored, err := tx.Leaving(leaving.ParticipantID)
	if err != nil {
		return leaving, err
	}
	if stored != nil && len(stored.Checks) > 0 {
		list = stored.Asked()
	}
	doses, err := tx.Doses(leaving.ParticipantID)
	if err != nil {
		return leaving, err
	}
	totals := practice.Totals(doses)
	leaving.Normalize(totals, settings)
	if err := leaving.Validate(list, totals, settings, s, tx.Now()); err != nil {
		return leaving, err
	}
	return tx.PutLeaving(leaving)
}

// checkLeft refuses to end a session while somebody who was given a dose has
// not left.
func checkLeft(tx *store.Tx, s practice.Session) error {
	for _, p := range s.Participants {
		doses, err := tx.Doses(p.ID)
		if err != nil {
			return err
		}
		left, err := tx.Leaving(p.ID)
		if err != nil {
			return err
		}
		if err := practice.MustLeave(practice.Totals(doses), left); err != nil {
			return err
		}
	}
	return nil
}

// OpenAgain takes the end of a dosing session back, within
// practice.UndoWindow.
func (l *Live) OpenAgain(sessionID string) (SessionView, error) {
	return updateSession(l.core, func(tx *store.Tx) (SessionView, error) {
		s, err := tx.Session(sessionID)
		if err != nil {
			return SessionView{}, err
		}
		if err := s.OpenAgain(tx.Now()); err != nil {
			return SessionView{}, err
		}
		return putSession(tx, s)
	})
}

// dosingSession returns a dosing session that has begun.
func dosingSession(tx *store.Tx, id string) (practice.Session, error) {
	s, err := tx.Session(id)
	if err == nil && (s.Kind != practice.Dosing || s.ActualStart == "") {
		err = fault.New(fault.NotFound, "This is no dosing session that has begun.")
	}
	return s, err
}
