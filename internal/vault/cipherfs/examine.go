package cipherfs

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

const journalSuffix = "-journal"

// probePages is how many pages are tried before a key is called wrong.
const probePages = 64

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
	if !info.Mode().IsRegular() || info.Size() < pageSize {
		return fmt.Errorf("%w: not a whole page", ErrDamaged)
	}
	var salt [saltSize]byte
	if _, err := io.ReadFull(f, salt[:]); err != nil {
		return err
	}
	c, err := newCodec(key, salt)
	if err != nil {
		return err
	}
	j, err := examineJournal(path+journalSuffix, c)
	if err != nil && !errors.Is(err, ErrDamaged) {
		return err
	}
	first, others := probe(f, c)
	switch {
	case !first && !others && j.authentic == 0:
		return ErrWrongKey
	case err != nil:
		return err
	case !first && !j.hot:
		return fmt.Errorf("%w: page 1 of the database", ErrDamaged)
	}
	return nil
}

// probe tells whether page 1, and whether any of the next pages, is authentic.
func probe(r io.ReaderAt, c *codec) (first, others bool) {
	b := make([]byte, pageSize)
	for page := uint32(1); page <= probePages; page++ {
		if _, err := r.ReadAt(b, int64(page-1)*pageSize); err != nil {
			break
		}
		if c.authentic(b, page) {
			return page == 1, page > 1
		}
	}
	return false, false
}

// Pages authenticates every page of a closed database without decrypting it,
// and returns their number. It does not look at a journal.
//
// Errors: ErrDamaged, with the first page that is not what was written;
// ErrWrongKey when none is; ErrInUse; fs.ErrNotExist; the error of ctx.
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
	return PagesIn(ctx, f, info.Size(), key)
}

// PagesIn is Pages for the bytes of a database that are in another file.
func PagesIn(ctx context.Context, r io.ReaderAt, size int64, key [KeySize]byte) (uint32, error) {
	if size == 0 || size%pageSize != 0 {
		return 0, fmt.Errorf("%w: the last page is cut", ErrDamaged)
	}
	var salt [saltSize]byte
	if _, err := r.ReadAt(salt[:], 0); err != nil {
		return 0, err
	}
	c, err := newCodec(key, salt)
	if err != nil {
		return 0, err
	}
	if first, others := probe(r, c); !first && !others {
		return 0, ErrWrongKey
	}
	pages := uint32(size / pageSize)
	b := make([]byte, pageSize)
	for page := uint32(1); page <= pages; page++ {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if page == lockPage {
			continue
		}
		if _, err := r.ReadAt(b, int64(page-1)*pageSize); err != nil {
			return 0, err
		}
		if !c.authentic(b, page) {
			return 0, fmt.Errorf("%w: page %d of %d", ErrDamaged, page, pages)
		}
	}
	return pages, nil
}

// journalFacts is what examineJournal found.
type journalFacts struct {
	hot       bool // SQLite will roll it back
	authentic int  // records that the key sealed
}

// examineJournal reads the rollback journal of a closed database. Every record
// that its headers count was synced before it was counted, so one that is
// missing or wrong is damage (ErrDamaged), never the trace of a power cut.
func examineJournal(path string, c *codec) (journalFacts, error) {
	var j journalFacts
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return j, nil
	}
	if err != nil {
		return j, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return j, err
	}
	return readJournal(f, info.Size(), c)
}

func readJournal(r io.ReaderAt, size int64, c *codec) (journalFacts, error) {
	var j journalFacts
	h := make([]byte, journalHeaderSize)
	n, err := r.ReadAt(h, 0)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return j, err
	case n == 0 || h[0] == 0:
		return j, nil // never synced: nothing in the database was overwritten yet
	case n < len(h) || string(h[:len(journalMagic)]) != journalMagic:
		return j, fmt.Errorf("%w: header of the journal", ErrDamaged)
	}
	j.hot = true
	sector := int64(binary.BigEndian.Uint32(h[journalSectorAt:]))
	// Create commits page 1: no rollback leads to an empty database.
	if binary.BigEndian.Uint32(h[journalPageSizeAt:]) != pageSize ||
		binary.BigEndian.Uint32(h[journalOrigSizeAt:]) == 0 ||
		sector < 32 || sector > 1<<16 || sector&(sector-1) != 0 {
		return j, fmt.Errorf("%w: header of the journal", ErrDamaged)
	}
	record := make([]byte, recordSize)
	for start := int64(0); ; {
		count := binary.BigEndian.Uint32(h[journalCountAt:])
		seed := binary.BigEndian.Uint32(h[journalSeedAt:])
		at := start + sector
		for ; count > 0; count-- {
			if at+recordSize > size {
				return j, fmt.Errorf("%w: the journal is cut", ErrDamaged)
			}
			if _, err := r.ReadAt(record, at); err != nil {
				return j, err
			}
			image := record[numberSize : numberSize+pageSize]
			if !c.authentic(image, binary.BigEndian.Uint32(record)) {
				return j, fmt.Errorf("%w: a page in the journal", ErrDamaged)
			}
			j.authentic++
			if binary.BigEndian.Uint32(record[numberSize+pageSize:]) != seed+checksum(image) {
				return j, fmt.Errorf("%w: a checksum in the journal", ErrDamaged)
			}
			at += recordSize
		}
		start = (at + sector - 1) / sector * sector
		if start+sector > size {
			return j, nil
		}
		if _, err := r.ReadAt(h, start); err != nil {
			return j, err
		}
		if string(h[:len(journalMagic)]) != journalMagic {
			return j, nil // the segment that was being written
		}
	}
}
