package app

import (
	"context"

	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// ChooseBackup asks for a backup file; empty when the person chose none.
func (v *Vault) ChooseBackup() (string, error) {
	return door(v.core, func() (string, error) {
		return v.shell.OpenFile("Choose a backup", "Snowfield backup", "*.snowfield")
	})
}

// InspectBackup opens a backup with its own passphrase and tells what is in
// it. Nothing is changed.
func (v *Vault) InspectBackup(path, passphrase string) (BackupInfo, error) {
	return door(v.core, func() (BackupInfo, error) {
		b, err := vault.Inspect(context.Background(), path, passphrase, describe)
		return backupInfo(b), err
	})
}

// RestoreResult says what was restored and where the replaced records are.
type RestoreResult struct {
	Backup    BackupInfo `json:"backup"`
	KeptAside string     `json:"kept_aside"` // empty when there were none before
}

// RestoreBackup puts a backup in place of the records and opens it. The
// replaced records are kept beside them. On any error nothing was changed.
func (v *Vault) RestoreBackup(path, passphrase string) (RestoreResult, error) {
	return door(v.core, func() (RestoreResult, error) {
		if err := v.mayOpen(); err != nil {
			return RestoreResult{}, err
		}
		if err := v.mayMake(); err != nil {
			return RestoreResult{}, err
		}
		restored, err := v.place.Restore(context.Background(), path, passphrase, v.now(), describe)
		if err != nil {
			return RestoreResult{}, err
		}
		result := RestoreResult{Backup: backupInfo(restored.Backup), KeptAside: restored.KeptAside}
		opened, err := v.place.Open(passphrase)
		if err != nil {
			return result, err
		}
		_, err = v.admit(opened, func(tx *store.Tx) error {
			_, err := tx.Record(practice.ActRestore, "vault", "", "backup of "+string(practice.At(restored.Backup.Made)))
			return err
		})
		return result, err
	})
}
