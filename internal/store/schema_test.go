package store_test

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault/cipherfs"
)

var update = flag.Bool("update", false, "write the golden files anew")

// dump writes every row of a query as a line.
func dump(t testing.TB, db *sql.DB, query string, args ...any) string {
	t.Helper()
	rows, err := db.Query(query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for rows.Next() {
		values := make([]any, len(names))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		for i, v := range values {
			fmt.Fprintf(&b, "%s=%v\t", names[i], *v.(*any))
		}
		b.WriteByte('\n')
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// schema.sql is what all migrations together make, for a reader and for
// review: a migration that changes it shows here.
func TestGoldenSchema(t *testing.T) {
	d := newDesk(t)
	rows, err := d.db.Query(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
		ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'view' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var b strings.Builder
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		b.WriteString(text + ";\n\n")
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	var version int
	if err := d.db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		t.Fatal(err)
	}
	got := b.String() + fmt.Sprintf("PRAGMA user_version = %d;\n", version)
	if *update {
		if err := os.WriteFile("schema.sql", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := os.ReadFile("schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.ReplaceAll(string(golden), "\r\n", "\n") {
		t.Errorf("the migrations no longer make schema.sql; run the tests of this package with -update and read the difference. Now:\n%s", got)
	}
}

func TestOpeningAgainChangesNothing(t *testing.T) {
	d := newDesk(t)
	d.client("Ana")
	before := dump(t, d.db, "SELECT * FROM sqlite_schema ORDER BY name") + dump(t, d.db, "SELECT * FROM clients") + dump(t, d.db, "SELECT * FROM audit")
	if err := d.db.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := cipherfs.Open(d.path, key)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := store.Open(context.Background(), db, func() error { t.Error("nothing is to be migrated"); return nil }); err != nil {
		t.Fatal(err)
	}
	if after := dump(t, db, "SELECT * FROM sqlite_schema ORDER BY name") + dump(t, db, "SELECT * FROM clients") + dump(t, db, "SELECT * FROM audit"); after != before {
		t.Error("opening again changed the records")
	}
}

func TestANewerDatabaseIsRefused(t *testing.T) {
	d := newDesk(t)
	d.mustRaw("PRAGMA user_version = 1000")
	_, err := store.Open(context.Background(), d.db, nil)
	want(t, err, fault.TooNew)
}

// What practice refuses, the schema refuses too, also from raw SQL.
func TestTheSchemaRefusesTheImplausible(t *testing.T) {
	d := newDesk(t)
	p := d.session(practice.Dosing, d.client("Ana")).Participants[0].ID
	d.dose(p)
	d.observation(p, "calm")
	entry := func(kind string) string {
		id := practice.NewID()
		d.mustRaw("INSERT INTO entries VALUES (?, ?, ?, '2026-03-12T11:00:00.000Z', '2026-03-12T11:00:00.000Z', '', '', NULL, 0)", id, p, kind)
		return id
	}
	vitals := func(values string) error {
		return d.raw("INSERT INTO vital_signs (entry_id, systolic_mmhg, diastolic_mmhg, heart_rate_bpm, spo2_percent, respiratory_rate_per_min, temperature_decicelsius, position, taken_by, note) VALUES (?, "+values+", '', '', '')", entry("vitals"))
	}
	for values, fine := range map[string]bool{
		"300, 200, 250, 100, 80, 450":        true,
		"50, 20, 20, 50, 2, 250":             true,
		"NULL, NULL, 60, NULL, NULL, NULL":   true,
		"301, 80, 60, 98, 14, 368":           false,
		"49, 20, 60, 98, 14, 368":            false,
		"120, 19, 60, 98, 14, 368":           false,
		"250, 201, 60, 98, 14, 368":          false,
		"120, 120, 60, 98, 14, 368":          false,
		"120, 121, 60, 98, 14, 368":          false,
		"120, NULL, 60, 98, 14, 368":         false,
		"NULL, 80, 60, 98, 14, 368":          false,
		"120, 80, 19, 98, 14, 368":           false,
		"120, 80, 251, 98, 14, 368":          false,
		"120, 80, 60, 49, 14, 368":           false,
		"120, 80, 60, 101, 14, 368":          false,
		"120, 80, 60, 98, 1, 368":            false,
		"120, 80, 60, 98, 81, 368":           false,
		"120, 80, 60, 98, 14, 249":           false,
		"120, 80, 60, 98, 14, 451":           false,
		"NULL, NULL, NULL, NULL, NULL, NULL": false,
		"'high', 80, 60, 98, 14, 368":        false,
		"120.5, 80, 60, 98, 14, 368":         false,
	} {
		if err := vitals(values); (err == nil) != fine {
			t.Errorf("vitals %s: %v", values, err)
		}
	}
	dose := func(values string) error {
		return d.raw("INSERT INTO doses (entry_id, prescribed_ug, taken_ug, route, not_given, reason, out_how, leftover_ug, form, lot, pharmacy, administered_by, out_at) VALUES (?, "+values+", '', '', '', '', '')", entry("dose"))
	}
	for values, fine := range map[string]bool{
		"0, 1, 'oral', 0, '', '', 0":                 true,
		"200000, 0, '', 1, 'ill', '', 0":             true,
		"5000000, 5000000, 'oral', 0, '', 'spat', 0": true,
		"0, 5000001, 'oral', 0, '', '', 0":           false,
		"0, -1, 'oral', 0, '', '', 0":                false,
		"-1, 1, 'oral', 0, '', '', 0":                false,
		"0, 0, 'oral', 0, '', '', 0":                 false,
		"0, 1, '', 0, '', '', 0":                     false,
		"0, 1, 'oral', 1, 'ill', '', 0":              false,
		"0, 0, '', 1, '', '', 0":                     false,
		"0, 1, 'oral', 2, '', '', 0":                 false,
		"0, 1, 'oral', 0, '', 'threw', 0":            false,
		"0, 1, 'oral', 0, '', '', -1":                false,
	} {
		if err := dose(values); (err == nil) != fine {
			t.Errorf("dose %s: %v", values, err)
		}
	}
	for name, query := range map[string]string{
		"words without words":       "INSERT INTO observations VALUES ('" + entry("observation") + "', 'observation', 'still', '', 1)",
		"empty observation":         "INSERT INTO observations VALUES ('" + entry("observation") + "', 'observation', '', '', 0)",
		"dose in another's place":   "INSERT INTO observations VALUES ('" + entry("dose") + "', 'observation', 'still', '', 0)",
		"a day is no instant":       "UPDATE entries SET struck_at = '2026-03-12', struck_reason = 'x'",
		"struck without reason":     "UPDATE entries SET struck_at = '2026-03-12T11:00:00.000Z'",
		"session of no kind":        "UPDATE sessions SET kind = 'party'",
		"ended, not begun":          "UPDATE sessions SET actual_start = ''",
		"nowhere":                   "UPDATE sessions SET place = 'moon'",
		"a client without a name":   "UPDATE clients SET legal_name = ''",
		"a stage of none":           "UPDATE clients SET stage = 'x'",
		"concerns that are no list": "UPDATE clients SET concerns = '{}'",
		"a client of nobody":        "INSERT INTO participants VALUES ('" + practice.NewID() + "', '" + practice.NewID() + "', '" + practice.NewID() + "', 0)",
		"two letterheads":           "INSERT INTO practice VALUES (2, '', '', '', '', '', '', '', '', 'UTC')",
		"a window of a week":        "INSERT INTO settings VALUES (1, 10, '', 168, 48, 7, 1, 1)",
		"a backup each month":       "INSERT INTO settings VALUES (1, 10, '', 72, 48, 7, 30, 1)",
		"perhaps on closing":        "INSERT INTO settings VALUES (1, 10, '', 72, 48, 7, 1, 2)",
	} {
		if d.raw(query) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
