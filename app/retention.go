package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// retentionGlance says until when the chart of a closed client is kept.
func retentionGlance(tx *store.Tx, client practice.Client, today practice.Date) (string, error) {
	if client.Stage != practice.StageClosed {
		return "", nil
	}
	letterhead, err := tx.Practice()
	if err != nil {
		return "", err
	}
	settings, err := tx.Settings()
	if err != nil {
		return "", err
	}
	sessions, err := tx.SessionsOfClient(client.ID, clientSessions)
	last := practice.LastContact(client, sessions)
	return practice.RetentionText(practice.RetainUntil(client, last, settings, letterhead.Zone), today), err
}
