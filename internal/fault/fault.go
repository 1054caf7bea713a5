// Package fault is the one error type of Snowfield: a code a program can act
// on, and a sentence a therapist can act on.
package fault

import (
	"errors"
	"fmt"
)

// Code names a kind of failure. The frontend knows the same names.
type Code string

// The codes, and what each promises the reader.
const (
	Invalid         Code = "invalid"          // the input is refused; Fields says where and why
	NotFound        Code = "not_found"        // the thing asked for is not in the records
	Conflict        Code = "conflict"         // the record changed, or the same id holds other content
	Locked          Code = "locked"           // the vault is locked; nothing was done
	Signed          Code = "signed"           // the record is signed and takes only addenda
	Blocked         Code = "blocked"          // a rule of the practice forbids it for now
	WrongPassphrase Code = "wrong_passphrase" // passphrase or recovery code does not open the vault
	Corrupt         Code = "corrupt"          // a file is damaged; it was left as found
	TooNew          Code = "too_new"          // the records were written by a newer Snowfield
	NotSaved        Code = "not_saved"        // the disk refused; what was typed is still on screen
	Cancelled       Code = "cancelled"        // the person stopped it; nothing was changed
	Internal        Code = "internal"         // a mistake in Snowfield itself
)

// Error carries a Code, a Message in plain words (what happened, what is safe,
// what to do) and, for Invalid, a message per field. It never holds client
// data: Err may be logged by its type, Message is shown.
type Error struct {
	Code    Code
	Message string
	Fields  map[string]string
	Err     error
}

// Error returns the code, the message and the cause, if any.
func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s: %s: %v", e.Code, e.Message, e.Err)
	}
	return fmt.Sprintf("%s: %s", e.Code, e.Message)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// New returns an Error with a code and a message.
func New(code Code, message string) *Error { return &Error{Code: code, Message: message} }

// Wrap returns an Error with a cause behind it.
func Wrap(code Code, message string, err error) *Error {
	return &Error{Code: code, Message: message, Err: err}
}

// CodeOf returns the code of err: Internal for an error that is no fault, and
// the empty code for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if f, ok := errors.AsType[*Error](err); ok {
		return f.Code
	}
	return Internal
}

// Check collects field errors; the zero value is ready to use.
type Check struct{ fields map[string]string }

// Refuse notes why a field is refused; the first reason for a field stands.
func (c *Check) Refuse(field, why string) {
	if c.fields == nil {
		c.fields = map[string]string{}
	}
	if _, ok := c.fields[field]; !ok {
		c.fields[field] = why
	}
}

// Err returns nil when no field was refused, else an Invalid Error.
func (c *Check) Err() error {
	if len(c.fields) == 0 {
		return nil
	}
	return &Error{
		Code:    Invalid,
		Message: "Some fields need another look. Nothing was changed; what you typed is kept.",
		Fields:  c.fields,
	}
}
