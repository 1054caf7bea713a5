package store

import "snowfield/internal/practice"

// Steps returns the observations of a participant from which the rest of a
// running session follows (practice.Step), in time order, struck ones
// included. Their number does not grow with what else is written.
func (t *Tx) Steps(participantID string) ([]practice.Observation, error) {
	list, err := t.Observations(participantID)
	steps := []practice.Observation{}
	for _, o := range list {
		if o.IsStep() {
			steps = append(steps, o)
		}
	}
	return steps, err
}

// Observation returns one observation.
func (t *Tx) Observation(id string) (practice.Observation, error) {
	return one(t, "entry", scanObservation, observationQuery+`WHERE e.id = ?`, id)
}
