package app

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// DueView is what is asked of a client now, and what was missed.
type DueView struct {
	Forms  []DueForm `json:"forms"`
	Missed []string  `json:"missed"` // said, and asked for no more
}

// DueForm is a questionnaire that is due.
type DueForm struct {
	InstrumentID string `json:"instrument_id"`
	Title        string `json:"title"`
	HasItems     bool   `json:"has_items"` // false where only a score is entered
	Text         string `json:"text"`      // "Before dosing 3 tomorrow; for the review after dosing 2"
	Begun        string `json:"begun"`     // the form to go on with; empty: to be begun
	Blank        bool   `json:"blank"`     // a finished form has blank items, so it does not count
	Overdue      bool   `json:"overdue"`   // its day has gone by
}

// Due returns which questionnaires are due for a client.
func (m *Measures) Due(clientID string) (DueView, error) {
	return view(m.core, func(tx *store.Tx) (DueView, error) {
		list, err := tx.Measuring([]string{clientID})
		if err != nil {
			return DueView{}, err
		}
		return dueView(practice.Measures(list[0])), nil
	})
}

// dueView puts what one form would meet together: each questionnaire once.
func dueView(list []practice.Measure) DueView {
	v := DueView{Forms: []DueForm{}, Missed: []string{}}
	at := map[string]int{}
	for _, m := range list {
		if m.State != practice.MeasureDue {
			continue
		}
		i, found := at[m.InstrumentID]
		if !found {
			i, at[m.InstrumentID] = len(v.Forms), len(v.Forms)
			v.Forms = append(v.Forms, DueForm{
				InstrumentID: m.InstrumentID, Title: m.Title, HasItems: m.HasItems, Text: strings.ToUpper(m.Text[:1]) + m.Text[1:],
			})
		} else {
			v.Forms[i].Text += "; " + m.Text
		}
		f := &v.Forms[i]
		if m.Begun != "" {
			f.Begun = m.Begun
		}
		f.Blank, f.Overdue = f.Blank || m.Blank, f.Overdue || m.Overdue
	}
	for _, g := range practice.MeasureGroups(list, practice.MeasureMissed) {
		v.Missed = append(v.Missed, g.MissedText())
	}
	return v
}

// dueMeasures lists the clients of whom questionnaires are asked now. It looks
// only at those with a course that runs, a dosing session in the next weeks or
// one whose window may be open. What is to be done first stands first.
func dueMeasures(tx *store.Tx, now time.Time) ([]DueRow, error) {
	from := tx.Now().Add(-practice.LongestWindow - 24*time.Hour)
	clients, err := tx.MeasuredClients(from, practice.At(now.AddDate(0, 0, 31)))
	if err != nil {
		return nil, err
	}
	inputs, err := tx.Measuring(clients)
	if err != nil {
		return nil, err
	}
	type urgent struct {
		by  practice.Instant
		row DueRow
	}
	found := []urgent{}
	for i, in := range inputs {
		groups := practice.MeasureGroups(practice.Measures(in), practice.MeasureDue)
		if len(groups) == 0 {
			continue
		}
		client, err := tx.Client(clients[i])
		if err != nil {
			return nil, err
		}
		row := DueRow{Kind: "measure", Text: "Questionnaires of " + client.Name(), ClientID: client.ID, Part: "measures"}
		hints := []string{}
		for _, g := range groups {
			hints = append(hints, g.Line())
			if len(g.Begun) > 0 {
				hints = append(hints, practice.InWords(g.Begun)+" begun, not complete")
			}
			row.Overdue = row.Overdue || g.Overdue
		}
		row.Hint = strings.Join(hints, "; ")
		found = append(found, urgent{cmp.Or(groups[0].By, "9"), row})
	}
	slices.SortStableFunc(found, func(a, b urgent) int {
		return cmp.Or(cmp.Compare(a.by, b.by), cmp.Compare(a.row.Text, b.row.Text))
	})
	rows := []DueRow{}
	for _, f := range found {
		rows = append(rows, f.row)
	}
	return rows, nil
}
