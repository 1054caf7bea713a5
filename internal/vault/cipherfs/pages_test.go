package cipherfs

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"
)

// TestDamageIsPrecise harms a file in many ways and wants exactly that told.
func TestDamageIsPrecise(t *testing.T) {
	path, key := notes(t, 2000)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n := uint32(len(whole) / pageSize)
	flip := func(pages ...int) func([]byte) []byte {
		return func(b []byte) []byte {
			for _, page := range pages {
				b[(page-1)*pageSize+500] ^= 1
			}
			return b
		}
	}
	var odd []int
	for page := 3; page < 100; page += 2 {
		odd = append(odd, page)
	}
	for name, c := range map[string]struct {
		harm func([]byte) []byte
		want Damage
	}{
		"first page":     {flip(1), Damage{Pages: n, Damaged: 1, Spans: []Span{{1, 1}}}},
		"last page":      {flip(int(n)), Damage{Pages: n, Damaged: 1, Spans: []Span{{n, n}}}},
		"neighbours":     {flip(9, 4, 5, 3), Damage{Pages: n, Damaged: 4, Spans: []Span{{3, 5}, {9, 9}}}},
		"across a chunk": {flip(256, 257), Damage{Pages: n, Damaged: 2, Spans: []Span{{256, 257}}}},
		"many":           {flip(odd...), Damage{Pages: n, Damaged: 49, Spans: []Span{{3, 3}, {5, 5}, {7, 7}, {9, 9}, {11, 11}, {13, 13}, {15, 15}, {17, 17}, {19, 19}, {21, 21}}}},
		"salt":           {func(b []byte) []byte { b[3] ^= 8; return b }, Damage{Pages: n, Salt: true}},
		"cut in a page":  {func(b []byte) []byte { return b[:len(b)-1] }, Damage{Pages: n, Cut: true, Spans: nil}},
		"cut":            {func(b []byte) []byte { return b[:len(b)-7*pageSize] }, Damage{Pages: n - 7, Missing: 7}},
		"cut and harmed": {func(b []byte) []byte { return flip(2)(b)[:100*pageSize+9] }, Damage{Pages: 101, Damaged: 1, Spans: []Span{{2, 2}}, Cut: true, Missing: n - 101}},
		"one byte":       {func(b []byte) []byte { return b[:1] }, Damage{Pages: 1, Cut: true}},
		"nothing":        {func(b []byte) []byte { return nil }, Damage{Cut: true}},
	} {
		b := c.harm(bytes.Clone(whole))
		_, err := PagesIn(background, bytes.NewReader(b), int64(len(b)), key, nil)
		got, ok := errors.AsType[*Damage](err)
		if !ok || !reflect.DeepEqual(*got, c.want) || !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %+v, want %+v", name, err, &c.want)
		}
	}
	stranger := key
	stranger[0] ^= 1
	if _, err := PagesIn(background, bytes.NewReader(whole), int64(len(whole)), stranger, nil); !errors.Is(err, ErrWrongKey) {
		t.Errorf("another key: %v", err)
	}
}

// badSector does not give back one page.
type badSector struct {
	*bytes.Reader
	page int
}

func (s badSector) ReadAt(b []byte, offset int64) (int, error) {
	at := int64(s.page-1) * pageSize
	if offset < at+pageSize && at < offset+int64(len(b)) {
		return 0, errors.New("input/output error")
	}
	return s.Reader.ReadAt(b, offset)
}

func TestBadSectorCostsItsPage(t *testing.T) {
	path, key := notes(t, 200)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = PagesIn(background, badSector{bytes.NewReader(whole), 17}, int64(len(whole)), key, nil)
	want := Damage{Pages: uint32(len(whole) / pageSize), Damaged: 1, Unreadable: 1, Spans: []Span{{17, 17}}}
	if got, ok := errors.AsType[*Damage](err); !ok || !reflect.DeepEqual(*got, want) {
		t.Errorf("%+v, want %+v", err, want)
	}
}

// TestSealedThroughALink opens a database by a path that is not its own.
func TestSealedThroughALink(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // making a link is a privilege there
	}
	path, key := notes(t, 20)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Dir(path), link); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(link, filepath.Base(path))
	sealed, err := SealedOf(background, open(t, path, key), path)
	if err != nil {
		t.Fatal(err)
	}
	size, err := sealed.Size()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := PagesIn(background, sealed, size, key, nil); err != nil {
		t.Error(err)
	}
}

// TestSealedOfAnOpenDatabase authenticates a database while it is written to,
// and finds a bit that changed on the disk though the page is in memory.
func TestSealedOfAnOpenDatabase(t *testing.T) {
	path, key := notes(t, 4000)
	db := open(t, path, key)
	want := dump(t, db)
	sealed, err := SealedOf(background, db, path)
	if err != nil {
		t.Fatal(err)
	}
	size, err := sealed.Size()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := PagesIn(background, sealed, size, key, func(int64, int64) {
		run(t, db, "INSERT INTO note (body) VALUES ('note meanwhile')")
	})
	if err != nil || int64(pages) != size/pageSize {
		t.Errorf("%d pages, %v", pages, err)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b := make([]byte, 1)
	if _, err := f.ReadAt(b, 20*pageSize+9); err != nil {
		t.Fatal(err)
	}
	b[0] ^= 1
	if _, err := f.WriteAt(b, 20*pageSize+9); err != nil {
		t.Fatal(err)
	}
	_, err = PagesIn(background, sealed, size, key, nil)
	if d, ok := errors.AsType[*Damage](err); !ok || d.Damaged != 1 || d.Spans[0].First != 21 {
		t.Errorf("%v, want page 21", err)
	}
	run(t, db, "DELETE FROM note WHERE body = 'note meanwhile'")
	if dump(t, db) != want {
		t.Error("the records changed")
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := sealed.Size(); err == nil {
		t.Error("a closed database was read")
	}
}
