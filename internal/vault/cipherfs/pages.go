package cipherfs

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"sync"
)

// Damage says what of a database file is not what was written. It is an
// ErrDamaged.
type Damage struct {
	Pages      uint32 // of the file; one that is cut counts
	Damaged    uint32 // how many of them are not what was written
	Unreadable uint32 // how many of those the disk does not give back at all
	Spans      []Span // the first of the damaged ones, ascending
	Cut        bool   // the file ends within its last page
	Missing    uint32 // pages at the end that the database counts and the file lacks
	Salt       bool   // the salt is damaged, without which no page can be verified
}

// Span is a run of pages, both ends within.
type Span struct{ First, Last uint32 }

const maxSpans = 10

func (d *Damage) Error() string {
	return fmt.Sprintf("%v: %d of %d pages %v, cut %t, %d missing, salt %t", ErrDamaged, d.Damaged, d.Pages, d.Spans, d.Cut, d.Missing, d.Salt)
}

// Is makes errors.Is find ErrDamaged.
func (d *Damage) Is(target error) bool { return target == ErrDamaged }

// Pages authenticates every page of a closed database without decrypting it,
// and returns their number. It does not look at a journal.
//
// Errors: *Damage; ErrWrongKey when nothing was sealed with this key; ErrInUse;
// fs.ErrNotExist; the error of ctx.
func Pages(ctx context.Context, path string, key [KeySize]byte) (uint32, error) {
	if InUse(path) {
		return 0, ErrInUse
	}
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return PagesIn(ctx, f, info.Size(), key, nil)
}

// PagesIn is Pages for the bytes of a database that are in another file, which
// several goroutines read. progress, if not nil, is told the pages done and
// their number.
func PagesIn(ctx context.Context, r io.ReaderAt, size int64, key [KeySize]byte, progress func(done, total int64)) (uint32, error) {
	if size < pageSize {
		return 0, &Damage{Pages: uint32((size + pageSize - 1) / pageSize), Cut: true}
	}
	c, err := codecOf(r, key)
	if err != nil {
		return 0, err
	}
	if first, others := probe(r, size, c); !first && !others {
		return 0, strange(r, c, size)
	}
	s := &survey{ctx: ctx, r: r, pages: uint32(size / pageSize), progress: progress}
	if err := s.run(key, c.salt); err != nil {
		return 0, err
	}
	d := Damage{Pages: s.pages, Damaged: uint32(len(s.damaged)), Unreadable: s.unreadable, Spans: spans(s.damaged)}
	if size%pageSize != 0 {
		d.Pages++
		d.Cut = true
	}
	if counted := countedPages(r, c); counted > d.Pages {
		d.Missing = counted - d.Pages
	}
	if d.Damaged > 0 || d.Cut || d.Missing > 0 {
		return 0, &d
	}
	return s.pages, nil
}

// codecOf makes the codec of a file by the salt at its start.
func codecOf(r io.ReaderAt, key [KeySize]byte) (*codec, error) {
	var salt [saltSize]byte
	if _, err := r.ReadAt(salt[:], 0); err != nil {
		return nil, err
	}
	return newCodec(key, salt)
}

// strange is the error for a file of which nothing authenticates: the key is
// another, unless page 1 decrypts to what it should begin with. Then only the
// salt is damaged, from which the key of the HMACs is made.
func strange(r io.ReaderAt, c *codec, size int64) error {
	b := make([]byte, pageSize)
	if _, err := r.ReadAt(b, 0); err != nil {
		return err
	}
	if c.decrypt(b, 1); ours(b) {
		return &Damage{Pages: uint32((size + pageSize - 1) / pageSize), Salt: true}
	}
	return ErrWrongKey
}

// countedPages is the size of the database by its own header; 0 when page 1
// does not tell.
func countedPages(r io.ReaderAt, c *codec) uint32 {
	b := make([]byte, pageSize)
	if _, err := r.ReadAt(b, 0); err != nil || !c.open(b, 1) {
		return 0
	}
	if string(b[headerChangesAt:headerChangesAt+numberSize]) != string(b[headerValidForAt:headerValidForAt+numberSize]) {
		return 0 // last written by a SQLite that does not keep it
	}
	return binary.BigEndian.Uint32(b[headerPagesAt:])
}

// chunkPages is how many pages are read at once.
const chunkPages = 256

// survey authenticates the pages of a file on all processors.
type survey struct {
	ctx      context.Context
	r        io.ReaderAt
	pages    uint32
	progress func(done, total int64)

	mu         sync.Mutex
	next, done uint32
	damaged    []uint32
	unreadable uint32
}

func (s *survey) run(key [KeySize]byte, salt [saltSize]byte) error {
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), int(s.pages/chunkPages)+1) {
		c, err := newCodec(key, salt)
		if err != nil {
			return err
		}
		workers.Go(func() { s.work(c) })
	}
	workers.Wait()
	slices.Sort(s.damaged)
	return s.ctx.Err()
}

func (s *survey) work(c *codec) {
	b := make([]byte, min(s.pages, chunkPages)*pageSize)
	for s.ctx.Err() == nil {
		s.mu.Lock()
		first := s.next
		n := min(s.pages-first, chunkPages)
		s.next += n
		s.mu.Unlock()
		if n == 0 {
			return
		}
		s.chunk(c, b[:n*pageSize], first)
		s.mu.Lock()
		s.done += n
		if s.progress != nil {
			s.progress(int64(s.done), int64(s.pages))
		}
		s.mu.Unlock()
	}
}

// chunk authenticates the pages after first. What cannot be read at once is
// read page by page, so that a bad sector costs its own page alone.
func (s *survey) chunk(c *codec, b []byte, first uint32) {
	_, err := s.r.ReadAt(b, int64(first)*pageSize)
	for page := first + 1; len(b) > 0; page++ {
		one := b[:pageSize]
		b = b[pageSize:]
		unreadable := false
		if err != nil {
			_, err := s.r.ReadAt(one, int64(page-1)*pageSize)
			unreadable = err != nil
		}
		if page == lockPage || !unreadable && c.authentic(one, page) {
			continue
		}
		s.mu.Lock()
		s.damaged = append(s.damaged, page)
		if unreadable {
			s.unreadable++
		}
		s.mu.Unlock()
	}
}

// spans joins ascending page numbers; only the first spans are kept.
func spans(pages []uint32) (list []Span) {
	for _, page := range pages {
		if n := len(list); n > 0 && list[n-1].Last+1 == page {
			list[n-1].Last = page
			continue
		}
		if len(list) == maxSpans {
			break
		}
		list = append(list, Span{page, page})
	}
	return list
}
