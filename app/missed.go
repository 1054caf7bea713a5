package app

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// overdueWindow is how long after a window closed unmet the missing contact
// is still asked for.
const overdueWindow = 14 * 24 * time.Hour

// MissedWindow is a window that closed without a contact, and nobody has
// spoken with the client since.
type MissedWindow struct {
	ClientID        string `json:"client_id"`
	ClientName      string `json:"client_name"`
	DosingSessionID string `json:"dosing_session_id"`
	Text            string `json:"text"` // "Dosing 3: the window closed on Tuesday at 13:04 without a contact"
}

// missedWindows returns the windows of the last two weeks that closed unmet
// and without a contact since, oldest first.
func missedWindows(tx *store.Tx, settings practice.Settings, now time.Time) ([]MissedWindow, error) {
	dosings, err := tx.DosingsSince(tx.Now().Add(-practice.LongestWindow - overdueWindow))
	if err != nil {
		return nil, err
	}
	zone := now.Location().String()
	list := []MissedWindow{}
	for _, dosing := range dosings {
		for _, p := range dosing.Participants {
			w, _, given, err := windowFor(tx, dosing, p, settings)
			if err != nil {
				return nil, err
			}
			if !given || !w.Missed(tx.Now(), overdueWindow) {
				continue
			}
			reached, err := reachedSince(tx, p.ClientID, w.ClosesAt)
			if err != nil {
				return nil, err
			}
			if reached {
				continue
			}
			client, err := tx.Client(p.ClientID)
			if err != nil {
				return nil, err
			}
			title, err := sessionTitle(tx, dosing, p.ClientID)
			if err != nil {
				return nil, err
			}
			list = append(list, MissedWindow{
				ClientID: client.ID, ClientName: client.Name(), DosingSessionID: dosing.ID,
				Text: title + ": the window closed " + practice.NearTimeText(w.ClosesAt.In(zone), now) + " without a contact",
			})
		}
	}
	return list, nil
}

// reachedSince reports whether any session with the client began since; a
// voicemail reached nobody.
func reachedSince(tx *store.Tx, clientID string, since practice.Instant) (bool, error) {
	sessions, err := tx.SessionsOfClient(clientID, clientSessions)
	for _, s := range sessions {
		if s.ActualStart >= since && s.Contact != practice.ContactVoicemail {
			return true, err
		}
	}
	return false, err
}
