package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// standing says where each clearance of a client stands on a day, newest
// first.
func standing(tx *store.Tx, clientID string, today practice.Date) ([]practice.Cleared, error) {
	clearances, err := tx.Clearances(clientID)
	if err != nil {
		return nil, err
	}
	used, err := tx.UsedUnder(clientID)
	return practice.Standing(clearances, used, today), err
}

// limitsOf returns the prescriber's limits a participant's readings are held
// against: those of the clearance the session began under; none leaves the
// defaults in place.
func limitsOf(tx *store.Tx, participantID string) (practice.Limits, error) {
	clearance, _, err := tx.ClearanceOf(participantID)
	return clearance.Limits, err
}
