package cipherfs

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fixtureKey is the key of the files that SQLCipher 4.4.2 wrote.
func fixtureKey(t testing.TB) (key [KeySize]byte) {
	t.Helper()
	text, err := os.ReadFile("testdata/key.hex")
	if err != nil {
		t.Fatal(err)
	}
	if n, err := hex.Decode(key[:], bytes.TrimSpace(text)); err != nil || n != KeySize {
		t.Fatalf("key.hex: %d bytes, %v", n, err)
	}
	return key
}

// fixture copies files of testdata to a temporary folder and returns the path
// of the first.
func fixture(t testing.TB, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, names[0])
}

func number(t testing.TB, db *sql.DB, query string) (n int) {
	t.Helper()
	if err := db.QueryRow(query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

func run(t testing.TB, db *sql.DB, query string, args ...any) {
	t.Helper()
	if _, err := db.Exec(query, args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func wantIntact(t testing.TB, db *sql.DB) {
	t.Helper()
	var answer string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&answer); err != nil || answer != "ok" {
		t.Fatalf("integrity_check: %q, %v", answer, err)
	}
}

// open opens a database and closes it with the test.
func open(t testing.TB, path string, key [KeySize]byte) *sql.DB {
	t.Helper()
	db, err := Open(path, key)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// notes makes a closed database of n notes and returns its path and key.
func notes(t testing.TB, n int) (string, [KeySize]byte) {
	t.Helper()
	key := sha256.Sum256([]byte("test"))
	path := filepath.Join(t.TempDir(), "records.db")
	db, err := Create(path, key)
	if err != nil {
		t.Fatal(err)
	}
	run(t, db, "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
	run(t, db, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < ?)
		INSERT INTO note SELECT i, 'note ' || i || ' ' || hex(randomblob(400)) FROM n`, n)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path, key
}

func hashes(t testing.TB, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]string{}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		sums[e.Name()] = fmt.Sprintf("%x", sha256.Sum256(b))
	}
	return sums
}

func TestOpensClosedFileOfSQLCipher(t *testing.T) {
	db := open(t, fixture(t, "closed.db"), fixtureKey(t))
	if n := number(t, db, "SELECT count(*) FROM notes"); n != 200 {
		t.Errorf("%d notes, want 200", n)
	}
	if n := number(t, db, "SELECT count(*) FROM search WHERE search MATCH 'note*'"); n != 200 {
		t.Errorf("%d rows in the full text index, want 200", n)
	}
	wantIntact(t, db)
}

func TestRollsBackJournalOfSQLCipher(t *testing.T) {
	path := fixture(t, "hot.db", "hot.db-journal")
	db := open(t, path, fixtureKey(t))
	if n := number(t, db, "SELECT count(*) FROM notes WHERE body LIKE 'note%'"); n != 200 {
		t.Errorf("%d bodies begin with note, want 200", n)
	}
	wantIntact(t, db)
	if info, err := os.Stat(path + journalSuffix); err == nil && info.Size() != 0 {
		t.Error("the journal is still there after the rollback")
	}
}

func TestWrongKeyChangesNothing(t *testing.T) {
	for _, names := range [][]string{{"closed.db"}, {"hot.db", "hot.db-journal"}} {
		t.Run(names[0], func(t *testing.T) {
			path := fixture(t, names...)
			before := hashes(t, filepath.Dir(path))
			key := fixtureKey(t)
			key[0] ^= 1
			if _, err := Open(path, key); !errors.Is(err, ErrWrongKey) {
				t.Fatalf("got %v, want ErrWrongKey", err)
			}
			if after := hashes(t, filepath.Dir(path)); fmt.Sprint(after) != fmt.Sprint(before) {
				t.Error("the files changed")
			}
		})
	}
}

func TestSurvivesReopening(t *testing.T) {
	path, key := notes(t, 50)
	db := open(t, path, key)
	if n := number(t, db, "SELECT count(*) FROM note"); n != 50 {
		t.Fatalf("%d notes, want 50", n)
	}
	wantIntact(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if pages, err := Pages(context.Background(), path, key); err != nil || pages < 10 {
		t.Fatalf("%d pages, %v", pages, err)
	}
}

func TestConnectionSettings(t *testing.T) {
	path, key := notes(t, 1)
	db := open(t, path, key)
	for pragma, want := range map[string]string{
		"journal_mode": "truncate", "synchronous": "2", "temp_store": "2", "foreign_keys": "1",
		"trusted_schema": "0", "fullfsync": "1", "secure_delete": "1",
	} {
		var got string
		if err := db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", pragma, got, err, want)
		}
	}
	// A mode that would write plain pages or a format of its own is not taken.
	var mode string
	if err := db.QueryRow("PRAGMA journal_mode = WAL").Scan(&mode); err != nil || mode != "truncate" {
		t.Errorf("journal_mode = WAL answered %q, %v", mode, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode of the file: %v, %v", info.Mode(), err)
	}
}

func TestAutoVacuumIsRefused(t *testing.T) {
	path, key := notes(t, 1)
	db := open(t, path, key)
	run(t, db, "PRAGMA auto_vacuum = FULL")
	if _, err := db.Exec("VACUUM"); err == nil {
		t.Fatal("a database with auto_vacuum was written")
	}
	if n := number(t, db, "SELECT count(*) FROM note"); n != 1 {
		t.Errorf("%d notes, want 1", n)
	}
}

func TestOpenRefuses(t *testing.T) {
	path, key := notes(t, 5)
	t.Run("missing", func(t *testing.T) {
		missing := path + ".missing"
		if _, err := Open(missing, key); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("got %v", err)
		}
		if _, err := os.Stat(missing); err == nil {
			t.Error("opening made the file")
		}
	})
	t.Run("taken", func(t *testing.T) {
		if _, err := Create(path, key); !errors.Is(err, fs.ErrExist) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("open twice", func(t *testing.T) {
		open(t, path, key)
		if _, err := Open(path, key); !errors.Is(err, ErrInUse) {
			t.Errorf("got %v", err)
		}
		if _, err := Pages(context.Background(), path, key); !errors.Is(err, ErrInUse) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("folder", func(t *testing.T) {
		if _, err := Open(t.TempDir(), key); err == nil {
			t.Error("a folder was opened")
		}
	})
	t.Run("plain database", func(t *testing.T) {
		plain := filepath.Join(t.TempDir(), "plain.db")
		makePlain(t, plain)
		if _, err := Open(plain, key); !errors.Is(err, ErrWrongKey) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("read only", func(t *testing.T) {
		db, err := OpenReadOnly(path, key, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		wantIntact(t, db)
		if _, err := db.Exec("DELETE FROM note"); err == nil {
			t.Error("a read-only database was written")
		}
	})
	t.Run("after closing", func(t *testing.T) {
		db := open(t, path, key)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if InUse(path) {
			t.Error("the key is still held")
		}
	})
}

func TestOddPaths(t *testing.T) {
	for _, name := range []string{"a b", "50%41?x#y&z=1", "Säure-Übung 日本", "it's;"} {
		dir := filepath.Join(t.TempDir(), name)
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "records.db")
		key := [KeySize]byte{1}
		db, err := Create(path, key)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		run(t, db, "CREATE TABLE t (a) ")
		copied := filepath.Join(dir, "copy of it.db")
		if err := Copy(background, db, copied, key, noLast, nil); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if n := number(t, open(t, copied, key), "SELECT count(*) FROM t"); n != 0 {
			t.Errorf("%s: %d rows", name, n)
		}
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) < 2 {
			t.Errorf("%s: files are elsewhere: %v, %v", name, entries, err)
		}
	}
}

// TestManyTransactions exercises savepoints, rollbacks, cache spills (several
// journal segments) and a shrinking file.
func TestManyTransactions(t *testing.T) {
	path, key := notes(t, 2000)
	db := open(t, path, key)
	run(t, db, "PRAGMA cache_size = 10")
	before := number(t, db, "SELECT sum(length(body)) FROM note")
	for i := range 5 {
		tx, err := db.Begin()
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range []string{
			"UPDATE note SET body = body || 'x' WHERE id % 2 = 0",
			"SAVEPOINT inner", "UPDATE note SET body = body || 'yy'", "DELETE FROM note WHERE id > 1500",
			"INSERT INTO note (body) SELECT body FROM note", "ROLLBACK TO inner", "RELEASE inner",
			"UPDATE note SET body = body || 'z' WHERE id % 2 = 1",
		} {
			if _, err := tx.Exec(q); err != nil {
				t.Fatalf("%s: %v", q, err)
			}
		}
		if i%2 == 0 {
			err = tx.Rollback()
		} else {
			err = tx.Commit()
			before += 2000
		}
		if err != nil {
			t.Fatal(err)
		}
		if n := number(t, db, "SELECT sum(length(body)) FROM note"); n != before {
			t.Fatalf("round %d: %d characters, want %d", i, n, before)
		}
		wantIntact(t, db)
	}
	run(t, db, "DELETE FROM note WHERE id > 10")
	run(t, db, "VACUUM")
	wantIntact(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Pages(context.Background(), path, key); err != nil {
		t.Error(err)
	}
}

// TestRollsBackOwnJournal copies the files in the middle of a transaction that
// has spilled into the database, as a crash would leave them.
func TestRollsBackOwnJournal(t *testing.T) {
	path, key := crashed(t)
	if info, err := os.Stat(path + journalSuffix); err != nil || info.Size() < 10*pageSize {
		t.Fatalf("the control failed: no journal to roll back: %v", err)
	}
	db := open(t, path, key)
	if n := number(t, db, "SELECT count(*) FROM note WHERE body LIKE 'note%'"); n != 500 {
		t.Errorf("%d notes as before, want 500", n)
	}
	wantIntact(t, db)
}

// crashed returns a copy of a database of 500 notes, taken inside an
// uncommitted change of all of them.
func crashed(t testing.TB) (string, [KeySize]byte) {
	t.Helper()
	path, key := notes(t, 500)
	db := open(t, path, key)
	run(t, db, "PRAGMA cache_size = 10")
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	// user_version stands on page 1, which is so in the journal.
	if _, err := tx.Exec("PRAGMA user_version = 7; UPDATE note SET body = 'changed ' || body"); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, suffix := range []string{"", journalSuffix} {
		b, err := os.ReadFile(path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "records.db"+suffix), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "records.db"), key
}

func makePlain(t testing.TB, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	run(t, db, "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
	run(t, db, "INSERT INTO note (body) VALUES (?)", strings.Repeat(canary, 10))
}
