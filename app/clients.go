package app

import (
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Clients is bound: the list, the forms and the charts.
type Clients struct{ *core }

// clientSessions bounds how many sessions of one client a screen loads; a
// weekly client reaches it after ten years.
const clientSessions = 500

// ClientQuery asks for a page of the list.
type ClientQuery struct {
	Query  string             `json:"query"`  // words of the name
	Filter store.ClientFilter `json:"filter"` // active, waiting, closed, all
	Offset int                `json:"offset"`
	Limit  int                `json:"limit"` // 1 to 200
}

// ClientPage is a page of the list.
type ClientPage struct {
	Rows  []ClientRow `json:"rows"`
	Total int         `json:"total"`
}

// ClientRow is a client in the list.
type ClientRow struct {
	ID             string         `json:"id"`
	Name           string         `json:"name"`
	Stage          practice.Stage `json:"stage"`
	NextText       string         `json:"next_text"`
	LastSeenText   string         `json:"last_seen_text"`
	WindowLeftText string         `json:"window_left_text"`
}

// List returns a page of clients by name.
func (c *Clients) List(q ClientQuery) (ClientPage, error) {
	return view(c.core, func(tx *store.Tx) (ClientPage, error) {
		rows, total, err := tx.Clients(q.Query, q.Filter, max(0, q.Offset), min(200, max(1, q.Limit)))
		if err != nil {
			return ClientPage{}, err
		}
		left, zone, err := windowsLeft(tx)
		if err != nil {
			return ClientPage{}, err
		}
		now := tx.Now().In(zone)
		page := ClientPage{Rows: make([]ClientRow, 0, len(rows)), Total: total}
		for _, r := range rows {
			row := ClientRow{ID: r.ID, Name: r.Name, Stage: r.Stage, WindowLeftText: left[r.ID].LeftText(tx.Now())}
			if _, open := left[r.ID]; !open {
				row.WindowLeftText = ""
			}
			if r.NextAt != "" {
				row.NextText = practice.NearTimeText(r.NextAt.In(zone), now)
			}
			if r.LastSeenAt != "" {
				row.LastSeenText = practice.NearDayText(r.LastSeenAt.In(zone), now)
			}
			page.Rows = append(page.Rows, row)
		}
		return page, nil
	})
}

// windowsLeft returns the open windows by client and the practice's zone.
func windowsLeft(tx *store.Tx) (map[string]practice.Window, string, error) {
	letterhead, err := tx.Practice()
	if err != nil {
		return nil, "", err
	}
	settings, err := tx.Settings()
	if err != nil {
		return nil, "", err
	}
	windows, err := openWindows(tx, settings)
	left := map[string]practice.Window{}
	for _, w := range windows {
		left[w.client.ID] = w.window
	}
	return left, letterhead.Zone, err
}

// Get returns a client.
func (c *Clients) Get(id string) (practice.Client, error) {
	return view(c.core, func(tx *store.Tx) (practice.Client, error) { return tx.Client(id) })
}

// Save adds a client or changes the version that was seen.
func (c *Clients) Save(client practice.Client) (practice.Client, error) {
	return update(c.core, func(tx *store.Tx) (practice.Client, error) {
		letterhead, err := tx.Practice()
		if err != nil {
			return client, err
		}
		client.Normalize()
		if err := client.Validate(tx.Now().In(letterhead.Zone)); err != nil {
			return client, err
		}
		return tx.PutClient(client)
	})
}

// RecentChart is a chart opened lately.
type RecentChart struct {
	ClientID        string `json:"client_id"`
	Name            string `json:"name"`
	WindowLeftHours int    `json:"window_left_hours"` // 0 when in no window
}

// Recent returns the six charts opened last.
func (c *Clients) Recent() ([]RecentChart, error) {
	return view(c.core, func(tx *store.Tx) ([]RecentChart, error) {
		clients, err := tx.RecentClients(6)
		if err != nil {
			return nil, err
		}
		left, _, err := windowsLeft(tx)
		if err != nil {
			return nil, err
		}
		list := make([]RecentChart, 0, len(clients))
		for _, x := range clients {
			r := RecentChart{ClientID: x.ID, Name: x.Name()}
			if w, open := left[x.ID]; open {
				r.WindowLeftHours = max(1, int(w.Left(tx.Now())/time.Hour))
			}
			list = append(list, r)
		}
		return list, nil
	})
}
