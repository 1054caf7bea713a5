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
// the session began under no clearance, or under one that orders nothing.
func orderOf(tx *store.Tx, s practice.Session, participantID string, given practice.DoseTotals) (*DoseOrder, error) {
	clearance, _, err := tx.ClearanceOf(participantID)
	text := clearance.DoseText()
	if err != nil || text == "" {
		return nil, err
	}
	return &DoseOrder{Text: "Ordered: " + text, GivenText: given.Text(s.Zone), Route: clearance.Route, Form: clearance.Form}, nil
}

// checkOrder refuses a dose beyond the order without a reason.
func checkOrder(tx *store.Tx, dose practice.DoseEvent) error {
	clearance, _, err := tx.ClearanceOf(dose.Entry.ParticipantID)
	if err != nil {
		return err
	}
	doses, err := tx.Doses(dose.Entry.ParticipantID)
	if err != nil {
		return err
	}
	return clearance.Ordered(dose, doses)
}
