package app

import (
	"fmt"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// LiveState is what follows from a participant's log. It is told anew with
// every change of it.
type LiveState struct {
	Totals    practice.DoseTotals `json:"totals"`
	NotGiven  string              `json:"not_given"` // why the dose was not given; empty while that is open
	Phases    []practice.PhaseRow `json:"phases"`
	Latest    *LogLine            `json:"latest"`   // the latest reading that stands
	Baseline  string              `json:"baseline"` // "124/80"; empty before the first reading
	Check     *practice.NextCheck `json:"check"`
	Hold      *practice.Hold      `json:"hold"`
	OrderText string              `json:"order_text"` // what the order still allows, in words; empty without an order
	Order     *DoseOrder          `json:"order"`
	Lost      *practice.LostPlan  `json:"lost"`
	Events    []AdverseLine       `json:"events"` // what went wrong, in time order
}

// state returns what follows from the log of a dosing session; of any other
// session nothing does.
func (r logRecord) state(tx *store.Tx) (LiveState, error) {
	v := LiveState{Totals: r.totals, Phases: []practice.PhaseRow{}, Events: []AdverseLine{}}
	if r.session.Kind != practice.Dosing {
		return v, nil
	}
	settings, err := tx.Settings()
	if err != nil {
		return v, err
	}
	plan, err := sessionPlan(tx)
	if err != nil {
		return v, err
	}
	v.Phases = practice.PhaseRows(plan, settings, r.session, r.totals, r.steps)
	v.Hold = practice.HoldOf(r.vitals, r.doses, r.clearance.Limits, settings)
	v.Check = practice.NextCheckOf(plan, settings, r.session, r.vitals, r.doses, v.Hold, r.steps)
	v.Order = orderOf(r.clearance, r.session, r.totals)
	v.OrderText = r.clearance.Allows(r.doses, tx.Now(), r.session.Zone)
	for _, d := range r.doses {
		if d.Entry.Stands() && d.NotGiven && r.totals.Given == 0 {
			v.NotGiven = d.Reason
		}
	}
	r.tellReadings(&v, tx.Now())
	if v.Events, err = eventLines(tx, r.session, r.part.ClientID, r.events); err != nil {
		return v, err
	}
	if r.session.Place == practice.Virtual && practice.ConnectionLost(r.steps) {
		v.Lost, err = r.lostPlan(tx)
	}
	return v, err
}

// tellReadings tells the latest reading that stands, and the blood pressure the
// session began with.
func (r logRecord) tellReadings(v *LiveState, now practice.Instant) {
	var latest *practice.VitalSigns
	for i, reading := range r.vitals {
		if !reading.Entry.Stands() {
			continue
		}
		if v.Baseline == "" && reading.SystolicMmHg != nil {
			v.Baseline = fmt.Sprintf("%d/%d", *reading.SystolicMmHg, *reading.DiastolicMmHg)
		}
		latest = &r.vitals[i]
	}
	if latest != nil {
		line := r.reading(*latest, now)
		v.Latest = &line
	}
}

// lostPlan returns what to do while the connection to the client is lost.
func (r logRecord) lostPlan(tx *store.Tx) (*practice.LostPlan, error) {
	client, err := tx.Client(r.part.ClientID)
	if err != nil {
		return nil, err
	}
	start, err := startOf(tx, r.session, r.part.ID)
	if err != nil {
		return nil, err
	}
	var safety practice.VirtualSafety
	if start != nil {
		safety = start.Day.Virtual
	}
	return practice.LostPlanOf(safety, client, r.steps), nil
}
