package vault

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
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
	Clients, Sessions int
	AuditLength       int64 // entries of the audit trail
	AuditHead         string
	AppVersion        string
	PracticeID        string // random; "" when the records have none yet
	Changes           int64  // a count that grows with every change
}

// Describe reads the facts of a database on one connection. Of a copy it is
// wanted thorough: then it also verifies what the records can tell of
// themselves, such as the audit trail. Otherwise it must be quick, because
// nobody else has the connection meanwhile.
type Describe func(ctx context.Context, db *sql.Conn, thorough bool) (Facts, error)

// Backup tells about a backup that was verified.
type Backup struct {
	Path  string
	Made  time.Time
	Bytes int64
	Facts Facts
}

// stampLayout is the date and local time in names of files and folders.
const stampLayout = "2006-01-02-1504"

// Backup writes a verified backup of the open vault into a folder, which it
// makes if only its last part is missing, and never overwrites. Work with the
// records goes on meanwhile, and what is written is in the backup while the
// copy is being made. Before the file gets its name, every page was
// authenticated as it is in the file, integrity_check passed and the facts were
// compared with the original's. The place remembers it as its LastBackup.
//
// Errors: fault.NotSaved, with nothing left behind; fault.Corrupt, which says
// what of the records is damaged; the error of ctx.
func (v *Vault) Backup(ctx context.Context, folder string, now time.Time, describe Describe, progress Progress) (Backup, error) {
	if err := makeBackupFolder(folder); err != nil {
		return Backup{}, backupNotSaved(err)
	}
	working, err := disk.MakeWorkingFolder(v.place.Folder, workingPrefix)
	if err != nil {
		return Backup{}, backupNotSaved(err)
	}
	defer disk.DeleteAll(working) //nolint:errcheck // the next opening removes what is left
	copied := filepath.Join(working, recordsName)
	parts := progress.parts(4)
	facts, err := v.copy(ctx, copied, v.key, describe, parts[0])
	if err != nil {
		return Backup{}, v.backupFailed(ctx, err)
	}
	b := Backup{Made: now, Facts: facts}
	err = writeBackup(&b, folder, func(f *disk.File) error {
		return sideBySide(
			ctx,
			func(ctx context.Context) error { return check(ctx, copied, v.key, facts, describe, parts[1]) },
			func(ctx context.Context) error { return v.fillBackup(ctx, f, &b, copied, parts[2], parts[3]) },
		)
	})
	if err != nil {
		return Backup{}, v.backupFailed(ctx, err)
	}
	if folder == v.place.BeforeUpdateFolder() {
		return b, nil
	}
	return b, v.place.noteBackup(b)
}

// makeBackupFolder makes the folder if it is missing, durably. What it lies in
// must be there: a drive that is not connected is not made up for.
func makeBackupFolder(folder string) error {
	if there, err := exists(folder); err != nil || there {
		return err
	}
	if err := disk.MakeFolder(folder); err != nil {
		return err
	}
	return disk.SyncNames(filepath.Dir(folder))
}

// copy makes a copy of the database under a key and returns the facts of the
// original at that moment.
func (v *Vault) copy(ctx context.Context, path string, key [cipherfs.KeySize]byte, describe Describe, progress func(done, total int64)) (facts Facts, err error) {
	err = cipherfs.Copy(ctx, v.db, path, key, func(conn *sql.Conn) (err error) {
		facts, err = describe(ctx, conn, false)
		return err
	}, progress)
	return facts, err
}

// check wants a closed copy to pass SQLite's own checks and to have the facts
// of the original.
func check(ctx context.Context, path string, key [cipherfs.KeySize]byte, want Facts, describe Describe, progress func(done, total int64)) error {
	got, err := examine(ctx, path, key, describe, progress)
	if err == nil && got != want {
		err = errors.New("the copy counts otherwise than the records")
	}
	return err
}

// examine opens a closed copy, runs SQLite's own checks and describes it.
func examine(ctx context.Context, path string, key [cipherfs.KeySize]byte, describe Describe, progress func(done, total int64)) (Facts, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Facts{}, err
	}
	pages, read := info.Size()/recordsUnit, int64(0)
	db, err := cipherfs.OpenReadOnly(path, key, func() {
		read++
		progress(read, pages)
	})
	if err != nil {
		return Facts{}, err
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return Facts{}, err
	}
	defer conn.Close()
	var answer string
	if err := conn.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&answer); err != nil {
		return Facts{}, err
	}
	if answer != "ok" {
		return Facts{}, fmt.Errorf("%w: integrity_check", cipherfs.ErrDamaged)
	}
	var lost int
	if err := conn.QueryRowContext(ctx, "SELECT count(*) FROM pragma_foreign_key_check").Scan(&lost); err != nil {
		return Facts{}, err
	}
	if lost > 0 {
		return Facts{}, fmt.Errorf("%w: foreign_key_check", cipherfs.ErrDamaged)
	}
	facts, err := describe(ctx, conn, true)
	progress(pages, pages)
	return facts, err
}

