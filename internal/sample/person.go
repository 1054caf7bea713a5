package sample

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// person is a client as the story follows them.
type person struct {
	*story
	id string
}

func (s *story) client(c practice.Client, since time.Time) *person {
	p := &person{s, s.id()}
	c.ID = p.id
	s.at(since, func(tx *store.Tx) error { return putClient(tx, c) })
	return p
}

// changes changes what the chart says of the person.
func (p *person) changes(when time.Time, change func(*practice.Client)) {
	p.at(when, func(tx *store.Tx) error {
		c, err := tx.Client(p.id)
		if err != nil {
			return err
		}
		change(&c)
		return putClient(tx, c)
	})
}

func putClient(tx *store.Tx, c practice.Client) error {
	c.Normalize()
	if err := c.Validate(tx.Now().In(Zone)); err != nil {
		return err
	}
	_, err := tx.PutClient(c)
	return err
}

// opened is when the chart was looked at last.
func (p *person) opened(when time.Time) {
	p.at(when, func(tx *store.Tx) error { return tx.TouchClient(p.id) })
}

// asked keeps a discovery call.
func (s *story) asked(when time.Time, q practice.Inquiry) string {
	q.ID, q.CalledAt = s.id(), practice.At(when)
	s.at(when.Add(15*time.Minute), func(tx *store.Tx) error { return putInquiry(tx, q) })
	return q.ID
}

// continues makes a client of a discovery call.
func (s *story) continues(when time.Time, inquiryID string) *person {
	p := &person{s, s.id()}
	s.at(when, func(tx *store.Tx) error {
		q, err := tx.Inquiry(inquiryID)
		if err != nil {
			return err
		}
		if err := q.CanContinue(); err != nil {
			return err
		}
		if err := putClient(tx, q.Client(p.id)); err != nil {
			return err
		}
		q.Outcome, q.ClientID = practice.InquiryContinues, p.id
		return putInquiry(tx, q)
	})
	return p
}

func putInquiry(tx *store.Tx, q practice.Inquiry) error {
	q.Normalize()
	if err := q.Validate(); err != nil {
		return err
	}
	_, err := tx.PutInquiry(q)
	return err
}

// thought is written behind the door of the psychotherapy notes.
func (p *person) thought(when time.Time, text string) {
	n := practice.PsychotherapyNote{ID: p.story.id(), ClientID: p.id, Text: text}
	p.at(when, func(tx *store.Tx) error {
		if err := n.Validate(); err != nil {
			return err
		}
		_, err := tx.PutPsychotherapyNote(n, true)
		return err
	})
}

// file keeps a file in the chart.
func (p *person) file(when time.Time, kind practice.AttachmentKind, title string, content []byte) string {
	a := practice.Attachment{ID: p.story.id(), ClientID: p.id, Kind: kind, Title: title, Bytes: len(content)}
	p.at(when, func(tx *store.Tx) (err error) {
		if a.MediaType, err = practice.MediaTypeOf(content); err != nil {
			return err
		}
		if err := a.Validate(); err != nil {
			return err
		}
		_, err = tx.AddAttachment(a, content)
		return err
	})
	return a.ID
}
