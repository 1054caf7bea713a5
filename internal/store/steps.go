package store

import "snowfield/internal/practice"

// Steps returns the observations of a participant from which the rest of a
// running session follows (practice.Observation.IsStep), in time order, struck
// ones included. What it costs does not grow with the rest of the log.
func (t *Tx) Steps(participantID string) ([]practice.Observation, error) {
	return all(t, scanObservation, observationQuery+`WHERE e.participant_id = ? AND e.step = 1 ORDER BY e.at, e.id LIMIT 5000`, participantID)
}

// Observation returns one observation.
func (t *Tx) Observation(id string) (practice.Observation, error) {
	return one(t, "entry", scanObservation, observationQuery+`WHERE e.id = ?`, id)
}