// writeBackup makes the archive, which fill fills and verifies, under a name of
// its own, and then gives it the name of a backup.
func writeBackup(b *Backup, folder string, fill func(f *disk.File) error) (err error) {
	// One name for all times: what a power cut left goes with the next backup.
	unfinished := filepath.Join(folder, disk.NewPrefix+"backup-"+b.Facts.PracticeID)
	if err := disk.Delete(unfinished); err != nil {
		return err
	}
	f, err := disk.Make(unfinished)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, disk.Delete(unfinished))
		}
	}()
	if err := errors.Join(fill(f), f.Close()); err != nil {
		return err
	}
	if b.Path, err = freeName(filepath.Join(folder, b.Made.Local().Format(stampLayout)), Extension); err != nil {
		return err
	}
	return disk.Move(unfinished, b.Path)
}

// fillBackup writes the archive, syncs it, reads it back and authenticates
// every page.
func (v *Vault) fillBackup(ctx context.Context, f *disk.File, b *Backup, copied string, writing, verifying func(done, total int64)) error {
	records, err := os.Open(copied)
	if err != nil {
		return err
	}
	defer records.Close()
	info, err := records.Stat()
	if err != nil {
		return err
	}
	sealed := v.keyFile()
	source := &metered{ctx: ctx, r: records, total: info.Size(), tell: writing}
	if err := writeArchive(f, source, sealed, b.Made, b.Facts.PracticeID); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	b.Bytes = f.Size()
	a, err := readArchive(f, b.Bytes)
	if err != nil {
		return err
	}
	if !bytes.Equal(a.sealed, sealed) || a.records.Size() != info.Size() || a.practice != b.Facts.PracticeID {
		return errors.New("the disk gave back other bytes than were written")
	}
	_, err = cipherfs.PagesIn(ctx, a.records, a.records.Size(), v.key, verifying)
	if errors.Is(err, cipherfs.ErrDamaged) {
		return fmt.Errorf("the disk gave back other pages than were written: %v", err)
	}
	return err
}

// Inspect verifies a backup as restoring would, and changes nothing. It needs
// room for a copy of the records, encrypted as they are, in the system's
// temporary folder.
//
// Errors: fault.WrongPassphrase, fault.Corrupt, fault.NotFound; the error of
// ctx.
func Inspect(ctx context.Context, file string, with Secret, describe Describe, progress Progress) (Backup, error) {
	working, err := disk.MakeWorkingFolder(os.TempDir(), "snowfield-")
	if err != nil {
		return Backup{}, notSaved(err)
	}
	defer disk.DeleteAll(working) //nolint:errcheck // a temporary folder; the system clears it as well
	b, _, err := unpack(ctx, file, with, working, describe, progress)
	return b, err
}

// unpack verifies a backup, leaves its database in a folder, synced, and
// returns its key file.
func unpack(ctx context.Context, file string, with Secret, folder string, describe Describe, progress Progress) (Backup, []byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return Backup{}, nil, fault.Wrap(fault.NotFound, "The backup cannot be read. Nothing was changed. Check that the drive is connected and the file is still there.", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Backup{}, nil, damagedBackup(err)
	}
	a, err := readArchive(f, info.Size())
	if err != nil {
		return Backup{}, nil, damagedBackup(err)
	}
	key, err := with.key(a.sealed)
	if err != nil {
		return Backup{}, nil, err
	}
	parts := progress.parts(3)
	size := a.records.Size()
	if _, err := cipherfs.PagesIn(ctx, a.records, size, key, parts[0]); err != nil {
		if errors.Is(err, cipherfs.ErrWrongKey) {
			return Backup{}, nil, with.strange(err)
		}
		return Backup{}, nil, unpackFailed(ctx, err)
	}
	copied := filepath.Join(folder, recordsName)
	source := &metered{ctx: ctx, r: io.NewSectionReader(a.records, 0, size), total: size, tell: parts[1]}
	err = disk.Fill(copied, func(out *disk.File) error {
		_, err := io.Copy(out, source)
		return err
	})
	if ctx.Err() != nil {
		return Backup{}, nil, ctx.Err()
	}
	if err != nil {
		return Backup{}, nil, notSaved(err)
	}
	facts, err := examine(ctx, copied, key, describe, parts[2])
	if err != nil {
		return Backup{}, nil, unpackFailed(ctx, err)
	}
	return Backup{Path: file, Made: a.made, Bytes: info.Size(), Facts: facts}, a.sealed, nil
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

func (v *Vault) backupFailed(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if !errors.Is(err, cipherfs.ErrDamaged) && fault.CodeOf(err) != fault.Corrupt {
		return backupNotSaved(err)
	}
	return fault.Wrap(fault.Corrupt, "The backup was not made: the records are damaged. "+v.damageWords(ctx, err)+" Keep the backups you have, and restore the latest one if the records do not open.", err)
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
	words := ""
	if errors.Is(err, cipherfs.ErrDamaged) {
		words = " " + damageWords(err)
	}
	return fault.Wrap(fault.Corrupt, "This file is no intact backup of Snowfield."+words+" Nothing was changed. Choose another backup.", err)
}
