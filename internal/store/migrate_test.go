package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"testing/fstest"

	"snowfield/internal/vault/cipherfs"
)

func steps(texts ...string) fstest.MapFS {
	from := fstest.MapFS{}
	for i, text := range texts {
		from["migrations/000"+string(rune('1'+i))+"_x.sql"] = &fstest.MapFile{Data: []byte(text)}
	}
	return from
}

func TestMigrations(t *testing.T) {
	db, err := cipherfs.Create(filepath.Join(t.TempDir(), "records.db"), [cipherfs.KeySize]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	secured := 0
	secure := func() error { secured++; return nil }
	state := func() (version, rows int) {
		if err := errors.Join(db.QueryRow("PRAGMA user_version").Scan(&version), db.QueryRow("SELECT count(*) FROM a").Scan(&rows)); err != nil {
			t.Fatal(err)
		}
		return version, rows
	}
	const one, two = "CREATE TABLE a (x TEXT) STRICT; INSERT INTO a VALUES ('one')", "INSERT INTO a VALUES ('two')"
	apply := func(secure func() error, texts ...string) error {
		_, err := openWith(context.Background(), db, secure, steps(texts...))
		return err
	}
	if err := apply(secure, one); err != nil || secured != 0 {
		t.Fatalf("a new database: %v, secured %d times", err, secured)
	}
	full := errors.New("no room for a backup")
	if err := apply(func() error { return full }, one, two); !errors.Is(err, full) {
		t.Errorf("without a backup: %v", err)
	}
	if v, n := state(); v != 1 || n != 1 {
		t.Errorf("migrated without a backup: version %d, %d rows", v, n)
	}
	if err := apply(secure, one, two+"; INSERT INTO nowhere VALUES (1)"); err == nil {
		t.Error("a broken migration passed")
	}
	if v, n := state(); v != 1 || n != 1 {
		t.Errorf("half a migration: version %d, %d rows", v, n)
	}
	// The third fails: the second stays, whole.
	if err := apply(secure, one, two, "nonsense"); err == nil {
		t.Error("a broken migration passed")
	}
	if v, n := state(); v != 2 || n != 2 || secured != 2 {
		t.Errorf("version %d, %d rows, secured %d times", v, n, secured)
	}
}
