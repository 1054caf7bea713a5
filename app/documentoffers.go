package app

import (
	"slices"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// DocumentOffer is a document that can be made for a client now.
type DocumentOffer struct {
	Kind          practice.DocumentKind `json:"kind"`
	Title         string                `json:"title"`
	Use           string                `json:"use"` // what it is for
	Of            string                `json:"of"`  // "Dosing 3, 11 Mar"; empty for one about the client
	SessionID     string                `json:"session_id"`
	ParticipantID string                `json:"participant_id"`
	EventID       string                `json:"event_id"`
}

// ofSessions are the documents about one session, in the order of a list.
var ofSessions = []practice.DocumentKind{practice.DocSummary, practice.DocClientCopy, practice.DocPrescriber, practice.DocEmergency}

// Offers lists the documents that can be made for a client: of those about a
// session, the one of the newest that fits.
func (d *Documents) Offers(clientID string) ([]DocumentOffer, error) {
	return view(d.core, func(tx *store.Tx) ([]DocumentOffer, error) {
		if _, err := tx.Client(clientID); err != nil {
			return nil, err
		}
		list, err := sessionOffers(tx, clientID)
		if err != nil {
			return nil, err
		}
		kinds := []practice.DocumentKind{practice.DocReferral, practice.DocHandout}
		courses, err := tx.Courses(clientID)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(courses, practice.Course.Complete) {
			kinds = append(kinds, practice.DocClosing)
		}
		charges, err := tx.ChargesOfClient(clientID)
		if err != nil {
			return nil, err
		}
		if len(charges) > 0 {
			kinds = append(kinds, practice.DocSuperbill)
		}
		answered, err := tx.HasResponses(clientID)
		if err != nil {
			return nil, err
		}
		if len(courses) > 0 || answered {
			kinds = append(kinds, practice.DocCourse, practice.DocCourseCopy)
		}
		for _, k := range append(kinds, practice.DocChart, practice.DocAccounting) {
			list = append(list, offer(k))
		}
		return list, nil
	})
}

func offer(k practice.DocumentKind) DocumentOffer {
	return DocumentOffer{Kind: k, Title: k.Title(), Use: k.Use()}
}

// sessionOffers lists the documents about a session, each of the newest one
// that it fits; an incident report of the newest adverse event.
func sessionOffers(tx *store.Tx, clientID string) ([]DocumentOffer, error) {
	sessions, err := tx.SessionsOfClient(clientID, clientSessions)
	if err != nil {
		return nil, err
	}
	list := []DocumentOffer{}
	add := func(k practice.DocumentKind, s practice.Session, eventID string) error {
		o := offer(k)
		o.SessionID, o.ParticipantID, o.EventID = s.ID, participantOf(s, clientID).ID, eventID
		title, err := sessionTitle(tx, s, clientID)
		o.Of = title + ", " + practice.ShortDayText(s.Start().In(s.Zone), tx.Now().In(s.Zone))
		list = append(list, o)
		return err
	}
	for _, k := range ofSessions {
		if i := slices.IndexFunc(sessions, k.Fits); i >= 0 {
			if err := add(k, sessions[i], ""); err != nil {
				return nil, err
			}
		}
	}
	events, err := tx.AdverseEvents(clientID)
	if err != nil || len(events) == 0 {
		return list, err
	}
	newest := events[len(events)-1]
	of, err := tx.SessionOf(newest.ParticipantID)
	if err != nil {
		return nil, err
	}
	err = add(practice.DocIncident, of, newest.ID)
	return list, err
}
