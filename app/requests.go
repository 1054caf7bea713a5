package app

import (
	"slices"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// Requests is bound: who asked for a client's records, how that was answered,
// and what left the practice.
type Requests struct{ *core }

// RequestsView is a client's requests for records.
type RequestsView struct {
	Rows     []RequestRow  `json:"rows"` // open ones first
	RuleName string        `json:"rule_name"`
	Terms    []RequestTerm `json:"terms"` // of the rule for a request recorded now
	AskedBys []Choice      `json:"asked_bys"`
	Outcomes []Choice      `json:"outcomes"`
	Today    practice.Date `json:"today"`
	Zone     string        `json:"zone"`
}

// RequestTerm is the time the practice's rule gives one kind of request.
type RequestTerm struct {
	AskedFor practice.AskedFor `json:"asked_for"`
	Label    string            `json:"label"`
	Text     string            `json:"text"` // "30 days, and once 30 more (45 CFR 164.524(b)(2))"
}

// RequestRow is a request in words.
type RequestRow struct {
	Request    practice.RecordsRequest `json:"request"`
	AskedText  string                  `json:"asked_text"`
	StateText  string                  `json:"state_text"`
	Overdue    bool                    `json:"overdue"`
	Extendable bool                    `json:"extendable"`
	TermText   string                  `json:"term_text"` // "HIPAA: 30 days, and once 30 more (45 CFR 164.524(b)(2))"
	Lines      []RequestLine           `json:"lines"`     // how it was put off and answered
	Documents  []string                `json:"documents"` // those that left for it
}

// RequestLine is one thing that is known of a request.
type RequestLine struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// OpenRequest is a request a document can answer.
type OpenRequest struct {
	ID   string `json:"id"`
	Text string `json:"text"` // "Copies, asked by the client on 3 March 2026"
}

// Get returns a client's requests.
func (r *Requests) Get(clientID string) (RequestsView, error) {
	return view(r.core, func(tx *store.Tx) (RequestsView, error) { return requestsView(tx, clientID) })
}

// Waiting returns the requests of a client that wait for an answer.
func (r *Requests) Waiting(clientID string) ([]OpenRequest, error) {
	return view(r.core, func(tx *store.Tx) ([]OpenRequest, error) { return openRequests(tx, clientID) })
}

func openRequests(tx *store.Tx, clientID string) ([]OpenRequest, error) {
	list, err := tx.RecordsRequests(clientID)
	open := []OpenRequest{}
	for _, x := range list {
		if x.Outcome == practice.RequestOpen {
			open = append(open, OpenRequest{x.ID, x.AskedText()})
		}
	}
	return open, err
}

// Save records a request, due by the practice's rule as it stands now, or
// changes what an open one asks: that one keeps its rule.
func (r *Requests) Save(request practice.RecordsRequest) (RequestsView, error) {
	return update(r.core, func(tx *store.Tx) (RequestsView, error) {
		today, err := todayOf(tx)
		if err != nil {
			return RequestsView{}, err
		}
		request.Normalize()
		if err := request.Validate(today); err != nil {
			return RequestsView{}, err
		}
		next, err := tx.RecordsRequest(request.ID)
		switch {
		case fault.CodeOf(err) == fault.NotFound:
			next = practice.RecordsRequest{ID: request.ID, ClientID: request.ClientID}
			next.Rule, err = recordsRule(tx)
		case err == nil && next.ClientID != request.ClientID:
			return RequestsView{}, fault.New(fault.Conflict, "This request is another client's. Nothing was changed.")
		}
		if err != nil {
			return RequestsView{}, err
		}
		next.AskedOn, next.AskedBy, next.Asker, next.AskedFor, next.What = request.AskedOn, request.AskedBy, request.Asker, request.AskedFor, request.What
		next.Version = request.Version
		next.Schedule()
		if _, err := tx.PutRecordsRequest(next); err != nil {
			return RequestsView{}, err
		}
		return requestsView(tx, next.ClientID)
	})
}

// Extend puts a request off, once, as its rule allows. version is the one that
// was seen, here as in Answer.
func (r *Requests) Extend(id string, version int, told practice.Date, why string) (RequestsView, error) {
	return r.change(id, version, func(x *practice.RecordsRequest, today practice.Date) error { return x.Extend(told, why, today) })
}

// Answer closes a request. It does not change afterwards.
func (r *Requests) Answer(id string, version int, answer practice.RequestAnswer) (RequestsView, error) {
	return r.change(id, version, func(x *practice.RecordsRequest, today practice.Date) error { return x.Answer(answer, today) })
}

func (r *Requests) change(id string, version int, become func(*practice.RecordsRequest, practice.Date) error) (RequestsView, error) {
	return update(r.core, func(tx *store.Tx) (RequestsView, error) {
		request, err := tx.RecordsRequest(id)
		if err != nil {
			return RequestsView{}, err
		}
		today, err := todayOf(tx)
		if err != nil {
			return RequestsView{}, err
		}
		if err := become(&request, today); err != nil {
			return RequestsView{}, err
		}
		request.Version = version
		if _, err := tx.PutRecordsRequest(request); err != nil {
			return RequestsView{}, err
		}
		return requestsView(tx, request.ClientID)
	})
}

func requestsView(tx *store.Tx, clientID string) (RequestsView, error) {
	v := RequestsView{Rows: []RequestRow{}, Terms: []RequestTerm{}, AskedBys: []Choice{}, Outcomes: []Choice{}}
	letterhead, err := tx.Practice()
	if err != nil {
		return v, err
	}
	v.Zone = letterhead.Zone
	now := tx.Now().In(v.Zone)
	v.Today = practice.DateOf(now)
	rule, err := recordsRule(tx)
	if err != nil {
		return v, err
	}
	v.RuleName = rule.Name
	for _, a := range practice.AskedFors {
		v.Terms = append(v.Terms, RequestTerm{a, a.Label(), termText(rule.Term(a))})
	}
	for _, by := range practice.AskedBys {
		v.AskedBys = append(v.AskedBys, Choice{string(by), by.Label()})
	}
	for _, o := range practice.RequestOutcomes {
		v.Outcomes = append(v.Outcomes, Choice{string(o), o.Label()})
	}
	list, err := tx.RecordsRequests(clientID)
	if err != nil {
		return v, err
	}
	disclosures, err := tx.Disclosures(clientID)
	left := map[string][]string{}
	for _, d := range slices.Backward(disclosures) {
		if d.RequestID != "" {
			left[d.RequestID] = append(left[d.RequestID], d.Kind.Title()+", "+d.Way.Label()+" "+practice.NearTimeText(d.At.In(v.Zone), now))
		}
	}
	for _, x := range list {
		v.Rows = append(v.Rows, requestRow(x, left[x.ID], v.Today))
	}
	return v, err
}

func requestRow(x practice.RecordsRequest, left []string, today practice.Date) RequestRow {
	row := RequestRow{
		Request: x, AskedText: x.AskedText(), StateText: x.StateText(today), Overdue: x.Overdue(today), Extendable: x.Extendable(),
		TermText: x.Rule.Name + ": " + termText(x.Rule.Term(x.AskedFor)), Lines: []RequestLine{}, Documents: left,
	}
	if left == nil {
		row.Documents = []string{}
	}
	add := func(label, text string) {
		if text != "" {
			row.Lines = append(row.Lines, RequestLine{label, text})
		}
	}
	if x.ExtendedOn != "" {
		add("Put off", "From "+x.DueOn.Text()+" to "+x.ExtendedTo.Text()+", told on "+x.ExtendedOn.Text()+": "+x.ExtendedWhy)
	}
	add("Released", x.ReleasedWhat)
	add("Denied", x.DeniedWhat)
	add("Why", x.DeniedWhy)
	return row
}

func termText(t practice.RecordsTerm) string { return t.Text() + " (" + t.Source + ")" }

// recordsRule is the rule of the settings, as the Library has it. A rule that
// is there no more is HIPAA's.
func recordsRule(tx *store.Tx) (practice.RecordsRule, error) {
	settings, err := tx.Settings()
	if err != nil {
		return practice.RecordsRule{}, err
	}
	rules, err := shelf(tx, practice.ShelfRecords, practice.RecordsRuleShelf)
	if err != nil {
		return practice.RecordsRule{}, err
	}
	i := slices.IndexFunc(rules, func(s practice.Shelved[practice.RecordsRule]) bool { return s.Key == settings.RecordsRule })
	return rules[max(i, 0)].Item, nil
}

// dueRequests lists the open requests for records, the one due first first.
func dueRequests(tx *store.Tx, now time.Time) ([]DueRow, error) {
	today := practice.DateOf(now)
	open, err := tx.OpenRecordsRequests()
	rows := []DueRow{}
	for _, x := range open {
		client, err := tx.Client(x.ClientID)
		if err != nil {
			return nil, err
		}
		rows = append(rows, DueRow{
			Kind: "request", Text: "Records request of " + client.Name(), Hint: x.AskedFor.Label() + ". " + x.StateText(today),
			ClientID: x.ClientID, Part: "documents", Overdue: x.Overdue(today),
		})
	}
	return rows, err
}
