package app

import (
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Charges is bound: what a session costs one client.
type Charges struct{ *core }

// ChargesView is what one participant of a session is charged, and what a
// further charge begins with.
type ChargesView struct {
	SessionID     string                `json:"session_id"`
	ParticipantID string                `json:"participant_id"`
	ClientID      string                `json:"client_id"`
	Title         string                `json:"title"`       // of the session
	LengthText    string                `json:"length_text"` // how long it really took
	Suggestion    practice.Suggestion   `json:"suggestion"`
	PartnerText   string                `json:"partner_text"` // that the other of a couple is charged already; empty for none
	Fees          []practice.Fee        `json:"fees"`         // the practice's codes
	Places        []Choice              `json:"places"`
	Diagnoses     []string              `json:"diagnoses"` // the client's
	Rows          []ChargeRow           `json:"rows"`
	Totals        practice.ChargeTotals `json:"totals"`
	TotalText     string                `json:"total_text"` // "Fees $180.00, paid $50.00, due $130.00."; empty where nothing is charged
	New           practice.Charge       `json:"new"`        // without its id
}

// ChargeRow is a charge as the list shows it.
type ChargeRow struct {
	Charge practice.Charge `json:"charge"`
	Title  string          `json:"title"` // "90837 Psychotherapy, 53 minutes or more"
	Line   string          `json:"line"`  // "$180.00, paid $50.00, office, F33.1"
}

// Get returns what one participant of a session is charged.
func (c *Charges) Get(sessionID, participantID string) (ChargesView, error) {
	return view(c.core, func(tx *store.Tx) (ChargesView, error) {
		s, err := tx.Session(sessionID)
		if err == nil && clientOf(s, participantID) == "" {
			err = fault.New(fault.NotFound, "This client is not in this session.")
		}
		if err != nil {
			return ChargesView{}, err
		}
		return chargesView(tx, s, participantID)
	})
}

// Save adds a charge or changes the version that was seen; a signed note does
// not stand in the way.
func (c *Charges) Save(charge practice.Charge) (ChargesView, error) {
	return update(c.core, func(tx *store.Tx) (ChargesView, error) {
		s, err := tx.SessionOf(charge.ParticipantID)
		if err != nil {
			return ChargesView{}, err
		}
		client, err := tx.Client(clientOf(s, charge.ParticipantID))
		if err != nil {
			return ChargesView{}, err
		}
		stored, err := tx.Charge(charge.ID)
		switch {
		case fault.CodeOf(err) == fault.NotFound:
		case err != nil:
			return ChargesView{}, err
		case stored.ParticipantID != charge.ParticipantID:
			return ChargesView{}, fault.New(fault.Conflict, "This charge belongs to another client's session. Nothing was changed.")
		}
		charge.Normalize()
		if err := charge.Validate(s, append(stored.Diagnoses, client.Diagnoses...)); err != nil {
			return ChargesView{}, err
		}
		if _, err := tx.PutCharge(charge); err != nil {
			return ChargesView{}, err
		}
		return chargesView(tx, s, charge.ParticipantID)
	})
}

// Remove takes a charge away, of the version that was seen.
func (c *Charges) Remove(id string, version int) (ChargesView, error) {
	return update(c.core, func(tx *store.Tx) (ChargesView, error) {
		charge, err := tx.Charge(id)
		if err != nil {
			return ChargesView{}, err
		}
		if charge.Version != version {
			return ChargesView{}, fault.New(fault.Conflict, "This charge was changed elsewhere since you opened it. It was not removed; look at it again.")
		}
		s, err := tx.SessionOf(charge.ParticipantID)
		if err != nil {
			return ChargesView{}, err
		}
		if err := tx.RemoveCharge(charge); err != nil {
			return ChargesView{}, err
		}
		return chargesView(tx, s, charge.ParticipantID)
	})
}

func chargesView(tx *store.Tx, s practice.Session, participantID string) (ChargesView, error) {
	v := ChargesView{SessionID: s.ID, ParticipantID: participantID, ClientID: clientOf(s, participantID), Rows: []ChargeRow{}}
	client, err := tx.Client(v.ClientID)
	if err != nil {
		return v, err
	}
	v.Diagnoses = client.Diagnoses
	if v.Title, err = sessionTitle(tx, s, client.ID); err != nil {
		return v, err
	}
	for _, p := range practice.PlacesOfService {
		v.Places = append(v.Places, Choice{string(p), string(p) + " " + p.Label()})
	}
	fees, err := feeList(tx)
	if err != nil {
		return v, err
	}
	v.Fees = fees.Fees
	charges, err := tx.Charges(participantID)
	if err != nil {
		return v, err
	}
	for _, charge := range charges {
		v.Totals.Add(charge)
		v.Rows = append(v.Rows, ChargeRow{Charge: charge, Title: charge.CPT + " " + charge.Words, Line: charge.Line()})
	}
	if len(v.Rows) > 0 {
		v.TotalText = v.Totals.Text()
	}
	if s.State() != practice.Ended {
		return v, nil
	}
	took := s.ActualEnd.Sub(s.ActualStart)
	v.LengthText = practice.LengthText(took.Truncate(time.Minute))
	v.Suggestion = practice.SuggestCode(s.Kind, len(s.Participants), took)
	if v.PartnerText, err = partnerCharged(tx, s, participantID); err != nil {
		return v, err
	}
	v.New = practice.NewCharge(participantID, s, v.Suggestion, fees, client)
	return v, nil
}

// partnerCharged says that the other of a couple is charged for the session
// already.
func partnerCharged(tx *store.Tx, s practice.Session, participantID string) (string, error) {
	for _, p := range s.Participants {
		if p.ID == participantID {
			continue
		}
		charges, err := tx.Charges(p.ID)
		if err != nil {
			return "", err
		}
		if len(charges) > 0 {
			return "The other of the couple is charged for this session already.", nil
		}
	}
	return "", nil
}
