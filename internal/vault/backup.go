package vault

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

// Extension ends the name of every backup.
const Extension = ".snowfield"

// Facts are what a copy of the records must have in common with the original.
type Facts struct {
	Clients, Sessions     int
	AuditLength           int64 // entries of the audit trail
	AuditHead, AppVersion string
	PracticeID            string // whose records these are; empty where they do not say
	Changes               int64  // grows with every change of the records
}

// Describe reads the facts of a database.
type Describe func(ctx context.Context, db *sql.DB) (Facts, error)

// Backup tells about a backup that was verified.
type Backup struct {
	Path  string
	Made  time.Time
	Bytes int64
	Facts Facts
}

// stampLayout is the date and local time in names of files and folders.
const stampLayout = "2006-01-02-1504"

// backupTries is how often a copy is made anew when the records change in the
// moment between the copy and the count.
const backupTries = 3

// Backup writes a verified backup of the open vault into a folder, which it
// makes if only its last part is missing, and never overwrites. Before the file
// gets its name, every page was authenticated as it is in the file,
// integrity_check passed and the facts were compared with the original's.
//
// Errors: fault.NotSaved, with nothing left behind; fault.Corrupt when the
// records themselves are found damaged; the error of ctx.
func (v *Vault) Backup(ctx context.Context, folder string, now time.Time, describe Describe) (Backup, error) {
	if err := disk.MakeFolder(folder); err != nil && !errors.Is(err, fs.ErrExist) {
		return Backup{}, backupNotSaved(err)
	}
	working, err := disk.MakeWorkingFolder(v.place.Folder, workingPrefix)
	if err != nil {
		return Backup{}, backupNotSaved(err)
	}
	defer disk.DeleteAll(working) //nolint:errcheck // settle removes it as well
	copied := filepath.Join(working, recordsName)
	facts, err := v.copy(ctx, copied, describe)
	if err != nil {
		return Backup{}, backupFailed(ctx, err)
	}
	path, err := freeName(filepath.Join(folder, now.Local().Format(stampLayout)), Extension)
	if err != nil {
		return Backup{}, backupNotSaved(err)
	}
	b := Backup{Path: path, Made: now, Facts: facts}
	err = disk.Fill(path, func(f *disk.File) error {
		b.Bytes, err = v.writeBackup(ctx, f, copied, now)
		return err
	})
	if err != nil {
		return Backup{}, backupFailed(ctx, err)
	}
	return b, nil
}

// copy makes a copy of the database that has been checked, and returns the
// facts it shares with the original.
func (v *Vault) copy(ctx context.Context, path string, describe Describe) (Facts, error) {
	for range backupTries {
		before, err := describe(ctx, v.db)
		if err != nil {
			return Facts{}, err
		}
		if err := cipherfs.VacuumInto(ctx, v.db, path, v.key); err != nil {
			return Facts{}, err
		}
		after, err := describe(ctx, v.db)
		if err != nil {
			return Facts{}, err
		}
		got, err := check(ctx, path, v.key, describe)
		if err != nil {
			return Facts{}, err
		}
		if got == before || got == after {
			return got, nil
		}
		if err := disk.Delete(path); err != nil {
			return Facts{}, err
		}
	}
	return Facts{}, errors.New("the copy counts otherwise than the records")
}

// check opens a closed copy, runs SQLite's own check and describes it.
func check(ctx context.Context, path string, key [cipherfs.KeySize]byte, describe Describe) (Facts, error) {
	db, err := cipherfs.OpenReadOnly(path, key, nil)
	if err != nil {
		return Facts{}, err
	}
	defer db.Close()
	var answer string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&answer); err != nil {
		return Facts{}, err
	}
	if answer != "ok" {
		return Facts{}, fmt.Errorf("%w: integrity_check", cipherfs.ErrDamaged)
	}
	return describe(ctx, db)
}

