// Package cipherfs opens SQLite databases whose files are encrypted in the
// format of SQLCipher 4: AES-256-CBC and HMAC-SHA512 per page, in the database
// and in its rollback journal alike. Tools that read SQLCipher 4 read these
// files with the raw key, and their files open here.
//
// It is a shim over SQLite's own file layer (VFS). One is registered for the
// whole process; each opened path finds its key by a ticket in its URI. There
// is no WAL, no memory map and no temporary file.
//
// The bytes are described in docs/format.md.
package cipherfs

import (
	"database/sql"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"snowfield/internal/disk"
)

// What can be wrong with a file. Errors of this package wrap one of these
// where it applies; test with errors.Is.
var (
	// ErrWrongKey: no part of the file was sealed with this key.
	ErrWrongKey = errors.New("the key does not fit the file")
	// ErrDamaged: the key fits, but a part of the file is not what was written.
	ErrDamaged = errors.New("the file is damaged")
	// ErrJournal: what is damaged (ErrDamaged as well) is the journal that a
	// crash left.
	ErrJournal = errors.New("the journal is damaged")
	// ErrForeignJournal: no record of it was sealed with this file's key, so it
	// may be that of another (ErrJournal as well).
	ErrForeignJournal = fmt.Errorf("%w or belongs to another file", ErrJournal)
	// ErrInUse: this process has the file open already.
	ErrInUse = errors.New("the file is already open")
)

// Open opens an existing database for reading and writing. An interrupted
// transaction left by a crash is rolled back. The database has a single
// connection; closing it forgets the key. A file opened here must not be
// opened otherwise in this process until it is closed: closing any handle of
// it would drop SQLite's locks.
//
// Errors: ErrWrongKey and ErrDamaged, with the file unchanged; ErrInUse;
// fs.ErrNotExist.
func Open(path string, key [KeySize]byte) (*sql.DB, error) {
	if err := examine(path, key); err != nil {
		return nil, err
	}
	return connect(path, key, readWrite, nil)
}

// OpenReadOnly is Open for a file that is only to be looked at. A database
// left with an interrupted transaction cannot be opened this way. onPage, if not nil, is called for each page that is read from the
// file.
func OpenReadOnly(path string, key [KeySize]byte, onPage func()) (*sql.DB, error) {
	if err := examine(path, key); err != nil {
		return nil, err
	}
	return connect(path, key, readOnly, onPage)
}

// Create makes a new, empty database that only the user may read (mode 0600)
// and opens it. It fails with fs.ErrExist when the path is taken.
func Create(path string, key [KeySize]byte) (*sql.DB, error) {
	if err := createEmpty(path); err != nil {
		return nil, err
	}
	db, err := connect(path, key, readWrite, nil)
	if err != nil {
		return nil, err
	}
	// VACUUM makes SQLite write page 1, so that the file is a database sealed
	// with its key from now on.
	if _, err := db.Exec("VACUUM"); err != nil {
		return nil, errors.Join(fmt.Errorf("write the first page: %w", err), db.Close())
	}
	return db, nil
}

func createEmpty(path string) error {
	f, err := disk.Make(path)
	if err != nil {
		return err
	}
	return f.Close()
}

// classify adds ErrDamaged to an error by which SQLite says that the file
// does not hold what it should.
func classify(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch {
	case e.Code() == sqlite3.SQLITE_IOERR_DATA,
		e.Code() == sqlite3.SQLITE_IOERR_SHORT_READ,
		e.Code()&primaryCode == sqlite3.SQLITE_CORRUPT,
		e.Code()&primaryCode == sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}

// primaryCode masks an extended result code of SQLite to its kind.
const primaryCode = 0xff
