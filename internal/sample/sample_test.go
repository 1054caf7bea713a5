package sample_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"snowfield/internal/practice"
	"snowfield/internal/sample"
	"snowfield/internal/store"
	"snowfield/internal/vault/cipherfs"
)

func fill(t testing.TB, now time.Time) (*store.Store, *sql.DB) {
	t.Helper()
	db, err := cipherfs.Create(filepath.Join(t.TempDir(), "records.db"), [cipherfs.KeySize]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s, err := store.Open(context.Background(), db, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := sample.Fill(context.Background(), s, now); err != nil {
		t.Fatalf("at %s: %v", now, err)
	}
	return s, db
}

func column(t *testing.T, db *sql.DB, query string) []string {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		list = append(list, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

// dump is every row of every table.
func dump(t *testing.T, db *sql.DB) string {
	t.Helper()
	var b strings.Builder
	for _, table := range column(t, db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
		columns := column(t, db, "SELECT 'quote(' || name || ')' FROM pragma_table_info('"+table+"') ORDER BY cid")
		b.WriteString(table + "\n")
		for _, row := range column(t, db, "SELECT concat_ws(', ', "+strings.Join(columns, ", ")+") AS r FROM "+table+" ORDER BY r") {
			b.WriteString(row + "\n")
		}
	}
	// The one thing in the records that is left to chance.
	id := column(t, db, "SELECT value FROM meta WHERE key = 'practice_id'")
	if len(id) != 1 {
		t.Fatalf("%d practice ids", len(id))
	}
	return strings.ReplaceAll(b.String(), id[0], "(practice)")
}

// nows are moments that are likely to go wrong, in the sample's zone.
func nows(t *testing.T) []time.Time {
	t.Helper()
	loc, err := time.LoadLocation(sample.Zone)
	if err != nil {
		t.Fatal(err)
	}
	var list []time.Time
	for _, text := range []string{
		"2026-03-12 09:17:31", "2026-03-12 00:00:00", "2026-03-12 23:59:59",
		"2026-03-08 01:59:59", "2026-03-08 03:00:00", "2026-03-09 13:30:00", // the clocks go forward
		"2026-11-01 01:30:00", "2026-11-02 12:00:00", // and back
		"2028-02-29 08:00:00", "2028-03-01 00:01:00", "2026-12-31 23:45:00",
	} {
		now, err := time.ParseInLocation(time.DateTime, text, loc)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, now)
	}
	return append(list, time.Date(2026, 3, 13, 3, 0, 0, 123_456_789, time.UTC))
}

func TestSameNowSameRecords(t *testing.T) {
	now := nows(t)[0]
	_, one := fill(t, now)
	_, two := fill(t, now.In(time.UTC))
	a, b := dump(t, one), dump(t, two)
	if a != b {
		t.Error("the same moment gives other records")
	}
	if len(a) < 10_000 {
		t.Errorf("the comparison saw only %d bytes", len(a))
	}
	_, later := fill(t, now.Add(time.Hour))
	if dump(t, later) == a {
		t.Error("the comparison sees no difference in time")
	}
}

func TestTheSampleObeysEveryRule(t *testing.T) {
	for _, now := range nows(t) {
		t.Run(now.String(), func(t *testing.T) {
			t.Parallel()
			obeys(t, now)
		})
	}
}

func obeys(t *testing.T, now time.Time) {
	s, db := fill(t, now)
	err := s.View(context.Background(), now, func(tx *store.Tx) error {
		shows(t, tx)
		measures(t, tx)
		return check(t, tx, now)
	})
	if err != nil {
		t.Errorf("at %s: %v", now, err)
	}
	for _, query := range []string{
		"SELECT max(at) FROM audit", "SELECT max(updated_at) FROM clients", "SELECT max(opened_at) FROM clients", "SELECT max(updated_at) FROM sessions",
		"SELECT max(actual_start) FROM sessions", "SELECT max(actual_end) FROM sessions", "SELECT max(recorded_at) FROM entries",
		"SELECT max(updated_at) FROM notes", "SELECT max(signed_at) FROM notes", "SELECT max(at) FROM addenda",
		"SELECT max(updated_at) FROM day_checks", "SELECT max(answered_at) FROM responses", "SELECT max(updated_at) FROM responses", "SELECT max(at) FROM risk_reviews", "SELECT max(created_at) FROM lifts", "SELECT max(at) FROM starts", "SELECT max(called_at) FROM inquiries",
	} {
		if latest := column(t, db, query)[0]; latest > string(practice.At(now)) {
			t.Errorf("at %s, %s: %s lies in the future", now, query, latest)
		}
	}
	if order := column(t, db, "SELECT at FROM audit ORDER BY seq"); !slices.IsSorted(order) {
		t.Errorf("at %s: the trail is not in the order of time", now)
	}
	for _, query := range []string{
		"SELECT phone FROM clients", "SELECT emergency_contact_phone FROM clients", "SELECT phone FROM inquiries", "SELECT phone FROM prescribers", "SELECT secure_fax FROM prescribers",
	} {
		for _, number := range column(t, db, query) {
			if number != "" && !strings.HasPrefix(number, "555 01") {
				t.Errorf("%s: %s might be somebody's", query, number)
			}
		}
	}
	for _, query := range []string{"SELECT email FROM clients", "SELECT email FROM inquiries", "SELECT email FROM prescribers"} {
		for _, address := range column(t, db, query) {
			if address != "" && !strings.HasSuffix(address, "@example.org") {
				t.Errorf("%s: %s might be somebody's", query, address)
			}
		}
	}
}

// check holds every record against the rules of package practice.
func check(t *testing.T, tx *store.Tx, now time.Time) error {
	head, err := tx.Practice()
	if err != nil {
		return err
	}
	settings, err := tx.Settings()
	if err != nil {
		return err
	}
	if err := errors.Join(head.Validate(), settings.Validate()); err != nil {
		return err
	}
	if _, _, err := tx.VerifyAudit(0, ""); err != nil {
		return err
	}
	rows, total, err := tx.Clients("", store.AllClients, 0, 100)
	if err != nil {
		return err
	}
	stages := map[practice.Stage]bool{}
	var inWindow []string
	for _, row := range rows {
		c, err := tx.Client(row.ID)
		if err != nil {
			return err
		}
		stages[c.Stage] = true
		if err := c.Validate(now.In(time.UTC)); err != nil {
			return fmt.Errorf("client %s: %w", c.LegalName, err)
		}
		sessions, err := tx.SessionsOfClient(c.ID, 100)
		if err != nil {
			return err
		}
		for _, s := range sessions {
			w, ok, err := checkSession(tx, s, c.ID, settings)
			if err != nil {
				return fmt.Errorf("client %s, %s of %s: %w", c.LegalName, s.Kind, s.Start(), err)
			}
			if ok && w.OpenAt(tx.Now()) {
				inWindow = append(inWindow, c.LegalName)
				if w = w.Meet(s, sessions); w.MetAt != "" {
					t.Errorf("at %s: the window of %s is already met", now, c.LegalName)
				}
			}
		}
	}
	if got := strings.Join(inWindow, ", "); total != 10 || got != "Maren Holt, Theodore Adeyemi" {
		t.Errorf("at %s: %d clients, in their windows: %s", now, total, got)
	}
	for _, stage := range practice.Stages {
		if !stages[stage] {
			t.Errorf("at %s: nobody is in the stage %s", now, stage)
		}
	}
	return nil
}

func checkSession(tx *store.Tx, s practice.Session, clientID string, settings practice.Settings) (practice.Window, bool, error) {
	var none practice.Window
	if err := s.Validate(); err != nil {
		return none, false, err
	}
	p := s.Participants[0].ID
	doses, err := tx.Doses(p)
	if err != nil {
		return none, false, err
	}
	for _, d := range doses {
		if err := d.Validate(s, d.Entry.RecordedAt); err != nil {
			return none, false, err
		}
	}
	vitals, err := tx.VitalSigns(p)
	if err != nil {
		return none, false, err
	}
	for _, v := range vitals {
		if err := v.Validate(s, v.Entry.RecordedAt); err != nil {
			return none, false, err
		}
	}
	seen, err := tx.Observations(p)
	if err != nil {
		return none, false, err
	}
	for _, o := range seen {
		normal := o
		normal.Normalize()
		if err := o.Validate(s, o.Entry.RecordedAt); err != nil || normal != o {
			return none, false, fmt.Errorf("observation %q: %w", o.Text, err)
		}
	}
	w, ok := practice.WindowOf(s, clientID, doses, settings)
	n, err := tx.NoteOf(p)
	if err != nil {
		if s.State() == practice.Ended {
			return none, false, err
		}
		return w, ok, nil
	}
	if err := n.Validate(); err != nil {
		return none, false, err
	}
	if missing := n.Missing(s, sample.Practice); n.Signed() && len(missing) > 0 {
		return none, false, fmt.Errorf("signed, though missing %q", missing)
	}
	return w, ok, nil
}

// BenchmarkFill measures what opening the sample practice waits for, without
// the key's work factor.
func BenchmarkFill(b *testing.B) {
	loc, err := time.LoadLocation(sample.Zone)
	if err != nil {
		b.Fatal(err)
	}
	now := time.Date(2026, 3, 12, 9, 17, 31, 0, loc)
	for b.Loop() {
		fill(b, now)
	}
}
