package cipherfs

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"

	"snowfield/internal/disk"
)

// The file beneath: every call to the operating system's file layer goes
// through here. SQLite reserves room for our header and, right behind it, for
// the structure of the default VFS.

type (
	openFunc    = func(t *libc.TLS, vfs, name, file uintptr, flags int32, outFlags uintptr) int32
	deleteFunc  = func(t *libc.TLS, vfs, name uintptr, syncDir int32) int32
	accessFunc  = func(t *libc.TLS, vfs, name uintptr, flags int32, out uintptr) int32
	fullFunc    = func(t *libc.TLS, vfs, name uintptr, n int32, out uintptr) int32
	ioFunc      = func(t *libc.TLS, file, buf uintptr, n int32, offset int64) int32
	sizeFunc    = func(t *libc.TLS, file uintptr, size int64) int32
	intFunc     = func(t *libc.TLS, file uintptr, arg int32) int32
	outFunc     = func(t *libc.TLS, file, out uintptr) int32
	plainFunc   = func(t *libc.TLS, file uintptr) int32
	controlFunc = func(t *libc.TLS, file uintptr, op int32, arg uintptr) int32
)

// header is our sqlite3_file.
type header struct {
	methods uintptr // first, as SQLite demands
	token   uintptr // finds the *file
}

const headerBytes = 16 // at least the size of header, and keeps what follows aligned

func methodsBeneath(p uintptr) *sqlite3.Tsqlite3_io_methods {
	return at[sqlite3.Tsqlite3_io_methods](at[header](p + headerBytes).methods)
}

// announced tells package disk of a step before it is made. A refusal is the
// code failed, or SQLite's own for a full disk.
func announced(s disk.Step, failed int32) int32 {
	switch err := disk.Announce(s); {
	case err == nil:
		return sqlite3.SQLITE_OK
	case errors.Is(err, syscall.ENOSPC):
		return sqlite3.SQLITE_FULL
	}
	return failed
}

func openBeneath(t *libc.TLS, name, p uintptr, flags int32, outFlags uintptr) int32 {
	if flags&sqlite3.SQLITE_OPEN_READWRITE != 0 && disk.Watched() {
		step := disk.Step{Kind: disk.Open, Path: libc.GoString(name)}
		if _, err := os.Stat(step.Path); errors.Is(err, fs.ErrNotExist) {
			step.Kind = disk.Create
		}
		if code := announced(step, sqlite3.SQLITE_CANTOPEN); code != sqlite3.SQLITE_OK {
			return code
		}
	}
	return function[openFunc](at[sqlite3.Tsqlite3_vfs](base).FxOpen)(t, base, name, p+headerBytes, flags, outFlags)
}

func closeBeneath(t *libc.TLS, p uintptr) int32 {
	return function[plainFunc](methodsBeneath(p).FxClose)(t, p+headerBytes)
}

func readBeneath(t *libc.TLS, p, buf uintptr, n int, offset int64) int32 {
	return function[ioFunc](methodsBeneath(p).FxRead)(t, p+headerBytes, buf, int32(n), offset)
}

func writeBeneath(t *libc.TLS, p, buf uintptr, n int, offset int64) int32 {
	if disk.Watched() {
		step := disk.Step{Kind: disk.Write, Path: fileAt(p).path, Offset: offset, Data: bytesAt(buf, n)}
		if code := announced(step, sqlite3.SQLITE_IOERR_WRITE); code != sqlite3.SQLITE_OK {
			return code
		}
	}
	return function[ioFunc](methodsBeneath(p).FxWrite)(t, p+headerBytes, buf, int32(n), offset)
}

func truncateBeneath(t *libc.TLS, p uintptr, size int64) int32 {
	step := disk.Step{Kind: disk.Truncate, Path: fileAt(p).path, Offset: size}
	if code := announced(step, sqlite3.SQLITE_IOERR_TRUNCATE); code != sqlite3.SQLITE_OK {
		return code
	}
	return function[sizeFunc](methodsBeneath(p).FxTruncate)(t, p+headerBytes, size)
}

// syncBeneath syncs a file. With the first sync of a journal SQLite's file
// layer makes its name durable too.
func syncBeneath(t *libc.TLS, p uintptr, flags int32) int32 {
	f := fileAt(p)
	if code := announced(disk.Step{Kind: disk.Sync, Path: f.path}, sqlite3.SQLITE_IOERR_FSYNC); code != sqlite3.SQLITE_OK {
		return code
	}
	if f.journal && !f.synced {
		f.synced = true
		step := disk.Step{Kind: disk.SyncFolder, Path: filepath.Dir(f.path)}
		if code := announced(step, sqlite3.SQLITE_IOERR_DIR_FSYNC); code != sqlite3.SQLITE_OK {
			return code
		}
	}
	return function[intFunc](methodsBeneath(p).FxSync)(t, p+headerBytes, flags)
}

func sizeBeneath(t *libc.TLS, p uintptr) (int64, int32) {
	const int64Size = 8
	out := t.Alloc(int64Size)
	defer t.Free(int64Size)
	code := function[outFunc](methodsBeneath(p).FxFileSize)(t, p+headerBytes, out)
	return *at[int64](out), code
}

func deleteBeneath(t *libc.TLS, name uintptr, syncFolder int32) int32 {
	path := libc.GoString(name)
	if code := announced(disk.Step{Kind: disk.Remove, Path: path}, sqlite3.SQLITE_IOERR_DELETE); code != sqlite3.SQLITE_OK {
		return code
	}
	if syncFolder != 0 {
		step := disk.Step{Kind: disk.SyncFolder, Path: filepath.Dir(path)}
		if code := announced(step, sqlite3.SQLITE_IOERR_DIR_FSYNC); code != sqlite3.SQLITE_OK {
			return code
		}
	}
	return function[deleteFunc](at[sqlite3.Tsqlite3_vfs](base).FxDelete)(t, base, name, syncFolder)
}
