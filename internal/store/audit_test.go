package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// The trail against someone who has the key and takes the triggers away.
func TestAuditTrail(t *testing.T) {
	for name, c := range map[string]struct {
		tamper string
		told   bool // without a head kept elsewhere
	}{
		"untouched":               {"", false},
		"a detail changed":        {"UPDATE audit SET detail = 'x' WHERE seq = 3", true},
		"a time changed":          {"UPDATE audit SET at = '2026-03-12T12:00:00.001Z' WHERE seq = 3", true},
		"an entry removed":        {"DELETE FROM audit WHERE seq = 3", true},
		"the first removed":       {"DELETE FROM audit WHERE seq = 1", true},
		"removed and renumbered":  {"DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3", true},
		"two exchanged":           {"UPDATE audit SET seq = -2 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = -2", true},
		"the tail cut":            {"DELETE FROM audit WHERE seq > 3", false},
		"all of it cut":           {"DELETE FROM audit", false},
		"the tail cut, then more": {"DELETE FROM audit WHERE seq > 3", false},
	} {
		d := newDesk(t)
		for range 5 {
			d.client("Ana")
		}
		var length int64
		var head string
		d.do(func(tx *store.Tx) (err error) { length, head, err = tx.AuditHead(); return err })
		d.mustRaw("DROP TRIGGER audit_update; DROP TRIGGER audit_delete; " + c.tamper)
		if strings.HasSuffix(name, "then more") {
			for range 5 {
				d.client("Ben")
			}
		}
		verify := func(length int64, head string) error {
			return d.try(func(tx *store.Tx) error { _, _, err := tx.VerifyAudit(length, head); return err })
		}
		wantAlone, wantHead := fault.Code(""), fault.Corrupt
		if c.told {
			wantAlone = fault.Corrupt
		}
		if c.tamper == "" {
			wantHead = ""
		}
		if err := verify(0, ""); fault.CodeOf(err) != wantAlone {
			t.Errorf("%s: %v", name, err)
		}
		if err := verify(length, head); fault.CodeOf(err) != wantHead {
			t.Errorf("%s, with its head: %v", name, err)
		}
		if err := verify(length-2, head); fault.CodeOf(err) != fault.Corrupt {
			t.Errorf("%s, with a wrong head: %v", name, err)
		}
	}
}

func TestAuditOverManyPages(t *testing.T) {
	d := newDesk(t)
	d.do(func(tx *store.Tx) error {
		for range 1000 { // two full pages of the verification
			if _, err := tx.Record(practice.ActFailedUnlock, "vault", "", ""); err != nil {
				return err
			}
		}
		return nil
	})
	d.do(func(tx *store.Tx) error {
		length, head, err := tx.VerifyAudit(0, "")
		if last, ok, lastErr := tx.LastOf(practice.ActFailedUnlock); length != 1000 || !ok || last.Hash != head {
			t.Errorf("length %d, %+v", length, last)
		} else if _, ok, none := tx.LastOf(practice.ActBackup); ok || none != nil {
			t.Error("there was no backup")
		} else if lastErr != nil {
			return lastErr
		}
		return err
	})
}

func TestAnErrorLeavesNoTrace(t *testing.T) {
	d := newDesk(t)
	d.client("Ana")
	before := dump(t, d.db, "SELECT * FROM clients") + dump(t, d.db, "SELECT * FROM audit")
	stop := errors.New("stop")
	c := practice.Client{ID: practice.NewID(), LegalName: "Ben"}
	c.Normalize()
	if err := d.try(func(tx *store.Tx) error {
		if _, err := tx.PutClient(c); err != nil {
			return err
		}
		return stop
	}); !errors.Is(err, stop) {
		t.Error(err)
	}
	if err := d.s.View(context.Background(), d.now, func(tx *store.Tx) error { _, err := tx.PutClient(c); return err }); err != nil {
		t.Error(err)
	}
	if after := dump(t, d.db, "SELECT * FROM clients") + dump(t, d.db, "SELECT * FROM audit"); after != before {
		t.Error("a failed transaction and a view change nothing")
	}
}

// The disk is full: said so, nothing half written, and it goes on afterwards.
func TestDiskFull(t *testing.T) {
	d := newDesk(t)
	var pages int
	if err := d.db.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	d.mustRaw("PRAGMA max_page_count = 1") // never below what is in use
	big := strings.Repeat("A long thought. ", 2000)
	write := func() error { return d.try(func(tx *store.Tx) error { return tx.PutDraft("note", big) }) }
	want(t, write(), fault.NotSaved)
	if got := see(d, func(tx *store.Tx) (string, error) { return tx.Draft("note") }); got != "" {
		t.Error("half of it is there")
	}
	d.mustRaw("PRAGMA max_page_count = 100000")
	if err := write(); err != nil {
		t.Error(err)
	}
	var answer string
	if err := d.db.QueryRow("PRAGMA integrity_check").Scan(&answer); err != nil || answer != "ok" {
		t.Errorf("integrity_check: %q, %v", answer, err)
	}
}

func TestDescribe(t *testing.T) {
	d := newDesk(t)
	d.session(practice.Talk, d.client("Ana"))
	d.do(func(tx *store.Tx) error { return tx.PutAppVersion("0.1.0") })
	length, head := int64(0), ""
	d.do(func(tx *store.Tx) (err error) { length, head, err = tx.AuditHead(); return err })
	got, err := store.Describe(context.Background(), d.db, true)
	want := store.Facts{Clients: 1, Sessions: 1, AuditLength: length, AuditHead: head, AppVersion: "0.1.0", PracticeID: got.PracticeID, Changes: 2}
	if err != nil || got != want || got.PracticeID == "" {
		t.Errorf("%+v, %v", got, err)
	}
	if quick, err := store.Describe(context.Background(), d.db, false); err != nil || quick != got {
		t.Errorf("in short: %+v, %v", quick, err)
	}
}

// TestLatestAct finds the latest time, whatever the clock said since, as far
// back as an act still counts as recent.
func TestLatestAct(t *testing.T) {
	d := newDesk(t)
	if got := see(d, (*store.Tx).LatestAct); got != "" {
		t.Errorf("the latest of no acts is %q", got)
	}
	acts := func(n int) {
		d.do(func(tx *store.Tx) error {
			for range n {
				if _, err := tx.Record(practice.ActChange, "client", "", ""); err != nil {
					return err
				}
			}
			return nil
		})
	}
	ahead, behind := d.now.Add(time.Hour), d.now
	d.now = ahead
	acts(1)
	d.now = behind
	for _, c := range []struct {
		more int
		want time.Time
	}{{0, ahead}, {499, ahead}, {1, behind}} {
		acts(c.more)
		if got := see(d, (*store.Tx).LatestAct); got != practice.At(c.want) {
			t.Errorf("after %d more acts the latest is %s, want %s", c.more, got, practice.At(c.want))
		}
	}
}
