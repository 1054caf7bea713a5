// Package sample writes a fictional practice: a handful of clients in
// different stages, two of them inside the integration window. Nobody in it
// exists. The same "now" gives the same records.
package sample

import (
	"context"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"

	"github.com/google/uuid"
)

// Zone is where the sample practice is.
const Zone = "America/Los_Angeles"

// Practice is its letterhead.
var Practice = practice.Practice{
	TherapistName: "Mira Okafor", Credential: "LMFT", License: "Sample 00000", PracticeName: "Alder Street Practice",
	Address: "12 Example Street\nSampletown, CA 90000", Phone: "555 0100", Email: "hello@example.org", Zone: Zone,
}

// writer writes records at the times they would have been written. The first
// error ends the work; the later calls then do nothing.
type writer struct {
	ctx   context.Context
	store *store.Store
	now   time.Time // of the person looking
	err   error
	names int // how many ids were made

	prescriber practice.Prescriber // who clears the clients
}

// Fill writes the sample practice into a new, empty store, as it stands at
// now. Records are written in the order and at the times of the story.
func Fill(ctx context.Context, s *store.Store, now time.Time) error {
	loc, err := time.LoadLocation(Zone)
	if err != nil {
		return err
	}
	w := &writer{ctx: ctx, store: s, now: now.In(loc).Truncate(time.Minute)}
	w.at(w.day(-90, 9, 0), func(tx *store.Tx) error { return tx.PutPractice(Practice) })
	w.founded(w.day(-90, 9, 30))
	w.maren()
	w.theo()
	w.jonas()
	w.ines()
	w.others()
	return w.err
}

// id makes an id that is the same for the same place in the story.
func (w *writer) id() string {
	w.names++
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte{byte(w.names >> 8), byte(w.names)}).String()
}

// day is a wall-clock time so many days from now's day.
func (w *writer) day(days, hour, minute int) time.Time {
	return time.Date(w.now.Year(), w.now.Month(), w.now.Day()+days, hour, minute, 0, 0, w.now.Location())
}

func (w *writer) at(when time.Time, write func(*store.Tx) error) {
	if w.err == nil {
		w.err = w.store.Update(w.ctx, when, write)
	}
}

func (w *writer) client(c practice.Client, since time.Time) string {
	c.ID = w.id()
	c.Normalize()
	w.at(since, func(tx *store.Tx) error {
		_, err := tx.PutClient(c)
		return err
	})
	return c.ID
}

func (w *writer) opened(clientID string, when time.Time) {
	w.at(when, func(tx *store.Tx) error { return tx.TouchClient(clientID) })
}

// meeting is a session as the story tells it.
type meeting struct {
	session practice.Session
	write   *writer
}

// plan makes a session, planned three days before it starts.
func (w *writer) plan(kind practice.SessionKind, clientID string, start time.Time, length time.Duration, follows string) *meeting {
	m := &meeting{write: w, session: practice.Session{
		ID: w.id(), Kind: kind, Participants: []practice.Participant{{ID: w.id(), ClientID: clientID}},
		PlannedStart: practice.At(start), PlannedEnd: practice.At(start.Add(length)), Zone: Zone, Place: practice.Office, DosingSessionID: follows,
	}}
	planned := start.AddDate(0, 0, -3)
	if planned.After(w.now) || follows != "" {
		planned = w.now
		if start.Before(planned) {
			planned = start
		}
	}
	m.put(planned)
	return m
}

func (m *meeting) put(when time.Time) {
	m.write.at(when, func(tx *store.Tx) (err error) {
		m.session, err = tx.PutSession(m.session)
		return err
	})
}

// begin opens the session at its planned start, late by so many minutes.
func (m *meeting) begin(late int) *meeting {
	start := m.session.PlannedStart.Time().Add(time.Duration(late) * time.Minute)
	if m.session.Kind == practice.Dosing {
		m.write.at(start, func(tx *store.Tx) error { return started(tx, m.session) })
	}
	m.session.ActualStart = practice.At(start)
	m.put(start)
	return m
}

// end closes it so many minutes after it began.
func (m *meeting) end(minutes int) *meeting {
	end := m.session.ActualStart.Time().Add(time.Duration(minutes) * time.Minute)
	m.session.ActualEnd = practice.At(end)
	m.put(end)
	return m
}

func (m *meeting) entry(minutes int) practice.Entry {
	return practice.Entry{
		ID: m.write.id(), ParticipantID: m.session.Participants[0].ID,
		At: practice.At(m.session.ActualStart.Time().Add(time.Duration(minutes) * time.Minute)),
	}
}

func (m *meeting) dose(minutes int, prescribedMg, takenMg int64, lot string) {
	e := m.entry(minutes)
	out := e.At.Add(15 * time.Minute)
	d := practice.DoseEvent{
		Entry: e, PrescribedUg: prescribedMg * 1000, TakenUg: takenMg * 1000, Route: practice.Sublingual, Form: practice.Lozenge,
		Lot: lot, Pharmacy: "Example Compounding", AdministeredBy: "Client", OutAt: out, OutHow: "spat",
	}
	m.write.at(e.At.Time(), func(tx *store.Tx) error { return tx.AddDose(d) })
}

func (m *meeting) vitals(minutes, systolic, diastolic, heartRate, spO2 int) {
	v := practice.VitalSigns{
		Entry: m.entry(minutes), SystolicMmHg: &systolic, DiastolicMmHg: &diastolic, HeartRateBpm: &heartRate, SpO2Percent: &spO2,
		Position: "seated", TakenBy: "M. Okafor",
	}
	m.write.at(v.Entry.At.Time(), func(tx *store.Tx) error { return tx.AddVitalSigns(v) })
}

func (m *meeting) saw(minutes int, kind, text string) {
	m.observe(practice.Observation{Entry: m.entry(minutes), Kind: kind, Text: text})
}

func (m *meeting) said(minutes int, words string) {
	m.observe(practice.Observation{Entry: m.entry(minutes), Text: words, ClientWords: true})
}

func (m *meeting) observe(o practice.Observation) {
	m.write.at(o.Entry.At.Time(), func(tx *store.Tx) error { return tx.AddObservation(o) })
}

// note writes the note after the session; bodies fill its sections in order.
func (m *meeting) note(after time.Duration, intention string, risk practice.Risk, bodies ...string) *practice.Note {
	n := practice.NewNote(m.write.id(), m.session.Participants[0].ID, practice.ShippedOutline(m.session.Kind), intention)
	for i, body := range bodies {
		n.Sections[i].Body = body
	}
	n.Risk = risk
	m.write.at(m.session.ActualEnd.Time().Add(after), func(tx *store.Tx) (err error) {
		n, err = tx.SaveDraft(n)
		return err
	})
	return &n
}

// sign signs a note an hour after it was written.
func (m *meeting) sign(n *practice.Note) {
	m.write.at(n.UpdatedAt.Time().Add(time.Hour), func(tx *store.Tx) error {
		if err := n.Sign(m.session, Practice, tx.Now()); err != nil {
			return err
		}
		signed, err := tx.SignNote(*n)
		*n = signed
		return err
	})
}
