package app

import (
	"slices"

	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
)

// Incident makes the report of one adverse event of a participant, with its
// timeline.
func (d *Documents) Incident(sessionID, participantID, eventID string) (DocumentView, error) {
	return view(d.core, func(tx *store.Tx) (DocumentView, error) {
		in, err := incidentInput(tx, sessionID, participantID, eventID)
		if err != nil {
			return DocumentView{}, err
		}
		made, err := report.Incident(in)
		if err != nil {
			return DocumentView{}, err
		}
		return d.show(made, DocumentView{
			Title:    "Incident report",
			FileName: "incident-report-" + dayOf(in.Session.Session) + ".pdf",
			Contents: "Inside: the event, what was done, who was called and how it ended; the log from 30 minutes before it on, with the client's own words; doses, and vital signs against the limits of the session.",
			LeftOut:  "Left out: earlier entries, the session's note, whatever belongs to a partner, and psychotherapy notes, which are kept apart and are in no document.",
		}, sessionID), nil
	})
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
	if in.Practice, err = tx.Practice(); err != nil {
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
