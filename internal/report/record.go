package report

import (
	"slices"
	"strings"

	"snowfield/internal/practice"
)

// Record is what one session holds for one client. Entries of the session's
// other participant, if given, are left out of every document.
type Record struct {
	Session      practice.Session
	Number       int // among the client's sessions of its kind, from 1; 0 when not known
	Doses        []practice.DoseEvent
	Vitals       []practice.VitalSigns
	Observations []practice.Observation
	Clearance    practice.Clearance  // it began under; empty for none
	Prescriber   practice.Prescriber // who gave that clearance
	Start        *practice.Start     // what stood when it began; nil when it is not kept
	Events       []practice.AdverseEvent
	Note         *practice.Note              // nil when none was begun
	Moved        map[string]practice.Instant // when an entry came here from another chart, by its id
	Leaving      *practice.Leaving           // how the client left a dosing session; nil when it is not kept
	Made         []practice.Commitment
	Settled      []practice.Commitment // kept or let go in it
}

// of returns the record with the client's own entries only; false when the
// client took no part.
func (r Record) of(clientID string) (Record, bool) {
	i := slices.IndexFunc(r.Session.Participants, func(p practice.Participant) bool { return p.ClientID == clientID })
	if i < 0 {
		return Record{}, false
	}
	id := r.Session.Participants[i].ID
	own := Record{Session: r.Session, Number: r.Number, Clearance: r.Clearance, Prescriber: r.Prescriber, Moved: r.Moved}
	for _, d := range r.Doses {
		if d.Entry.ParticipantID == id {
			own.Doses = append(own.Doses, d)
		}
	}
	for _, v := range r.Vitals {
		if v.Entry.ParticipantID == id {
			own.Vitals = append(own.Vitals, v)
		}
	}
	for _, o := range r.Observations {
		if o.Entry.ParticipantID == id {
			own.Observations = append(own.Observations, o)
		}
	}
	if r.Note != nil && r.Note.ParticipantID == id {
		own.Note = r.Note
	}
	if r.Start != nil && r.Start.ParticipantID == id {
		own.Start = r.Start
	}
	if r.Leaving != nil && r.Leaving.ParticipantID == id {
		own.Leaving = r.Leaving
	}
	for _, e := range r.Events {
		if e.ParticipantID == id {
			own.Events = append(own.Events, e)
		}
	}
	own.Made, own.Settled = r.commitmentsOf(id)
	byTime := func(a, b practice.Entry) int { return strings.Compare(string(a.At), string(b.At)) }
	slices.SortStableFunc(own.Doses, func(a, b practice.DoseEvent) int { return byTime(a.Entry, b.Entry) })
	slices.SortStableFunc(own.Vitals, func(a, b practice.VitalSigns) int { return byTime(a.Entry, b.Entry) })
	slices.SortStableFunc(own.Observations, func(a, b practice.Observation) int { return byTime(a.Entry, b.Entry) })
	return own, true
}

// standing leaves struck entries out.
func (r Record) standing() Record {
	r.Doses = slices.DeleteFunc(slices.Clone(r.Doses), func(d practice.DoseEvent) bool { return !d.Entry.Stands() })
	r.Vitals = slices.DeleteFunc(slices.Clone(r.Vitals), func(v practice.VitalSigns) bool { return !v.Entry.Stands() })
	r.Observations = slices.DeleteFunc(slices.Clone(r.Observations), func(o practice.Observation) bool { return !o.Entry.Stands() })
	return r
}

func (r Record) signed() bool { return r.Note != nil && r.Note.Signed() }

// name returns the kind and number, such as "Dosing 3".
func (r Record) name() string { return numbered(r.Session.Kind.Label(), r.Number) }
