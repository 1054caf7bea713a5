package app

import (
	"context"
	"fmt"
	"sync"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// Vault is bound: creating, unlocking, locking, backing up and restoring.
type Vault struct{ *core }

// VaultState is what the lock screen needs to know.
type VaultState struct {
	State       string `json:"state"` // empty, locked, unlocked, key_missing, records_missing, in_use
	Folder      string `json:"folder"`
	AppVersion  string `json:"app_version"`
	WaitSeconds int    `json:"wait_seconds"` // until the next try, after five failures
	Sample      bool   `json:"sample"`

	PlaceWarning string `json:"place_warning"` // why the records are at risk in this folder; empty when they are not
	PlaceRefused string `json:"place_refused"` // why none are made or restored in it; empty when they may be
}

// State tells where the vault stands. It works while locked. When another
// Snowfield had the folder, it tries again to take it.
func (v *Vault) State() (VaultState, error) {
	return door(v.core, func() (VaultState, error) {
		if v.held() != nil {
			v.takeHold()
		}
		s := VaultState{Folder: v.place.Folder, AppVersion: Version, WaitSeconds: v.attempts.wait(v.now()), Sample: v.config.Sample}
		state, err := v.place.State()
		s.PlaceWarning, s.PlaceRefused = v.judge(state)
		switch {
		case fault.CodeOf(v.held()) == fault.Conflict:
			s.State = "in_use"
			return s, nil
		case !v.isLocked():
			s.State = "unlocked"
			return s, nil
		}
		switch state {
		case vault.Empty:
			s.State = "empty"
		case vault.Present:
			s.State = "locked"
		case vault.KeyMissing:
			s.State = "key_missing"
		case vault.RecordsMissing:
			s.State = "records_missing"
		}
		return s, err
	})
}

// CreateRequest makes a new practice.
type CreateRequest struct {
	Passphrase string            `json:"passphrase"`
	Practice   practice.Practice `json:"practice"`
}

// Created holds the recovery code, which is shown this once.
type Created struct {
	RecoveryCode string `json:"recovery_code"`
}

// Create makes the vault and opens it. It refuses where one exists.
func (v *Vault) Create(request CreateRequest) (Created, error) {
	return door(v.core, func() (Created, error) {
		if err := v.mayOpen(); err != nil {
			return Created{}, err
		}
		if err := v.mayMake(); err != nil {
			return Created{}, err
		}
		if err := request.Practice.Validate(); err != nil {
			return Created{}, err
		}
		if err := checkPassphrase(request.Passphrase); err != nil {
			return Created{}, err
		}
		opened, err := v.place.Create(request.Passphrase)
		if err != nil {
			return Created{}, err
		}
		code := opened.RecoveryCode().Text()
		_, err = v.admit(opened, func(tx *store.Tx) error {
			if _, err := tx.Record(practice.ActCreate, "vault", "", "version "+Version); err != nil {
				return err
			}
			return tx.PutPractice(request.Practice)
		})
		return Created{RecoveryCode: code}, err
	})
}

// leastPassphrase is the length below which no passphrase is taken. How good
// a longer one is, the page judges with its estimator.
const leastPassphrase = 10

func checkPassphrase(passphrase string) error {
	if len([]rune(passphrase)) < leastPassphrase {
		return &fault.Error{
			Code: fault.Invalid, Message: "This passphrase is too short. Nothing was changed.",
			Fields: map[string]string{"passphrase": fmt.Sprintf("Use at least %d characters; five unrelated words are good.", leastPassphrase)},
		}
	}
	return nil
}

// mayOpen refuses while another Snowfield holds the folder or the records are
// already open, and in a folder where nothing can be opened.
func (v *Vault) mayOpen() error {
	if err := v.mayEnter(); err != nil {
		return err
	}
	if err := v.held(); err != nil {
		return err
	}
	if !v.isLocked() {
		return fault.New(fault.Conflict, "The records are already open.")
	}
	return nil
}

// UnlockResult says what the first screen after unlocking needs.
type UnlockResult struct {
	FailedAttempts int    `json:"failed_attempts"` // since the last unlock
	Place          string `json:"place"`           // what Lock was given
}

// Unlock opens the records with the passphrase.
func (v *Vault) Unlock(passphrase string) (UnlockResult, error) {
	return v.enter(func() (*vault.Vault, error) { return v.place.Open(passphrase) }, nil)
}

// CheckRecoveryCode tells a mistyped code before anything is tried.
func (v *Vault) CheckRecoveryCode(code string) error {
	_, err := door(v.core, func() (nothing, error) {
		_, err := vault.ParseRecoveryCode(code)
		return nothing{}, err
	})
	return err
}

// UnlockWithCode opens the records with the recovery code and gives them a
// new passphrase.
func (v *Vault) UnlockWithCode(code, newPassphrase string) (UnlockResult, error) {
	return v.enter(func() (*vault.Vault, error) {
		parsed, err := vault.ParseRecoveryCode(code)
		if err != nil {
			return nil, err
		}
		if err := checkPassphrase(newPassphrase); err != nil {
			return nil, err
		}
		return v.place.OpenWithCode(parsed, newPassphrase)
	}, func(tx *store.Tx) error {
		_, err := tx.Record(practice.ActRecovery, "vault", "", "")
		return err
	})
}

func (v *Vault) enter(open func() (*vault.Vault, error), more func(*store.Tx) error) (UnlockResult, error) {
	return door(v.core, func() (UnlockResult, error) {
		if err := v.mayOpen(); err != nil {
			return UnlockResult{}, err
		}
		if wait := v.attempts.wait(v.now()); wait > 0 {
			return UnlockResult{}, fault.New(fault.Blocked, fmt.Sprintf("Wait %d seconds before the next try. The records are safe.", wait))
		}
		started := time.Now()
		opened, err := open()
		if fault.CodeOf(err) == fault.WrongPassphrase {
			v.attempts.failed(v.now())
			if noted := v.place.NoteFailedUnlock(v.now()); noted != nil {
				v.log.Add("unlock.note", kindOf(noted))
			}
		}
		if err != nil {
			return UnlockResult{}, err
		}
		result, err := v.admit(opened, more)
		v.log.Add("vault.unlock", took(time.Since(started)))
		return result, err
	})
}

// Lock closes the records. The page flushes its drafts first and gives its
// place (screen, scroll, caret) to get it back from Unlock.
func (v *Vault) Lock(place string) error {
	_, err := door(v.core, func() (nothing, error) {
		v.lock(place)
		return nothing{}, nil
	})
	return err
}

// Touch tells that somebody is at the computer.
func (v *Vault) Touch() error {
	_, err := door(v.core, func() (nothing, error) {
		v.idle.touch()
		return nothing{}, nil
	})
	return err
}

// ChangePassphrase gives the vault a new passphrase. Older backups keep
// opening with the one they were made with.
func (v *Vault) ChangePassphrase(current, next string) error {
	_, err := unlocked(v.core, func(ctx context.Context, r *records) (nothing, error) {
		if err := checkPassphrase(next); err != nil {
			return nothing{}, err
		}
		if err := r.vault.ChangePassphrase(current, next); err != nil {
			return nothing{}, err
		}
		return nothing{}, r.store.Update(ctx, v.now(), func(tx *store.Tx) error {
			_, err := tx.Record(practice.ActPassphrase, "vault", "", "")
			return err
		})
	})
	return err
}

// BackupInfo is a backup as screens tell of it.
type BackupInfo struct {
	Path       string           `json:"path"`
	MadeAt     practice.Instant `json:"made_at"`
	Bytes      int64            `json:"bytes"`
	Clients    int              `json:"clients"`
	Sessions   int              `json:"sessions"`
	AppVersion string           `json:"app_version"`
}

func backupInfo(b vault.Backup) BackupInfo {
	return BackupInfo{
		Path: b.Path, MadeAt: practice.At(b.Made), Bytes: b.Bytes,
		Clients: b.Facts.Clients, Sessions: b.Facts.Sessions, AppVersion: b.Facts.AppVersion,
	}
}

// ChooseBackupFolder asks for a folder and keeps it; empty when the person
// chose none.
func (v *Vault) ChooseBackupFolder() (string, error) {
	folder, err := door(v.core, func() (string, error) { return v.shell.OpenFolder("Choose a folder for backups") })
	if err != nil || folder == "" {
		return folder, err
	}
	return update(v.core, func(tx *store.Tx) (string, error) {
		s, err := tx.Settings()
		if err != nil {
			return "", err
		}
		s.BackupFolder = folder
		return folder, tx.PutSettings(s)
	})
}

// BackupNow writes a backup to the chosen folder and verifies it; what it
// returns was read back.
func (v *Vault) BackupNow() (BackupInfo, error) {
	return unlocked(v.core, func(ctx context.Context, r *records) (info BackupInfo, err error) {
		var s practice.Settings
		err = r.store.View(ctx, v.now(), func(tx *store.Tx) error {
			s, err = tx.Settings()
			return err
		})
		if err != nil {
			return info, err
		}
		if s.BackupFolder == "" {
			return info, &fault.Error{
				Code: fault.Invalid, Message: "No backup was made: there is no folder for backups yet.",
				Fields: map[string]string{"backup_folder": "Choose a folder first."},
			}
		}
		made, err := r.vault.Backup(ctx, s.BackupFolder, v.now(), describe)
		if err != nil {
			return info, err
		}
		return backupInfo(made), r.store.Update(ctx, v.now(), func(tx *store.Tx) error {
			return tx.RecordBackup(store.Facts(made.Facts), fmt.Sprintf("trail of %d, head %s", made.Facts.AuditLength, made.Facts.AuditHead))
		})
	})
}

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

// attempts slows guessing down within one run: after five failures a wait
// that doubles up to 30 seconds.
type attempts struct {
	mu    sync.Mutex
	count int
	until time.Time
}

const (
	freeAttempts = 5
	longestWait  = 30 * time.Second
)

func (a *attempts) failed(now time.Time) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.count++
	if a.count >= freeAttempts {
		a.until = now.Add(min(longestWait, time.Second<<min(a.count-freeAttempts, 5)))
	}
}

// wait returns the seconds until the next try, rounded up.
func (a *attempts) wait(now time.Time) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	left := a.until.Sub(now)
	if left <= 0 {
		return 0
	}
	return int((left + time.Second - 1) / time.Second)
}

func (a *attempts) reset() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.count, a.until = 0, time.Time{}
}
