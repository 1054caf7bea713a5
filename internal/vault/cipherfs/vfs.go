package cipherfs

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

const vfsName = "snowfield"

// Set once by registerVFS and never freed: SQLite keeps their addresses.
var (
	base        uintptr // the default VFS, which does the input and output
	ticketParam uintptr // C string: the URI parameter that carries the ticket
	methods     sqlite3.Tsqlite3_io_methods
)

// registerVFS registers the VFS on first use.
var registerVFS = sync.OnceValue(func() error {
	t := libc.NewTLS()
	if base = sqlite3.Xsqlite3_vfs_find(t, 0); base == 0 {
		return errors.New("SQLite has no default VFS")
	}
	var err error
	if ticketParam, err = libc.CString(ticketName); err != nil {
		return err
	}
	name, err := libc.CString(vfsName)
	if err != nil {
		return err
	}
	// Version 1: no shared memory, hence no WAL, and no memory map.
	methods = sqlite3.Tsqlite3_io_methods{
		FiVersion:               1,
		FxClose:                 address[plainFunc](xClose),
		FxRead:                  address[ioFunc](xRead),
		FxWrite:                 address[ioFunc](xWrite),
		FxTruncate:              address[sizeFunc](xTruncate),
		FxSync:                  address[intFunc](xSync),
		FxFileSize:              address[outFunc](xFileSize),
		FxLock:                  address[intFunc](xLock),
		FxUnlock:                address[intFunc](xUnlock),
		FxCheckReservedLock:     address[outFunc](xCheckReservedLock),
		FxFileControl:           address[controlFunc](xFileControl),
		FxSectorSize:            address[plainFunc](xSectorSize),
		FxDeviceCharacteristics: address[plainFunc](xDeviceCharacteristics),
	}
	p := libc.Xmalloc(t, libc.Tsize_t(unsafe.Sizeof(sqlite3.Tsqlite3_vfs{})))
	if p == 0 {
		return errors.New("no memory for the VFS")
	}
	vfs := at[sqlite3.Tsqlite3_vfs](p)
	*vfs = *at[sqlite3.Tsqlite3_vfs](base)
	vfs.FpNext = 0
	vfs.FszOsFile += headerBytes
	vfs.FzName = name
	vfs.FxOpen = address[openFunc](xOpen)
	vfs.FxDelete = address[deleteFunc](xDelete)
	vfs.FxAccess = address[accessFunc](xAccess)
	vfs.FxFullPathname = address[fullFunc](xFullPathname)
	if code := sqlite3.Xsqlite3_vfs_register(t, p, 0); code != sqlite3.SQLITE_OK {
		return fmt.Errorf("SQLite refused the VFS: %d", code)
	}
	return nil
})

// Open files, found by the token in their C structure.
var (
	files     sync.Map // uintptr -> *file
	lastToken atomic.Uintptr
)

// file is what we know of an open database or journal.
type file struct {
	path    string
	p       uintptr // its sqlite3_file
	codec   *codec
	opened  string // the path it was opened by; SQLite resolves links in its own
	onPage  func() // of its holder
	journal bool
	synced  bool    // journal: its name is durable
	scratch uintptr // C memory for one page and one number
	record  record  // journal: the page last read or written
}

const scratchSize = pageSize + numberSize

func fileAt(p uintptr) *file {
	f, _ := files.Load(at[header](p).token)
	return f.(*file)
}

// openKinds masks the kind of file out of the flags of xOpen.
const openKinds = 0x0fff00

func xOpen(t *libc.TLS, _, name, p uintptr, flags int32, outFlags uintptr) int32 {
	at[header](p).methods = 0 // so that SQLite does not call xClose after a failure
	var journal bool
	switch flags & openKinds {
	case sqlite3.SQLITE_OPEN_MAIN_DB:
	case sqlite3.SQLITE_OPEN_MAIN_JOURNAL:
		journal = true
	default:
		return sqlite3.SQLITE_CANTOPEN // temporary files and WAL would be in clear
	}
	code := openBeneath(t, name, p, flags, outFlags)
	if at[header](p+headerBytes).methods == 0 {
		return code
	}
	f := &file{path: libc.GoString(name), p: p, journal: journal}
	if code == sqlite3.SQLITE_OK {
		if journal {
			code = f.shareCodec(t, name)
		} else {
			code = f.makeCodec(t, name, p)
		}
	}
	if code == sqlite3.SQLITE_OK {
		if f.scratch = libc.Xmalloc(t, scratchSize); f.scratch == 0 {
			code = sqlite3.SQLITE_NOMEM
		}
	}
	if code != sqlite3.SQLITE_OK {
		closeBeneath(t, p)
		return code
	}
	token := lastToken.Add(1)
	files.Store(token, f)
	*at[header](p) = header{methods: uintptr(unsafe.Pointer(&methods)), token: token}
	return sqlite3.SQLITE_OK
}

// makeCodec finds the key by the ticket in the URI and the salt in the file.
// An empty file gets a new salt.
func (f *file) makeCodec(t *libc.TLS, name, p uintptr) int32 {
	held, ok := holderOf(libc.GoString(sqlite3.Xsqlite3_uri_parameter(t, name, ticketParam)))
	if !ok {
		return sqlite3.SQLITE_CANTOPEN
	}
	size, code := sizeBeneath(t, p)
	if code != sqlite3.SQLITE_OK {
		return code
	}
	salt := newSalt()
	if size > 0 {
		buf := t.Alloc(saltSize)
		defer t.Free(saltSize)
		if code := readBeneath(t, p, buf, saltSize, 0); code != sqlite3.SQLITE_OK {
			return sqlite3.SQLITE_NOTADB
		}
		copy(salt[:], bytesAt(buf, saltSize))
	}
	var err error
	if f.codec, err = newCodec(held.key, salt); err != nil {
		return sqlite3.SQLITE_CANTOPEN
	}
	f.opened, f.onPage = held.path, held.onPage
	return sqlite3.SQLITE_OK
}

// shareCodec takes the codec of the database that a journal belongs to.
func (f *file) shareCodec(t *libc.TLS, name uintptr) int32 {
	p := sqlite3.Xsqlite3_database_file_object(t, name)
	if p == 0 {
		return sqlite3.SQLITE_CANTOPEN
	}
	database, ok := files.Load(at[header](p).token)
	if !ok {
		return sqlite3.SQLITE_CANTOPEN
	}
	f.codec = database.(*file).codec
	return sqlite3.SQLITE_OK
}

func xDelete(t *libc.TLS, _, name uintptr, syncDir int32) int32 {
	return deleteBeneath(t, name, syncDir)
}

func xAccess(t *libc.TLS, _, name uintptr, flags int32, out uintptr) int32 {
	return function[accessFunc](at[sqlite3.Tsqlite3_vfs](base).FxAccess)(t, base, name, flags, out)
}

func xFullPathname(t *libc.TLS, _, name uintptr, n int32, out uintptr) int32 {
	return function[fullFunc](at[sqlite3.Tsqlite3_vfs](base).FxFullPathname)(t, base, name, n, out)
}
