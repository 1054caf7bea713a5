package vault

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
)

// Restored tells what a restore did.
type Restored struct {
	Backup    Backup
	KeptAside string // folder with the vault that was replaced; "" if there was none
}

// Restore puts a backup in the place of the vault, which must be closed, or
// into an empty place. The backup is verified first; the vault it replaces is
// kept in a folder beside. Until everything is ready nothing is changed, and
// from then on the restore is finished even if the power fails.
//
// With a recovery code the restored records get a new key file for the new
// passphrase. The place remembers the backup as its LastBackup.
//
// Errors: as of Inspect; fault.Invalid for an empty new passphrase;
// fault.NotSaved; fault.Conflict while the vault is open.
func (p Place) Restore(ctx context.Context, file string, with Secret, now time.Time, describe Describe, progress Progress) (Restored, error) {
	if err := p.makeFolder(); err != nil {
		return Restored{}, err
	}
	if err := p.settle(); err != nil {
		return Restored{}, err
	}
	working, err := disk.MakeWorkingFolder(p.Folder, workingPrefix)
	if err != nil {
		return Restored{}, notSaved(err)
	}
	defer disk.DeleteAll(working) //nolint:errcheck // gone from this name once it is staged
	backup, sealed, err := unpack(ctx, file, with, working, describe, progress)
	if err != nil {
		return Restored{}, err
	}
	if sealed, err = with.keyFile(sealed, p.WorkFactor); err != nil {
		return Restored{}, err
	}
	if err := disk.Replace(filepath.Join(working, keyName), sealed); err != nil {
		return Restored{}, notSaved(err)
	}
	aside, err := p.prepareAside(now)
	if err != nil {
		return Restored{}, err
	}
	stamp := filepath.Base(aside)[len(filepath.Base(p.aside(""))):]
	if err := p.stage(working, stagedPrefix+stamp); err != nil {
		disk.Delete(aside) //nolint:errcheck // an empty folder; the first error is the one to tell
		return Restored{}, err
	}
	if err := p.settle(); err != nil {
		return Restored{}, err
	}
	// The records are in place: what fails from here on is no failed restore.
	p.noteBackup(backup) //nolint:errcheck // then an older backup is remembered
	return Restored{Backup: backup, KeptAside: keptAside(aside)}, nil
}

// prepareAside makes the folder for the vault that is replaced, so that a
// place where it cannot be made is found out before anything is moved.
func (p Place) prepareAside(now time.Time) (string, error) {
	state, err := p.State()
	if err != nil {
		return "", err
	}
	if state == Empty {
		if err := p.discardUnfinished(); err != nil {
			return "", notSaved(err)
		}
	}
	aside, err := freeName(p.aside(now.Local().Format(stampLayout)), "")
	if err != nil {
		return "", unreachable(err)
	}
	if err := disk.MakeFolders(aside); err != nil {
		return "", fault.Wrap(fault.NotSaved, "The folder for the records that are to be replaced could not be made. Nothing was changed.", err)
	}
	return aside, nil
}

// keptAside returns the folder, unless nothing had to be kept; then it is
// removed.
func keptAside(aside string) string {
	entries, err := os.ReadDir(aside)
	if err != nil || len(entries) > 0 {
		return aside
	}
	disk.Delete(aside) //nolint:errcheck // an empty folder stays
	return ""
}
