package cipherfs

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

var background = context.Background()

func noLast(*sql.Conn) error { return nil }

// dump reads the bodies of all notes, one hash for all.
func dump(t testing.TB, db *sql.DB) [32]byte {
	t.Helper()
	rows, err := db.Query("SELECT id, body FROM note ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	h := sha256.New()
	for rows.Next() {
		var id int
		var body string
		if err := rows.Scan(&id, &body); err != nil {
			t.Fatal(err)
		}
		h.Write([]byte{byte(id), byte(id >> 8), byte(id >> 16)})
		h.Write([]byte(body))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return [32]byte(h.Sum(nil))
}

func TestCopyUnderAnotherKey(t *testing.T) {
	path, key := notes(t, 2000)
	db := open(t, path, key)
	want := dump(t, db)
	other := sha256.Sum256([]byte("other"))
	copied := filepath.Join(t.TempDir(), "copy.db")
	var told, total int64
	err := Copy(background, db, copied, other, noLast, func(done, of int64) {
		if done < told {
			t.Errorf("progress went back from %d to %d", told, done)
		}
		told, total = done, of
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(copied, key); !errors.Is(err, ErrWrongKey) {
		t.Errorf("the old key: %v, want ErrWrongKey", err)
	}
	pages, err := Pages(background, copied, other)
	if err != nil || int64(pages) != total || told != total || total <= copyStep {
		t.Errorf("%d pages, told %d of %d, %v", pages, told, total, err)
	}
	again := open(t, copied, other)
	wantIntact(t, again)
	if dump(t, again) != want {
		t.Error("the copy holds something else")
	}
	if err := Copy(background, db, copied, other, noLast, nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over an existing file: %v", err)
	}
}

// TestCopyCarriesWrites changes, adds and rolls back between the steps: the
// copy equals the state at its end, which is what last saw.
func TestCopyCarriesWrites(t *testing.T) {
	path, key := notes(t, 4000)
	db := open(t, path, key)
	run(t, db, "PRAGMA cache_size = 20") // spills within transactions
	copied := filepath.Join(t.TempDir(), "copy.db")
	var steps, seen int
	err := Copy(background, db, copied, key, func(c *sql.Conn) error {
		return c.QueryRowContext(background, "SELECT count(*) FROM note").Scan(&seen)
	}, func(int64, int64) {
		steps++
		run(t, db, "UPDATE note SET body = 'note changed ' || ? || hex(randomblob(300)) WHERE id % 50 = ?", steps, steps)
		run(t, db, "INSERT INTO note (body) VALUES ('note added')")
		tx, err := db.Begin()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := tx.Exec("UPDATE note SET body = 'never' WHERE id % 5 = 0"); err != nil {
			t.Fatal(err)
		}
		if err := tx.Rollback(); err != nil {
			t.Fatal(err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	again := open(t, copied, key)
	wantIntact(t, again)
	if n := number(t, again, "SELECT count(*) FROM note"); n != seen {
		t.Errorf("%d notes in the copy, last saw %d", n, seen)
	}
	if n := number(t, again, "SELECT count(*) FROM note WHERE body LIKE 'note changed%'"); steps < 5 || n == 0 {
		t.Errorf("%d steps, %d changed notes", steps, n)
	}
	if n := number(t, again, "SELECT count(*) FROM note WHERE body = 'never'"); n != 0 {
		t.Errorf("%d notes that were rolled back", n)
	}
	// What was written after the last step is the only difference.
	run(t, db, "DELETE FROM note WHERE id > ?", 4000+steps-1)
	run(t, db, "UPDATE note SET body = '' WHERE id % 50 = ?", steps)
	run(t, again, "UPDATE note SET body = '' WHERE id % 50 = ?", steps)
	if dump(t, db) != dump(t, again) {
		t.Error("the copy is not the state at its end")
	}
}

// TestCopyEnds writes more between the steps than a step copies.
func TestCopyEnds(t *testing.T) {
	path, key := notes(t, 4000)
	db := open(t, path, key)
	copied := filepath.Join(t.TempDir(), "copy.db")
	steps := 0
	err := Copy(background, db, copied, key, noLast, func(int64, int64) {
		if steps++; steps > 200 {
			t.Fatal("the copy does not end")
		}
		run(t, db, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 1000)
			INSERT INTO note (body) SELECT 'note ' || hex(randomblob(300)) FROM n`)
	})
	if err != nil {
		t.Fatal(err)
	}
	wantIntact(t, open(t, copied, key))
}

func TestCopyFailsCleanly(t *testing.T) {
	path, key := notes(t, 4000)
	db := open(t, path, key)
	folder := t.TempDir()
	copied := filepath.Join(folder, "copy.db")
	refused := errors.New("refused")
	stopped, stop := context.WithCancel(background)
	defer stop()
	for name, c := range map[string]struct {
		ctx      context.Context
		last     func(*sql.Conn) error
		progress func(int64, int64)
		want     error
	}{
		"cancelled":       {stopped, noLast, func(int64, int64) { stop() }, context.Canceled},
		"last refuses":    {background, func(*sql.Conn) error { return refused }, nil, refused},
		"connection lost": {background, noLast, func(int64, int64) { loseConnection(t, db) }, errConnectionLost},
	} {
		if err := Copy(c.ctx, db, copied, key, c.last, c.progress); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
			t.Errorf("%s: left %v, %v", name, left, err)
		}
		if InUse(copied) {
			t.Errorf("%s: the copy counts as open", name)
		}
		run(t, db, "INSERT INTO note (body) VALUES ('note after')")
	}
	// A flipped bit in a page that is not in memory yet.
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	raw[600*pageSize+7] ^= 1
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Copy(background, open(t, path, key), copied, key, noLast, nil); !errors.Is(err, ErrDamaged) {
		t.Errorf("a damaged page: %v", err)
	}
}

// loseConnection has database/sql open the connection anew.
func loseConnection(t *testing.T, db *sql.DB) {
	t.Helper()
	conn, err := db.Conn(background)
	if err != nil {
		t.Fatal(err)
	}
	if err := conn.Raw(func(any) error { return driver.ErrBadConn }); !errors.Is(err, driver.ErrBadConn) {
		t.Fatal(err)
	}
}
