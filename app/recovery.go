package app

import (
	"context"
	"fmt"

	"snowfield/internal/fault"
	"snowfield/internal/practice"
	"snowfield/internal/report"
	"snowfield/internal/store"
	"snowfield/internal/vault"
)

// ShowRecoveryCode shows the code again to whoever knows the passphrase; that
// the records are open is not enough. It is in the audit trail.
func (v *Vault) ShowRecoveryCode(passphrase string) (Created, error) {
	return unlocked(v.core, func(ctx context.Context, r *records) (Created, error) {
		err := v.counted(ctx, r, func() error { return r.vault.CheckPassphrase(passphrase) })
		if err != nil {
			return Created{}, err
		}
		err = r.store.Update(ctx, v.now(), func(tx *store.Tx) error {
			_, err := tx.Record(practice.ActCodeShown, "vault", "", "")
			return err
		})
		if err != nil {
			return Created{}, err
		}
		return Created{RecoveryCode: r.vault.RecoveryCode().Text()}, nil
	})
}

// ConfirmRecoveryCode keeps that somebody has the code, once they typed parts
// of it back. Until then Today and Settings remind of it.
func (v *Vault) ConfirmRecoveryCode(code string) error {
	_, err := unlocked(v.core, func(ctx context.Context, r *records) (nothing, error) {
		if err := ownCode(r, code); err != nil {
			return nothing{}, err
		}
		return nothing{}, r.store.Update(ctx, v.now(), func(tx *store.Tx) error { return tx.PutCodeUnconfirmed(false) })
	})
	return err
}

// counted runs what asks for the passphrase again while the records are open.
// A wrong one counts as a failed unlock: it is in the trail and makes the next
// tries wait.
func (c *core) counted(ctx context.Context, r *records, ask func() error) error {
	if wait := c.attempts.wait(); wait > 0 {
		return fault.New(fault.Blocked, fmt.Sprintf("Wait %d seconds before the next try. Nothing was changed.", wait))
	}
	err := ask()
	switch fault.CodeOf(err) {
	case "":
		c.attempts.reset()
	case fault.WrongPassphrase:
		c.attempts.failed()
		noted := r.store.Update(ctx, c.now(), func(tx *store.Tx) error {
			_, err := tx.Record(practice.ActFailedUnlock, "vault", "", "while open")
			return err
		})
		if noted != nil {
			c.log.Add("unlock.note", kindOf(noted))
		}
	}
	return err
}

// SaveRecoverySheet asks where to write the recovery sheet, writes it and
// returns its path; empty when the person chose no place. It takes only the
// code that was shown: that of the open records. A failed or cancelled export
// leaves nothing behind.
func (v *Vault) SaveRecoverySheet(code string) (string, error) {
	_, err := unlocked(v.core, func(_ context.Context, r *records) (nothing, error) {
		return nothing{}, ownCode(r, code)
	})
	if err != nil {
		return "", err
	}
	path, err := v.choosePDF("Save the recovery sheet", "Snowfield recovery sheet.pdf")
	if err != nil || path == "" {
		return "", err
	}
	return unlocked(v.core, func(ctx context.Context, r *records) (string, error) {
		if err := ownCode(r, code); err != nil {
			return "", err // a new code was made while the dialog was open
		}
		in := report.RecoverySheetInput{Code: r.vault.RecoveryCode().Text(), RawKey: r.vault.RecoveryCode().RawKey()}
		err := r.store.View(ctx, v.now(), func(tx *store.Tx) (err error) {
			in.At = tx.Now()
			in.Practice, err = tx.Practice()
			return err
		})
		if err != nil {
			return "", err
		}
		made, err := report.RecoverySheet(in)
		if err != nil {
			return "", err
		}
		return path, v.writeExport(ctx, r, path, made.PDF, func(tx *store.Tx) error {
			_, err := tx.Record(practice.ActExport, "recovery_sheet", "", "")
			return err
		})
	})
}

// CopyRecoveryCode puts the code of the open records on the system's clipboard
// and takes it back after a minute, or when the records lock.
func (v *Vault) CopyRecoveryCode(code string) error {
	_, err := unlocked(v.core, func(_ context.Context, r *records) (nothing, error) {
		if err := ownCode(r, code); err != nil {
			return nothing{}, err
		}
		return nothing{}, v.lend(r.vault.RecoveryCode().Text())
	})
	return err
}

// ownCode refuses a code that is not that of the open records.
func ownCode(r *records, code string) error {
	parsed, err := vault.ParseRecoveryCode(code)
	if err != nil {
		return err
	}
	if parsed != r.vault.RecoveryCode() {
		return fault.New(fault.Invalid, "This is not the recovery code of these records, or no longer. Nothing was written. Show the code again in Settings.")
	}
	return nil
}
