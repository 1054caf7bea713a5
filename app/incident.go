package app

import (
	"slices"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// makeIncident makes the report of one adverse event of a participant, with
// its timeline.
func makeIncident(tx *store.Tx, ask DocumentRequest, parts practice.PartSet) (made, error) {
	in, err := incidentInput(tx, ask.SessionID, ask.ParticipantID, ask.EventID)
	if err != nil {
		return made{}, err
	}
	in.Parts = parts
	result, err := report.Incident(in)
	return made{Result: result, clientID: in.Client.ID, day: dayOf(in.Session.Session)}, err
}

// incidentInput gathers what the report of one event is made of.
func incidentInput(tx *store.Tx, sessionID, participantID, eventID string) (report.IncidentInput, error) {
	in := report.IncidentInput{EventID: eventID, At: tx.Now()}
	s, err := tx.Session(sessionID)
	if err != nil {
		return in, err
	}
	if in.Client, err = tx.Client(clientOf(s, participantID)); err != nil {
		return in, err
	}
	if in.Practice, err = tx.Letterhead(); err != nil {
		return in, err
	}
	if _, in.AuditHead, err = tx.AuditHead(); err != nil {
		return in, err
	}
	if in.Session, err = recordOf(tx, s, in.Client.ID); err != nil {
		return in, err
	}
	clearances, err := tx.Clearances(in.Client.ID)
	if err != nil {
		return in, err
	}
	i := slices.IndexFunc(clearances, func(c practice.Clearance) bool { return c.AdverseEventID == eventID && c.SuspendedAt != "" })
	if i < 0 {
		return in, nil
	}
	in.Suspended = &clearances[i]
	prescriber, err := tx.Prescriber(in.Suspended.PrescriberID)
	in.Prescriber = prescriber.Signature()
	return in, err
}
