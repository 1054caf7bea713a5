package cipherfs

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"path/filepath"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// Sealed reads an open database as it is on the disk, sealed. It reads through
// SQLite's own handle: opening and closing the file beside it would drop
// SQLite's locks. For each reading it takes the connection, so that it sees no
// change half made.
type Sealed struct {
	ctx  context.Context
	db   *sql.DB
	path string
}

// SealedOf is the file of db, which Open opened at path. Reading ends with ctx.
func SealedOf(ctx context.Context, db *sql.DB, path string) (Sealed, error) {
	path, err := filepath.Abs(path)
	return Sealed{ctx, db, path}, err
}

// ReadAt reads len(b) bytes from an offset; io.ErrUnexpectedEOF when the file
// has fewer.
func (s Sealed) ReadAt(b []byte, offset int64) (n int, err error) {
	err = s.use(func(t *libc.TLS, p uintptr) error {
		buf := libc.Xmalloc(t, libc.Tsize_t(len(b)))
		if buf == 0 {
			return errors.New("no memory to read the file")
		}
		defer libc.Xfree(t, buf)
		switch readBeneath(t, p, buf, len(b), offset) {
		case sqlite3.SQLITE_OK:
			n = copy(b, bytesAt(buf, len(b)))
			return nil
		case sqlite3.SQLITE_IOERR_SHORT_READ:
			return io.ErrUnexpectedEOF
		}
		return errors.New("the disk does not give the file back")
	})
	return n, err
}

// Size is the length of the file in bytes.
func (s Sealed) Size() (size int64, err error) {
	err = s.use(func(t *libc.TLS, p uintptr) error {
		var code int32
		if size, code = sizeBeneath(t, p); code != sqlite3.SQLITE_OK {
			return errors.New("the disk does not tell the length of the file")
		}
		return nil
	})
	return size, err
}

// use calls f with SQLite's handle while nobody else has the connection.
func (s Sealed) use(f func(t *libc.TLS, p uintptr) error) error {
	conn, err := s.db.Conn(s.ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	var p uintptr
	files.Range(func(_, open any) bool {
		if f := open.(*file); f.opened == s.path {
			p = f.p
		}
		return p == 0
	})
	if p == 0 {
		return errors.New("the file is not open")
	}
	t := libc.NewTLS()
	defer t.Close()
	return f(t, p)
}
