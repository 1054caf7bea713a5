package app

import (
	"context"
	"flag"
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/sample"
	"snowfield/internal/store"
)

// courseVault is for go tool task, which measures the picture of a long course
// in the page.
var courseVault = flag.String("course-vault", "", "leave the records with a long course in this `folder`")

// What the long course has.
const (
	longSessions = 200
	longForms    = 400
)

// TestCourseOfMany: the picture of a long course has every session and form.
// By itself the course is shorter.
func TestCourseOfMany(t *testing.T) {
	b := newBench(t)
	sessions, forms := 9, 12
	if *courseVault != "" {
		b.folder, sessions, forms = *courseVault, longSessions, longForms
		b.start()
	}
	b.create()
	client := b.add("Nell Harrow").ID
	b.longCourse(client, sessions, forms)
	c := must(b, (&Measures{b.app.core}).Course)(client)
	found := 0
	for _, s := range c.Series {
		found += len(s.Points)
	}
	found += len(c.Notices[0].Points)
	if len(c.Sessions) != sessions || found != forms || len(c.Windows) != sessions/3 {
		t.Errorf("%d sessions, %d windows and %d forms are drawn", len(c.Sessions), len(c.Windows), found)
	}
	b.ok(b.vault.Lock(""))
}

// BenchmarkCourse reads the picture of a course of 200 sessions and 400 forms.
func BenchmarkCourse(b *testing.B) {
	s := newBench(b)
	s.create()
	client := s.add("Nell Harrow").ID
	s.longCourse(client, longSessions, longForms)
	m := &Measures{s.app.core}
	measure(b, func() {}, func() { must(s, m.Course)(client) })
}

// longCourse gives a client sessions a week apart, each third of them a dosing
// session, and forms of three questionnaires in turn.
func (b *bench) longCourse(clientID string, sessions, forms int) {
	b.Helper()
	b.ok(b.app.open.store.Update(context.Background(), b.clock, func(tx *store.Tx) error {
		by, err := tx.Practice()
		if err != nil {
			return err
		}
		for i := range sessions {
			at := b.clock.AddDate(0, 0, 7*(i-sessions))
			if i%3 == 2 {
				err = heldDosing(tx, clientID, at, by)
			} else {
				err = heldTalk(tx, clientID, at)
			}
			if err != nil {
				return err
			}
		}
		for i := range forms {
			at := b.clock.Add(-time.Duration(forms-i) * 7 * 24 * time.Hour * time.Duration(sessions) / time.Duration(forms))
			if err := filledForm(tx, clientID, []string{"phq-9", "gad-7", "notices"}[i%3], at, i); err != nil {
				return err
			}
		}
		return nil
	}))
}

func heldTalk(tx *store.Tx, clientID string, at time.Time) error {
	start, end := practice.At(at), practice.At(at.Add(50*time.Minute))
	_, err := tx.PutSession(practice.Session{
		ID: practice.NewID(), Kind: practice.Talk, Zone: sample.Zone, Place: practice.Office, PlannedStart: start, PlannedEnd: end, ActualStart: start, ActualEnd: end,
		Participants: []practice.Participant{{ID: practice.NewID(), ClientID: clientID}},
	})
	return err
}

func filledForm(tx *store.Tx, clientID, instrument string, at time.Time, n int) error {
	i, err := practice.CurrentInstrument(instrument)
	if err != nil {
		return err
	}
	when := practice.At(at)
	r := practice.Response{
		ID: practice.NewID(), ClientID: clientID, Instrument: i.Ref(), AnsweredAt: when, Zone: sample.Zone, By: practice.AnsweredPaper,
		Answers: map[string]int{}, FinishedAt: when,
	}
	for k, item := range i.Items {
		if !item.Safety {
			r.Answers[item.LinkID] = i.Choices[(n+k)%len(i.Choices)].Value
		} else {
			r.Answers[item.LinkID] = i.Choices[0].Value
		}
	}
	_, err = tx.PutResponse(r, i)
	return err
}
