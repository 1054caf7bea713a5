package cipherfs

import (
	"database/sql"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"modernc.org/sqlite"
)

// What encryption costs: the same tables and settings with this package and
// with SQLite as it is, in the same run.

// either opens a database, sealed or plain.
type either struct {
	name   string
	create func(path string) (*sql.DB, error)
	open   func(path string) (*sql.DB, error)
}

func plainly(path string) (*sql.DB, error) {
	query := "?_defensive=1&_dqs=0"
	for _, p := range pragmas {
		query += "&_pragma=" + p
	}
	c, err := sqlite.NewConnector("file:" + filepath.ToSlash(path) + query)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(c)
	db.SetMaxOpenConns(1)
	return db, nil
}

var (
	benchKey = [KeySize]byte{1, 2, 3}
	both     = []either{
		{
			"sealed",
			func(path string) (*sql.DB, error) { return Create(path, benchKey) },
			func(path string) (*sql.DB, error) { return Open(path, benchKey) },
		},
		{"plain", plainly, plainly},
	}
)

// filled makes a closed database of 200,000 readings and 10,000 notes, about
// 50 MB.
func filled(b *testing.B, e either) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "records.db")
	db, err := e.create(path)
	if err != nil {
		b.Fatal(err)
	}
	run(b, db, `CREATE TABLE reading (id TEXT PRIMARY KEY, at TEXT NOT NULL, systolic INTEGER, diastolic INTEGER, pulse INTEGER) STRICT`)
	run(b, db, `CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT`)
	run(b, db, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 200000)
		INSERT INTO reading SELECT printf('%032d', i), '2026-03-12T13:04:00.000Z', 120 + i % 30, 70 + i % 20, 60 + i % 40 FROM n`)
	run(b, db, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 10000)
		INSERT INTO note SELECT i, hex(randomblob(750)) FROM n`)
	if err := db.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// medianOf reports the median of the runs of act; prepare before each is not
// counted.
func medianOf(b *testing.B, prepare, act func()) {
	b.Helper()
	var runs []time.Duration
	for b.Loop() {
		prepare()
		started := time.Now()
		act()
		runs = append(runs, time.Since(started))
	}
	slices.Sort(runs)
	b.ReportMetric(float64(runs[len(runs)/2].Microseconds())/1000, "median-ms")
}

func BenchmarkCommit(b *testing.B) {
	for _, e := range both {
		b.Run(e.name, func(b *testing.B) {
			db, err := e.open(filled(b, e))
			if err != nil {
				b.Fatal(err)
			}
			defer db.Close()
			medianOf(b, func() {}, func() {
				run(b, db, "INSERT INTO reading VALUES (hex(randomblob(16)), '2026-03-12T13:04:00.000Z', 128, 82, 74)")
			})
		})
	}
}

// BenchmarkScan reads every row with nothing in SQLite's page cache; the
// system has the file in memory.
func BenchmarkScan(b *testing.B) {
	for _, scan := range []struct{ name, query string }{
		{"readings", "SELECT sum(systolic + diastolic + pulse) FROM reading"},
		{"notes", "SELECT sum(length(body)) FROM note"},
	} {
		for _, e := range both {
			b.Run(scan.name+"/"+e.name, func(b *testing.B) {
				path := filled(b, e)
				var db *sql.DB
				medianOf(b, func() {
					if db != nil {
						db.Close()
					}
					var err error
					if db, err = e.open(path); err != nil {
						b.Fatal(err)
					}
				}, func() { number(b, db, scan.query) })
				db.Close()
			})
		}
	}
}
