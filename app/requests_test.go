package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func (b *bench) requests() *Requests { return &Requests{b.app.core} }

// someone is a client of this name, kept.
func (b *bench) someone(name string) practice.Client {
	b.Helper()
	return must(b, b.clients.Save)(practice.Client{ID: practice.NewID(), LegalName: name})
}

func (b *bench) ask(clientID string, change func(*practice.RecordsRequest)) RequestsView {
	b.Helper()
	r := practice.RecordsRequest{
		ID: practice.NewID(), ClientID: clientID, AskedOn: "2026-03-12", AskedBy: practice.AskedByClient,
		AskedFor: practice.AskedCopies, What: "The whole chart",
	}
	change(&r)
	return must(b, b.requests().Save)(r)
}

func (b *bench) choose(rule string) {
	b.Helper()
	s := must(b, func(struct{}) (SettingsView, error) { return b.settings.Get() })(struct{}{}).Settings
	s.RecordsRule = rule
	must(b, b.settings.SaveSettings)(s)
}

// dueOnToday are the rows of Today about requests for records.
func (b *bench) dueOnToday() []DueRow {
	b.Helper()
	v, err := b.today.Get()
	b.ok(err)
	return slices.DeleteFunc(v.Due, func(r DueRow) bool { return r.Kind != "request" })
}

func TestARequestFromAskedToReleased(t *testing.T) {
	b := newBench(t)
	b.create()
	nell := b.someone("Nell Harrow")
	b.choose("california")
	v := b.ask(nell.ID, func(*practice.RecordsRequest) {})
	r := v.Rows[0].Request
	if r.DueOn != "2026-03-27" || r.Rule.Name != "California" || v.RuleName != "California" || v.Rows[0].Extendable || v.Today != "2026-03-12" {
		t.Errorf("recorded %+v\nin %+v", r, v)
	}
	if due := b.dueOnToday(); len(due) != 1 || due[0].ClientID != nell.ID || due[0].Part != "documents" || due[0].Overdue ||
		due[0].Hint != "Copies. Due 27 March 2026, 15 days left" || !strings.HasSuffix(due[0].Text, "Nell Harrow") {
		t.Errorf("on Today: %+v", due)
	}
	if waiting := must(b, b.requests().Waiting)(nell.ID); len(waiting) != 1 || waiting[0].ID != r.ID || waiting[0].Text != "Copies, asked by the client on 12 March 2026" {
		t.Errorf("waiting: %+v", waiting)
	}

	// Another rule holds for what is recorded from now on.
	b.choose("hipaa")
	changed := r
	changed.What, changed.Rule = "Summaries", practice.RecordsRule{Name: "The page's own"}
	v = must(b, b.requests().Save)(changed)
	if r = v.Rows[0].Request; r.What != "Summaries" || r.Rule.Name != "California" || r.DueOn != "2026-03-27" || r.Version != 2 {
		t.Errorf("changed to %+v", r)
	}

	b.wait(16 * 24 * time.Hour)
	if due := b.dueOnToday(); len(due) != 1 || !due[0].Overdue || due[0].Hint != "Copies. Overdue by 1 day, was due 27 March 2026" {
		t.Errorf("later on Today: %+v", due)
	}
	b.ok(b.app.open.store.Update(t.Context(), b.clock, func(tx *store.Tx) error {
		_, err := tx.AddDisclosure(practice.Disclosure{
			ID: practice.NewID(), ClientID: nell.ID, Kind: practice.DocChart, Way: practice.WaySaved, Reader: practice.ReaderClient, Recipient: "The client",
			Purpose: "Asked for", Parts: []practice.Part{practice.PartIdentity}, RequestID: r.ID, SHA256: strings.Repeat("ab", 32), Pages: 12,
		})
		return err
	}))
	v = must(b, b.requests().Get)(nell.ID)
	if left := v.Rows[0].Documents; len(left) != 1 || left[0] != "Full chart, saved as a file today at 10:00" {
		t.Errorf("left for it: %q", left)
	}
	answer := practice.RequestAnswer{Outcome: practice.RequestPartly, AnsweredOn: "2026-03-28", ReleasedWhat: "The chart", DeniedWhat: "Letters", DeniedWhy: "Told in confidence"}
	_, err := b.requests().Answer(r.ID, r.Version-1, answer)
	b.refused(err, fault.Conflict)
	v, err = b.requests().Answer(r.ID, r.Version, answer)
	b.ok(err)
	want := []RequestLine{{"Released", "The chart"}, {"Denied", "Letters"}, {"Why", "Told in confidence"}}
	if row := v.Rows[0]; row.StateText != "Partly released 28 March 2026" || !slices.Equal(row.Lines, want) {
		t.Errorf("answered: %+v", row)
	}
	if len(b.dueOnToday()) != 0 || len(must(b, b.requests().Waiting)(nell.ID)) != 0 {
		t.Error("an answered request still waits")
	}
	_, err = b.requests().Save(v.Rows[0].Request)
	b.refused(err, fault.Conflict)
	_, err = b.requests().Answer(r.ID, v.Rows[0].Request.Version, answer)
	b.refused(err, fault.Conflict)
}

