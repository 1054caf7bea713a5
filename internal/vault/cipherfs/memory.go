package cipherfs

import "unsafe"

// SQLite, translated from C, passes addresses as uintptr and calls functions
// by address. The rules that keep the garbage collector out of it:
//
//   - only top-level functions are handed to it, never closures;
//   - only its own (C) memory is, never the address of a Go local, because Go
//     stacks move; use tls.Alloc or libc.Xmalloc;
//   - what must find Go values again gets a number, not a pointer.

// address is the C function pointer of a top-level Go function.
func address[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&f)) }

// function is the reverse of address.
func function[F any](p uintptr) F { return *(*F)(unsafe.Pointer(&p)) }

// at views C memory as a T.
func at[T any](p uintptr) *T { return *(**T)(unsafe.Pointer(&p)) }

// bytesAt views n bytes of C memory. It must not be inlined: a copy of
// constant size out of the result crashes the Go 1.26.8 compiler otherwise.
//
//go:noinline
func bytesAt(p uintptr, n int) []byte { return unsafe.Slice(at[byte](p), n) }