// writeBackup writes the archive into f, reads it back and authenticates every
// page. It returns the size of f.
func (v *Vault) writeBackup(ctx context.Context, f *disk.File, copied string, now time.Time) (int64, error) {
	records, err := os.Open(copied)
	if err != nil {
		return 0, err
	}
	defer records.Close()
	sealed := v.keyFile()
	if err := writeArchive(f, records, sealed, now); err != nil {
		return 0, err
	}
	if err := f.Sync(); err != nil {
		return 0, err
	}
	a, err := readArchive(f, f.Size())
	if err != nil {
		return 0, err
	}
	info, err := records.Stat()
	if err != nil {
		return 0, err
	}
	if !bytes.Equal(a.sealed, sealed) || a.records.Size() != info.Size() {
		return 0, errors.New("the disk gave back other bytes than were written")
	}
	_, err = cipherfs.PagesIn(ctx, a.records, a.records.Size(), v.key, nil)
	return f.Size(), err
}

// Inspect verifies a backup as restoring would, and changes nothing. It needs
// room for a copy of the records, encrypted as they are, in the system's
// temporary folder.
//
// Errors: fault.WrongPassphrase, fault.Corrupt, fault.NotFound.
func Inspect(ctx context.Context, file, passphrase string, describe Describe) (Backup, error) {
	working, err := disk.MakeWorkingFolder(os.TempDir(), "snowfield-")
	if err != nil {
		return Backup{}, notSaved(err)
	}
	defer disk.DeleteAll(working) //nolint:errcheck // a temporary folder; the system clears it as well
	return unpack(ctx, file, passphrase, working, describe)
}

// unpack verifies a backup and leaves its database and key file in a folder,
// synced.
func unpack(ctx context.Context, file, passphrase, folder string, describe Describe) (Backup, error) {
	f, err := os.Open(file)
	if err != nil {
		return Backup{}, fault.Wrap(fault.NotFound, "The backup cannot be read. Nothing was changed. Check that the drive is connected and the file is still there.", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Backup{}, damagedBackup(err)
	}
	a, err := readArchive(f, info.Size())
	if err != nil {
		return Backup{}, damagedBackup(err)
	}
	key, err := openKey(a.sealed, passphrase)
	switch fault.CodeOf(err) {
	case "":
	case fault.WrongPassphrase:
		return Backup{}, fault.Wrap(fault.WrongPassphrase, "This passphrase does not open the backup. Nothing was changed. A backup keeps the passphrase that was in use when it was made.", err)
	default:
		return Backup{}, damagedBackup(err)
	}
	if _, err := cipherfs.PagesIn(ctx, a.records, a.records.Size(), key, nil); err != nil {
		return Backup{}, unpackFailed(ctx, err)
	}
	copied := filepath.Join(folder, recordsName)
	err = disk.Fill(copied, func(out *disk.File) error {
		_, err := io.Copy(out, io.NewSectionReader(a.records, 0, a.records.Size()))
		return err
	})
	if err != nil {
		return Backup{}, notSaved(err)
	}
	if err := disk.Replace(filepath.Join(folder, keyName), a.sealed); err != nil {
		return Backup{}, notSaved(err)
	}
	facts, err := check(ctx, copied, key, describe)
	if err != nil {
		return Backup{}, unpackFailed(ctx, err)
	}
	return Backup{Path: file, Made: a.made, Bytes: info.Size(), Facts: facts}, nil
}

// freeName returns base+extension, or base-2, base-3 and so on: the first that
// is not taken.
func freeName(base, extension string) (string, error) {
	path := base + extension
	for n := 2; ; n++ {
		if taken, err := exists(path); err != nil || !taken {
			return path, err
		}
		path = fmt.Sprintf("%s-%d%s", base, n, extension)
	}
}

func backupFailed(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, cipherfs.ErrDamaged), errors.Is(err, cipherfs.ErrWrongKey):
		return fault.Wrap(fault.Corrupt, "The backup was not made: a part of the records could not be verified. Keep the backups you have, and restore the latest one if the records do not open.", err)
	}
	return backupNotSaved(err)
}

func backupNotSaved(err error) error {
	return fault.Wrap(fault.NotSaved, "The backup was not made, and nothing of it was left behind. The records are safe. Check that the backup folder is there, may be written to and has room.", err)
}

func unpackFailed(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return damagedBackup(err)
}

func damagedBackup(err error) error {
	return fault.Wrap(fault.Corrupt, "This file is no intact backup of Snowfield. Nothing was changed. Choose another backup.", err)
}
