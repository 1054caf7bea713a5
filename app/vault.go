package app

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// Vault is bound: creating, unlocking and locking here; backing up, restoring
// and the recovery code in files of their own.
type Vault struct{ *core }

// VaultState is what the lock screen needs to know.
type VaultState struct {
	State       string `json:"state"` // empty, locked, unlocked, covered, handed, key_missing, records_missing, in_use
	Folder      string `json:"folder"`
	AppVersion  string `json:"app_version"`
	WaitSeconds int    `json:"wait_seconds"` // until the next try, after five failures
	Sample      bool   `json:"sample"`

	LastBackup LastBackup `json:"last_backup"` // known even when the records do not open

	PlaceWarning string `json:"place_warning"` // why the records are at risk in this folder; empty when they are not
	PlaceRefused string `json:"place_refused"` // why none are made or restored in it; empty when they may be
}

// LastBackup is the last verified backup of this vault.
type LastBackup struct {
	Path   string           `json:"path"` // empty for none
	MadeAt practice.Instant `json:"made_at"`
	There  bool             `json:"there"` // the file can be reached just now
}

// lastBackup reads the note of it. A note that cannot be read is none.
func (c *core) lastBackup() LastBackup {
	last, known, err := c.place.LastBackup()
	if err != nil || !known {
		return LastBackup{}
	}
	_, err = inTime(func() (fs.FileInfo, error) { return os.Stat(last.Path) })
	return LastBackup{last.Path, practice.At(last.Made), err == nil}
}

// State tells where the vault stands. It works while locked. When another
// Snowfield had the folder, it tries again to take it.
func (v *Vault) State() (VaultState, error) {
	return door(v.core, func() (VaultState, error) {
		if v.held() != nil {
			v.takeHold()
		}
		s := VaultState{Folder: v.place.Folder, AppVersion: Version, WaitSeconds: v.attempts.wait(), Sample: v.config.Sample}
		state, err := v.place.State()
		s.PlaceWarning, s.PlaceRefused = v.judge(state)
		s.LastBackup = v.lastBackup()
		switch {
		case fault.CodeOf(v.held()) == fault.Conflict:
			s.State = "in_use"
			return s, nil
		case !v.isLocked():
			s.State = "unlocked"
			switch {
			case v.isCovered():
				s.State = "covered"
			case v.isHanded():
				s.State = "handed"
			}
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
		if fault.CodeOf(err) == fault.Conflict {
			opened, err = v.unfinished(request.Passphrase, err)
		}
		if err != nil {
			return Created{}, err
		}
		code := opened.RecoveryCode().Text()
		_, err = v.admit(opened, func(tx *store.Tx) error {
			if length, _, err := tx.AuditHead(); err != nil || length > 0 {
				return cmp.Or(err, recordsThere)
			}
			if _, err := tx.Record(practice.ActCreate, "vault", "", "version "+Version); err != nil {
				return err
			}
			if err := tx.PutCodeUnconfirmed(true); err != nil {
				return err
			}
			return tx.PutPractice(request.Practice)
		})
		return Created{RecoveryCode: code}, err
	})
}

// recordsThere refuses to create where records are.
var recordsThere error = fault.New(fault.Conflict, "There are records of a practice in this folder already. Nothing was changed. Open them, or restore a backup.")

// unfinished opens a vault that Create made and then could not write to, so
// that creating again goes on with it. refused is what Create said.
func (v *Vault) unfinished(passphrase string, refused error) (*vault.Vault, error) {
	opened, err := v.place.Open(passphrase)
	if err != nil {
		return nil, refused
	}
	return opened, nil
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
		changed := false
		err := v.counted(ctx, r, func() error {
			return r.store.Update(ctx, v.now(), func(tx *store.Tx) error {
				if _, err := tx.Record(practice.ActPassphrase, "vault", "", ""); err != nil {
					return err
				}
				err := r.vault.ChangePassphrase(current, next) // last, when the trail is as good as written
				changed = err == nil || fault.CodeOf(err) == fault.NotSaved && r.vault.CheckPassphrase(next) == nil
				return err
			})
		})
		if err != nil && changed {
			return nothing{}, fault.Wrap(fault.NotSaved, "The passphrase was changed: the new one opens the records. But the disk refused the last step, so keep the old one in mind too. Check its free space, then change the passphrase once more.", err)
		}
		return nothing{}, err
	})
	return err
}
