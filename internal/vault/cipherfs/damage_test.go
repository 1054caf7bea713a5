package cipherfs

import (
	"bytes"
	"context"
	"errors"
	"os"
	"testing"
)

// errSilent is what must never happen.
var errSilent = errors.New("a body was read that was never committed")

// readAll opens a database and reads everything in it, the way a caller would
// meet the damage.
func readAll(path string, key [KeySize]byte) error {
	db, err := Open(path, key)
	if err != nil {
		return err
	}
	defer db.Close()
	rows, err := db.Query("SELECT id, body FROM note ORDER BY id")
	if err != nil {
		return classify(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id int
		var body string
		if err := rows.Scan(&id, &body); err != nil {
			return err
		}
		if !bytes.HasPrefix([]byte(body), []byte("note")) {
			return errSilent
		}
	}
	return classify(rows.Err())
}

// vandalise writes a changed copy of the bytes and wants both readers to tell.
func vandalise(t *testing.T, name, path string, key [KeySize]byte, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := readAll(path, key); !errors.Is(err, ErrDamaged) {
		t.Errorf("%s: reading says %v, want ErrDamaged", name, err)
	}
	if _, err := Pages(context.Background(), path, key); !errors.Is(err, ErrDamaged) {
		t.Errorf("%s: Pages says %v, want ErrDamaged", name, err)
	}
}

// TestEveryPageIsGuarded flips one bit in each part of each page.
func TestEveryPageIsGuarded(t *testing.T) {
	path, key := notes(t, 20)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for page := 0; page < len(whole)/pageSize; page++ {
		for _, at := range []int{saltSize, 100, usableSize - 1, ivStart, macStart, pageSize - 1} {
			b := bytes.Clone(whole)
			b[page*pageSize+at] ^= 1 << (page % 8)
			vandalise(t, "flip", path, key, b)
		}
	}
}

func TestPagesCannotBeMoved(t *testing.T) {
	path, key := notes(t, 40)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page := func(b []byte, n int) []byte { return b[(n-1)*pageSize : n*pageSize] }

	b := bytes.Clone(whole)
	copy(page(b, 3), page(whole, 4))
	copy(page(b, 4), page(whole, 3))
	vandalise(t, "swapped", path, key, b)

	b = bytes.Clone(whole)
	clear(page(b, 3))
	vandalise(t, "zeroed", path, key, b)

	b = bytes.Clone(whole)
	copy(page(b, 3), page(whole, 4))
	vandalise(t, "doubled", path, key, b)

	vandalise(t, "emptied", path, key, nil)
	vandalise(t, "cut in page 1", path, key, whole[:pageSize-1])
	vandalise(t, "cut in a page", path, key, whole[:len(whole)-pageSize/2])

	b = bytes.Clone(whole)
	clear(page(b, 1))
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	// Without its salt the key of the HMAC is lost too: this is no file of ours.
	if err := readAll(path, key); !errors.Is(err, ErrWrongKey) {
		t.Errorf("page 1 zeroed: %v", err)
	}

	// Whole pages cut off the end authenticate, but SQLite knows its size.
	if err := os.WriteFile(path, whole[:len(whole)-pageSize], 0o600); err != nil {
		t.Fatal(err)
	}
	if err := readAll(path, key); !errors.Is(err, ErrDamaged) {
		t.Errorf("cut by a page: %v", err)
	}
}

// TestDamagedJournalIsTold flips bits in what a hot journal's header counts.
func TestDamagedJournalIsTold(t *testing.T) {
	path, key := crashed(t)
	database, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	journal, err := os.ReadFile(path + journalSuffix)
	if err != nil {
		t.Fatal(err)
	}
	first := journalMaxHeader
	for name, damage := range map[string]func(b []byte) []byte{
		"magic":             func(b []byte) []byte { b[1] ^= 1; return b },
		"seed":              func(b []byte) []byte { b[journalSeedAt] ^= 1; return b },
		"former size":       func(b []byte) []byte { clear(b[journalOrigSizeAt:journalSectorAt]); return b },
		"page size":         func(b []byte) []byte { b[journalPageSizeAt] ^= 1; return b },
		"sector size":       func(b []byte) []byte { b[journalSectorAt] ^= 1; return b },
		"more than counted": func(b []byte) []byte { b[journalCountAt] ^= 0x40; return b },
		"page number":       func(b []byte) []byte { b[first+3] ^= 1; return b },
		"image":             func(b []byte) []byte { b[first+500] ^= 1; return b },
		"checksum":          func(b []byte) []byte { b[first+recordSize-1] ^= 1; return b },
		"cut in the record": func(b []byte) []byte { return b[:first+recordSize/2] },
		"cut in the header": func(b []byte) []byte { return b[:20] },
	} {
		t.Run(name, func(t *testing.T) {
			damaged := damage(bytes.Clone(journal))
			for suffix, b := range map[string][]byte{"": database, journalSuffix: damaged} {
				if err := os.WriteFile(path+suffix, b, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := Open(path, key); !errors.Is(err, ErrDamaged) {
				t.Errorf("got %v, want ErrDamaged", err)
			}
			for suffix, b := range map[string][]byte{"": database, journalSuffix: damaged} {
				if now, err := os.ReadFile(path + suffix); err != nil || !bytes.Equal(now, b) {
					t.Errorf("%q changed, %v", suffix, err)
				}
			}
		})
	}
}

// TestForeignJournal puts the journal of another database beside this one.
func TestForeignJournal(t *testing.T) {
	other, _ := crashed(t)
	journal, err := os.ReadFile(other + journalSuffix)
	if err != nil {
		t.Fatal(err)
	}
	path, key := notes(t, 20) // same key, another salt
	if err := os.WriteFile(path+journalSuffix, journal, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, key); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
}

// TestTornFirstPage tears page 1 in the middle of a commit; the journal brings
// it back.
func TestTornFirstPage(t *testing.T) {
	path, key := crashed(t)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[512:1024])
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	db := open(t, path, key)
	wantIntact(t, db)
	if n := number(t, db, "SELECT count(*) FROM note WHERE body LIKE 'note%'"); n != 500 {
		t.Errorf("%d notes as before, want 500", n)
	}
}
