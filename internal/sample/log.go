package sample

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func (m *meeting) entry(minutes int) practice.Entry {
	return practice.Entry{ID: m.story.id(), ParticipantID: m.participant().ID, At: practice.At(m.minute(minutes))}
}

// dose is a lozenge, spat after a quarter of an hour.
func (m *meeting) dose(minutes int, prescribedMg, takenMg int64, lot string) {
	e := m.entry(minutes)
	d := practice.DoseEvent{
		Entry: e, PrescribedUg: prescribedMg * 1000, TakenUg: takenMg * 1000, Route: practice.Sublingual, Form: practice.Lozenge,
		Lot: lot, Pharmacy: "Example Compounding", AdministeredBy: "Client", OutAt: e.At.Add(15 * time.Minute), OutHow: "spat",
	}
	m.at(e.At.Time(), func(tx *store.Tx) error {
		if err := d.Validate(m.session, tx.Now()); err != nil {
			return err
		}
		clearance, _, err := tx.ClearanceOf(e.ParticipantID)
		if err != nil {
			return err
		}
		doses, err := tx.Doses(e.ParticipantID)
		if err != nil {
			return err
		}
		readings, err := tx.VitalSigns(e.ParticipantID)
		if err != nil {
			return err
		}
		if err := clearance.Ordered(d, doses, readings); err != nil {
			return err
		}
		return tx.AddDose(d)
	})
}

func (m *meeting) vitals(minutes, systolic, diastolic, heartRate, spO2 int) {
	v := practice.VitalSigns{
		Entry: m.entry(minutes), SystolicMmHg: &systolic, DiastolicMmHg: &diastolic, HeartRateBpm: &heartRate, SpO2Percent: &spO2,
		Position: "seated", TakenBy: "M. Okafor",
	}
	if m.session.Place == practice.Virtual {
		v.TakenBy = "Chaperone, read on screen"
	}
	m.at(v.Entry.At.Time(), func(tx *store.Tx) error {
		if err := v.Validate(m.session, tx.Now()); err != nil {
			return err
		}
		return tx.AddVitalSigns(v)
	})
}

func (m *meeting) saw(minutes int, kind, text string) {
	m.observe(practice.Observation{Entry: m.entry(minutes), Kind: kind, Text: text})
}

func (m *meeting) said(minutes int, words string) {
	m.observe(practice.Observation{Entry: m.entry(minutes), Text: words, ClientWords: true})
}

func (m *meeting) observe(o practice.Observation) {
	m.at(o.Entry.At.Time(), func(tx *store.Tx) error {
		o.Normalize()
		if err := o.Validate(m.session, tx.Now()); err != nil {
			return err
		}
		return tx.AddObservation(o)
	})
}

// harmed records an adverse event, whose id it returns; a serious one suspends
// the clearance.
func (m *meeting) harmed(minutes int, recorded time.Time, e practice.AdverseEvent) string {
	e.ID, e.ParticipantID, e.At = m.story.id(), m.participant().ID, practice.At(m.minute(minutes))
	m.at(recorded, func(tx *store.Tx) error {
		e.Normalize()
		if err := e.Validate(m.session, tx.Now()); err != nil {
			return err
		}
		if _, err := tx.AddAdverseEvent(e); err != nil || !e.Serious {
			return err
		}
		return m.suspended(tx, e)
	})
	return e.ID
}

// known records what became known of an adverse event later.
func (m *meeting) known(when time.Time, eventID, text string) {
	x := practice.AdverseAddition{ID: m.story.id(), EventID: eventID, Text: text}
	m.at(when, func(tx *store.Tx) error { return tx.AddAddition(x) })
}
