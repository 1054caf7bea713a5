package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// GlanceView is what the chart's right column says about the care of a
// client, each line empty when there is nothing to say.
type GlanceView struct {
	ScreeningText string `json:"screening_text"`
	ClearanceText string `json:"clearance_text"` // "In force until 3 September 2026, Dr. A. Lindqvist, MD. 2 of 6 sessions"
	ConsentText   string `json:"consent_text"`
	MedicinesText string `json:"medicines_text"`
	RideText      string `json:"ride_text"`
	RetentionText string `json:"retention_text"` // of a closed client
}

// Glance returns where a client's care stands, in a line each.
func (c *Clients) Glance(id string) (GlanceView, error) {
	return view(c.core, func(tx *store.Tx) (v GlanceView, err error) {
		client, err := tx.Client(id)
		if err != nil {
			return v, err
		}
		today, err := todayOf(tx)
		if err != nil {
			return v, err
		}
		for _, line := range []struct {
			to   *string
			says func(*store.Tx, practice.Client, practice.Date) (string, error)
		}{
			{&v.ScreeningText, screeningGlance},
			{&v.ClearanceText, clearanceGlance},
			{&v.ConsentText, consentGlance},
			{&v.MedicinesText, medicinesGlance},
			{&v.RideText, rideGlance},
			{&v.RetentionText, retentionGlance},
		} {
			if *line.to, err = line.says(tx, client, today); err != nil {
				return v, err
			}
		}
		return v, nil
	})
}

func clearanceGlance(tx *store.Tx, client practice.Client, today practice.Date) (string, error) {
	list, err := standing(tx, client.ID, today)
	if err != nil || len(list) == 0 {
		return "None recorded", err
	}
	current, ok := practice.Current(list)
	if !ok {
		current = list[len(list)-1] // the next to begin
	}
	prescriber, err := tx.Prescriber(current.Clearance.PrescriberID)
	text := stateText(current) + ". " + prescriber.Signature()
	if current.State == practice.ClearanceInForce {
		text += ", " + current.UsedText()
	}
	return text, err
}

func consentGlance(tx *store.Tx, client practice.Client, today practice.Date) (string, error) {
	signed, err := tx.Consents(client.ID)
	text := ""
	for _, kind := range practice.ConsentKinds {
		g := consentGroup(kind, signed, today)
		if len(g.Rows) == 0 && kind != practice.ConsentKAP {
			continue
		}
		if text != "" {
			text += "\n"
		}
		text += g.Label + ": " + lowerFirst(g.Text)
	}
	return text, err
}
