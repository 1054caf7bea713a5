package store_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

func (d *desk) inquiry(name string, change func(*practice.Inquiry)) practice.Inquiry {
	d.t.Helper()
	q := practice.Inquiry{ID: practice.NewID(), Name: name, CalledAt: practice.At(d.now)}
	change(&q)
	q.Normalize()
	d.do(func(tx *store.Tx) (err error) {
		q, err = tx.PutInquiry(q)
		return err
	})
	return q
}

func TestInquiryComesBackAsWritten(t *testing.T) {
	d := newDesk(t)
	q := practice.Inquiry{
		ID: practice.NewID(), Name: "Łucja O’Neil", Phone: "1", Email: "l@example.org", CalledAt: practice.At(noon.Add(-time.Hour)), FoundBy: "a friend",
		Hopes: "To sleep.\nTo rest.", Concerns: []string{"grief", "it's \"complex\""}, Notes: "N", Outcome: practice.InquiryReferred, OutcomeNote: "Dr. Cole",
	}
	var saved practice.Inquiry
	put := func(q practice.Inquiry) error {
		return d.try(func(tx *store.Tx) (err error) { saved, err = tx.PutInquiry(q); return err })
	}
	if err := put(q); err != nil {
		t.Fatal(err)
	}
	first := q
	q.Version, q.CreatedAt, q.UpdatedAt = 1, practice.At(noon), practice.At(noon)
	get := func(tx *store.Tx) (practice.Inquiry, error) { return tx.Inquiry(q.ID) }
	if got := see(d, get); !reflect.DeepEqual(got, q) || !reflect.DeepEqual(saved, q) {
		t.Errorf("stored %+v\nreturned %+v\nwant %+v", got, saved, q)
	}
	d.later(time.Minute)
	if err := put(first); err != nil || !reflect.DeepEqual(saved, q) || d.audits() != 1 {
		t.Errorf("repeated: %v, %+v, trail of %d", err, saved, d.audits())
	}
	first.Phone = "2"
	want(t, put(first), fault.Conflict)
	q.Phone = "2"
	if err := put(q); err != nil || saved.Version != 2 || saved.Phone != "2" {
		t.Errorf("changed: %v, %+v", err, saved)
	}
}

func TestInquiriesByTheirCall(t *testing.T) {
	d := newDesk(t)
	for i, name := range []string{"Ana", "Ben", "Cy"} {
		d.inquiry(name, func(q *practice.Inquiry) { q.CalledAt = practice.At(noon.Add(time.Duration(i) * time.Hour)) })
	}
	d.inquiry("Dot", func(q *practice.Inquiry) { q.Outcome = practice.InquiryDeclined })
	list := func(closed bool, offset, limit int) (names string, total int) {
		see(d, func(tx *store.Tx) (nothing struct{}, err error) {
			var page []practice.Inquiry
			page, total, err = tx.Inquiries(closed, offset, limit)
			for _, q := range page {
				names += q.Name + " "
			}
			return nothing, err
		})
		return names, total
	}
	for _, c := range []struct {
		closed        bool
		offset, limit int
		names         string
		total         int
	}{{false, 0, 10, "Cy Ben Ana ", 3}, {false, 1, 1, "Ben ", 3}, {true, 0, 10, "Dot ", 1}} {
		if names, total := list(c.closed, c.offset, c.limit); names != c.names || total != c.total {
			t.Errorf("closed %v: %q of %d, want %q of %d", c.closed, names, total, c.names, c.total)
		}
	}
}

// What is erased is gone from the file too, also where it stood before it was
// moved or grew; the trail tells that it happened and not whom.
func TestAnErasedInquiryIsGone(t *testing.T) {
	const said, typed = "heron-at-the-weir", "finch-under-the-eaves"
	d := newDesk(t)
	q := d.inquiry("Ana", func(q *practice.Inquiry) {
		q.Hopes = strings.Repeat(said+" ", 800)
		q.Outcome = practice.InquiryDeclined
	})
	other := d.inquiry("Ben", func(q *practice.Inquiry) { q.Outcome = practice.InquiryDeclined })
	for n := range 4 {
		q.Notes = strings.Repeat(said+" ", 100*(4-n))
		d.do(func(tx *store.Tx) (err error) {
			if err := tx.PutDraft("inquiry:"+q.ID, strings.Repeat(typed+" ", 700*(4-n))); err != nil {
				return err
			}
			q, err = tx.PutInquiry(q)
			return err
		})
	}
	pages := func() string { return dump(t, d.db, "SELECT CAST(data AS TEXT) FROM sqlite_dbpage") }
	if all := pages(); !strings.Contains(all, said) || !strings.Contains(all, typed) {
		t.Fatal("the words are not in the file to begin with")
	}
	d.do(func(tx *store.Tx) error { return tx.EraseInquiry(q.ID) })
	if all := pages(); strings.Contains(all, said) || strings.Contains(all, typed) {
		t.Error("words of the erased inquiry are still in the file")
	}
	want(t, d.try(func(tx *store.Tx) error { _, err := tx.Inquiry(q.ID); return err }), fault.NotFound)
	see(d, func(tx *store.Tx) (practice.Inquiry, error) { return tx.Inquiry(other.ID) })
	trail := see(d, func(tx *store.Tx) ([]practice.AuditEntry, error) { return tx.Audit(0, 100) })
	last := trail[len(trail)-1]
	if last.Act != practice.ActErase || last.Subject != "inquiry" || last.SubjectID != "" || last.Detail != "" {
		t.Errorf("the trail says %+v", last)
	}
	if slices.ContainsFunc(trail, func(e practice.AuditEntry) bool { return strings.Contains(e.Detail, "Ana") }) {
		t.Error("the trail tells the name")
	}
}

// An inquiry that became a client belongs to the chart, whatever asks.
func TestAnInquiryOfAClientStays(t *testing.T) {
	d := newDesk(t)
	c := d.client("Ana")
	q := d.inquiry("Ana", func(q *practice.Inquiry) { q.Outcome, q.ClientID = practice.InquiryContinues, c.ID })
	want(t, d.try(func(tx *store.Tx) error { return tx.EraseInquiry(q.ID) }), fault.Conflict)
	if got := see(d, func(tx *store.Tx) (practice.Inquiry, error) { return tx.Inquiry(q.ID) }); got.ClientID != c.ID {
		t.Errorf("the client is %q", got.ClientID)
	}
	if err := d.raw("UPDATE inquiries SET outcome = 'decline' WHERE id = ?", q.ID); err == nil {
		t.Error("plain SQL declines who became a client")
	}
}
