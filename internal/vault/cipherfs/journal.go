package cipherfs

import (
	"encoding/binary"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// record remembers the page image of the journal record in hand, because the
// checksum that follows it must be translated: SQLite sums the plain page,
// SQLCipher's journal holds the sum of the sealed one.
type record struct {
	checksumAt    int64 // where the checksum of that page stands; 0 for none
	sealed, plain uint32
}

func (f *file) readJournal(t *libc.TLS, p, buf uintptr, n int, offset int64) int32 {
	if code := readBeneath(t, p, buf, n, offset); code != sqlite3.SQLITE_OK {
		return code
	}
	b := bytesAt(buf, n)
	switch {
	case n == pageSize:
		page, code := f.pageNumber(t, p, offset)
		if code != sqlite3.SQLITE_OK {
			return code
		}
		f.record = record{checksumAt: offset + pageSize, sealed: checksum(b)}
		if !f.codec.open(b, page) {
			return sqlite3.SQLITE_IOERR_DATA
		}
		f.record.plain = checksum(b)
	case n == numberSize && offset == f.record.checksumAt:
		binary.BigEndian.PutUint32(b, binary.BigEndian.Uint32(b)-f.record.sealed+f.record.plain)
	}
	return sqlite3.SQLITE_OK
}

func (f *file) writeJournal(t *libc.TLS, p, buf uintptr, n int, offset int64) int32 {
	b := bytesAt(buf, n)
	switch {
	case n == pageSize:
		page, code := f.pageNumber(t, p, offset)
		if code != sqlite3.SQLITE_OK {
			return code
		}
		sealed := bytesAt(f.scratch, pageSize)
		if !f.codec.seal(sealed, b, page) {
			return sqlite3.SQLITE_IOERR_WRITE
		}
		f.record = record{checksumAt: offset + pageSize, sealed: checksum(sealed), plain: checksum(b)}
		return writeBeneath(t, p, f.scratch, pageSize, offset)
	case n == numberSize && offset == f.record.checksumAt:
		sum := bytesAt(f.scratch, numberSize)
		binary.BigEndian.PutUint32(sum, binary.BigEndian.Uint32(b)-f.record.plain+f.record.sealed)
		return writeBeneath(t, p, f.scratch, numberSize, offset)
	case n > journalMaxHeader:
		return sqlite3.SQLITE_IOERR_WRITE // only headers and numbers pass in clear
	}
	return writeBeneath(t, p, buf, n, offset)
}

// pageNumber reads the number that stands before the page image at offset.
func (f *file) pageNumber(t *libc.TLS, p uintptr, offset int64) (uint32, int32) {
	buf := f.scratch + pageSize
	code := readBeneath(t, p, buf, numberSize, offset-numberSize)
	return binary.BigEndian.Uint32(bytesAt(buf, numberSize)), code
}
