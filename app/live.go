package app

import (
	"slices"
	"strings"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Live is bound: the session that runs.
type Live struct{ *core }

// LiveView is a running dosing session as its screen shows it.
type LiveView struct {
	SessionID string                `json:"session_id"`
	Session   practice.Session      `json:"session"`
	Title     string                `json:"title"` // "Dosing 4 of 6"
	State     practice.SessionState `json:"state"`
	Zone      string                `json:"zone"`
	Place     practice.Place        `json:"place"`
	StartedAt practice.Instant      `json:"started_at"`
	Now       practice.Instant      `json:"now"` // by the session's own clock
	HideNames bool                  `json:"hide_names"`
	MayDoze   bool                  `json:"may_doze"` // the system does not keep the computer awake
	Parts     []LivePart            `json:"parts"`
	MarkSets  []practice.MarkSet    `json:"mark_sets"`
}

// LivePart is one client's part of a running session.
type LivePart struct {
	ParticipantID string    `json:"participant_id"`
	ClientID      string    `json:"client_id"`
	Name          string    `json:"name"`
	Initials      string    `json:"initials"` // in place of the name while names are hidden
	Locked        bool      `json:"locked"`   // the note is signed: the log takes no more
	Log           []LogLine `json:"log"`
	LeftOut       []string  `json:"left_out"` // words that are not offered: touch that was not agreed
	State         LiveState `json:"state"`
}

// RunningSession is a dosing session that runs, as other screens name it.
type RunningSession struct {
	SessionID string           `json:"session_id"`
	Names     string           `json:"names"` // "J. Reyes and A. Holt"; initials while names are hidden
	StartedAt practice.Instant `json:"started_at"`
	FirstDose practice.Instant `json:"first_dose"` // empty before it
	Now       practice.Instant `json:"now"`
}

// Running returns the dosing sessions that run, the one begun last first.
func (l *Live) Running() ([]RunningSession, error) {
	return view(l.core, func(tx *store.Tx) ([]RunningSession, error) {
		sessions, err := runningSessions(tx)
		if err != nil {
			return nil, err
		}
		settings, err := tx.Settings()
		if err != nil {
			return nil, err
		}
		list := []RunningSession{}
		for _, s := range sessions {
			row := RunningSession{SessionID: s.ID, StartedAt: s.ActualStart, Now: tx.Now()}
			var names []string
			for _, p := range s.Participants {
				client, err := tx.Client(p.ClientID)
				if err != nil {
					return nil, err
				}
				name := client.ShortName()
				if settings.HideNames {
					name = client.Initials()
				}
				names = append(names, name)
				doses, err := tx.Doses(p.ID)
				if err != nil {
					return nil, err
				}
				if first := practice.Totals(doses).FirstAt; first != "" && (row.FirstDose == "" || first < row.FirstDose) {
					row.FirstDose = first
				}
			}
			row.Names = strings.Join(names, " and ")
			list = append(list, row)
		}
		return list, nil
	})
}

// runningSessions are the dosing sessions that run, the one begun last first.
func runningSessions(tx *store.Tx) ([]practice.Session, error) {
	open, err := tx.OpenSessions()
	if err != nil {
		return nil, err
	}
	running := slices.DeleteFunc(open, func(s practice.Session) bool { return !s.Runs(tx.Now()) })
	slices.SortStableFunc(running, func(a, b practice.Session) int { return strings.Compare(string(b.ActualStart), string(a.ActualStart)) })
	return running, nil
}

// Get returns a dosing session that is open, whole.
func (l *Live) Get(sessionID string) (LiveView, error) {
	return view(l.core, func(tx *store.Tx) (LiveView, error) {
		s, err := tx.Session(sessionID)
		if err != nil {
			return LiveView{}, err
		}
		if s.Kind != practice.Dosing || s.ActualStart == "" {
			return LiveView{}, fault.New(fault.NotFound, "This is no dosing session that has begun.")
		}
		v := LiveView{
			SessionID: s.ID, Session: s, State: s.State(), Zone: s.Zone, Place: s.Place, StartedAt: s.ActualStart, Now: tx.Now(),
			Parts: make([]LivePart, 0, len(s.Participants)),
		}
		if v.Title, err = courseTitle(tx, s); err != nil {
			return v, err
		}
		if v.MarkSets, err = markSets(tx); err != nil {
			return v, err
		}
		settings, err := tx.Settings()
		if err != nil {
			return v, err
		}
		v.HideNames, v.MayDoze = settings.HideNames, l.awake.mayFail()
		for _, p := range s.Participants {
			part, err := livePart(tx, s, p)
			if err != nil {
				return v, err
			}
			v.Parts = append(v.Parts, part)
		}
		return v, nil
	})
}

// courseTitle names a dosing session by its place in the first client's course,
// "Dosing 4 of 6", or by its number where no plan counts it.
func courseTitle(tx *store.Tx, s practice.Session) (string, error) {
	clientID := s.Participants[0].ClientID
	course, planned, err := tx.CourseAt(clientID, s.Start())
	if err != nil {
		return "", err
	}
	if planned {
		progress, _, err := progressOf(tx, course)
		if err != nil {
			return "", err
		}
		if i := slices.IndexFunc(progress.Steps, func(x practice.Step) bool { return x.SessionID == s.ID }); i >= 0 {
			return progress.Steps[i].Label, nil
		}
	}
	return sessionTitle(tx, s, clientID)
}

func livePart(tx *store.Tx, s practice.Session, p practice.Participant) (LivePart, error) {
	v := LivePart{ParticipantID: p.ID, ClientID: p.ClientID}
	client, err := tx.Client(p.ClientID)
	if err != nil {
		return v, err
	}
	v.Name, v.Initials = client.Name(), client.Initials()
	note, err := tx.NoteOf(p.ID)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return v, err
	}
	v.Locked = err == nil && note.Signed()
	start, err := startOf(tx, s, p.ID)
	if err != nil {
		return v, err
	}
	if v.LeftOut, err = leftOut(tx, p, start); err != nil {
		return v, err
	}
	r, err := readLog(tx, s, p)
	if err != nil {
		return v, err
	}
	if v.Log, err = r.log(tx); err != nil {
		return v, err
	}
	v.State, err = r.state(tx)
	return v, err
}
