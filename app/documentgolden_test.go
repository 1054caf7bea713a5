package app

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
	"snowfield/internal/sample"
	"snowfield/internal/store"
)

var rewrite = flag.Bool("update", false, "write the golden files anew")

// heads are what differs from one vault to the next: the head of its trail.
var heads = regexp.MustCompile(`[0-9a-f]{64}`)

// Every document of the sample practice says, page by page, what it said when
// it was last read and found right.
func TestGoldenDocuments(t *testing.T) {
	b := newBench(t)
	b.set(time.Date(2026, 3, 12, 17, 0, 0, 0, time.UTC))
	b.create()
	b.ok(sample.Fill(context.Background(), b.app.open.store, b.clock))
	asks := b.sampleAsks()
	for _, kind := range documentKinds {
		t.Run(string(kind), func(t *testing.T) {
			var shown DocumentView
			err := errors.New("no session to make it of")
			for _, ask := range asks {
				ask.Kind = kind
				if shown, err = b.documents.Make(ask); err == nil {
					break
				}
			}
			if err != nil {
				t.Fatalf("there is nothing in the sample practice to make it of: %v", err)
			}
			got := heads.ReplaceAllString(reporttest.Text(t, b.served(shown.URL).Body.Bytes()), "HEAD")
			path := filepath.Join("testdata", "documents", string(kind)+".txt")
			if *rewrite {
				b.ok(os.MkdirAll(filepath.Dir(path), 0o755))
				b.ok(os.WriteFile(path, []byte(got), 0o644))
			}
			want := strings.ReplaceAll(string(readFile(t, path)), "\r\n", "\n")
			if got != want {
				t.Errorf("%s differs; run go test ./app -run TestGoldenDocuments -update and read the change\n%s", path, firstDifference(got, want))
			}
		})
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
					ask := DocumentRequest{ClientID: c.ID, SessionID: s.ID, ParticipantID: part.ID}
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

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got:  " + g[i] + "\nwant: " + w[i]
		}
	}
	return "one is longer"
}
