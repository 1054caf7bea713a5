package vault

import (
	"database/sql"
	"errors"
	"os"
	"sync"

	"snowfield/internal/disk"
	"snowfield/internal/fault"
	"snowfield/internal/vault/cipherfs"
)

// Vault is an open vault. The process that opens one has the Hold of its place.
type Vault struct {
	place   Place
	key     [cipherfs.KeySize]byte
	db      *sql.DB
	unclean bool // the records were not closed before

	mu     sync.Mutex
	sealed []byte // the key file, as it is known to open
	closed bool
}

// Create makes a vault with a new data key and an empty database. It refuses
// (fault.Conflict) where records or a key file are. Whenever it is cut short
// the place is still Empty, and Create can be called again.
func (p Place) Create(passphrase string) (*Vault, error) {
	state, err := p.State()
	if err != nil {
		return nil, err
	}
	if state != Empty {
		return nil, fault.New(fault.Conflict, "There are records of a practice in this folder already. Nothing was changed. Open them, or restore a backup.")
	}
	key, err := newKey()
	if err != nil {
		return nil, err
	}
	sealed, err := sealKey(key, passphrase, p.WorkFactor)
	if err != nil {
		return nil, err
	}
	if err := p.makeFolder(); err != nil {
		return nil, err
	}
	if err := p.create(key, sealed); err != nil {
		return nil, notSaved(err)
	}
	return p.open(key, sealed)
}

// create writes the database under another name, then the key file, and moves
// the database to its name last: that is the moment the vault exists.
func (p Place) create(key [cipherfs.KeySize]byte, sealed []byte) error {
	if err := os.Chmod(p.Folder, 0o700); err != nil {
		return err
	}
	if err := p.discardUnfinished(); err != nil {
		return err
	}
	db, err := cipherfs.Create(p.path(newRecords), key)
	if err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	if err := disk.Delete(p.path(newRecords + "-journal")); err != nil {
		return err
	}
	if err := disk.Replace(p.path(keyName), sealed); err != nil {
		return err
	}
	return disk.Move(p.path(newRecords), p.path(recordsName))
}

// discardUnfinished removes what a creation left that was cut short. Its key
// was never shown to anybody.
func (p Place) discardUnfinished() error {
	for _, name := range []string{keyName, newRecords + "-journal", newRecords} {
		if err := disk.Delete(p.path(name)); err != nil {
			return err
		}
	}
	return p.discardUnnamed()
}

// Open opens the vault with its passphrase. A transaction that a crash cut
// short is rolled back, and a restore that one cut short is finished.
//
// Errors: fault.NotFound when there is no vault, fault.WrongPassphrase,
// fault.Corrupt when the key file or the records are missing or damaged.
func (p Place) Open(passphrase string) (*Vault, error) {
	if err := p.settle(); err != nil {
		return nil, err
	}
	state, err := p.State()
	if err != nil {
		return nil, err
	}
	switch state {
	case Empty:
		return nil, noVault()
	case RecordsMissing:
		return nil, fault.New(fault.Corrupt, "The file with the records is missing; only its key file is there. Nothing was changed. Restore the latest backup, or put records.db back.")
	case KeyMissing:
		return nil, fault.New(fault.Corrupt, "The key file is missing. The records are still there: open them with the recovery code, and a new key file is made.")
	}
	key, sealed, err := p.openKey(passphrase)
	if err != nil {
		return nil, err
	}
	v, err := p.open(key, sealed)
	if errors.Is(err, cipherfs.ErrWrongKey) {
		return nil, fault.Wrap(fault.Corrupt, "The key file and the records do not belong together, or nothing of the records is as it was written. Nothing was changed. Put the right key file back, open the records with the recovery code, or restore the latest backup.", err)
	}
	return v, err
}

// OpenWithCode opens the records with the recovery code, whether the key file
// is there, damaged or lost, and then seals the key with a new passphrase.
//
// Errors: fault.NotFound when there are no records, fault.WrongPassphrase when
// the code belongs to other records, fault.Corrupt, fault.Invalid for an empty
// passphrase.
func (p Place) OpenWithCode(code RecoveryCode, newPassphrase string) (*Vault, error) {
	if err := p.settle(); err != nil {
		return nil, err
	}
	state, err := p.State()
	if err != nil {
		return nil, err
	}
	if state == Empty || state == RecordsMissing {
		return nil, noVault()
	}
	v, err := p.open(code.key, nil)
	if errors.Is(err, cipherfs.ErrWrongKey) {
		return nil, fault.Wrap(fault.WrongPassphrase, "This recovery code is complete, but it does not open these records. Nothing was changed. It may be the code of another practice, or an older one: once a new code was made, only that one opens the records. Older backups open with the older one.", err)
	}
	if err != nil {
		return nil, err
	}
	if err := v.seal(newPassphrase); err != nil {
		if v.CheckPassphrase(newPassphrase) == nil { // all that failed is to make the new name sure
			err = fault.Wrap(fault.NotSaved, "The new passphrase holds, but the records were not opened: the disk refused the last step. They are safe. Check its free space, then unlock with the new passphrase.", err)
		}
		return nil, errors.Join(err, v.Close())
	}
	return v, nil
}

