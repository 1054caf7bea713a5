package practice

import "slices"

// AsksEvent reports whether the word is one that a serious adverse event goes
// with: an emergency, or rescue medicine.
func (o Observation) AsksEvent() bool { return o.Emergency() || o.Kind == "rescue_medicine" }

// EventMissing reports whether an entry of that weight still waits for its
// adverse event: none of the participant's was recorded since. Nothing is
// recorded by itself; the therapist says what happened.
func EventMissing(entry Entry, events []AdverseEvent) bool {
	return entry.Stands() && !slices.ContainsFunc(events, func(e AdverseEvent) bool { return e.CreatedAt >= entry.At })
}
