package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// DoseOrder is what the clearance a session began under says about the dose,
// beside what was given so far.
type DoseOrder struct {
	Text      string         `json:"text"`       // "Ordered: 100 to 300 mg sublingual lozenge"
	GivenText string         `json:"given_text"` // "200 mg given, at 13:04"
	Route     practice.Route `json:"route"`
	Form      practice.Form  `json:"form"`
}

// orderOf returns the order a participant's doses are held against; nil when
// the clearance the session began under orders nothing.
func orderOf(clearance practice.Clearance, s practice.Session, given practice.DoseTotals) *DoseOrder {
	text := clearance.DoseText()
	if text == "" {
		return nil
	}
	return &DoseOrder{Text: "Ordered: " + text, GivenText: given.Text(s.Zone), Route: clearance.Route, Form: clearance.Form}
}

// checkOrder refuses a dose beyond the order, or held by what was measured
// before it, without a reason.
func checkOrder(tx *store.Tx, dose practice.DoseEvent) error {
	clearance, _, err := tx.ClearanceOf(dose.Entry.ParticipantID)
	if err != nil {
		return err
	}
	doses, err := tx.Doses(dose.Entry.ParticipantID)
	if err != nil {
		return err
	}
	readings, err := tx.VitalSigns(dose.Entry.ParticipantID)
	if err != nil {
		return err
	}
	return clearance.Ordered(dose, doses, readings)
}
