package app

import (
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report/reporttest"
)

func TestSuperbill(t *testing.T) {
	b := newBench(t)
	b.create()
	charges, client, first := charged(b)
	ben := b.add("Ben Ode")
	charge := func(s practice.Session, i int, paid practice.Cents) {
		t.Helper()
		v, err := charges.Get(s.ID, s.Participants[i].ID)
		b.ok(err)
		c := v.New
		c.ID, c.PaidCents = practice.NewID(), paid
		_, err = charges.Save(c)
		b.ok(err)
	}
	ask := DocumentRequest{Kind: practice.DocSuperbill, ClientID: client.ID}
	_, err := b.documents.Make(ask)
	if w := b.refused(err, fault.Blocked); !strings.Contains(w.Message, "03/01/2026 to 03/31/2026") {
		t.Error(w.Message)
	}
	charge(first, 0, 5_000)
	b.wait(30 * 24 * time.Hour)
	couple := b.held(practice.Talk, practice.Office, 40*time.Minute, client.ID, ben.ID)
	charge(couple, 1, 77_700)
	charge(couple, 0, 0)

	// By itself it is about the month of the last charge.
	v, err := b.documents.Make(ask)
	b.ok(err)
	if v.Title != "Superbill" || v.From != "2026-04-01" || v.To != "2026-04-30" || v.Pages != 1 || v.FileName != "superbill-2026-04-30.pdf" {
		t.Errorf("%+v", v)
	}
	if got := strings.Join(v.Notices, " "); !strings.Contains(got, "NPI, EIN, address, phone") || !strings.Contains(got, "birth date, address") || !strings.Contains(got, "One service has no fee.") {
		t.Errorf("what is missing: %q", got)
	}
	letterhead := get(b, b.settings.Get).Practice
	letterhead.NPI, letterhead.EIN, letterhead.Address, letterhead.Phone = "1234567893", "123456789", "1 Road", "555"
	must(b, b.settings.SavePractice)(letterhead)
	client = must(b, b.clients.Get)(client.ID)
	client.BirthDate, client.Address = "1984-05-03", "2 Road"
	must(b, b.clients.Save)(client)
	ask.From, ask.To = "2026-03-12", "2026-03-12"
	v, err = b.documents.Make(ask)
	b.ok(err)
	if len(v.Notices) != 0 || !strings.HasSuffix(v.Contents, "One service from 03/12/2026 to 03/12/2026. Fees $180.00, paid $50.00, due $130.00.") {
		t.Errorf("%+v", v)
	}
	ask.To = "2026-12-31"
	v, err = b.documents.Make(ask)
	b.ok(err)
	pdf, ok := b.app.documents.byTok[v.Token]
	if !ok {
		t.Fatal("it is not kept for its preview")
	}
	text := reporttest.Text(t, pdf.pdf)
	for _, want := range []string{"Nell Harrow", "05/03/1984", "12-3456789", "03/12/2026", "04/11/2026", "90837", "90847", "F33.1", "$130.00"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in it", want)
		}
	}
	for _, never := range []string{"Ben", "777.00"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is in it", never)
		}
	}
	ask.To = "2026-03-01"
	_, err = b.documents.Make(ask)
	if w := b.refused(err, fault.Invalid); w.Fields["to"] == "" {
		t.Errorf("refused %v", w.Fields)
	}
}

// The sample's client in mid-course has a superbill with nothing missing; the
// whole course fits on it.
func TestSampleSuperbill(t *testing.T) {
	b := newSampleBench(t)
	list := must(b, b.clients.List)(ClientQuery{Query: "Maren", Filter: "all", Limit: 1})
	ask := DocumentRequest{Kind: practice.DocSuperbill, ClientID: list.Rows[0].ID}
	month := must(b, b.documents.Make)(ask)
	if month.Pages != 1 || len(month.Notices) != 0 {
		t.Errorf("%d pages, missing %q", month.Pages, month.Notices)
	}
	ask.From, ask.To = "2025-01-01", "2027-01-01"
	text := b.read(must(b, b.documents.Make)(ask))
	for _, want := range []string{
		"Superbill", "A receipt for the client to submit to an insurer. It is no claim", "NPI 1234567893", "EIN 00-0000000", "Maren Holt", "05/03/1984",
		"F33.1 Major depressive disorder, recurrent, moderate", "90791 First evaluation", "90834 Psychotherapy, 38 to 52 minutes", "90837 Psychotherapy, 53 minutes or more",
		"Total $", "Balance due $180.00", "Place of service (POS): 11 Office", "Mira Okafor, LMFT",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in it\n%s", want, text)
		}
	}
	for _, never := range []string{"armour", "mg", "Anders"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is in it", never)
		}
	}
}
