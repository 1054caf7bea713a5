package store_test

import (
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// request is a client's open request for copies, kept.
func (d *desk) request(clientID string) practice.RecordsRequest {
	d.t.Helper()
	rules, err := practice.RecordsRuleShelf(nil)
	if err != nil {
		d.t.Fatal(err)
	}
	r := practice.RecordsRequest{
		ID: practice.NewID(), ClientID: clientID, AskedOn: "2026-03-02", AskedBy: practice.AskedByRepresentative, Asker: "Kim Doe",
		AskedFor: practice.AskedCopies, What: "The whole\nchart", Rule: rules[0].Item,
	}
	r.Schedule()
	if r, err = d.putRequest(r); err != nil {
		d.t.Fatal(err)
	}
	return r
}

func (d *desk) putRequest(r practice.RecordsRequest) (saved practice.RecordsRequest, err error) {
	err = d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutRecordsRequest(r); return err })
	return saved, err
}

func TestRecordsRequestComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	r := d.request(d.client("Ana").ID)
	get := func(tx *store.Tx) (practice.RecordsRequest, error) { return tx.RecordsRequest(r.ID) }
	if got := see(d, get); got != r || got.Version != 1 || got.CreatedAt != practice.At(noon) || got.Rule.Copies.Days != 30 {
		t.Errorf("stored %+v\nwant %+v", got, r)
	}
	trail := d.audits()
	again := r
	again.Version, again.CreatedAt, again.UpdatedAt = 0, "", ""
	if saved, err := d.putRequest(again); err != nil || saved != r || d.audits() != trail {
		t.Errorf("sent again: %v, %+v", err, saved)
	}
	again.What = "Other"
	_, err := d.putRequest(again)
	want(t, err, fault.Conflict)

	d.later(time.Minute)
	if err := r.Extend("2026-03-10", "Away", "2026-03-12"); err != nil {
		t.Fatal(err)
	}
	if r, err = d.putRequest(r); err != nil || r.Version != 2 || see(d, get) != r || r.ExtendedTo == "" {
		t.Errorf("put off: %v, %+v", err, r)
	}
	if err := r.Answer(practice.RequestAnswer{
		Outcome: practice.RequestPartly, AnsweredOn: "2026-03-12", ReleasedWhat: "Notes", DeniedWhat: "Letters", DeniedWhy: "Told in confidence",
	}, "2026-03-12"); err != nil {
		t.Fatal(err)
	}
	if r, err = d.putRequest(r); err != nil || see(d, get) != r {
		t.Errorf("answered: %v, %+v", err, r)
	}
	r.ID, r.ClientID, r.Version = practice.NewID(), practice.NewID(), 0
	_, err = d.putRequest(r)
	want(t, err, fault.NotFound)
}

func TestOpenRequestsFirst(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	names := map[string]string{}
	put := func(name, clientID string, change func(*practice.RecordsRequest)) {
		r := d.request(clientID)
		change(&r)
		r.Schedule()
		r, err := d.putRequest(r)
		if err != nil {
			t.Fatal(err)
		}
		names[r.ID] = name
	}
	extend := func(r *practice.RecordsRequest) {
		if err := r.Extend(r.AskedOn, "Away", "2026-03-12"); err != nil {
			t.Fatal(err)
		}
	}
	withdraw := func(r *practice.RecordsRequest) {
		if err := r.Answer(practice.RequestAnswer{Outcome: practice.RequestWithdrawn, AnsweredOn: "2026-03-12"}, "2026-03-12"); err != nil {
			t.Fatal(err)
		}
	}
	put("withdrawn", ana.ID, withdraw)
	put("put off", ana.ID, extend)
	put("later", ana.ID, func(r *practice.RecordsRequest) { r.AskedOn = "2026-03-05" })
	put("Ben's", ben.ID, func(r *practice.RecordsRequest) { r.AskedOn = "2026-03-01" })
	for name, test := range map[string]struct {
		list []practice.RecordsRequest
		want []string
	}{
		"Ana's": {see(d, func(tx *store.Tx) ([]practice.RecordsRequest, error) { return tx.RecordsRequests(ana.ID) }), []string{"later", "put off", "withdrawn"}},
		"open":  {see(d, (*store.Tx).OpenRecordsRequests), []string{"Ben's", "later", "put off"}},
	} {
		got := []string{}
		for _, r := range test.list {
			got = append(got, names[r.ID])
		}
		if len(got) != len(test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%s: %q, want %q", name, got, test.want)
				break
			}
		}
	}
}

