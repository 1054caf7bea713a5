package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// MeasuresView is every form of one client, and which questionnaires there are.
type MeasuresView struct {
	Zone        string         `json:"zone"`
	Instruments []MeasureOffer `json:"instruments"` // the newest version of each, in the order they are offered
	Rows        []FormRow      `json:"rows"`        // the one answered last first
}

// MeasureOffer is a questionnaire one can choose.
type MeasureOffer struct {
	ID       string          `json:"id"`
	Version  int             `json:"version"`
	Title    string          `json:"title"`
	Name     string          `json:"name"`
	About    string          `json:"about"`
	HasItems bool            `json:"has_items"` // false where only a score is entered
	Change   practice.Change `json:"change"`    // of the forms that have a total
}

// FormRow is a form as the list shows it.
type FormRow struct {
	ResponseID   string             `json:"response_id"`
	InstrumentID string             `json:"instrument_id"`
	Title        string             `json:"title"`
	At           practice.Instant   `json:"at"`
	DateText     string             `json:"date_text"` // "12 March 2026"
	TimeText     string             `json:"time_text"` // "13:04"; empty from paper, which knows its day alone
	ByText       string             `json:"by_text"`
	State        practice.FormState `json:"state"`
	Total        *int               `json:"total"`       // of a finished form that counts; null where there is none
	Band         string             `json:"band"`        // of that total
	ResultText   string             `json:"result_text"` // "14, moderate", "No total: items 3 and 7 are blank", "3 of 9 answered"
	StruckText   string             `json:"struck_text"` // "Struck on 13 March 2026: entered twice"; empty while it counts
	OpenRisk     bool               `json:"open_risk"`   // it speaks of a risk nobody has reviewed
}

// Get returns a client's forms and what can be filled in.
func (m *Measures) Get(clientID string) (MeasuresView, error) {
	return view(m.core, func(tx *store.Tx) (MeasuresView, error) { return measuresView(tx, clientID) })
}

func measuresView(tx *store.Tx, clientID string) (MeasuresView, error) {
	v := MeasuresView{Instruments: []MeasureOffer{}, Rows: []FormRow{}}
	if _, err := tx.Client(clientID); err != nil {
		return v, err
	}
	letterhead, err := tx.Practice()
	if err != nil {
		return v, err
	}
	v.Zone = letterhead.Zone
	facts, err := courseFacts(tx, clientID)
	if err != nil {
		return v, err
	}
	changes := facts.Changes("")
	for _, i := range practice.Instruments() {
		change, ok := changes[i.ID]
		if !ok {
			change.Claims = []practice.Claim{}
		}
		v.Instruments = append(v.Instruments, MeasureOffer{
			ID: i.ID, Version: i.Version, Title: i.Title, Name: i.Name, About: i.About, HasItems: len(i.Items) > 0,
			Change: change,
		})
	}
	reviews, err := tx.RiskReviewsOf(clientID)
	if err != nil {
		return v, err
	}
	for _, f := range facts.Forms {
		v.Rows = append(v.Rows, formRow(f.Instrument, f.Response, reviews))
	}
	return v, nil
}

func formRow(i practice.Instrument, r practice.Response, reviews []practice.RiskReview) FormRow {
	result := i.Result(r)
	row := FormRow{
		ResponseID: r.ID, InstrumentID: i.ID, Title: i.Title, At: r.AnsweredAt, DateText: practice.LongDateText(r.AnsweredAt.In(r.Zone)),
		ByText: r.By.Text(), State: r.State(), ResultText: i.ResultText(result), OpenRisk: len(practice.OpenRisks(i, r, reviews)) > 0,
	}
	if r.By != practice.AnsweredPaper {
		row.TimeText = practice.ClockText(r.AnsweredAt.In(r.Zone))
	}
	switch row.State {
	case practice.FormFinished:
		row.Total, row.Band = result.Total, result.Band
	case practice.FormUnfinished:
		row.ResultText = i.AnsweredText(result)
	case practice.FormStruck:
		row.StruckText = "Struck on " + practice.LongDateText(r.StruckAt.In(r.Zone)) + ": " + r.StruckReason
	}
	return row
}

// changeUpTo reads how the totals of a form's questionnaire stood with it.
func changeUpTo(tx *store.Tx, r practice.Response) (practice.Change, error) {
	if r.State() != practice.FormFinished {
		return practice.Change{Claims: []practice.Claim{}}, nil
	}
	facts, err := courseFacts(tx, r.ClientID)
	return facts.ChangeWith(r.ID), err
}
