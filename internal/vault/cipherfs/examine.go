package cipherfs

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

const journalSuffix = "-journal"

// examine judges a closed file and its journal before SQLite sees them: SQLite
// would begin a rollback under a wrong key, and would silently stop one at a
// damaged record.
func examine(path string, key [KeySize]byte) error {
	if InUse(path) {
		return ErrInUse
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	size := info.Size()
	if !info.Mode().IsRegular() || size < pageSize {
		return &Damage{Pages: uint32(min(size, 1)), Cut: true}
	}
	c, err := codecOf(f, key)
	if err != nil {
		return err
	}
	j, err := examineJournal(path+journalSuffix, c, f, info.Size())
	if err != nil && !errors.Is(err, ErrDamaged) {
		return err
	}
	first, others := probe(f, size, c)
	switch {
	case !first && !others && j.authentic == 0:
		return strange(f, c, size)
	case err != nil && j.authentic == 0:
		return fmt.Errorf("%w: %w", ErrForeignJournal, err)
	case err != nil:
		return fmt.Errorf("%w: %w", ErrJournal, err)
	case !j.hot && (!first || size%pageSize != 0):
		return fmt.Errorf("%w: page 1 or the end of the file", ErrDamaged)
	}
	return nil
}

// probe tells whether page 1, and whether any of the next pages, is authentic.
// All are tried before a key is called wrong.
func probe(r io.ReaderAt, size int64, c *codec) (first, others bool) {
	b := make([]byte, pageSize)
	for page := uint32(1); int64(page)*pageSize <= size; page++ {
		if _, err := r.ReadAt(b, int64(page-1)*pageSize); err == nil && c.authentic(b, page) {
			return page == 1, page > 1
		}
	}
	return false, false
}

// journalFacts is what examineJournal found.
type journalFacts struct {
	hot       bool // SQLite will roll it back
	authentic int  // records that a header counts
	formerly  uint32
	first     []byte // page 1 as it was, nil when it was not changed
}

// examineJournal reads the rollback journal of a closed database. Every record
// that its headers count was synced before it was counted, so one that is
// missing or wrong is damage (ErrDamaged), never the trace of a power cut.
// Nothing seals the headers themselves; what they say is held against the
// records and the database.
func examineJournal(path string, c *codec, database io.ReaderAt, length int64) (journalFacts, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return journalFacts{}, nil
	}
	if err != nil {
		return journalFacts{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return journalFacts{}, err
	}
	j, err := readJournal(f, info.Size(), c, database)
	if err != nil || !j.hot {
		return j, err
	}
	return j, j.checkFormerSize(c, database, length)
}

func readJournal(r io.ReaderAt, size int64, c *codec, database io.ReaderAt) (journalFacts, error) {
	var j journalFacts
	h := make([]byte, journalHeaderSize)
	n, err := r.ReadAt(h, 0)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return j, err
	case n == 0:
		return j, nil
	case h[0] != 0 && string(h[:len(journalMagic)]) != journalMagic:
		return j, fmt.Errorf("%w: header of the journal", ErrDamaged)
	}
	j.hot = h[0] != 0 // else never synced: nothing in the database was overwritten yet
	sector := int64(binary.BigEndian.Uint32(h[journalSectorAt:]))
	// Create commits page 1: no rollback leads to an empty database.
	j.formerly = binary.BigEndian.Uint32(h[journalOrigSizeAt:])
	if binary.BigEndian.Uint32(h[journalPageSizeAt:]) != pageSize || j.formerly == 0 ||
		sector < 32 || sector > 1<<16 || sector&(sector-1) != 0 {
		if !j.hot {
			return j, nil // nor was its header: it tells nothing
		}
		return j, fmt.Errorf("%w: header of the journal", ErrDamaged)
	}
	if j.hot && namesSuper(r, size) {
		return j, fmt.Errorf("%w: the journal names another", ErrDamaged)
	}
	b := &journalReader{r, size, c, make([]byte, recordSize)}
	for start := int64(0); ; {
		counted := uint32(0)
		if string(h[:len(journalMagic)]) == journalMagic {
			counted = binary.BigEndian.Uint32(h[journalCountAt:])
		}
		seed := binary.BigEndian.Uint32(h[journalSeedAt:])
		at := start + sector
		for ; counted > 0; counted-- {
			page, err := b.record(at, seed)
			if err != nil {
				return j, err
			}
			j.authentic++
			if page == 1 {
				j.first = bytes.Clone(b.image())
			}
			at += recordSize
		}
		if err := b.uncounted(at, seed, database); err != nil {
			return j, err
		}
		start = (at + sector - 1) / sector * sector
		if string(h[:len(journalMagic)]) != journalMagic || start+sector > size {
			return j, nil // that was the segment being written
		}
		if _, err := r.ReadAt(h, start); err != nil {
			return j, err
		}
	}
}