func TestARequestIsPutOffOnce(t *testing.T) {
	b := newBench(t)
	b.create()
	nell := b.someone("Nell Harrow")
	r := b.ask(nell.ID, func(*practice.RecordsRequest) {}).Rows[0].Request
	_, err := b.requests().Extend(r.ID, 1, "2026-03-12", "")
	if w := b.refused(err, fault.Invalid); w.Fields["extended_why"] == "" {
		t.Errorf("refused for %v", w.Fields)
	}
	v, err := b.requests().Extend(r.ID, 1, "2026-03-12", "The archive is closed")
	b.ok(err)
	want := RequestLine{"Put off", "From 11 April 2026 to 11 May 2026, told on 12 March 2026: The archive is closed"}
	if row := v.Rows[0]; row.Extendable || row.Request.ExtendedTo != "2026-05-11" || len(row.Lines) != 1 || row.Lines[0] != want {
		t.Errorf("put off: %+v", row)
	}
	_, err = b.requests().Extend(r.ID, 2, "2026-03-12", "Again")
	b.refused(err, fault.Blocked)
}

func TestRequestsAreRefused(t *testing.T) {
	b := newBench(t)
	b.create()
	nell, ben := b.someone("Nell Harrow"), b.someone("Ben")
	r := b.ask(nell.ID, func(*practice.RecordsRequest) {}).Rows[0].Request
	r.ClientID = ben.ID
	_, err := b.requests().Save(r)
	b.refused(err, fault.Conflict)
	r.ID, r.AskedOn = practice.NewID(), "2026-03-13" // tomorrow
	_, err = b.requests().Save(r)
	if w := b.refused(err, fault.Invalid); w.Fields["asked_on"] == "" {
		t.Errorf("refused for %v", w.Fields)
	}
	_, err = b.requests().Answer(practice.NewID(), 1, practice.RequestAnswer{})
	b.refused(err, fault.NotFound)

	s := practice.DefaultSettings()
	s.RecordsRule = "atlantis"
	_, err = b.settings.SaveSettings(s)
	if w := b.refused(err, fault.Invalid); w.Fields["records_rule"] == "" {
		t.Errorf("refused for %v", w.Fields)
	}
}

