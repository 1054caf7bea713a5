package sample

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// note is the note of a meeting.
type note struct {
	*meeting
	when    time.Time
	written practice.Note
}

// risk is what a note says of it; a quiet note has no concern.
type risk struct {
	answer practice.Risk
	text   string
}

var quiet = risk{answer: practice.RiskNoConcern}

// note writes the note so long after the session; bodies fill its sections in
// order.
func (m *meeting) note(after time.Duration, r risk, methods []string, bodies ...string) *note {
	n := &note{meeting: m, when: m.ended.Add(after)}
	id := m.story.id()
	m.at(n.when, func(tx *store.Tx) error {
		client, err := tx.Client(m.person.id)
		if err != nil {
			return err
		}
		n.written = practice.NewNote(id, m.participant().ID, practice.ShippedOutline(m.session.Kind), client.Intention)
		for i, body := range bodies {
			n.written.Sections[i].Body = body
		}
		n.written.Risk, n.written.RiskText, n.written.Methods = r.answer, r.text, methods
		if err := n.written.Validate(); err != nil {
			return err
		}
		n.written, err = tx.SaveDraft(n.written)
		return err
	})
	return n
}

// takesOn adds what the person takes on to the note; the zero
// day is none.
func (n *note) takesOn(text string, day time.Time) string {
	m := practice.Commitment{ID: n.story.id(), ClientID: n.person.id, ParticipantID: n.participant().ID, Text: text}
	if !day.IsZero() {
		m.DueOn = practice.DateOf(day)
	}
	n.at(n.when, func(tx *store.Tx) error { return putCommitment(tx, m) })
	return m.ID
}

// settles says in the note what became of something taken on before.
func (n *note) settles(commitment string, state practice.CommitmentState) {
	n.at(n.when, func(tx *store.Tx) error {
		m, err := tx.Commitment(commitment)
		if err != nil {
			return err
		}
		m.Settle(state, n.participant().ID, tx.Now())
		return putCommitment(tx, m)
	})
}

func putCommitment(tx *store.Tx, m practice.Commitment) error {
	m.Normalize()
	if err := m.Validate(); err != nil {
		return err
	}
	_, err := tx.PutCommitment(m)
	return err
}

// sign signs the note an hour after it was written.
func (n *note) sign() *note {
	n.at(n.when.Add(time.Hour), func(tx *store.Tx) error {
		if err := n.written.Sign(n.session, Practice, tx.Now()); err != nil {
			return err
		}
		_, err := tx.SignNote(n.written)
		return err
	})
	return n
}

// adds is an addendum to the signed note.
func (n *note) adds(when time.Time, text string) {
	id := n.story.id()
	n.at(when, func(tx *store.Tx) error {
		a := practice.Addendum{ID: id, NoteID: n.written.ID, Zone: Zone, SignedName: Practice.Signature(), Text: text}
		if err := a.Validate(); err != nil {
			return err
		}
		return tx.AddAddendum(a)
	})
}

// checkIn is a contact of two minutes after a dosing session, written down
// and signed at once.
func (p *person) checkIn(dosing *meeting, when time.Time, way practice.ContactWay, r risk, text string) {
	c := practice.CheckInWritten{
		SessionID: p.story.id(), ParticipantID: p.story.id(), NoteID: p.story.id(), ClientID: p.id, DosingSessionID: dosing.session.ID,
		Contact: way, At: practice.At(when), Text: text, Risk: r.answer, RiskText: r.text, Sign: true,
	}
	p.at(when.Add(5*time.Minute), func(tx *store.Tx) error {
		if err := c.Validate(tx.Now()); err != nil {
			return err
		}
		session := c.Session(Zone, tx.Now())
		if err := session.Validate(); err != nil {
			return err
		}
		session, err := tx.PutSession(session)
		if err != nil {
			return err
		}
		written, err := tx.SaveDraft(c.Note(practice.ShippedOutline(practice.CheckIn)))
		if err != nil {
			return err
		}
		if err := written.Sign(session, Practice, tx.Now()); err != nil {
			return err
		}
		_, err = tx.SignNote(written)
		return err
	})
}
