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
