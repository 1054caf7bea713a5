package app

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func (b *bench) inquiries() *Inquiries { return &Inquiries{b.app.core} }

func aCall(b *bench) practice.Inquiry {
	return practice.Inquiry{
		ID: practice.NewID(), Name: "Ines Okoro", CalledAt: practice.At(b.clock), Phone: "555", FoundBy: "a friend", Hopes: "To sleep again.",
		Concerns: []string{"grief"}, Notes: "Prefers mornings.",
	}
}

func TestAnInquiryBecomesAClientInOneAct(t *testing.T) {
	b := newBench(t)
	b.create()
	q := must(b, b.inquiries().Save)(practice.Inquiry{ID: practice.NewID(), Name: " Ines ", CalledAt: practice.At(b.clock), Hopes: "To sleep again."})
	q.FoundBy = "a friend" // typed since, and not saved for itself
	client := must(b, b.inquiries().Continue)(q)
	if client.LegalName != "Ines" || client.Stage != practice.StageScreening || client.Intention != "To sleep again." || !strings.Contains(client.Notes, "a friend") {
		t.Errorf("the client is %+v", client)
	}
	kept := must(b, b.inquiries().Get)(q.ID)
	if kept.ClientID != client.ID || kept.Outcome != practice.InquiryContinues || kept.FoundBy != "a friend" {
		t.Errorf("the inquiry is %+v", kept)
	}
	if again := must(b, b.inquiries().Continue)(q); again.ID != client.ID {
		t.Error("asked again, it makes a second client")
	}
	if n := must(b, b.clients.List)(ClientQuery{Filter: store.AllClients, Limit: 10}).Total; n != 1 {
		t.Errorf("%d clients", n)
	}

	kept.Name, kept.ClientID = "Ines O.", practice.NewID()
	if saved := must(b, b.inquiries().Save)(kept); saved.ClientID != client.ID || saved.Name != "Ines O." {
		t.Errorf("saved later: %+v", saved)
	}
	b.refused(b.inquiries().Erase(q.ID), fault.Blocked)
}

// The client and the mark on the inquiry are one transaction: what cannot
// become a client leaves the inquiry as it was.
func TestAnInquiryThatCannotContinueStays(t *testing.T) {
	b := newBench(t)
	b.create()
	q := aCall(b)
	q.Notes = strings.Repeat("a", 20_000) // with how they came it is too long for the chart
	q = must(b, b.inquiries().Save)(q)
	_, err := b.inquiries().Continue(q)
	if w := b.refused(err, fault.Invalid); w.Fields["notes"] == "" {
		t.Errorf("refused for %v", w.Fields)
	}
	q.Notes, q.Outcome = "", practice.InquiryDeclined
	_, err = b.inquiries().Continue(q)
	b.refused(err, fault.Blocked)
	if now := must(b, b.inquiries().Get)(q.ID); now.ClientID != "" || now.Version != 1 {
		t.Errorf("now %+v", now)
	}
	if n := must(b, b.clients.List)(ClientQuery{Filter: store.AllClients, Limit: 10}).Total; n != 0 {
		t.Errorf("%d clients", n)
	}
	q.Outcome = practice.InquiryContinues // by the page, without the act
	_, err = b.inquiries().Save(q)
	b.refused(err, fault.Invalid)
}

func TestInquiriesAreListed(t *testing.T) {
	b := newBench(t)
	b.create()
	q := aCall(b)
	q.CalledAt = practice.At(b.clock.Add(-24 * time.Hour))
	must(b, b.inquiries().Save)(q)
	d := aCall(b)
	d.Outcome = practice.InquiryDeclined
	must(b, b.inquiries().Save)(d)
	open, closed := must(b, b.inquiries().List)(InquiryQuery{Limit: 10}), must(b, b.inquiries().List)(InquiryQuery{Filter: "closed", Limit: 10})
	if open.Total != 1 || open.Rows[0] != (InquiryRow{q.ID, "Ines Okoro", "yesterday", "Open"}) {
		t.Errorf("open: %+v", open)
	}
	if closed.Total != 1 || closed.Rows[0] != (InquiryRow{d.ID, "Ines Okoro", "today", "Declined"}) {
		t.Errorf("closed: %+v", closed)
	}
}

// An erased inquiry is nowhere: not in the records, their drafts or the
// trail. Only that one was erased is told.
func TestErasingAnInquiry(t *testing.T) {
	const canary = "heron-at-the-weir"
	b := newBench(t)
	b.create()
	q := aCall(b)
	q.Name, q.Hopes, q.OutcomeNote = canary, canary, canary
	q = must(b, b.inquiries().Save)(q)
	b.refused(b.inquiries().Erase(q.ID), fault.Blocked)
	q.Outcome = practice.InquiryReferred
	q = must(b, b.inquiries().Save)(q)
	b.ok(b.drafts.Save("inquiry:"+q.ID, `{"hopes":"`+canary+`"}`))
	b.ok(b.inquiries().Erase(q.ID))
	_, err := b.inquiries().Get(q.ID)
	b.refused(err, fault.NotFound)
	b.refused(b.inquiries().Erase(q.ID), fault.NotFound)

	rows, err := b.app.open.vault.DB().Query("SELECT data FROM sqlite_dbpage")
	b.ok(err)
	defer rows.Close()
	for rows.Next() {
		var page []byte
		b.ok(rows.Scan(&page))
		if bytes.Contains(page, []byte(canary)) {
			t.Fatal("the file still holds words of it")
		}
	}
	b.ok(rows.Err())
	trail := b.trail()
	if last := trail[len(trail)-1]; last.Act != practice.ActErase || last.SubjectID != "" || last.Detail != "" {
		t.Errorf("the trail ends with %+v", last)
	}
}
