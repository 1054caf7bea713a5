package app

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/sample"
	"snowfield/internal/store"
)

// Every document of the sample practice says, page by page, what it said when
// it was last read and found right.
func TestGoldenDocuments(t *testing.T) {
	b := newBench(t)
	b.set(time.Date(2026, 3, 12, 17, 0, 0, 0, time.UTC))
	b.create()
	b.ok(sample.Fill(context.Background(), b.app.open.store, b.clock))
	asks := b.sampleAsks()
	for _, kind := range documentKinds {
		var shown DocumentView
		err := errors.New("no session to make it of")
		for _, ask := range asks {
			ask.Kind = kind
			if shown, err = b.documents.Make(ask); err == nil {
				break
			}
		}
		if err != nil {
			t.Errorf("%s: there is nothing in the sample practice to make it of: %v", kind, err)
			continue
		}
		b.golden("documents/"+string(kind)+".txt", shown)
	}
}

// sampleAsks names what documents could be made of: the dosing sessions of the
// sample practice that have ended, those with an adverse event first.
func (b *bench) sampleAsks() []DocumentRequest {
	b.Helper()
	return get(b, func() ([]DocumentRequest, error) {
		return view(b.app.core, func(tx *store.Tx) (list []DocumentRequest, err error) {
			clients, _, err := tx.Clients("", store.AllClients, 0, 100)
			if err != nil {
				return nil, err
			}
			for _, c := range clients {
				sessions, err := tx.SessionsOfClient(c.ID, 100)
				if err != nil {
					return nil, err
				}
				for _, s := range sessions {
					if s.Kind != practice.Dosing || s.State() != practice.Ended {
						continue
					}
					part := participantOf(s, c.ID)
					events, err := eventsOf(tx, part)
					if err != nil {
						return nil, err
					}
					ask := DocumentRequest{ClientID: c.ID, SessionID: s.ID, ParticipantID: part.ID, InstrumentID: "phq-9"}
					if len(events) > 0 {
						ask.EventID = events[0].ID
						list = slices.Insert(list, 0, ask)
					} else {
						list = append(list, ask)
					}
				}
			}
			return list, nil
		})
	})
}
