package cipherfs

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const canary = "Quillfeather-Canary"

// leaks reports which files of a folder contain the canary.
func leaks(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b, []byte(canary)) || bytes.Contains(b, []byte("SQLite format 3")) ||
			bytes.Contains(b, []byte("CREATE TABLE")) {
			names = append(names, e.Name())
		}
	}
	return names
}

func TestNoPlaintext(t *testing.T) {
	control := t.TempDir()
	makePlain(t, filepath.Join(control, "plain.db"))
	if len(leaks(t, control)) == 0 {
		t.Fatal("the control failed: the canary is not found in a plain database")
	}

	path, key := notes(t, 10)
	db := open(t, path, key)
	run(t, db, "INSERT INTO note (body) SELECT ? FROM note", strings.Repeat(canary, 400))
	run(t, db, "PRAGMA cache_size = 2") // so that the transaction spills
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE note SET body = body || ?", canary); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path + journalSuffix); err != nil || info.Size() < pageSize {
		t.Fatalf("no journal in the open transaction: %v", err)
	}
	if names := leaks(t, filepath.Dir(path)); len(names) > 0 {
		t.Errorf("plaintext in %v", names)
	}
}
