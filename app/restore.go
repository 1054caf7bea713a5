package app

import (
	"context"
	"fmt"

	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// ChooseBackup asks for a backup file; empty when the person chose none.
func (v *Vault) ChooseBackup() (string, error) {
	return attended(v.core, func() (string, error) {
		return v.shell.OpenFile("Choose a backup", "Snowfield backup", "*.snowfield")
	})
}

// BackupSecret opens a backup: its own passphrase, or its recovery code. The
// code counts when both are given.
type BackupSecret struct {
	Passphrase   string `json:"passphrase"`
	RecoveryCode string `json:"recovery_code"`
}

// secret reads it; a mistyped code is refused before anything is tried.
func (s BackupSecret) secret(newPassphrase string) (vault.Secret, error) {
	if s.RecoveryCode == "" {
		return vault.Passphrase(s.Passphrase), nil
	}
	code, err := vault.ParseRecoveryCode(s.RecoveryCode)
	return vault.Code(code, newPassphrase), err
}

// InspectBackup opens a backup and tells what is in it. Nothing is changed.
func (v *Vault) InspectBackup(path string, with BackupSecret) (BackupInfo, error) {
	return attended(v.core, func() (BackupInfo, error) {
		secret, err := with.secret("")
		if err != nil {
			return BackupInfo{}, err
		}
		b, err := long(v.core, workInspect, func(ctx context.Context, tell progress) (vault.Backup, error) {
			return vault.Inspect(ctx, path, secret, describe, tell)
		})
		return backupInfo(b), err
	})
}

// RestoreResult says what was restored and where the replaced records are.
type RestoreResult struct {
	Backup    BackupInfo `json:"backup"`
	KeptAside string     `json:"kept_aside"` // empty when there were none before

	// BackupFolderText says that the folder for backups in the restored records
	// is not on this computer, and is to be chosen anew; empty when it is.
	BackupFolderText string `json:"backup_folder_text"`
}

// RestoreBackup puts a backup in place of the records and opens it. With a
// recovery code the records get a new passphrase, else newPassphrase is empty.
// The replaced records are kept beside them. On any error nothing was changed.
func (v *Vault) RestoreBackup(path string, with BackupSecret, newPassphrase string) (RestoreResult, error) {
	return attended(v.core, func() (RestoreResult, error) {
		if err := v.mayOpen(); err != nil {
			return RestoreResult{}, err
		}
		if err := v.mayMake(); err != nil {
			return RestoreResult{}, err
		}
		passphrase := with.Passphrase
		if with.RecoveryCode != "" {
			passphrase = newPassphrase
			if err := checkPassphrase(newPassphrase); err != nil {
				return RestoreResult{}, err
			}
		}
		secret, err := with.secret(newPassphrase)
		if err != nil {
			return RestoreResult{}, err
		}
		restored, err := long(v.core, workRestore, func(ctx context.Context, tell progress) (vault.Restored, error) {
			return v.place.Restore(ctx, path, secret, v.now(), describe, tell)
		})
		if err != nil && restored.Backup.Path == "" {
			return RestoreResult{}, err
		}
		if err != nil { // restored, but for the note where the backup lies
			v.log.Add("restore.note", kindOf(err))
		}
		result := RestoreResult{Backup: backupInfo(restored.Backup), KeptAside: restored.KeptAside}
		opened, err := v.place.Open(passphrase)
		if err != nil {
			return result, err
		}
		var folder string
		_, err = v.admit(opened, func(tx *store.Tx) error {
			detail := "backup of " + string(practice.At(restored.Backup.Made))
			if with.RecoveryCode != "" {
				detail += ", by recovery code"
			}
			if _, err := tx.Record(practice.ActRestore, "vault", "", detail); err != nil {
				return err
			}
			if with.RecoveryCode != "" {
				if err := tx.PutCodeUnconfirmed(false); err != nil {
					return err
				}
			}
			s, err := tx.Settings()
			folder = s.BackupFolder
			return err
		})
		if err != nil || folder == "" {
			return result, err
		}
		if _, err := countBackups(folder); err != nil {
			result.BackupFolderText = fmt.Sprintf("These records were backed up to %s, which is not on this computer. Choose a folder for backups in Settings; until then none are made.", folder)
		}
		return result, nil
	})
}