func TestThePracticesOwnRule(t *testing.T) {
	b := newBench(t)
	b.create()
	view := func() LibraryView { v, err := b.library.Get(); b.ok(err); return v }
	term := practice.RecordsTerm{Days: 10, Working: true, Source: "State code 1"}
	own := practice.RecordsRule{Key: practice.NewID(), Name: "Ours", Inspection: term, Copies: term, Accounting: term}
	_, err := b.library.KeepRecordsRule(own, 0)
	b.ok(err)
	rules := view().RecordsRules
	if len(rules) != 3 || rules[2].Item != own || rules[2].Shipped != nil || rules[0].Text != "As shipped" {
		t.Fatalf("on the shelf: %+v", rules)
	}
	b.choose(own.Key)
	if v := b.ask(b.someone("Nell Harrow").ID, func(*practice.RecordsRequest) {}); v.Rows[0].Request.DueOn != "2026-03-26" || v.Rows[0].TermText != "Ours: 10 working days (State code 1)" {
		t.Errorf("recorded %+v", v.Rows[0])
	}
	own.Copies.Days = 0
	_, err = b.library.KeepRecordsRule(own, 1)
	if w := b.refused(err, fault.Invalid); w.Fields["copies.days"] == "" {
		t.Errorf("refused for %v", w.Fields)
	}
	versions, err := b.library.Versions(practice.ShelfRecords, "california")
	b.ok(err)
	if len(versions) != 1 || versions[0].Lines[0] != "California" {
		t.Errorf("versions: %+v", versions)
	}
}

func TestDisclosuresAreListed(t *testing.T) {
	b := newBench(t)
	b.create()
	nell, ben := b.someone("Nell Harrow"), b.someone("Ben")
	for i := range 25 {
		of := nell.ID
		if i == 0 {
			of = ben.ID
		}
		b.ok(b.app.open.store.Update(t.Context(), b.clock.Add(time.Duration(i)*time.Minute), func(tx *store.Tx) error {
			_, err := tx.AddDisclosure(practice.Disclosure{
				ID: practice.NewID(), ClientID: of, Kind: practice.DocSummary, Way: practice.WayPrinted, Reader: practice.ReaderOther, Recipient: "A court",
				Purpose: "Asked for", Parts: []practice.Part{practice.PartIdentity, practice.PartDoses}, LeftOut: "Left out: the rest.",
				ReleaseReason: "A court order", SHA256: strings.Repeat("ab", 32), Pages: 1,
			})
			return err
		}))
	}
	b.wait(time.Hour)
	list := func(offset, limit int) DisclosurePage {
		p, err := b.requests().Disclosures(nell.ID, offset, limit)
		b.ok(err)
		return p
	}
	page := list(0, 20)
	first := DisclosureRow{
		Title: "Session summary", AtText: "12 March 2026, 10:24", WayText: "Printed, 1 page", Recipient: "A court", Purpose: "Asked for",
		Inside: "Name and date of birth, doses", LeftOut: "The rest.", GroundText: "A court order", SHA256: strings.Repeat("ab", 32),
	}
	got := page.Rows[0]
	got.ID = ""
	if page.Total != 24 || len(page.Rows) != 20 || got != first {
		t.Errorf("%d of %d, first %+v", len(page.Rows), page.Total, got)
	}
	for _, x := range []struct{ offset, limit, want int }{{20, 20, 4}, {100, 20, 0}, {-5, 5, 5}, {0, -1, 1}, {0, 1000, 24}} {
		if n := len(list(x.offset, x.limit).Rows); n != x.want {
			t.Errorf("%d from %d: %d rows, want %d", x.limit, x.offset, n, x.want)
		}
	}

	made, err := b.documents.Make(DocumentRequest{Kind: practice.DocAccounting, ClientID: nell.ID})
	b.ok(err)
	if made.From != "2020-03-12" || made.To != "2026-03-12" || len(made.Notices) != 1 ||
		made.Contents != "Inside: name and date of birth, 24 disclosures from 12 March 2020 to 12 March 2026." {
		t.Errorf("accounting: %+v", made)
	}
	_, err = b.documents.Make(DocumentRequest{Kind: practice.DocAccounting, ClientID: nell.ID, From: "2026-03-13"})
	b.refused(err, fault.Invalid)
	_, err = b.documents.Make(DocumentRequest{Kind: practice.DocAccounting, ClientID: nell.ID, From: "soon"})
	b.refused(err, fault.Invalid)
}