// An answered request, and an extension once given, do not change, whatever
// is written past Snowfield.
func TestAnsweredRequestIsKept(t *testing.T) {
	d := newDesk(t)
	ana, ben := d.client("Ana"), d.client("Ben")
	open := d.request(ana.ID)
	for name, statement := range map[string]string{
		"another client":          `UPDATE records_requests SET client_id = '` + ben.ID + `'`,
		"another id":              `UPDATE records_requests SET id = '00000000-0000-4000-8000-000000000001'`,
		"another rule":            `UPDATE records_requests SET rule = '{}'`,
		"an answer without a day": `UPDATE records_requests SET outcome = 'withdrawn'`,
		"a day without an answer": `UPDATE records_requests SET answered_on = '2026-03-12'`,
		"nothing released":        `UPDATE records_requests SET outcome = 'released', answered_on = '2026-03-12'`,
		"denied for no reason":    `UPDATE records_requests SET outcome = 'denied', answered_on = '2026-03-12', denied_what = 'All'`,
		"put off for no reason":   `UPDATE records_requests SET extended_on = '2026-03-12', extended_to = '2026-04-30'`,
		"nobody asks":             `UPDATE records_requests SET asker = ''`,
		"an outcome of no kind":   `UPDATE records_requests SET outcome = 'lost', answered_on = '2026-03-12'`,
		"erased":                  `DELETE FROM records_requests`,
	} {
		if d.raw(statement) == nil {
			t.Errorf("%s: an open request took it", name)
		}
	}
	if err := open.Extend("2026-03-10", "Away", "2026-03-12"); err != nil {
		t.Fatal(err)
	}
	open, err := d.putRequest(open)
	if err != nil {
		t.Fatal(err)
	}
	if d.raw(`UPDATE records_requests SET extended_why = 'Other'`) == nil || d.raw(`UPDATE records_requests SET extended_on = '', extended_to = '', extended_why = ''`) == nil {
		t.Error("an extension was changed")
	}
	answered := open
	if err := answered.Answer(practice.RequestAnswer{Outcome: practice.RequestReleased, AnsweredOn: "2026-03-12", ReleasedWhat: "Notes"}, "2026-03-12"); err != nil {
		t.Fatal(err)
	}
	if answered, err = d.putRequest(answered); err != nil {
		t.Fatal(err)
	}
	for _, column := range []string{"asked_on", "asked_by", "asker", "asked_for", "what", "rule", "due_on", "extended_to", "outcome", "answered_on", "released_what", "denied_what", "denied_why", "version"} {
		if d.raw(`UPDATE records_requests SET `+column+` = `+column) == nil {
			t.Errorf("%s of an answered request was written", column)
		}
	}
	if d.raw(`INSERT OR REPLACE INTO records_requests SELECT * FROM records_requests`) == nil || d.raw(`DELETE FROM records_requests`) == nil {
		t.Error("an answered request was replaced or erased")
	}
	changed := answered
	changed.What = "Something else"
	_, err = d.putRequest(changed)
	want(t, err, fault.Conflict)
	if got := see(d, func(tx *store.Tx) (practice.RecordsRequest, error) { return tx.RecordsRequest(open.ID) }); got != answered {
		t.Errorf("kept %+v", got)
	}
}
