package app

import (
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Commitments is bound: practices and commitments, carried from one note to
// the next until they are kept or let go.
type Commitments struct{ *core }

// CommitmentRow is a commitment in words.
type CommitmentRow struct {
	Commitment practice.Commitment `json:"commitment"`
	MadeText   string              `json:"made_text"`  // "Integration after dosing 3, 12 Mar"
	DueText    string              `json:"due_text"`   // "due tomorrow", "was due on Tuesday"; empty without a day
	StateText  string              `json:"state_text"` // "Kept today"; empty while it stands
	Overdue    bool                `json:"overdue"`
	ClientName string              `json:"client_name"`
}

// CommitmentsView is what the note of a participant carries: what was taken
// on before and still stands or was settled there, and what was taken on
// there.
type CommitmentsView struct {
	Carried []CommitmentRow `json:"carried"`
	Made    []CommitmentRow `json:"made"`
	Locked  bool            `json:"locked"` // the note is signed: nothing is added or settled there any more
}

// Of returns all that a client has taken on, by the day it is for.
func (c *Commitments) Of(clientID string) ([]CommitmentRow, error) {
	return view(c.core, func(tx *store.Tx) ([]CommitmentRow, error) {
		list, err := tx.Commitments(clientID, false)
		if err != nil {
			return nil, err
		}
		return commitmentRows(tx, list)
	})
}

// In returns what the note of a participant carries.
func (c *Commitments) In(participantID string) (CommitmentsView, error) {
	return view(c.core, func(tx *store.Tx) (CommitmentsView, error) { return commitmentsIn(tx, participantID) })
}

// Save adds a commitment to the note of its participant, or changes its words
// and its day.
func (c *Commitments) Save(m practice.Commitment) (CommitmentsView, error) {
	return update(c.core, func(tx *store.Tx) (CommitmentsView, error) {
		stored, err := tx.Commitment(m.ID)
		if err != nil && fault.CodeOf(err) != fault.NotFound {
			return CommitmentsView{}, err
		}
		m.State, m.SettledAt, m.SettledIn = stored.State, stored.SettledAt, stored.SettledIn
		m.Normalize()
		if err := m.Validate(); err != nil {
			return CommitmentsView{}, err
		}
		if _, err := tx.PutCommitment(m); err != nil {
			return CommitmentsView{}, err
		}
		return commitmentsIn(tx, m.ParticipantID)
	})
}

// Settle keeps a commitment, lets it go or opens it again, in the session of
// a participant or, without one, outside of any. It returns the client's
// commitments.
func (c *Commitments) Settle(id string, version int, state practice.CommitmentState, participantID string) (CommitmentRow, error) {
	return update(c.core, func(tx *store.Tx) (CommitmentRow, error) {
		m, err := tx.Commitment(id)
		if err != nil {
			return CommitmentRow{}, err
		}
		m.Settle(state, participantID, tx.Now())
		m.Version = version
		if err := m.Validate(); err != nil {
			return CommitmentRow{}, err
		}
		if m, err = tx.PutCommitment(m); err != nil {
			return CommitmentRow{}, err
		}
		rows, err := commitmentRows(tx, []practice.Commitment{m})
		if err != nil {
			return CommitmentRow{}, err
		}
		return rows[0], nil
	})
}

func commitmentsIn(tx *store.Tx, participantID string) (CommitmentsView, error) {
	v := CommitmentsView{Carried: []CommitmentRow{}, Made: []CommitmentRow{}}
	session, err := tx.SessionOf(participantID)
	if err != nil {
		return v, err
	}
	note, err := tx.NoteOf(participantID)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return v, err
	}
	v.Locked = note.Signed()
	list, err := tx.Commitments(clientOf(session, participantID), false)
	if err != nil {
		return v, err
	}
	var made, carried []practice.Commitment
	for _, m := range list {
		if m.ParticipantID == participantID {
			made = append(made, m)
			continue
		}
		in, err := tx.SessionOf(m.ParticipantID)
		if err != nil {
			return v, err
		}
		stands := m.State == practice.CommitmentOpen && !v.Locked && in.Start() <= session.Start()
		if stands || m.SettledIn == participantID {
			carried = append(carried, m)
		}
	}
	if v.Made, err = commitmentRows(tx, made); err != nil {
		return v, err
	}
	v.Carried, err = commitmentRows(tx, carried)
	return v, err
}

// commitmentRows writes commitments in words.
func commitmentRows(tx *store.Tx, list []practice.Commitment) ([]CommitmentRow, error) {
	letterhead, err := tx.Practice()
	if err != nil {
		return nil, err
	}
	now := tx.Now().In(letterhead.Zone)
	today := practice.Date(now.Format(time.DateOnly))
	rows := make([]CommitmentRow, 0, len(list))
	for _, m := range list {
		session, err := tx.SessionOf(m.ParticipantID)
		if err != nil {
			return nil, err
		}
		title, err := sessionTitle(tx, session, m.ClientID)
		if err != nil {
			return nil, err
		}
		client, err := tx.Client(m.ClientID)
		if err != nil {
			return nil, err
		}
		row := CommitmentRow{
			Commitment: m, ClientName: client.Name(), DueText: m.DueText(now),
			MadeText: title + ", " + practice.ShortDayText(session.Start().In(letterhead.Zone), now),
			Overdue:  m.State == practice.CommitmentOpen && m.DueOn != "" && m.DueOn < today,
		}
		if m.State != practice.CommitmentOpen {
			row.StateText = m.State.Label() + " " + practice.NearDayText(m.SettledAt.In(letterhead.Zone), now)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// commitmentsOfDay returns what still stands and belongs on Today: all of
// those whose window is open, and of the others what is due or has been for
// no more than two weeks.
func commitmentsOfDay(tx *store.Tx, windows []openWindow, now time.Time) ([]CommitmentRow, error) {
	today := practice.Date(now.Format(time.DateOnly))
	list, err := tx.OpenCommitmentsDue(practice.Date(now.Add(-overdueWindow).Format(time.DateOnly)), today)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, m := range list {
		seen[m.ID] = true
	}
	for _, w := range windows {
		open, err := tx.Commitments(w.client.ID, true)
		if err != nil {
			return nil, err
		}
		for _, m := range open {
			if !seen[m.ID] {
				seen[m.ID] = true
				list = append(list, m)
			}
		}
	}
	return commitmentRows(tx, list)
}