// journalReader reads the records of a journal.
type journalReader struct {
	io.ReaderAt
	size int64
	*codec
	buf []byte
}

// image is the sealed page of the record last read.
func (b *journalReader) image() []byte { return b.buf[numberSize : numberSize+pageSize] }

// record reads the record at an offset and returns the number of its page.
func (b *journalReader) record(at int64, seed uint32) (uint32, error) {
	if at+recordSize > b.size {
		return 0, fmt.Errorf("%w: the journal is cut", ErrDamaged)
	}
	if _, err := b.ReadAt(b.buf, at); err != nil {
		return 0, err
	}
	page := binary.BigEndian.Uint32(b.buf)
	if !b.authentic(b.image(), page) {
		return 0, fmt.Errorf("%w: a page in the journal", ErrDamaged)
	}
	if binary.BigEndian.Uint32(b.buf[numberSize+pageSize:]) != seed+checksum(b.image()) {
		return 0, fmt.Errorf("%w: a checksum in the journal", ErrDamaged)
	}
	return page, nil
}

// uncounted looks at the records that no header counts. SQLite overwrites a
// page only once its record is counted and synced, so each of them must still
// be in the database as it is. Where one is not, a header lost its count.
func (b *journalReader) uncounted(at int64, seed uint32, database io.ReaderAt) error {
	now := make([]byte, pageSize)
	for ; ; at += recordSize {
		page, err := b.record(at, seed)
		if errors.Is(err, ErrDamaged) {
			return nil // what a power cut left of the last write
		}
		if err != nil {
			return err
		}
		_, err = database.ReadAt(now, int64(page-1)*pageSize)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if !b.open(now, page) || !b.open(b.image(), page) || !bytes.Equal(now, b.image()) {
			return fmt.Errorf("%w: a page in the journal is not counted", ErrDamaged)
		}
	}
}

// namesSuper reports whether a journal ends with the name of a super-journal.
// Only transactions over several files have one, and we make none. SQLite
// drops a journal without rolling it back when it does not find that file.
func namesSuper(r io.ReaderAt, size int64) bool {
	end := make([]byte, len(journalMagic))
	_, err := r.ReadAt(end, size-int64(len(end)))
	return err == nil && string(end) == journalMagic
}

// checkFormerSize wants the size that the rollback would cut the database to
// to be no less than page 1, as it was, says, and no more than the file has.
func (j journalFacts) checkFormerSize(c *codec, database io.ReaderAt, length int64) error {
	first := j.first
	if first == nil {
		first = make([]byte, pageSize)
		if _, err := database.ReadAt(first, 0); err != nil {
			return err
		}
	}
	if !c.open(first, 1) {
		return fmt.Errorf("%w: page 1 of the database", ErrDamaged)
	}
	said := binary.BigEndian.Uint32(first[headerPagesAt:])
	if said > j.formerly || int64(j.formerly) > length/pageSize {
		return fmt.Errorf("%w: the former size in the journal", ErrDamaged)
	}
	return nil
}
