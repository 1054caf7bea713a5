package cipherfs

import (
	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
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

func openBeneath(t *libc.TLS, name, p uintptr, flags int32, outFlags uintptr) int32 {
	return function[openFunc](at[sqlite3.Tsqlite3_vfs](base).FxOpen)(t, base, name, p+headerBytes, flags, outFlags)
}

func closeBeneath(t *libc.TLS, p uintptr) int32 {
	return function[plainFunc](methodsBeneath(p).FxClose)(t, p+headerBytes)
}

func readBeneath(t *libc.TLS, p, buf uintptr, n int, offset int64) int32 {
	return function[ioFunc](methodsBeneath(p).FxRead)(t, p+headerBytes, buf, int32(n), offset)
}

func writeBeneath(t *libc.TLS, p, buf uintptr, n int, offset int64) int32 {
	return function[ioFunc](methodsBeneath(p).FxWrite)(t, p+headerBytes, buf, int32(n), offset)
}

func truncateBeneath(t *libc.TLS, p uintptr, size int64) int32 {
	return function[sizeFunc](methodsBeneath(p).FxTruncate)(t, p+headerBytes, size)
}

func syncBeneath(t *libc.TLS, p uintptr, flags int32) int32 {
	return function[intFunc](methodsBeneath(p).FxSync)(t, p+headerBytes, flags)
}

func sizeBeneath(t *libc.TLS, p uintptr) (int64, int32) {
	const int64Size = 8
	out := t.Alloc(int64Size)
	defer t.Free(int64Size)
	code := function[outFunc](methodsBeneath(p).FxFileSize)(t, p+headerBytes, out)
	return *at[int64](out), code
}
