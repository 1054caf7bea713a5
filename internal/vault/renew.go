package vault

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

// Renew gives the records a new data key, and with it a new recovery code: it
// writes them anew under that key, verifies what it wrote and puts it in place
// of the old file, which is removed. The passphrase stays. Backups made before
// keep the code they were made with.
//
// note, if not nil, writes into the records under the new key before they are in
// place: what it writes is there when the new key holds, and else is not.
//
// The caller lets nobody use the records meanwhile. Until everything is ready
// nothing is changed; from then on the renewal is finished even if the power
// fails, by the next opening. After nil the vault is open under the new key,
// and DB is another one.
//
// Errors: fault.WrongPassphrase, fault.Corrupt, fault.NotSaved, fault.Conflict
// when the records were changed meanwhile, the error of ctx. The vault is then
// open as before, unless Closed: the renewal could not be finished and is at
// the next opening.
func (v *Vault) Renew(ctx context.Context, passphrase string, describe Describe, note func(context.Context, Records) error, progress Progress) error {
	key, _, err := v.place.openKey(passphrase)
	if err != nil {
		return err
	}
	if key != v.key {
		return damagedKey(errors.New("it seals another key"))
	}
	next, err := newKey()
	if err != nil {
		return err
	}
	sealed, err := sealKey(next, passphrase, v.place.WorkFactor)
	if err != nil {
		return err
	}
	working, err := disk.MakeWorkingFolder(v.place.Folder, workingPrefix)
	if err != nil {
		return notSaved(err)
	}
	defer disk.DeleteAll(working) //nolint:errcheck // gone from this name once it is staged
	facts, err := v.rewrite(ctx, working, next, sealed, describe, note, progress)
	if err != nil {
		return v.renewFailed(ctx, err)
	}
	if err := v.stageRenewal(ctx, working, facts, describe); err != nil {
		return err
	}
	return v.reopen(next, sealed)
}

// rewrite leaves the records under another key, and its key file, in a folder,
// verified and synced.
func (v *Vault) rewrite(ctx context.Context, folder string, key [cipherfs.KeySize]byte, sealed []byte, describe Describe, note func(context.Context, Records) error, progress Progress) (Facts, error) {
	parts := progress.parts(3)
	path := filepath.Join(folder, recordsName)
	facts, err := v.copy(ctx, path, key, describe, parts[0])
	if err == nil {
		err = check(ctx, path, key, facts, describe, parts[1])
	}
	if err != nil {
		return Facts{}, err
	}
	if note != nil {
		if err := writeInto(ctx, path, key, note); err != nil {
			return Facts{}, err
		}
	}
	if err := disk.SyncFile(path); err != nil {
		return Facts{}, err
	}
	f, err := os.Open(path)
	if err != nil {
		return Facts{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Facts{}, err
	}
	if _, err := cipherfs.PagesIn(ctx, f, info.Size(), key, parts[2]); err != nil {
		return Facts{}, err
	}
	return facts, disk.Replace(filepath.Join(folder, keyName), sealed) // syncs both names
}

// writeInto writes into a closed copy.
func writeInto(ctx context.Context, path string, key [cipherfs.KeySize]byte, note func(context.Context, Records) error) error {
	db, err := cipherfs.Open(path, key)
	if err != nil {
		return err
	}
	if err := errors.Join(note(ctx, db), db.Close()); err != nil {
		return err
	}
	return disk.Delete(path + "-journal")
}

// stageRenewal makes the renewal certain, unless the records are no longer what
// was rewritten.
func (v *Vault) stageRenewal(ctx context.Context, working string, facts Facts, describe Describe) error {
	conn, err := v.db.Conn(ctx)
	if err != nil {
		return v.renewFailed(ctx, err)
	}
	defer conn.Close()
	now, err := describe(ctx, conn, false)
	if err != nil {
		return v.renewFailed(ctx, err)
	}
	if now != facts {
		return fault.New(fault.Conflict, "The records were changed while they were being written anew. The recovery code is still the old one. Try again.")
	}
	err = v.place.stage(working, renewingName)
	if errors.Is(err, errStaged) {
		conn.Close() //nolint:errcheck // the vault closes with it
		v.shut()     //nolint:errcheck // the first error is the one to tell
	}
	return err
}

// reopen puts the renewed records in place and opens them.
func (v *Vault) reopen(key [cipherfs.KeySize]byte, sealed []byte) error {
	if err := v.shut(); err != nil {
		return unsettled(err) // settle must not move a file that may be in use
	}
	if err := v.place.settle(); err != nil {
		return err
	}
	db, err := cipherfs.Open(v.place.path(recordsName), key)
	if err != nil {
		return fault.Wrap(fault.NotSaved, "The records have their new recovery code, but the disk refused to open them again. Nothing is lost. Check its free space, unlock the records, and have the code shown in Settings.", err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.db, v.key, v.sealed, v.closed = db, key, sealed, false
	return nil
}

func (v *Vault) renewFailed(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, cipherfs.ErrDamaged), fault.CodeOf(err) == fault.Corrupt:
		return fault.Wrap(fault.Corrupt, "The recovery code is still the old one: the records could not be written anew because they are damaged. "+v.damageWords(ctx, err)+" The file was left as it is: keep it, and restore the latest backup.", err)
	}
	return fault.Wrap(fault.NotSaved, "The recovery code is still the old one: the disk refused to take the records anew. Nothing was changed. They need their own size once more beside them; make room and try again.", err)
}
