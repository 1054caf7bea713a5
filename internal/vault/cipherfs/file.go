package cipherfs

import (
	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// The callbacks of an open file. The database is read and written by whole
// pages; what the journal needs is in journal.go.

func xRead(t *libc.TLS, p, buf uintptr, n int32, offset int64) int32 {
	f := fileAt(p)
	switch {
	case f.journal:
		return f.readJournal(t, p, buf, int(n), offset)
	case offset == 0 && n == headerSize:
		return f.readHeader(t, p, buf)
	case offset%pageSize == 0 && n == pageSize:
		return f.readPage(t, p, buf, offset)
	}
	return f.readPart(t, p, buf, int(n), offset)
}

// readPage reads and opens one page. Past the end it reads zeros and says so,
// as SQLite expects; a page cut short is damage.
func (f *file) readPage(t *libc.TLS, p, buf uintptr, offset int64) int32 {
	code := readBeneath(t, p, buf, pageSize, offset)
	if code == sqlite3.SQLITE_IOERR_SHORT_READ {
		clear(bytesAt(buf, pageSize))
		size, sizeCode := sizeBeneath(t, p)
		switch {
		case sizeCode != sqlite3.SQLITE_OK:
			return sizeCode
		case size > offset:
			return sqlite3.SQLITE_IOERR_DATA
		}
		return code
	}
	if code != sqlite3.SQLITE_OK {
		return code
	}
	if f.onPage != nil {
		f.onPage()
	}
	page := uint32(offset/pageSize) + 1
	if !f.codec.open(bytesAt(buf, pageSize), page) {
		if page == 1 {
			return sqlite3.SQLITE_NOTADB
		}
		return sqlite3.SQLITE_IOERR_DATA
	}
	return sqlite3.SQLITE_OK
}

// readHeader answers SQLite's first look at a file, which comes before a hot
// journal is rolled back: an empty file or a page 1 torn by a power cut must
// not fail here, and must still tell the layout.
func (f *file) readHeader(t *libc.TLS, p, buf uintptr) int32 {
	switch code := f.readPage(t, p, f.scratch, 0); code {
	case sqlite3.SQLITE_OK:
		copy(bytesAt(buf, headerSize), bytesAt(f.scratch, headerSize))
		return code
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR_DATA, sqlite3.SQLITE_IOERR_SHORT_READ:
		h := emptyHeader()
		copy(bytesAt(buf, headerSize), h[:])
		return sqlite3.SQLITE_OK
	default:
		return code
	}
}

// readPart reads within one page, such as the change counter of page 1.
func (f *file) readPart(t *libc.TLS, p, buf uintptr, n int, offset int64) int32 {
	within := int(offset % pageSize)
	if within+n > pageSize {
		return sqlite3.SQLITE_IOERR_READ
	}
	code := f.readPage(t, p, f.scratch, offset-int64(within))
	copy(bytesAt(buf, n), bytesAt(f.scratch+uintptr(within), n))
	return code
}

func xWrite(t *libc.TLS, p, buf uintptr, n int32, offset int64) int32 {
	f := fileAt(p)
	if f.journal {
		return f.writeJournal(t, p, buf, int(n), offset)
	}
	if offset%pageSize != 0 || n != pageSize {
		return sqlite3.SQLITE_IOERR_WRITE
	}
	src := bytesAt(buf, pageSize)
	if offset == 0 && !ours(src) {
		return sqlite3.SQLITE_IOERR_WRITE // another page size, auto_vacuum
	}
	if code := f.fillHole(t, p, offset); code != sqlite3.SQLITE_OK {
		return code
	}
	return f.writePage(t, p, src, offset)
}

func (f *file) writePage(t *libc.TLS, p uintptr, src []byte, offset int64) int32 {
	if !f.codec.seal(bytesAt(f.scratch, pageSize), src, uint32(offset/pageSize)+1) {
		return sqlite3.SQLITE_IOERR_WRITE
	}
	return writeBeneath(t, p, f.scratch, pageSize, offset)
}

// fillHole writes sealed zero pages from the end of the file up to offset, so
// that every page of the file authenticates.
func (f *file) fillHole(t *libc.TLS, p uintptr, offset int64) int32 {
	size, code := sizeBeneath(t, p)
	if code != sqlite3.SQLITE_OK || size >= offset {
		return code
	}
	zeros := make([]byte, pageSize)
	for end := size / pageSize * pageSize; end < offset; end += pageSize {
		if end/pageSize+1 == lockPage {
			continue
		}
		if code := f.writePage(t, p, zeros, end); code != sqlite3.SQLITE_OK {
			return code
		}
	}
	return sqlite3.SQLITE_OK
}

// xTruncate only shortens: growing would leave a hole that no key sealed.
func xTruncate(t *libc.TLS, p uintptr, size int64) int32 {
	if !fileAt(p).journal {
		now, code := sizeBeneath(t, p)
		if code != sqlite3.SQLITE_OK {
			return code
		}
		if size > now || size%pageSize != 0 {
			return sqlite3.SQLITE_IOERR_TRUNCATE
		}
	}
	return truncateBeneath(t, p, size)
}

func xClose(t *libc.TLS, p uintptr) int32 {
	f := fileAt(p)
	code := closeBeneath(t, p)
	clear(bytesAt(f.scratch, scratchSize))
	libc.Xfree(t, f.scratch)
	files.Delete(at[header](p).token)
	return code
}

func xFileControl(t *libc.TLS, p uintptr, op int32, arg uintptr) int32 {
	switch op {
	case sqlite3.SQLITE_FCNTL_SIZE_HINT, sqlite3.SQLITE_FCNTL_CHUNK_SIZE:
		return sqlite3.SQLITE_OK // would grow the file by pages that no key sealed
	case sqlite3.SQLITE_FCNTL_MMAP_SIZE:
		*at[int64](arg) = 0
		return sqlite3.SQLITE_OK
	}
	return function[controlFunc](methodsBeneath(p).FxFileControl)(t, p+headerBytes, op, arg)
}

// xDeviceCharacteristics claims little. With "powersafe overwrite" SQLite pads
// a journal header to 512 bytes, which tells it from a page; without the
// others it syncs the journal before it counts the records.
func xDeviceCharacteristics(t *libc.TLS, p uintptr) int32 {
	c := function[plainFunc](methodsBeneath(p).FxDeviceCharacteristics)(t, p+headerBytes)
	return c&sqlite3.SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN | sqlite3.SQLITE_IOCAP_POWERSAFE_OVERWRITE
}

func xSync(t *libc.TLS, p uintptr, flags int32) int32 { return syncBeneath(t, p, flags) }

func xFileSize(t *libc.TLS, p, out uintptr) int32 {
	return function[outFunc](methodsBeneath(p).FxFileSize)(t, p+headerBytes, out)
}

func xLock(t *libc.TLS, p uintptr, level int32) int32 {
	return function[intFunc](methodsBeneath(p).FxLock)(t, p+headerBytes, level)
}

func xUnlock(t *libc.TLS, p uintptr, level int32) int32 {
	return function[intFunc](methodsBeneath(p).FxUnlock)(t, p+headerBytes, level)
}

func xCheckReservedLock(t *libc.TLS, p, out uintptr) int32 {
	return function[outFunc](methodsBeneath(p).FxCheckReservedLock)(t, p+headerBytes, out)
}

func xSectorSize(t *libc.TLS, p uintptr) int32 {
	return function[plainFunc](methodsBeneath(p).FxSectorSize)(t, p+headerBytes)
}
