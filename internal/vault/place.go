// Package vault keeps the practice's records in one folder: records.db, a
// database encrypted with a random data key, and key.age, that key sealed with
// the passphrase. It creates, opens, backs up and restores them; what is in
// the records is not its business.
//
// The bytes are described in docs/format.md.
package vault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
)

// The files of a vault folder.
const (
	recordsName  = "records.db"
	journalName  = "records.db-journal"
	keyName      = "key.age"
	lockName     = "lock"
	newRecords   = "records.db.new" // a vault that is being created
	stagedPrefix = "restoring-"     // a restored vault that is being put in place
)

// Place is a folder that holds a vault, or will.
type Place struct {
	Folder     string
	WorkFactor int // log2 of scrypt's cost; 0 means 18, about a second
}

// State says what is in a place.
type State int

// The states of a place.
const (
	Empty          State = iota // nothing, or a creation that was cut short
	Present                     // a vault
	KeyMissing                  // records without their key file: the recovery code opens them
	RecordsMissing              // a key file without records: a backup is needed
)

// DefaultFolder is where the vault is when nobody chose otherwise: a folder of
// the user that is not carried between computers.
func DefaultFolder() (string, error) {
	data, err := applicationData()
	if err != nil {
		return "", fault.Wrap(fault.NotFound, "This computer does not say where programs keep their data. Nothing was changed.", err)
	}
	return filepath.Join(data, "Snowfield", "practice"), nil
}

// BeforeUpdateFolder is where the verified backup goes that is made before the
// records are changed to a newer version's form.
func (p Place) BeforeUpdateFolder() string { return p.Folder + "-before-update" }

// State looks at the files; it opens nothing.
func (p Place) State() (State, error) {
	staged, err := p.folderNamed(stagedPrefix)
	if err != nil {
		return Empty, err
	}
	renewing, err := p.has(renewingName)
	if err != nil {
		return Empty, err
	}
	if staged != "" || renewing {
		return Present, nil
	}
	records, err := p.has(recordsName)
	if err != nil {
		return Empty, err
	}
	key, err := p.has(keyName)
	if err != nil {
		return Empty, err
	}
	unfinished, err := p.has(newRecords)
	if err != nil {
		return Empty, err
	}
	switch {
	case records && key:
		return Present, nil
	case records:
		return KeyMissing, nil
	case key && !unfinished:
		return RecordsMissing, nil
	}
	return Empty, nil
}

func (p Place) path(name string) string { return filepath.Join(p.Folder, name) }

func (p Place) has(name string) (bool, error) {
	_, err := os.Stat(p.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, unreachable(err)
	}
	return true, nil
}

// folderNamed returns the name of a folder in the vault folder that begins with
// a prefix, or "".
func (p Place) folderNamed(prefix string) (string, error) {
	entries, err := os.ReadDir(p.Folder)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", unreachable(err)
	}
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), prefix) {
			return e.Name(), nil
		}
	}
	return "", nil
}

// makeFolder makes the vault folder, readable by the user alone.
func (p Place) makeFolder() error {
	if err := disk.MakeFolders(p.Folder); err != nil {
		return unreachable(err)
	}
	return nil
}

func unreachable(err error) error {
	return fault.Wrap(fault.NotFound, "The folder of the records cannot be reached. Nothing was changed. Check that the drive is connected and that you may use the folder.", err)
}

func notSaved(err error) error {
	return fault.Wrap(fault.NotSaved, "The disk refused to save. Nothing of the records was changed. Check its free space and that you may write there, then try again.", err)
}
