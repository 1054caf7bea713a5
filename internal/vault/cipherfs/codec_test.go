package cipherfs

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func testCodec(t testing.TB) *codec {
	t.Helper()
	c, err := newCodec([KeySize]byte{7}, [saltSize]byte{9})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestKnownPages opens pages that SQLCipher sealed.
func TestKnownPages(t *testing.T) {
	f, err := os.Open("testdata/closed.db")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b := make([]byte, pageSize)
	var c *codec
	for page := uint32(1); ; page++ {
		if _, err := io.ReadFull(f, b); errors.Is(err, io.EOF) && page > 10 {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		if page == 1 {
			if c, err = newCodec(fixtureKey(t), [saltSize]byte(b)); err != nil {
				t.Fatal(err)
			}
		}
		if !c.open(b, page) {
			t.Fatalf("page %d does not open", page)
		}
		if page == 1 && (string(b[:saltSize]) != magic || !ours(b)) {
			t.Errorf("page 1 begins %q", b[:24])
		}
	}
}

func TestSealTwiceDiffers(t *testing.T) {
	c := testCodec(t)
	plain, one, two := make([]byte, pageSize), make([]byte, pageSize), make([]byte, pageSize)
	if !c.seal(one, plain, 2) || !c.seal(two, plain, 2) {
		t.Fatal("a page of zeros was refused")
	}
	if bytes.Equal(one[:ivStart], two[:ivStart]) {
		t.Error("the same page sealed twice gives the same ciphertext")
	}
}

func TestSealRefusesReservedBytes(t *testing.T) {
	c := testCodec(t)
	for at := usableSize; at < pageSize; at++ {
		plain := make([]byte, pageSize)
		plain[at] = 1
		if c.seal(make([]byte, pageSize), plain, 2) {
			t.Fatalf("byte %d would be lost", at)
		}
	}
}

func FuzzCodec(f *testing.F) {
	f.Add([]byte("a page"), uint32(1), uint16(3000), byte(1))
	f.Add([]byte{}, uint32(77), uint16(0), byte(0x80))
	f.Fuzz(func(t *testing.T, content []byte, page uint32, at uint16, mask byte) {
		c := testCodec(t)
		plain := make([]byte, pageSize)
		copy(plain[clearPrefix(page):usableSize], content)
		copy(plain[:clearPrefix(page)], magic)
		sealed := make([]byte, pageSize)
		if !c.seal(sealed, plain, page) {
			t.Fatal("refused")
		}
		opened := bytes.Clone(sealed)
		if !c.open(opened, page) || !bytes.Equal(opened, plain) {
			t.Fatal("what was sealed does not come back")
		}
		// Any change of a sealed byte shows; the salt is not sealed but chooses the keys.
		i := clearPrefix(page) + int(at)%(pageSize-clearPrefix(page))
		sealed[i] ^= mask
		if c.open(sealed, page) != (mask == 0) {
			t.Fatalf("byte %d changed by %#x", i, mask)
		}
	})
}

// FuzzOpen opens files and journals with a few bytes changed: an error or the
// content as it was, never a panic or anything else.
func FuzzOpen(f *testing.F) {
	path, key := crashed(f)
	database, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	journal, err := os.ReadFile(path + journalSuffix)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(0), uint32(0), []byte{}, uint32(1<<31), uint32(1<<31))
	f.Add(uint32(5000), uint32(2000), []byte{1, 2, 3}, uint32(1<<31), uint32(9000))
	f.Add(uint32(20), uint32(8), []byte{0, 0, 0, 2}, uint32(8192), uint32(1<<31))
	f.Fuzz(func(t *testing.T, inDatabase, inJournal uint32, change []byte, cutDatabase, cutJournal uint32) {
		dir := t.TempDir()
		copied := filepath.Join(dir, "records.db")
		write := func(path string, whole []byte, at, cut uint32) {
			b := bytes.Clone(whole)
			for i, c := range change {
				b[(int(at)+i)%len(b)] ^= c
			}
			if err := os.WriteFile(path, b[:min(int(cut), len(b))], 0o600); err != nil {
				t.Fatal(err)
			}
		}
		write(copied, database, inDatabase, cutDatabase)
		write(copied+journalSuffix, journal, inJournal, cutJournal)
		// Nothing seals the journal's headers: a changed count or size rolls back
		// too little. So only an untouched journal promises the old content.
		untouched := int(cutJournal) >= len(journal) && !bytes.ContainsFunc(change, func(r rune) bool { return r != 0 })
		if err := readAll(copied, key); errors.Is(err, errSilent) && untouched {
			t.Fatal(err)
		}
	})
}

func BenchmarkSealPage(b *testing.B) {
	c := testCodec(b)
	plain, sealed := make([]byte, pageSize), make([]byte, pageSize)
	rand.Read(plain[:usableSize])
	b.SetBytes(pageSize)
	for b.Loop() {
		c.seal(sealed, plain, 2)
	}
}

func BenchmarkOpenPage(b *testing.B) {
	c := testCodec(b)
	sealed, buf := make([]byte, pageSize), make([]byte, pageSize)
	c.seal(sealed, make([]byte, pageSize), 2)
	b.SetBytes(pageSize)
	for b.Loop() {
		copy(buf, sealed)
		c.open(buf, 2)
	}
}
