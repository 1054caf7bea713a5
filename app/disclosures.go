package app

import (
	"slices"
	"strings"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// DisclosurePage is a page of what left about a client, newest first.
type DisclosurePage struct {
	Rows  []DisclosureRow `json:"rows"`
	Total int             `json:"total"`
}

// DisclosureRow is a document that left, in words.
type DisclosureRow struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	AtText     string `json:"at_text"`
	WayText    string `json:"way_text"` // "saved as a file, 3 pages, with a password"
	Recipient  string `json:"recipient"`
	Purpose    string `json:"purpose"`
	Inside     string `json:"inside"`
	LeftOut    string `json:"left_out"`
	GroundText string `json:"ground_text"` // the release or the ground it left on; empty where none is needed
	ForText    string `json:"for_text"`    // the request it answered; empty for none
	SHA256     string `json:"sha256"`
}

// mostOnPage bounds a page of disclosures.
const mostOnPage = 200

// Disclosures returns a page of what left about a client.
func (r *Requests) Disclosures(clientID string, offset, limit int) (DisclosurePage, error) {
	return view(r.core, func(tx *store.Tx) (DisclosurePage, error) {
		page := DisclosurePage{Rows: []DisclosureRow{}}
		list, err := tx.Disclosures(clientID)
		if err != nil {
			return page, err
		}
		letterhead, err := tx.Practice()
		if err != nil {
			return page, err
		}
		consents, err := tx.Consents(clientID)
		if err != nil {
			return page, err
		}
		requests, err := tx.RecordsRequests(clientID)
		if err != nil {
			return page, err
		}
		page.Total = len(list)
		from := min(max(offset, 0), len(list))
		for _, d := range list[from:min(from+min(max(limit, 1), mostOnPage), len(list))] {
			page.Rows = append(page.Rows, disclosureRow(d, letterhead.Zone, consents, requests))
		}
		return page, nil
	})
}

func disclosureRow(d practice.Disclosure, zone string, consents []practice.Consent, requests []practice.RecordsRequest) DisclosureRow {
	row := DisclosureRow{
		ID: d.ID, Title: d.Kind.Title(), AtText: practice.LongDateText(d.At.In(zone)) + ", " + practice.ClockText(d.At.In(zone)),
		WayText: d.WayText(), Recipient: d.Recipient, Purpose: d.Purpose, Inside: d.Inside(), LeftOut: upperFirst(strings.TrimPrefix(d.LeftOut, "Left out: ")),
		GroundText: d.GroundText(consents), SHA256: d.SHA256,
	}
	if i := slices.IndexFunc(requests, func(x practice.RecordsRequest) bool { return x.ID == d.RequestID }); i >= 0 {
		row.ForText = requests[i].AskedText()
	}
	return row
}
