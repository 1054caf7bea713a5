package sample

import (
	"strings"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// meeting is a session with one person as the story tells it. The session is
// as it stands when it is written, the times as they are told.
type meeting struct {
	*person
	session      practice.Session
	start        time.Time // planned
	began, ended time.Time
}

// plan plans a session three days before it starts, or now.
func (p *person) plan(kind practice.SessionKind, start time.Time, length time.Duration) *meeting {
	m := p.meeting(kind, start, length)
	planned := start.AddDate(0, 0, -3)
	if planned.After(p.now) {
		planned = p.now
	}
	m.put(planned)
	return m
}

// follow plans a session that follows a dosing session, as that ends.
func (p *person) follow(dosing *meeting, start time.Time, length time.Duration) *meeting {
	m := p.meeting(practice.Integration, start, length)
	m.session.DosingSessionID = dosing.session.ID
	m.session.Place = dosing.session.Place
	m.put(dosing.ended)
	return m
}

func (p *person) meeting(kind practice.SessionKind, start time.Time, length time.Duration) *meeting {
	return &meeting{person: p, start: start, session: practice.Session{
		ID: p.story.id(), Kind: kind, Participants: []practice.Participant{{ID: p.story.id(), ClientID: p.id}},
		PlannedStart: practice.At(start), PlannedEnd: practice.At(start.Add(length)), Zone: Zone, Place: practice.Office,
	}}
}

// online makes it a session with the person at home.
func (m *meeting) online() *meeting {
	m.session.Place = practice.Virtual
	return m
}

func (m *meeting) participant() practice.Participant { return m.session.Participants[0] }

func (m *meeting) put(when time.Time) {
	m.at(when, func(tx *store.Tx) error { return m.store(tx) })
}

func (m *meeting) store(tx *store.Tx) (err error) {
	if err := m.session.Validate(); err != nil {
		return err
	}
	m.session, err = tx.PutSession(m.session)
	return err
}

// asks asks the questions of the day; all is well but for what else says.
func (m *meeting) asks(when time.Time, also func(*practice.DayCheck)) {
	m.at(when, func(tx *store.Tx) error {
		client, err := tx.Client(m.person.id)
		if err != nil {
			return err
		}
		form, err := tx.Preparation(m.person.id)
		if err != nil {
			return err
		}
		day := practice.NewDayCheck(m.participant().ID, today(tx), client, &form, nil)
		day.Identity, day.Fasted, day.Medicines, day.AbleToConsent = practice.AnswerYes, practice.AnswerYes, practice.AnswerYes, practice.AnswerYes
		day.SuicidalThoughts, day.Intoxicated, day.Touch = practice.AnswerNo, practice.AnswerNo, form.Touch
		if m.session.Place == practice.Office {
			day.Ride = practice.AnswerYes
		}
		if also != nil {
			also(&day)
		}
		if err := day.Validate(); err != nil {
			return err
		}
		_, err = tx.PutDayCheck(day)
		return err
	})
}

// lifts records how what stands in the way of the session, named by how its
// key begins, is lifted.
func (m *meeting) lifts(when time.Time, what string, lift practice.Lift) {
	lift.ID, lift.ParticipantID = m.story.id(), m.participant().ID
	m.at(when, func(tx *store.Tx) error {
		in, err := tx.Readying(m.session, m.participant(), today(tx))
		if err != nil {
			return err
		}
		ready := practice.Ready(in)
		for _, c := range ready.Checks {
			if strings.HasPrefix(c.Key, what) && c.State == practice.CheckBlocks {
				lift.CheckKey = c.Key
			}
		}
		if err := lift.Validate(ready, tx.Now()); err != nil {
			return err
		}
		return tx.AddLift(lift)
	})
}

// begin opens the session so many minutes late. Before a dose the questions of
// the day are asked, unless they were.
func (m *meeting) begin(late int) *meeting {
	m.began = m.start.Add(time.Duration(late) * time.Minute)
	m.at(m.began, func(tx *store.Tx) error {
		if err := m.session.Begin(tx.Now()); err != nil {
			return err
		}
		if m.session.Kind == practice.Dosing {
			if err := m.ready(tx); err != nil {
				return err
			}
		}
		return m.store(tx)
	})
	return m
}

// ready keeps what stands as a dosing session begins.
func (m *meeting) ready(tx *store.Tx) error {
	in, err := tx.Readying(m.session, m.participant(), today(tx))
	if err != nil {
		return err
	}
	in.Beginning = true
	start := practice.StartOf(in, "")
	if start.Readiness.Blocked {
		return fault.New(fault.Blocked, "The sample's story begins a session that is not ready: "+start.Readiness.Summary)
	}
	return tx.AddStart(start)
}

// end closes it so many minutes after it began.
func (m *meeting) end(minutes int) *meeting {
	if m.session.Kind == practice.Dosing {
		return m.leaves(minutes, nil)
	}
	m.ended = m.minute(minutes)
	m.at(m.ended, func(tx *store.Tx) error {
		if err := m.session.Finish(tx.Now()); err != nil {
			return err
		}
		return m.store(tx)
	})
	return m
}

func (m *meeting) minute(minutes int) time.Time {
	return m.began.Add(time.Duration(minutes) * time.Minute)
}
