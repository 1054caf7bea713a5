package cipherfs

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// The crash that testdata/interrupted.db and its journal are from: while
// user_version and the bodies were changed and a row added, the second of four
// pages had been written. interrupted-before.db is the database as it was.

// held is what a reader finds in a database.
type held struct {
	Version int
	Bodies  []string
}

// readHeld opens a database and reads everything.
func readHeld(path string, key [KeySize]byte) (h held, err error) {
	db, err := Open(path, key)
	if err != nil {
		return h, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.QueryRow("PRAGMA user_version").Scan(&h.Version); err != nil {
		return h, classify(err)
	}
	table := "note"
	if err := db.QueryRow("SELECT name FROM sqlite_schema WHERE name IN ('note', 'notes')").Scan(&table); err != nil {
		return h, classify(err)
	}
	rows, err := db.Query("SELECT body FROM " + table + " ORDER BY 1")
	if err != nil {
		return h, classify(err)
	}
	defer rows.Close()
	for rows.Next() {
		var body string
		if err := rows.Scan(&body); err != nil {
			return h, err
		}
		h.Bodies = append(h.Bodies, body)
	}
	return h, classify(rows.Err())
}

// crash is a database beside which a journal is put.
type crash struct {
	database, journal []byte // as they were found
	before            held   // what the rollback leads to
	rolledBack        []byte // the database then
	key               [KeySize]byte
	dir               string
}

func (c crash) path() string { return filepath.Join(c.dir, "records.db") }

// put writes the database and any journal.
func (c crash) put(t testing.TB, journal []byte) {
	t.Helper()
	for suffix, b := range map[string][]byte{"": c.database, journalSuffix: journal} {
		if err := os.WriteFile(c.path()+suffix, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// unchanged reports whether opening left the database and the journal alone.
func (c crash) unchanged(t testing.TB, journal []byte) bool {
	t.Helper()
	return bytes.Equal(contentOf(t, c.path()), c.database) && bytes.Equal(contentOf(t, c.path()+journalSuffix), journal)
}

func contentOf(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// crashes are: a crash before anything was overwritten, one in the middle of it,
// and one that SQLCipher left.
func crashes(t testing.TB) []crash {
	t.Helper()
	key := fixtureKey(t)
	list := []crash{}
	for _, of := range [][2]string{
		{"interrupted-before.db", "interrupted.db-journal"},
		{"interrupted.db", "interrupted.db-journal"},
		{"hot.db", "hot.db-journal"},
	} {
		c := crash{key: key, dir: t.TempDir()}
		c.database, c.journal = contentOf(t, "testdata/"+of[0]), contentOf(t, "testdata/"+of[1])
		c.put(t, c.journal)
		var err error
		if c.before, err = readHeld(c.path(), key); err != nil {
			t.Fatal(err)
		}
		c.rolledBack = contentOf(t, c.path())
		list = append(list, c)
	}
	if !reflect.DeepEqual(list[0].before, list[1].before) || list[1].before.Version != 0 || len(list[1].before.Bodies) != 4 || len(list[2].before.Bodies) != 200 {
		t.Fatal("the fixtures do not hold what they should")
	}
	return list
}

// announced reports whether a journal still tells of the crash: its header
// counts all that it did, or the header is whole but for that and the records
// are. One that does not is like one that was cut or deleted: nothing is left
// by which anybody could know.
func (c crash) announced(journal []byte) bool {
	count := binary.BigEndian.Uint32(c.journal[journalCountAt:])
	records := journalMaxHeader + int(count)*recordSize
	switch {
	case len(journal) < journalHeaderSize || !bytes.Equal(journal[journalSeedAt:journalHeaderSize], c.journal[journalSeedAt:journalHeaderSize]):
		return false
	case string(journal[:len(journalMagic)]) == journalMagic && binary.BigEndian.Uint32(journal[journalCountAt:]) >= count:
		return true
	}
	return len(journal) >= records && bytes.Equal(journal[journalMaxHeader:records], c.journal[journalMaxHeader:records])
}

// invented reports whether a page of the database is neither as it was found
// nor as it was before.
func (c crash) invented(t testing.TB) bool {
	t.Helper()
	codec, err := newCodec(c.key, [saltSize]byte(c.database))
	if err != nil {
		t.Fatal(err)
	}
	plain := func(b []byte, at int) []byte {
		if at+pageSize > len(b) {
			return nil
		}
		b = bytes.Clone(b[at : at+pageSize])
		if !codec.open(b, uint32(at/pageSize)+1) {
			t.Fatalf("page %d is not authentic", at/pageSize+1)
		}
		return b
	}
	now := contentOf(t, c.path())
	for at := 0; at < len(now); at += pageSize {
		page := plain(now, at)
		if !bytes.Equal(page, plain(c.database, at)) && !bytes.Equal(page, plain(c.rolledBack, at)) {
			return true
		}
	}
	return false
}

// FuzzJournal puts any journal beside a real database. Either the database
// then holds what it held before the transaction, all of it; or it is refused
// as damaged, with both files as they were. Where too little of the journal is
// left to tell, each page is at least as it was found or as it was before.
func FuzzJournal(f *testing.F) {
	all := crashes(f)
	for which, c := range all {
		for _, journal := range damagedJournals(c.journal) {
			f.Add(byte(which), journal)
		}
		f.Add(byte(which), all[(which+2)%len(all)].journal) // of another database
	}
	f.Fuzz(func(t *testing.T, which byte, journal []byte) {
		c := all[int(which)%len(all)]
		c.put(t, journal)
		got, err := readHeld(c.path(), c.key)
		switch {
		case errors.Is(err, ErrDamaged):
			if !c.unchanged(t, journal) {
				t.Fatalf("refused, and the files were changed: %v", err)
			}
			return
		case err == nil && reflect.DeepEqual(got, c.before):
			if _, err := Pages(context.Background(), c.path(), c.key); err != nil {
				t.Fatalf("opened, and a page is wrong: %v", err)
			}
			return
		case err != nil:
			t.Fatalf("neither opened nor called damaged: %v", err)
		case c.announced(journal):
			t.Fatalf("a transaction that was cut short shows: %d bodies", len(got.Bodies))
		case c.invented(t):
			t.Fatal("the database holds what it never held")
		}
	})
}

// damagedJournals are a journal as it is and with what it can suffer.
func damagedJournals(whole []byte) map[string][]byte {
	at := func(offset int, b ...byte) []byte {
		changed := bytes.Clone(whole)
		copy(changed[offset:], b)
		return changed
	}
	flip := func(offset int) []byte { return at(offset, whole[offset]^1) }
	count := func(by uint32) []byte {
		return at(journalCountAt, binary.BigEndian.AppendUint32(nil, binary.BigEndian.Uint32(whole[journalCountAt:])+by)...)
	}
	first := journalMaxHeader
	swapped := bytes.Clone(whole)
	copy(swapped[first:], whole[first+recordSize:first+2*recordSize])
	copy(swapped[first+recordSize:], whole[first:first+recordSize])
	return map[string][]byte{
		"whole":             whole,
		"empty":             {},
		"magic flipped":     flip(1),
		"magic zeroed":      at(0, make([]byte, journalSeedAt)...),
		"first byte zeroed": at(0, 0),
		"header zeroed":     at(0, make([]byte, journalHeaderSize)...),
		"none counted":      at(journalCountAt, 0, 0, 0, 0),
		"one less counted":  count(^uint32(0)),
		"two less counted":  count(^uint32(1)),
		"one more counted":  count(1),
		"all counted":       at(journalCountAt, 0xff, 0xff, 0xff, 0xff),
		"seed":              flip(journalSeedAt),
		"formerly empty":    at(journalOrigSizeAt, 0, 0, 0, 0),
		"formerly smaller":  at(journalOrigSizeAt, 0, 0, 0, 1),
		"formerly huge":     at(journalOrigSizeAt, 0x7f, 0, 0, 0),
		"sector size":       at(journalSectorAt, 0, 0, 4, 0),
		"page size":         flip(journalPageSizeAt + 2),
		"page number":       flip(first + 3),
		"image":             flip(first + 500),
		"checksum":          flip(first + recordSize - 1),
		"records swapped":   swapped,
		"cut in the record": whole[:first+recordSize/2],
		"cut by a record":   whole[:len(whole)-recordSize],
		"cut in the header": whole[:20],
		"cut to a byte":     whole[:1],
		"another named":     append(bytes.Clone(whole), "\x00\x00\x00\x01x\x00\x00\x00\x01\x00\x00\x00\x78"+journalMagic...),
	}
}

// TestDamagedJournals wants what FuzzJournal wants of a crash in the middle of
// overwriting, and of which damage it is told: of all but those that leave
// nothing to tell by.
func TestDamagedJournals(t *testing.T) {
	c := crashes(t)[1]
	// The last page had not been overwritten yet.
	harmless := map[string]bool{"whole": true, "records swapped": true, "one less counted": true}
	traceless := map[string]bool{"empty": true, "header zeroed": true}
	for name, journal := range damagedJournals(c.journal) {
		c.put(t, journal)
		got, err := readHeld(c.path(), c.key)
		switch {
		case harmless[name]:
			if err != nil || !reflect.DeepEqual(got, c.before) {
				t.Errorf("%s: not rolled back: %v", name, err)
			}
		case traceless[name]:
			if !bytes.Equal(contentOf(t, c.path()), c.database) {
				t.Errorf("%s: the database was changed", name)
			}
		case !errors.Is(err, ErrDamaged):
			t.Errorf("%s: %v, and %d bodies", name, err, len(got.Bodies))
		case !c.unchanged(t, journal):
			t.Errorf("%s: told, and the files were changed", name)
		}
	}
}
