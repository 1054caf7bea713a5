package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Prescribers is bound: the licensed prescribers the practice works with.
type Prescribers struct{ *core }

// List returns all prescribers by name, the retired ones last.
func (p *Prescribers) List() ([]practice.Prescriber, error) {
	return view(p.core, (*store.Tx).Prescribers)
}

// Save adds a prescriber or changes the version that was seen.
func (p *Prescribers) Save(prescriber practice.Prescriber) (practice.Prescriber, error) {
	return update(p.core, func(tx *store.Tx) (practice.Prescriber, error) {
		prescriber.Normalize()
		if err := prescriber.Validate(); err != nil {
			return prescriber, err
		}
		return tx.PutPrescriber(prescriber)
	})
}
