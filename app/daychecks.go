package app

import (
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// DayView is what is asked of one participant on the day, with the answers.
type DayView struct {
	Check     practice.DayCheck      `json:"check"`
	Questions []practice.DayQuestion `json:"questions"`
	Items     []practice.VirtualItem `json:"items"`      // of a virtual session; empty for one in the office
	Usual     practice.VirtualSafety `json:"usual"`      // what was noted before, to be confirmed for today
	TouchText string                 `json:"touch_text"` // what the preparation says about touch
	AnewText  string                 `json:"anew_text"`  // that the session's own day asks anew; empty on that day
	Closed    bool                   `json:"closed"`
}

// DayCheck returns the day's questions and answers of one participant; with
// no answers when nothing was asked today.
func (p *Preparations) DayCheck(participantID string) (DayView, error) {
	return view(p.core, func(tx *store.Tx) (DayView, error) {
		s, err := tx.SessionOf(participantID)
		if err != nil {
			return DayView{}, err
		}
		return dayView(tx, s, participantID)
	})
}

// SaveDayCheck keeps one participant's answers of today; its version is the
// one last returned. A session that has begun, and answers of another day,
// are refused.
func (p *Preparations) SaveDayCheck(sessionID string, check practice.DayCheck) (DayView, error) {
	return update(p.core, func(tx *store.Tx) (DayView, error) {
		s, err := tx.Session(sessionID)
		if err != nil {
			return DayView{}, err
		}
		if clientOf(s, check.ParticipantID) == "" {
			return DayView{}, fault.New(fault.NotFound, "This client is not in this session. Nothing was changed.")
		}
		if s.Kind != practice.Dosing || s.State() != practice.Planned {
			return DayView{}, fault.New(fault.Conflict, "The day's questions belong to a dosing session that has not begun. Nothing was changed.")
		}
		if err := check.Validate(); err != nil {
			return DayView{}, err
		}
		today, err := todayOf(tx)
		if err != nil {
			return DayView{}, err
		}
		if check.AskedOn != today {
			return DayView{}, fault.New(fault.Conflict, "These answers are of another day. Open Prepare room again and ask them for today.")
		}
		if _, err := tx.PutDayCheck(check); err != nil {
			return DayView{}, err
		}
		return dayView(tx, s, check.ParticipantID)
	})
}

// dayCheckOf returns what was asked of a participant today; nil when nothing
// was, or only on an earlier day.
func dayCheckOf(tx *store.Tx, participantID string, today practice.Date) (*practice.DayCheck, error) {
	check, err := unlessNone(tx.DayCheck(participantID))
	if err != nil || check == nil || check.AskedOn != today {
		return nil, err
	}
	return check, nil
}

func dayView(tx *store.Tx, s practice.Session, participantID string) (DayView, error) {
	v := DayView{Items: []practice.VirtualItem{}, Closed: s.State() != practice.Planned}
	client, err := tx.Client(clientOf(s, participantID))
	if err != nil {
		return v, err
	}
	settings, err := tx.Settings()
	if err != nil {
		return v, err
	}
	preparation, err := preparationOf(tx, client.ID)
	if err != nil {
		return v, err
	}
	today, err := todayOf(tx)
	if err != nil {
		return v, err
	}
	stored, err := unlessNone(tx.DayCheck(participantID))
	if err != nil {
		return v, err
	}
	v.Check = practice.NewDayCheck(participantID, today, client, preparation, stored)
	if v.Closed && stored != nil {
		v.Check = *stored
	}
	v.Questions = practice.DayQuestions(s.Place, preparation, settings)
	if s.Place == practice.Virtual {
		v.Items = v.Check.Virtual.Items()
	}
	earlier, err := lastSafety(tx, client.ID, stored)
	if err != nil {
		return v, err
	}
	v.Usual = practice.UsualSafety(client, settings, earlier)
	v.TouchText = practice.PreparationForm{}.TouchText()
	if preparation != nil {
		v.TouchText = preparation.TouchText()
	}
	letterhead, err := tx.Practice()
	if planned := s.Start().In(letterhead.Zone); practice.Date(planned.Format(time.DateOnly)) > today {
		v.AnewText = "The session is planned for " + practice.DayText(planned) + ". What is answered now holds for today; on that day everything is asked anew."
	}
	return v, err
}

// lastSafety is what was noted last about where a client is and whom to call:
// for this session on an earlier day, else when the last virtual dosing
// session began; nil when nothing was.
func lastSafety(tx *store.Tx, clientID string, stored *practice.DayCheck) (*practice.DayCheck, error) {
	if stored != nil && stored.Virtual.ChaperoneName+stored.Virtual.EmergencyRoom+stored.Virtual.EmergencyNumber != "" {
		return stored, nil
	}
	sessions, err := tx.SessionsOfClient(clientID, clientSessions)
	if err != nil {
		return nil, err
	}
	for _, s := range sessions { // newest first
		if s.Kind != practice.Dosing || s.Place != practice.Virtual || s.ActualStart == "" {
			continue
		}
		start, err := startOf(tx, s, participantOf(s, clientID).ID)
		if err != nil {
			return nil, err
		}
		if start != nil {
			return &start.Day, nil
		}
	}
	return nil, nil
}
