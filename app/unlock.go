package app

import (
	"fmt"
	"sync"
	"time"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// UnlockResult says what the first screen after unlocking needs.
type UnlockResult struct {
	FailedAttempts int    `json:"failed_attempts"` // since the last unlock
	Place          string `json:"place"`           // what Lock was given
	CheckNeeded    bool   `json:"check_needed"`    // the records were last left without being closed
	Session        string `json:"session"`         // the one that runs; empty for none
	Form           string `json:"form"`            // the one that was handed over and is taken back; empty for none
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
		if _, err := tx.Record(practice.ActRecovery, "vault", "", ""); err != nil {
			return err
		}
		return tx.PutCodeUnconfirmed(false)
	})
}

func (v *Vault) enter(open func() (*vault.Vault, error), more func(*store.Tx) error) (UnlockResult, error) {
	return door(v.core, func() (UnlockResult, error) {
		if err := v.mayOpen(); err != nil {
			return UnlockResult{}, err
		}
		if wait := v.attempts.wait(); wait > 0 {
			return UnlockResult{}, fault.New(fault.Blocked, fmt.Sprintf("Wait %d seconds before the next try. The records are safe.", wait))
		}
		started := time.Now()
		opened, err := open()
		if fault.CodeOf(err) == fault.WrongPassphrase {
			v.attempts.failed()
			if noted := v.place.NoteFailedUnlock(v.now()); noted != nil {
				v.log.Add("unlock.note", kindOf(noted))
			}
		}
		if err != nil {
			return UnlockResult{}, err
		}
		result, err := v.admit(opened, more)
		v.log.Add("vault.unlock", took(time.Since(started)))
		if fault.CodeOf(err) == fault.NotSaved {
			err = notEntered(more != nil, err)
		}
		return result, err
	})
}

// notEntered tells that the disk refused what is written on unlocking. With the
// recovery code the key file had its new passphrase before.
func notEntered(withCode bool, err error) error {
	message := "The records were not opened: the disk refused to write. They are safe and nothing was changed. Check its free space, then try again."
	if withCode {
		message = "The new passphrase holds, but the records were not opened: the disk refused to write. They are safe. Check its free space, then unlock with the new passphrase."
	}
	return fault.Wrap(fault.NotSaved, message, err)
}

// attempts slows guessing down within one run: after five failures a wait
// that doubles up to 30 seconds. It goes by the time the program runs, as
// time.Now reads it beside the time of day: setting the clock changes nothing.
type attempts struct {
	mu    sync.Mutex
	count int
	until time.Time
}

const (
	freeAttempts = 5
	longestWait  = 30 * time.Second
)

func (a *attempts) failed() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.count++
	if a.count >= freeAttempts {
		a.until = time.Now().Add(min(longestWait, time.Second<<min(a.count-freeAttempts, 5)))
	}
}

// wait returns the seconds until the next try, rounded up.
func (a *attempts) wait() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	left := time.Until(a.until)
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