// Records is the database of the records, for who must not know of databases.
type Records = *sql.DB

// DB is the database of the records. It has one connection.
func (v *Vault) DB() *sql.DB { return v.db }

// RecoveryCode is the code that opens this vault.
func (v *Vault) RecoveryCode() RecoveryCode { return RecoveryCode{v.key} }

// CheckPassphrase asks for the passphrase again while the vault is open.
// fault.WrongPassphrase when it is not the one of the key file.
func (v *Vault) CheckPassphrase(passphrase string) error {
	key, _, err := v.place.openKey(passphrase)
	if err != nil {
		return err
	}
	if key != v.key {
		return damagedKey(errors.New("it seals another key"))
	}
	return nil
}

// ChangePassphrase seals the key with the passphrase next. Backups made before
// keep theirs. fault.WrongPassphrase when current is not the passphrase.
func (v *Vault) ChangePassphrase(current, next string) error {
	if err := v.CheckPassphrase(current); err != nil {
		return err
	}
	return v.seal(next)
}

// Close closes the database and clears the key. Closing twice is no error.
func (v *Vault) Close() error {
	if v.Closed() {
		return nil
	}
	if err := v.shut(); err != nil {
		return err
	}
	return v.place.unmark()
}

// Closed reports whether the vault was closed, by Close or by a Renew that could
// not open it again.
func (v *Vault) Closed() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.closed
}

// shut closes the database and clears the key, but leaves the marker: as if the
// program had ended.
func (v *Vault) shut() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.closed = true
	err := v.db.Close()
	clear(v.key[:])
	return err
}

// open opens the records with the data key. Its error still wraps
// cipherfs.ErrWrongKey where that is the reason.
func (p Place) open(key [cipherfs.KeySize]byte, sealed []byte) (*Vault, error) {
	unclean, err := p.has(markerName)
	if err != nil {
		return nil, err
	}
	db, err := cipherfs.Open(p.path(recordsName), key)
	switch {
	case err == nil:
		p.mark()
		return &Vault{place: p, key: key, sealed: sealed, db: db, unclean: unclean}, nil
	case errors.Is(err, cipherfs.ErrWrongKey):
		return nil, err
	case errors.Is(err, cipherfs.ErrDamaged):
		return nil, p.damaged(key, err)
	case errors.Is(err, cipherfs.ErrInUse):
		return nil, alreadyOpen(err)
	}
	return nil, fault.Wrap(fault.NotFound, "The records could not be opened: the disk refused. Nothing of them was changed. Check that the drive is connected and has free space, and that you may use the folder.", err)
}

// openKey reads the key file and opens it.
func (p Place) openKey(passphrase string) (key [cipherfs.KeySize]byte, sealed []byte, err error) {
	info, err := os.Stat(p.path(keyName))
	if err != nil {
		return key, nil, unreachable(err)
	}
	if info.Size() > maxKeyFile {
		return key, nil, damagedKey(errors.New("too long"))
	}
	if sealed, err = os.ReadFile(p.path(keyName)); err != nil {
		return key, nil, unreachable(err)
	}
	key, err = openKey(sealed, passphrase)
	return key, sealed, err
}

// seal writes a key file for the open vault.
func (v *Vault) seal(passphrase string) error {
	sealed, err := sealKey(v.key, passphrase, v.place.WorkFactor)
	if err != nil {
		return err
	}
	if err := disk.Replace(v.place.path(keyName), sealed); err != nil {
		return notSaved(err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.sealed = sealed
	return nil
}

// keyFile returns the content of the key file that goes into backups: the one
// that opened the vault, whatever has become of the file since.
func (v *Vault) keyFile() []byte {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.sealed
}

func noVault() error {
	return fault.New(fault.NotFound, "There are no records of a practice in this folder. Create a practice, or restore a backup.")
}

func alreadyOpen(err error) error {
	return fault.Wrap(fault.Conflict, "The records are open. Nothing was changed. Lock them first.", err)
}
