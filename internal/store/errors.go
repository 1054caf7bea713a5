package store

import (
	"encoding/json"
	"errors"
	"strings"

	"snowfield/internal/fault"
)

// SQLite's result codes that a person can act on.
const (
	sqliteReadonly  = 8
	sqliteIOErr     = 10
	sqliteCorrupt   = 11
	sqliteFull      = 13
	sqliteCantOpen  = 14
	sqliteNotADB    = 26
	sqliteIOErrData = sqliteIOErr | 32<<8 // a page's authentication failed
	sqliteForeign   = 19 | 3<<8           // what a row refers to is not there
	sqliteTrigger   = 19 | 7<<8           // a trigger of the schema refused
)

// translate turns what SQLite says into a fault; faults and nil pass.
func translate(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*fault.Error](err); ok {
		return err
	}
	if unreadable(err) {
		return fault.Wrap(fault.Corrupt, "A part of the records cannot be read. Restore the last backup from the lock screen.", err)
	}
	var coded interface{ Code() int }
	if !errors.As(err, &coded) {
		return err
	}
	code := coded.Code()
	switch {
	case code == sqliteIOErrData, code&0xff == sqliteCorrupt, code&0xff == sqliteNotADB:
		return fault.Wrap(fault.Corrupt, "A part of the records file is damaged and cannot be read. The file was left as it is. Restore the last backup from the lock screen.", err)
	case code&0xff == sqliteFull:
		return fault.Wrap(fault.NotSaved, "Not saved: the disk is full. What you wrote is kept on screen. Free some space, then try again.", err)
	case code&0xff == sqliteIOErr, code&0xff == sqliteReadonly, code&0xff == sqliteCantOpen:
		return fault.Wrap(fault.NotSaved, "Not saved: the disk did not take it. What you wrote is kept on screen. Check the disk, then try again.", err)
	case code == sqliteForeign:
		return fault.Wrap(fault.NotFound, "What this belongs to is not in the records. Nothing was changed.", err)
	case code == sqliteTrigger && strings.Contains(err.Error(), "unsigned"):
		return fault.New(fault.Conflict, "This note is not signed yet. Write in the note itself.")
	case code == sqliteTrigger && strings.Contains(err.Error(), "signed"):
		return fault.New(fault.Signed, "This is signed and does not change. Add an addendum to the note instead.")
	case code == sqliteTrigger && strings.Contains(err.Error(), "kept"):
		return fault.New(fault.Conflict, "This is complete and is kept as it is. Nothing was changed; record a new one instead.")
	case code == sqliteTrigger && strings.Contains(err.Error(), "unready"):
		return fault.New(fault.Blocked, "This dosing session cannot begin: something stands in the way. Nothing was changed. Open Prepare room to see what.")
	case code == sqliteTrigger && strings.Contains(err.Error(), "rewritten"):
		return fault.New(fault.Conflict, "This entry cannot be rewritten. Strike it through or correct it instead.")
	}
	return err
}

// unreadable tells that a list or form kept as JSON is none any more.
func unreadable(err error) bool {
	_, syntax := errors.AsType[*json.SyntaxError](err)
	_, kind := errors.AsType[*json.UnmarshalTypeError](err)
	return syntax || kind
}
