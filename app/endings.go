package app

import (
	"strings"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// dueClients bounds for how many clients Today looks for what ends.
const dueClients = 500

// dueEndings lists the clearances and consents of clients in treatment that
// ended or end within the notice of the settings.
func dueEndings(tx *store.Tx, settings practice.Settings, now time.Time) ([]DueRow, error) {
	today := practice.Date(now.Format(time.DateOnly))
	by := practice.Date(now.AddDate(0, 0, settings.NoticeDays).Format(time.DateOnly))
	clients, _, err := tx.Clients("", store.ActiveClients, 0, dueClients)
	rows := []DueRow{}
	for _, c := range clients {
		list, err := standing(tx, c.ID, today)
		if err != nil {
			return nil, err
		}
		if text := practice.Ending(list, by); text != "" {
			rows = append(rows, DueRow{Kind: "clearance", Text: "Clearance of " + c.Name, Hint: text, ClientID: c.ID, Part: "clearance"})
		}
		signed, err := tx.Consents(c.ID)
		if err != nil {
			return nil, err
		}
		if texts := practice.EndingConsents(signed, today, by); len(texts) > 0 {
			rows = append(rows, DueRow{Kind: "consent", Text: "Consent of " + c.Name, Hint: strings.Join(texts, "; "), ClientID: c.ID, Part: "consent"})
		}
	}
	return rows, err
}
